/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-commands.h"
#include "trellis-error.h"
#include "trellis-import.h"
#include "trellis-plantuml-import.h"
#include "trellis-postings-adding.h"
#include "trellis-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const report_endings[] = { "md", "markdown", "txt", "json", NULL };
static const char *const page_endings[] = { "html", "htm", "xhtml", "mhtml", "mht", NULL };
static const char *const diagram_endings[] = { "puml", "plantuml", NULL };
static const char *const table_endings[] = { "csv", NULL };

typedef struct
{
  TrellisWindow *window;
  GPtrArray     *reports; /* TrellisReport */
  gint64         first;   /* the id of the first one, when they are stored */
  char          *name;    /* of the first file; NULL: the sample */
} Import;

static void
import_free (Import *import)
{
  g_clear_object (&import->window);
  g_clear_pointer (&import->reports, g_ptr_array_unref);
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

  counts = trellis_import_describe (import->reports->pdata[0]);
  /* Translators: a file's name, and what was read: “6 components, 5 postings”. */
  title = g_strdup_printf (_("Imported “%s”: %s"), import->name, counts);
  trellis_window_toast (import->window, title, _("Undo"), "win.undo");
}

/* Of several none is opened: they are shown where all reports are. */
static void
say_imported_many (Import *import)
{
  g_autofree char *title = g_strdup_printf (
      ngettext ("Imported %u report", "Imported %u reports", import->reports->len),
      import->reports->len);

  trellis_window_show_library (import->window);
  trellis_library_page_show_report (import->window->library, import->first);
  trellis_window_toast (import->window, title, _("Undo"), "win.undo");
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (Import) import = data;
  g_autoptr (GError) error = NULL;

  if (!trellis_store_run_finish (TRELLIS_STORE (source), result, &import->first, &error))
    {
      show_failure (import->window, error);
      return;
    }

  if (import->reports->len > 1)
    {
      say_imported_many (import);
      return;
    }

  trellis_window_open_report (import->window, import->first, "overview");
  say_imported (import);
}

/* Takes @import. */
static void
store (Import *import)
{
  trellis_session_flush (import->window->session);
  trellis_commands_import_reports_async (trellis_session_get_store (import->window->session),
                                         import->reports, NULL, stored_cb, import);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (Import) import = data;
  g_autoptr (GError) error = NULL;

  import->reports = trellis_import_read_finish (result, &error);
  if (import->reports == NULL)
    show_failure (import->window, error);
  else
    store (g_steal_pointer (&import));
}

static gboolean
has_ending (GFile             *file,
            const char *const *endings)
{
  g_autofree char *name = g_file_get_basename (file);
  const char      *dot = name != NULL ? strrchr (name, '.') : NULL;
  g_autofree char *folded = dot != NULL ? g_ascii_strdown (dot + 1, -1) : NULL;

  return folded != NULL && g_strv_contains (endings, folded);
}

static gboolean
are_all (GListModel        *files,
         const char *const *endings)
{
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (!has_ending (file, endings))
        return FALSE;
    }

  return TRUE;
}

/* What a browser saved is a posting of the report that is open, or was the last time. */
static void
add_postings (TrellisWindow *self,
              GListModel    *files)
{
  g_autoptr (GError) error = NULL;

  if (trellis_window_get_page_name (self) == NULL)
    trellis_window_restore (self);
  if (trellis_window_get_page_name (self) != NULL)
    {
      trellis_postings_adding_start (trellis_report_view_show_page (self->report, "postings"),
                                     files);
      return;
    }

  g_set_error_literal (&error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                       _("A saved page is a posting of a report. Open the report first."));
  show_failure (self, error);
}

/**
 * trellis_window_import:
 * @files: (element-type GFile): the files of one report or of several, or postings' saved pages
 *
 * Reads the files and opens what was read as a new report, or shows several in the library; says
 * why not, when they cannot be read. Saved pages become postings of the report that is open; from
 * a diagram one chooses its components.
 */
void
trellis_window_import (TrellisWindow *self,
                       GListModel    *files)
{
  Import           *import;
  g_autoptr (GFile) first = NULL;

  g_return_if_fail (TRELLIS_IS_WINDOW (self));

  if (_trellis_window_defer (self, G_CALLBACK (trellis_window_import), files))
    return;
  first = g_list_model_get_item (files, 0);
  if (first == NULL)
    return;
  if (are_all (files, page_endings))
    {
      add_postings (self, files);
      return;
    }
  if (g_list_model_get_n_items (files) == 1 && has_ending (first, diagram_endings)
      && trellis_window_get_page_name (self) != NULL)
    {
      trellis_plantuml_import_start (trellis_report_view_show_page (self->report, "components"),
                                     first);
      return;
    }

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
  TrellisReport     *report;

  g_return_if_fail (TRELLIS_IS_WINDOW (self));

  if (_trellis_window_defer (self, G_CALLBACK (trellis_window_open_sample), NULL))
    return;
  import->window = g_object_ref (self);
  report = trellis_import_read_sample (&error);
  if (report == NULL)
    {
      show_failure (self, error);
      return;
    }

  import->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_report_free);
  g_ptr_array_add (import->reports, report);
  store (g_steal_pointer (&import));
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
add_endings (GtkFileFilter     *filter,
             const char *const *endings)
{
  for (guint i = 0; endings[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, endings[i]);
}

static void
add_filter (GListStore        *filters,
            const char        *name,
            const char *const *endings)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileFilter            *all = g_list_model_get_item (G_LIST_MODEL (filters), 0);

  gtk_file_filter_set_name (filter, name);
  add_endings (filter, endings);
  add_endings (all, endings);
  g_list_store_append (filters, filter);
  g_object_unref (all);
}

/* Returns: (transfer full) (element-type GtkFileFilter): what can be imported: all of it first */
GListModel *
trellis_window_list_import_filters (void)
{
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  GListStore               *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (all, _("All Files That Can Be Imported"));
  g_list_store_append (filters, all);
  add_filter (filters, _("Reports (Markdown, JSON)"), report_endings);
  add_filter (filters, _("Saved Pages of Postings (HTML)"), page_endings);
  add_filter (filters, _("Component Diagrams (PlantUML)"), diagram_endings);
  add_filter (filters, _("Matrices (CSV)"), table_endings);
  return G_LIST_MODEL (filters);
}

static void
import_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel)    filters = trellis_window_list_import_filters ();

  gtk_file_dialog_set_title (dialog, _("Import"));
  gtk_file_dialog_set_accept_label (dialog, _("_Import"));
  gtk_file_dialog_set_filters (dialog, filters);
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
