/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-cli-output.h"

#include "trellis-check.h"
#include "trellis-cli.h"
#include "trellis-demand.h"
#include "trellis-error.h"
#include "trellis-file.h"
#include "trellis-json.h"
#include "trellis-markdown.h"
#include "trellis-matrix.h"
#include "trellis-outline.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Returns: (transfer full): ".md", in small letters; empty where there is none */
static char *
get_ending (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  const char      *dot = strrchr (name, '.');

  return g_ascii_strdown (dot != NULL ? dot : "", -1);
}

static gboolean
is_folder (const char *path)
{
  return g_str_has_suffix (path, "/") || g_file_test (path, G_FILE_TEST_IS_DIR);
}

static gboolean
write_text (const char *path,
            const char *text,
            GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return trellis_file_write (path, bytes, error);
}

static gboolean
write_markdown (const TrellisReport       *report,
                const TrellisBuildOptions *options,
                const char                *path,
                GError                   **error)
{
  g_autoptr (TrellisNode) tree = trellis_report_build (report, options);
  g_autofree char        *markdown = trellis_markdown_write (tree);

  return write_text (path, markdown, error);
}

static char **
render_documents (const TrellisReport       *report,
                  const TrellisBuildOptions *options,
                  char                     **documents)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; documents[i] != NULL; i++)
    {
      TrellisBuildOptions     one = *options;
      g_autoptr (TrellisNode) tree = NULL;

      one.document = documents[i];
      tree = trellis_report_build (report, &one);
      g_strv_builder_take (texts, trellis_markdown_write (tree));
    }

  return g_strv_builder_end (texts);
}

/* A file a document; what else lies in the folder is left alone. Nothing is written before all of
 * it is there to be written. */
static gboolean
write_folder (const TrellisReport       *report,
              const TrellisBuildOptions *options,
              const char                *path,
              GError                   **error)
{
  g_auto (GStrv) documents = trellis_report_documents (report, options->layout);
  g_auto (GStrv) texts = render_documents (report, options, documents);

  if (g_mkdir_with_parents (path, 0777) != 0)
    {
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_WRITE,
                   _("The folder “%s” cannot be made: %s. Choose another one."), path,
                   g_strerror (errno));
      return FALSE;
    }

  for (guint i = 0; documents[i] != NULL; i++)
    {
      g_autofree char *name = g_path_get_basename (documents[i]);
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (!write_text (file, texts[i], error))
        return FALSE;
    }

  return TRUE;
}

/* SOURCE_DATE_EPOCH, when it is set, stands for now: the same input gives the same bytes. */
static GDateTime *
get_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");

  return epoch != NULL ? g_date_time_new_from_unix_utc (g_ascii_strtoll (epoch, NULL, 10))
                       : g_date_time_new_now_utc ();
}

/* Judges what would be handed in: the Markdown of the same report. */
static TrellisCheck *
check_report (const TrellisReport    *report,
              const TrellisCliOutput *options)
{
  g_autoptr (TrellisNode) tree = trellis_report_build (report, &options->build);
  g_autofree char        *markdown = trellis_markdown_write (tree);
  g_autoptr (GPtrArray)   outlines
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_outline_free);

  g_ptr_array_add (outlines, trellis_outline_new (markdown, NULL));
  return trellis_check_new (outlines, options->course, report, options->build.vocabulary);
}

static gboolean
write_pdf (const TrellisReport    *report,
           const TrellisCliOutput *options,
           const char             *path,
           GError                **error)
{
  TrellisBuildOptions      build = options->build;
  g_autoptr (TrellisNode)  tree = NULL;
  g_autoptr (TrellisCheck) check = NULL;
  g_autoptr (GDateTime)    date = get_date ();
  g_autoptr (GBytes)       pdf = NULL;
  TrellisPdfOptions        pages = {
           .paper = options->paper,
           .date = date,
           .author = report->author,
  };

  check = check_report (report, options);
  build.advisor = TRUE;
  build.criteria = check->criteria;
  tree = trellis_report_build (report, &build);
  pdf = trellis_pdf_render (tree, &pages, NULL, error);
  return pdf != NULL && trellis_file_write (path, pdf, error);
}

