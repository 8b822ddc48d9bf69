/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What scripts rely on. */
typedef enum
{
  TRELLIS_CLI_FINE = 0,
  TRELLIS_CLI_UNMET = 1, /* `check` found a rule unmet */
  TRELLIS_CLI_WRONG = 2, /* bad usage, unreadable input, output that cannot be written */
} TrellisCliStatus;

/* A subcommand. `run` gets its own arguments, the name first; it prints its results, and returns
 * WRONG with @error set when it fails. */
typedef struct
{
  const char *name;
  const char *summary; /* untranslated */
  TrellisCliStatus (*run) (int      argc,
                           char   **argv,
                           GError **error);
} TrellisCliCommand;

int trellis_cli_run (int    argc,
                     char **argv);

char   **trellis_cli_parse (const char         *usage,
                            const GOptionEntry *entries,
                            int                 argc,
                            char              **argv,
                            GError            **error);
gboolean trellis_cli_fail_usage (GError    **error,
                                 const char *format,
                                 ...) G_GNUC_PRINTF (2, 3);
gboolean trellis_cli_parse_format (const char *format,
                                   GError    **error);

TrellisCliStatus trellis_cli_convert (int      argc,
                                      char   **argv,
                                      GError **error);
TrellisCliStatus trellis_cli_check (int      argc,
                                    char   **argv,
                                    GError **error);
TrellisCliStatus trellis_cli_import (int      argc,
                                     char   **argv,
                                     GError **error);
TrellisCliStatus trellis_cli_list (int      argc,
                                   char   **argv,
                                   GError **error);
TrellisCliStatus trellis_cli_export (int      argc,
                                     char   **argv,
                                     GError **error);
TrellisCliStatus trellis_cli_templates (int      argc,
                                        char   **argv,
                                        GError **error);

G_END_DECLS
