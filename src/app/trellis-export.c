/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-export.h"

#include "trellis-criteria.h"
#include "trellis-error.h"
#include "trellis-file.h"
#include "trellis-json.h"
#include "trellis-markdown.h"
#include "trellis-report-builder.h"
#include "trellis-worker.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the thread works on: its own copies. */
typedef struct
{
  TrellisReport       *report;
  TrellisExportOptions options;
  char                *path;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  trellis_report_free (export->report);
  g_clear_pointer (&export->options.criteria, g_ptr_array_unref);
  g_free (export->path);
  g_free (export);
}

static gboolean
write_text (const char *path,
            char       *text,
            GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return trellis_file_write (path, bytes, error);
}

static gboolean
write_document (const TrellisReport *report,
                const char          *document,
                const char          *path,
                GError             **error)
{
  g_autoptr (TrellisNode) tree
      = trellis_report_build (report, &(TrellisBuildOptions) { .document = document });

  return write_text (path, trellis_markdown_write (tree), error);
}

static gboolean
write_documents (const TrellisReport *report,
                 const char          *folder,
                 GError             **error)
{
  g_auto (GStrv) documents = trellis_report_documents (report, NULL);

  for (guint i = 0; documents[i] != NULL; i++)
    {
      g_autofree char *name = g_path_get_basename (documents[i]);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!write_document (report, documents[i], path, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_pdf (const Export *export,
           GCancellable *cancellable,
           GError      **error)
{
  TrellisBuildOptions     build = { .advisor = TRUE, .criteria = export->options.criteria };
  TrellisPdfOptions       pages = { .paper = export->options.paper,
                                    .author = export->report->author,
                                    .subject = export->report->course };
  g_autoptr (TrellisNode) tree = trellis_report_build (export->report, &build);
  g_autoptr (GBytes)      pdf = trellis_pdf_render (tree, &pages, cancellable, error);

  return pdf != NULL && trellis_file_write (export->path, pdf, error);
}

static gboolean
write_export (const Export *export,
              GCancellable *cancellable,
              GError      **error)
{
  switch (export->options.format)
    {
    case TRELLIS_EXPORT_PDF:
      return write_pdf (export, cancellable, error);
    case TRELLIS_EXPORT_MARKDOWN:
      return write_documents (export->report, export->path, error);
    case TRELLIS_EXPORT_MARKDOWN_FILE:
      return write_document (export->report, NULL, export->path, error);
    case TRELLIS_EXPORT_JSON:
    default:
      return write_text (export->path, trellis_json_write (export->report), error);
    }
}

static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_export (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static GPtrArray *
copy_criteria (GPtrArray *criteria)
{
  GPtrArray *copy;

  if (criteria == NULL)
    return NULL;

  copy = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_criterion_free);
  for (guint i = 0; i < criteria->len; i++)
    g_ptr_array_add (copy, trellis_criterion_copy (criteria->pdata[i]));
  return copy;
}

/**
 * trellis_export_async:
 * @file: the file, or the folder for TRELLIS_EXPORT_MARKDOWN
 */
void
trellis_export_async (const TrellisReport        *report,
                      const TrellisExportOptions *options,
                      GFile                      *file,
                      GCancellable               *cancellable,
                      GAsyncReadyCallback         callback,
                      gpointer                    user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Export *export = g_new0 (Export, 1);

  export->report = trellis_report_copy (report);
  export->options = *options;
  export->options.criteria = copy_criteria (options->criteria);
  export->path = g_file_get_path (file);
  g_task_set_task_data (task, export, export_free);

  if (export->path == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_task_return_new_error (task, TRELLIS_ERROR, TRELLIS_ERROR_WRITE,
                               _("“%s” is not on this computer. Choose another place."), name);
      return;
    }
  trellis_worker_run (task, export_thread);
}

/* Returns: whether all is written; the error's sentence is for people */
gboolean
trellis_export_finish (GAsyncResult *result,
                       GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