static char *
write_demand_csv (const TrellisReport *report,
                  int                  several)
{
  g_autoptr (GPtrArray) demands = trellis_demand_compute (report, several, NULL);
  GString              *csv = g_string_new ("skill,postings,of,numbers\r\n");

  for (guint i = 0; i < demands->len; i++)
    {
      const TrellisDemand *demand = g_ptr_array_index (demands, i);
      g_auto (GStrv)       parts = g_strsplit (demand->skill, "\"", -1);
      g_autofree char     *skill = g_strjoinv ("\"\"", parts);

      g_string_append_printf (csv, "\"%s%s\",%u,%u,\"",
                              strchr ("=+-@", *skill) != NULL && *skill ? "'" : "", skill,
                              demand->postings->len, report->postings->len);
      for (guint j = 0; j < demand->postings->len; j++)
        g_string_append_printf (csv, "%s%d", j > 0 ? " " : "",
                                g_array_index (demand->postings, int, j));
      g_string_append (csv, "\"\r\n");
    }

  return g_string_free_and_steal (csv);
}

static gboolean
write_csv (const TrellisReport    *report,
           const TrellisCliOutput *options,
           const char             *path,
           GError                **error)
{
  g_autoptr (TrellisMatrix) matrix = trellis_matrix_new ();
  g_autofree char          *csv = NULL;

  if (options->table == TRELLIS_CLI_TABLE_DEMAND)
    csv = write_demand_csv (report, options->course != NULL ? options->course->several : 2);
  else
    {
      trellis_matrix_load (matrix, report);
      csv = trellis_matrix_to_csv (matrix);
    }

  return write_text (path, csv, error);
}

static gboolean
write_json (const TrellisReport *report,
            const char          *path,
            GError             **error)
{
  g_autofree char *json = trellis_json_write (report);

  return write_text (path, json, error);
}

/* Whether a report can be written there, as far as the name tells: said before any work is done. */
gboolean
trellis_cli_output_check (const char *path,
                          GError    **error)
{
  static const char *const endings[] = { ".md", ".json", ".pdf", ".csv", NULL };
  g_autofree char         *ending = path != NULL ? get_ending (path) : NULL;

  if (path == NULL)
    return trellis_cli_fail_usage (error,
                                   _("Where to write is missing. Say “-o FILE” or “-o FOLDER/”."));
  if (is_folder (path) || g_strv_contains (endings, ending))
    return TRUE;
  if (g_str_equal (ending, ".puml"))
    return trellis_cli_fail_usage (
        error, _("“%s”: PlantUML cannot be written yet. Choose .md, .json, .pdf or .csv."), path);

  return trellis_cli_fail_usage (
      error, _("“%s”: what to write is told by the ending: .md, .json, .pdf, .csv, or a folder."),
      path);
}

/* Writes @report in the format that the name of @path tells. */
gboolean
trellis_cli_output_write (const TrellisReport    *report,
                          const TrellisCliOutput *options,
                          const char             *path,
                          GError                **error)
{
  g_autofree char *ending = get_ending (path);

  if (is_folder (path))
    return write_folder (report, &options->build, path, error);
  if (g_str_equal (ending, ".pdf"))
    return write_pdf (report, options, path, error);
  if (g_str_equal (ending, ".json"))
    return write_json (report, path, error);
  if (g_str_equal (ending, ".csv"))
    return write_csv (report, options, path, error);

  return write_markdown (report, &options->build, path, error);
}

gboolean
trellis_cli_output_parse_paper (const char   *name,
                                TrellisPaper *paper,
                                GError      **error)
{
  *paper = TRELLIS_PAPER_A4;
  if (name == NULL || g_ascii_strcasecmp (name, "a4") == 0)
    return TRUE;

  *paper = TRELLIS_PAPER_LETTER;
  return g_ascii_strcasecmp (name, "letter") == 0
         || trellis_cli_fail_usage (error, _("There is no paper “%s”. Choose a4 or letter."), name);
}
