/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-plantuml-import.h"

#include "trellis-error.h"
#include "trellis-file.h"
#include "trellis-plantuml-dialog.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TrellisPage *page;
  gint64       report_id;
  char        *path;
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
  TrellisPlantuml *plantuml = NULL;
  g_autofree char *text = NULL;

  if (import->path != NULL)
    text = trellis_file_read_text (import->path, TRELLIS_FILE_MAX_TEXT, &error);
  else
    g_set_error (&error, TRELLIS_ERROR, TRELLIS_ERROR_UNREADABLE,
                 _("“%s” is not on this computer. Copy it here first."), import->name);
  if (text != NULL)
    plantuml = trellis_plantuml_read (text, import->name, &error);

  if (plantuml != NULL)
    g_task_return_pointer (task, plantuml, (GDestroyNotify) trellis_plantuml_free);
  else
    g_task_return_error (task, error);
}

static void
show_failure (TrellisPage  *page,
              const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Nothing Was Imported"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (page));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  const Import      *import = g_task_get_task_data (G_TASK (result));
  TrellisSession    *session = trellis_page_get_session (import->page);
  g_autoptr (GError) error = NULL;
  TrellisPlantuml   *plantuml = g_task_propagate_pointer (G_TASK (result), &error);

  if (plantuml == NULL)
    show_failure (import->page, error);
  else if (trellis_session_get_report_id (session) == import->report_id)
    adw_dialog_present (trellis_plantuml_dialog_new (session, plantuml, import->name),
                        GTK_WIDGET (import->page));
  else
    trellis_plantuml_free (plantuml);
}

void
trellis_plantuml_import_start (TrellisPage *page,
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
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (TrellisPage) page = data;
  g_autoptr (GFile)       file
      = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    trellis_plantuml_import_start (page, file);
}

void
trellis_plantuml_import_choose (TrellisPage *page)
{
  static const char *const  suffixes[] = { "puml", "plantuml", "pu", "wsd", "iuml", "mmd", "txt" };
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore)    filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _("Component Diagrams (PlantUML)"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _("Import PlantUML"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), NULL,
                        opened_cb, g_object_ref (page));
}
