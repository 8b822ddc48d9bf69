/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-cli-input.h"
#include "trellis-cli-library.h"
#include "trellis-cli.h"
#include "trellis-commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An imported report prints the author's own lists until the computed ones are chosen. A new one
 * without a title is called like its file. */
static void
prepare (TrellisCliInput *input,
         const char      *path,
         gboolean         is_new)
{
  TrellisReport *report = input->report;

  if (*report->layout == '\0')
    g_set_str (&report->layout, input->layout->id);
  if (report->claims->len > 0)
    report->lists = TRELLIS_LISTS_AUTHORED;
  if (is_new && *report->title == '\0')
    {
      g_autofree char *name = g_path_get_basename (path);
      char            *dot = strrchr (name, '.');

      if (dot != NULL)
        *dot = '\0';
      g_set_str (&report->title, name);
    }
}

static gboolean
put (TrellisStore        *store,
     const TrellisReport *report,
     gint64              *id,
     GError             **error)
{
  if (*id != 0)
    return trellis_commands_replace_report (store, *id, report, error);

  return trellis_commands_import_report (store, report, id, error);
}

/* trellis-cli import IN… [--into REPORT] [--template ID|FILE] [--library FILE] */
TrellisCliStatus
trellis_cli_import (int      argc,
                    char   **argv,
                    GError **error)
{
  g_autofree char *library = NULL;
  g_autofree char *into = NULL;
  g_autofree char *template = NULL;
  const GOptionEntry entries[] = {
    { "into", 0, 0, G_OPTION_ARG_STRING, &into,
      N_("Replace this report of the library"), N_("REPORT") },
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &template,
      N_("The template it follows"), N_("ID|FILE") },
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &library,
      N_("Another library than the user’s own"), N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv)              paths = trellis_cli_parse (_("IN…"), entries, argc, argv, error);
  g_autoptr (TrellisCliInput) input = NULL;
  g_autoptr (TrellisStore)    store = NULL;
  gint64                      id = 0;

  if (paths == NULL || (into != NULL && !trellis_cli_library_parse_report (into, &id, error)))
    return TRELLIS_CLI_WRONG;
  input = trellis_cli_input_read (paths, template, error);
  if (input == NULL)
    return TRELLIS_CLI_WRONG;
  store = trellis_cli_library_open (library, error);
  if (store == NULL || (id != 0 && !trellis_cli_library_check (store, id, error)))
    return TRELLIS_CLI_WRONG;

  prepare (input, paths[0], id == 0);
  if (!put (store, input->report, &id, error))
    return TRELLIS_CLI_WRONG;

  g_print ("%" G_GINT64_FORMAT "\n", id);
  return TRELLIS_CLI_FINE;
}
