/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-commands.h"
#include "trellis-import.h"
#include "trellis-window-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TrellisWindow *window;
  TrellisReport *report;
  char          *name; /* of the first file; NULL: the sample */
} Import;

static void
import_free (Import *import)
{
  g_clear_object (&import->window);
  g_clear_pointer (&import->report, trellis_report_free);
  g_free (import->name);
  g_free (import);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

static void
show_failure (TrellisWindow *self,
              GError        *error)
{
  AdwDialog *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  dialog = adw_alert_dialog_new (_("Nothing Was Imported"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
say_imported (Import *import)
{
  g_autofree char *counts = NULL;
  g_autofree char *title = NULL;

  if (import->name == NULL)
    return;

  counts = trellis_import_describe (import->report);
  /* Translators: a file's name, and what was read: “6 components, 5 postings”. */
  title = g_strdup_printf (_("Imported “%s”: %s"), import->name, counts);
  trellis_window_toast (import->window, title, _("Undo"), "win.undo");
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (Import) import = data;
  g_autoptr (GError) error = NULL;
  gint64             id = 0;

  if (!trellis_store_run_finish (TRELLIS_STORE (source), result, &id, &error))
    {
      show_failure (import->window, error);
      return;
    }

  trellis_window_open_report (import->window, id, "overview");
  say_imported (import);
}

static void
store_report (Import *import)
{
  trellis_session_flush (import->window->session);
  trellis_commands_import_report_async (trellis_session_get_store (import->window->session),
                                        import->report, NULL, stored_cb, import);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (Import) import = data;
  g_autoptr (GError) error = NULL;

  import->report = trellis_import_read_finish (result, &error);
  if (import->report == NULL)
    show_failure (import->window, error);
  else
    store_report (g_steal_pointer (&import));
}

/**
 * trellis_window_import:
 * @files: (element-type GFile): the files of one report
 *
 * Reads the files and opens what was read as a new report; says why not, when they cannot be read.
 */
void
trellis_window_import (TrellisWindow *self,
                       GListModel    *files)
{
  Import           *import;
  g_autoptr (GFile) first = NULL;

  g_return_if_fail (TRELLIS_IS_WINDOW (self));

  first = g_list_model_get_item (files, 0);
  if (first == NULL)
    return;

  import = g_new0 (Import, 1);
  import->window = g_object_ref (self);
  import->name = g_file_get_basename (first);
  trellis_import_read_async (files, NULL, read_cb, import);
}

/* Opens the sample as an ordinary report. */
void
trellis_window_open_sample (TrellisWindow *self)
{
  g_autoptr (Import) import = g_new0 (Import, 1);
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TRELLIS_IS_WINDOW (self));

  import->window = g_object_ref (self);
  import->report = trellis_import_read_sample (&error);
  if (import->report == NULL)
    show_failure (self, error);
  else
    store_report (g_steal_pointer (&import));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (TrellisWindow) self = data;
  g_autoptr (GListModel)    files
      = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (files != NULL)
    trellis_window_import (self, files);
}

static void
import_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore)    filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _("Reports (Markdown, JSON)"));
  gtk_file_filter_add_suffix (filter, "md");
  gtk_file_filter_add_suffix (filter, "markdown");
  gtk_file_filter_add_suffix (filter, "txt");
  gtk_file_filter_add_suffix (filter, "json");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _("Import Report"));
  gtk_file_dialog_set_accept_label (dialog, _("_Import"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (widget), NULL, chosen_cb,
                                 g_object_ref (widget));
}

static gboolean
drop_cb (TrellisWindow *self,
         const GValue  *value)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  GSList                *list = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *l = list; l != NULL; l = l->next)
    g_list_store_append (files, l->data);
  g_slist_free (list);

  trellis_window_import (self, G_LIST_MODEL (files));
  return TRUE;
}

void
_trellis_window_class_init_import (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_cb);
}

void
_trellis_window_init_import (TrellisWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
