/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-cli-library.h"
#include "trellis-cli-output.h"
#include "trellis-cli.h"

#include <glib/gi18n-lib.h>

/* trellis-cli export REPORT -o OUT [--format FORMAT] [--table matrix|demand] [--spreadsheet]
 *   [--paper a4|letter] [--library FILE] */
TrellisCliStatus
trellis_cli_export (int      argc,
                    char   **argv,
                    GError **error)
{
  g_auto (TrellisCliOutputArgs) args = { 0 };
  g_autofree char              *library = NULL;
  const GOptionEntry            entries[] = {
    TRELLIS_CLI_OUTPUT_ENTRIES (args),
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &library,
                 N_("Another library than the user’s own"), N_("FILE") }, G_OPTION_ENTRY_NULL,
    };
  g_auto (GStrv)            rest = trellis_cli_parse (_("REPORT"), entries, argc, argv, error);
  g_autoptr (TrellisStore)  store = NULL;
  g_autoptr (TrellisReport) report = NULL;
  TrellisCliOutput          options = { 0 };
  gint64                    id;

  if (rest == NULL || !trellis_cli_library_parse_report (rest[0], &id, error)
      || !trellis_cli_output_parse (&args, &options, error))
    return TRELLIS_CLI_WRONG;

  store = trellis_cli_library_open (library, error);
  if (store != NULL && trellis_cli_library_check (store, id, error))
    report = trellis_store_load_report (store, id, error);
  if (report == NULL)
    return TRELLIS_CLI_WRONG;

  options.course = trellis_template_get (report->layout);
  return trellis_cli_output_write (report, &options, args.output, error) ? TRELLIS_CLI_FINE
                                                                         : TRELLIS_CLI_WRONG;
}
