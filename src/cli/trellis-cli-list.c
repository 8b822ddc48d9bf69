/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-cli-library.h"
#include "trellis-cli.h"
#include "trellis-json-writer.h"

#include <glib/gi18n-lib.h>

static void
print_text (GPtrArray *reports)
{
  for (guint i = 0; i < reports->len; i++)
    {
      const TrellisReportSummary *report = g_ptr_array_index (reports, i);

      g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\n", report->id, report->title, report->author,
               report->edited);
    }
}

static void
print_json (GPtrArray *reports)
{
  TrellisJsonWriter *writer = trellis_json_writer_new ();
  g_autofree char   *json = NULL;

  trellis_json_writer_begin_array (writer, NULL);
  for (guint i = 0; i < reports->len; i++)
    {
      const TrellisReportSummary *report = g_ptr_array_index (reports, i);

      trellis_json_writer_begin_object (writer, NULL);
      trellis_json_writer_add_int (writer, "id", report->id);
      trellis_json_writer_add_string (writer, "title", report->title);
      trellis_json_writer_add_string (writer, "author", report->author);
      trellis_json_writer_add_string (writer, "course", report->course);
      trellis_json_writer_add_string (writer, "language", report->language);
      trellis_json_writer_add_string (writer, "template", report->layout);
      trellis_json_writer_add_string (writer, "edited", report->edited);
      trellis_json_writer_add_int (writer, "components", report->n_components);
      trellis_json_writer_add_int (writer, "roles", report->n_roles);
      trellis_json_writer_add_int (writer, "involvements", report->n_involvements);
      trellis_json_writer_add_int (writer, "postings", report->n_postings);
      trellis_json_writer_end_object (writer);
    }
  trellis_json_writer_end_array (writer);

  json = trellis_json_writer_end (writer);
  g_print ("%s\n", json);
}

/* One that is not there is empty, and stays away: its name may be misspelt. */
static GPtrArray *
list_reports (const char *library,
              GError    **error)
{
  g_autoptr (TrellisStore) store = NULL;

  if (library != NULL && !g_file_test (library, G_FILE_TEST_EXISTS))
    {
      g_printerr (_("There is no library “%s” yet.\n"), library);
      return g_ptr_array_new ();
    }
  store = trellis_cli_library_open (library, error);
  return store != NULL ? trellis_store_list_reports (store, error) : NULL;
}

/* trellis-cli list [--format text|json] [--library FILE] */
TrellisCliStatus
trellis_cli_list (int      argc,
                  char   **argv,
                  GError **error)
{
  g_autofree char   *library = NULL;
  g_autofree char   *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("How to print"), N_("text|json") },
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &library,
      N_("Another library than the user’s own"), N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv)        rest = trellis_cli_parse (NULL, entries, argc, argv, error);
  g_autoptr (GPtrArray) reports = NULL;

  if (rest == NULL || !trellis_cli_parse_format (format, error))
    return TRELLIS_CLI_WRONG;
  if (rest[0] != NULL)
    {
      trellis_cli_fail_usage (error, _("“list” takes no “%s”."), rest[0]);
      return TRELLIS_CLI_WRONG;
    }

  reports = list_reports (library, error);
  if (reports == NULL)
    return TRELLIS_CLI_WRONG;

  if (g_strcmp0 (format, "json") == 0)
    print_json (reports);
  else
    print_text (reports);
  return TRELLIS_CLI_FINE;
}
