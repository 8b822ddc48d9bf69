/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-csv-file.h"

#include "trellis-commands.h"
#include "trellis-error.h"
#include "trellis-file.h"
#include "trellis-matrix-csv.h"
#include "trellis-window.h"

#include <glib/gi18n-lib.h>

static void
say_failure (TrellisPage *page,
             const char  *title,
             const char  *sentence)
{
  AdwDialog *dialog = adw_alert_dialog_new (title, sentence);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (page));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (TrellisPage) page = data;
  g_autoptr (GError)      error = NULL;
  g_autofree char        *name = g_file_get_basename (G_FILE (source));
  g_autofree char        *said = NULL;
  GtkRoot                *root = gtk_widget_get_root (GTK_WIDGET (page));

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      said = g_strdup_printf (_("“%s” was not written: %s"), name, error->message);
      say_failure (page, _("Nothing Was Exported"), said);
      return;
    }

  said = g_strdup_printf (_("Exported “%s”"), name);
  if (TRELLIS_IS_WINDOW (root))
    trellis_window_show_exported (TRELLIS_WINDOW (root), said, G_FILE (source));
}

/* Writes the table; the window says so. */
void
trellis_csv_file_save (TrellisPage *page,
                       GFile       *file,
                       const char  *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       written_cb, g_object_ref (page));
}

static void
save_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (TrellisPage) page = data;
  g_autoptr (GFile)       file
      = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    trellis_csv_file_save (page, file, g_object_get_data (source, "text"));
}

static GtkFileDialog *
create_dialog (const char *title)
{
  GtkFileDialog            *dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore)    filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _("Tables (CSV)"));
  gtk_file_filter_add_suffix (filter, "csv");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  return dialog;
}

/**
 * trellis_csv_file_choose_save:
 * @name: what the file is to be called, without its ending
 * @text: (transfer full): the table as it is now
 */
void
trellis_csv_file_choose_save (TrellisPage *page,
                              const char  *title,
                              const char  *name,
                              char        *text)
{
  g_autoptr (GtkFileDialog) dialog = create_dialog (title);
  g_autofree char          *file_name = g_strconcat (name, ".csv", NULL);

  g_object_set_data_full (G_OBJECT (dialog), "text", text, g_free);
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), NULL,
                        save_chosen_cb, g_object_ref (page));
}

typedef struct
{
  TrellisPage *page;
  gint64       report_id;
  char        *path; /* or NULL */
  char        *name;
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_object_unref (import->page);
  g_free (import->path);
  g_free (import->name);
  g_free (import);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const Import    *import = data;
  GError          *error = NULL;
  TrellisReport   *matrix = NULL;
  g_autofree char *text = NULL;

  if (import->path != NULL)
    text = trellis_file_read_text (import->path, TRELLIS_FILE_MAX_TEXT, &error);
  else
    g_set_error (&error, TRELLIS_ERROR, TRELLIS_ERROR_UNREADABLE,
                 _("“%s” is not on this computer. Copy it here first."), import->name);
  if (text != NULL)
    matrix = trellis_matrix_csv_read (text, import->name, &error);

  if (matrix != NULL)
    g_task_return_pointer (task, matrix, (GDestroyNotify) trellis_report_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  const Import             *import = g_task_get_task_data (G_TASK (result));
  TrellisSession           *session = trellis_page_get_session (import->page);
  GError                   *error = NULL;
  g_autoptr (TrellisReport) matrix = g_task_propagate_pointer (G_TASK (result), &error);

  if (matrix == NULL)
    {
      say_failure (import->page, _("Nothing Was Imported"), error->message);
      g_error_free (error);
      return;
    }
  if (trellis_session_get_report_id (session) != import->report_id)
    return;

  trellis_session_flush (session);
  trellis_commands_import_matrix (trellis_session_get_store (session), import->report_id, matrix,
                                  &error);
  trellis_session_report_error (session, error);
}

/* Reads a matrix, and adds what the report does not have yet. */
void
trellis_csv_file_import_matrix (TrellisPage *page,
                                GFile       *file)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, read_cb, NULL);
  Import           *import = g_new0 (Import, 1);

  import->page = g_object_ref (page);
  import->report_id = trellis_session_get_report_id (trellis_page_get_session (page));
  import->path = g_file_get_path (file);
  import->name = g_file_get_basename (file);
  g_task_set_task_data (task, import, import_free);
  g_task_run_in_thread (task, read_thread);
}

static void
open_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (TrellisPage) page = data;
  g_autoptr (GFile)       file
      = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    trellis_csv_file_import_matrix (page, file);
}

void
trellis_csv_file_choose_matrix (TrellisPage *page)
{
  g_autoptr (GtkFileDialog) dialog = create_dialog (_("Import Matrix"));

  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), NULL,
                        open_chosen_cb, g_object_ref (page));
}
