/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-cli-output.h"

#include "trellis-check.h"
#include "trellis-cli.h"
#include "trellis-error.h"
#include "trellis-file.h"
#include "trellis-json.h"
#include "trellis-markdown.h"
#include "trellis-matrix-csv.h"
#include "trellis-outline.h"
#include "trellis-plantuml.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* "-" is the standard output; trellis_cli_run() tells when it takes no more. */
static gboolean
write_bytes (const char *path,
             GBytes     *bytes,
             GError    **error)
{
  if (!g_str_equal (path, "-"))
    return trellis_file_write (path, bytes, error);

  fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), stdout);
  return TRUE;
}

static gboolean
write_text (const char *path,
            const char *text,
            GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return write_bytes (path, bytes, error);
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
           .subject = report->course,
  };

  check = check_report (report, options);
  build.advisor = TRUE;
  build.criteria = check->criteria;
  tree = trellis_report_build (report, &build);
  pdf = trellis_pdf_render (tree, &pages, NULL, error);
  return pdf != NULL && write_bytes (path, pdf, error);
}

static gboolean
check_postings (const TrellisReport *report,
                GError             **error)
{
  if (report->postings->len > 0)
    return TRUE;

  g_set_error_literal (error, TRELLIS_ERROR, TRELLIS_ERROR_EMPTY,
                       _("The report has no postings to count. “trellis-cli check” says what "
                         "could not be read."));
  return FALSE;
}

static gboolean
write_csv (const TrellisReport    *report,
           const TrellisCliOutput *options,
           const char             *path,
           GError                **error)
{
  int                       several = options->course != NULL ? options->course->several : 2;
  g_autoptr (TrellisMatrix) matrix = trellis_matrix_new ();
  g_autofree char          *csv = NULL;

  if (options->table == TRELLIS_CLI_TABLE_DEMAND && !check_postings (report, error))
    return FALSE;
  trellis_matrix_load (matrix, report);
  csv = options->table == TRELLIS_CLI_TABLE_DEMAND
            ? trellis_demand_csv_write (report, several, options->csv)
            : trellis_matrix_csv_write (matrix, options->csv);
  return write_text (path, csv, error);
}

static gboolean
write_plantuml (const TrellisReport *report,
                const char          *path,
                GError             **error)
{
  g_autofree char *plantuml = NULL;

  /* PlantUML refuses an empty diagram, and so do we when it comes back. */
  if (report->components->len == 0)
    {
      g_set_error_literal (error, TRELLIS_ERROR, TRELLIS_ERROR_EMPTY,
                           _("The report has no components to draw. Map some to roles first."));
      return FALSE;
    }
  plantuml = trellis_plantuml_write (report);
  return write_text (path, plantuml, error);
}

static gboolean
write_json (const TrellisReport *report,
            const char          *path,
            GError             **error)
{
  g_autofree char *json = trellis_json_write (report);

  return write_text (path, json, error);
}

static char *
get_format_ending (const TrellisCliOutput *options,
                   const char             *path)
{
  return options->ending != NULL ? g_strdup (options->ending)
                                 : trellis_cli_output_get_ending (path);
}

/* Begins, in threads, what writing will need while the report is being read. */
void
trellis_cli_output_prepare (const TrellisCliOutput *options,
                            const char             *path)
{
  g_autofree char *ending = get_format_ending (options, path);

  if (g_str_equal (ending, ".pdf") && !trellis_cli_output_is_folder (path))
    {
      trellis_vocabulary_preload ();
      trellis_pdf_prepare ();
    }
}

/* Writes @report in the format that @options or the name of @path tells. */
gboolean
trellis_cli_output_write (const TrellisReport    *report,
                          const TrellisCliOutput *options,
                          const char             *path,
                          GError                **error)
{
  g_autofree char *ending = get_format_ending (options, path);

  if (trellis_cli_output_is_folder (path))
    return write_folder (report, &options->build, path, error);
  if (g_str_equal (ending, ".pdf"))
    return write_pdf (report, options, path, error);
  if (g_str_equal (ending, ".json"))
    return write_json (report, path, error);
  if (g_str_equal (ending, ".csv"))
    return write_csv (report, options, path, error);
  if (g_str_equal (ending, ".puml"))
    return write_plantuml (report, path, error);

  return write_markdown (report, &options->build, path, error);
}
