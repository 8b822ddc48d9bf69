/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-cli-input.h"
#include "trellis-cli-known.h"
#include "trellis-cli-library.h"
#include "trellis-cli-parts.h"
#include "trellis-cli.h"
#include "trellis-commands.h"
#include "trellis-report-front.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An imported report prints the author's own lists until the computed ones are chosen. A new one
 * has a name to be told by. */
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
  if (is_new)
    {
      g_autofree char *title = trellis_report_choose_title (report, input->outlines, path);

      g_set_str (&report->title, title);
    }
}

/* To have a report twice may be meant: it is imported, but not without a word. */
static void
tell_known (gint64 id)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  /* Translators: %s is a report's number in the library. */
  g_printerr (_("The same report is in the library already, as report %s. Next time, “--into %s” "
                "replaces it."),
              number, number);
  g_printerr ("\n");
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

/* A template from a file comes into the library with the report that follows it. */
static gboolean
put_template (TrellisStore *store,
              const char *template,
              GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *json = NULL;

  if (template == NULL || g_strv_contains (trellis_template_list (), template))
    return TRUE;

  name = g_path_get_basename (template);
  json = trellis_template_read_file (template, error);
  return json != NULL && trellis_commands_add_template (store, json, name, NULL, error);
}

static TrellisCliStatus
add_parts (TrellisStore *store,
           char        **paths,
           gint64        id,
           GError      **error)
{
  guint n_unread;

  if (!trellis_cli_parts_import (store, paths, &id, &n_unread, error))
    return TRELLIS_CLI_WRONG;

  if (n_unread < g_strv_length (paths))
    g_print ("%" G_GINT64_FORMAT "\n", id);
  return n_unread == 0 ? TRELLIS_CLI_FINE : TRELLIS_CLI_WRONG;
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
      N_("Replace this report of the library, or add postings, roadmaps and diagrams to it"),
      N_("REPORT") },
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
  gint64                      known = 0;
  gboolean                    parts;

  if (paths == NULL || (into != NULL && !trellis_cli_library_parse_report (into, &id, error)))
    return TRELLIS_CLI_WRONG;
  parts = trellis_cli_parts_are (paths, id != 0);
  if (!parts)
    input = trellis_cli_input_read (paths, template, error);
  if (input == NULL && !parts)
    return TRELLIS_CLI_WRONG;
  store = trellis_cli_library_open_or_make (library, error);
  if (store == NULL || (id != 0 && !trellis_cli_library_check (store, id, error)))
    return TRELLIS_CLI_WRONG;
  if (parts)
    return add_parts (store, paths, id, error);

  prepare (input, paths[0], id == 0);
  if (id == 0)
    known = trellis_cli_known_find (store, input->report);
  if (!put_template (store, template, error) || !put (store, input->report, &id, error))
    return TRELLIS_CLI_WRONG;

  if (known != 0)
    tell_known (known);
  g_print ("%" G_GINT64_FORMAT "\n", id);
  return TRELLIS_CLI_FINE;
}
