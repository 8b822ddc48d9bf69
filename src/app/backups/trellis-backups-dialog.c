/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-backups-dialog.h"

#include "trellis-store.h"

#include <glib/gi18n-lib.h>

struct _TrellisBackupsDialog
{
  AdwDialog parent_instance;

  GtkStack   *stack;
  GtkListBox *list;

  GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (TrellisBackupsDialog, trellis_backups_dialog, ADW_TYPE_DIALOG)

/* @made: (nullable). Returns: (transfer full): day and time, where one is */
char *
trellis_backups_format_time (GDateTime *made)
{
  g_autoptr (GDateTime) local = made != NULL ? g_date_time_to_local (made) : NULL;

  /* Translators: a date and a time, as strftime() takes it. */
  return local != NULL ? g_date_time_format (local, _("%x, %R")) : g_strdup (_("Some Day"));
}

/* “3 reports, 41 postings” */
static char *
describe (const TrellisBackup *backup)
{
  g_autofree char *reports = g_strdup_printf (
      ngettext ("%u report", "%u reports", backup->n_reports), backup->n_reports);
  g_autofree char *components = g_strdup_printf (
      ngettext ("%u component", "%u components", backup->n_components), backup->n_components);
  g_autofree char *postings = g_strdup_printf (
      ngettext ("%u posting", "%u postings", backup->n_postings), backup->n_postings);

  return g_strdup_printf ("%s, %s, %s", reports, components, postings);
}

static GtkWidget *
create_row (const TrellisBackup *backup)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *button = gtk_button_new_with_label (_("Restore"));
  g_autofree char *time = trellis_backups_format_time (backup->made);
  g_autofree char *subtitle = describe (backup);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), time);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.restore");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", backup->path);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  time, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      path,
             GCancellable *cancellable)
{
  g_task_return_pointer (task, trellis_store_list_backups (path),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (TrellisBackupsDialog) self = data;
  g_autoptr (GPtrArray)            backups = g_task_propagate_pointer (G_TASK (result), NULL);

  if (backups == NULL)
    return;

  for (guint i = 0; i < backups->len; i++)
    gtk_list_box_append (self->list, create_row (backups->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, backups->len > 0 ? "list" : "empty");
}

static void
trellis_backups_dialog_dispose (GObject *object)
{
  TrellisBackupsDialog *self = TRELLIS_BACKUPS_DIALOG (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);

  G_OBJECT_CLASS (trellis_backups_dialog_parent_class)->dispose (object);
}

static void
trellis_backups_dialog_class_init (TrellisBackupsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_backups_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/trellis_app/Trellis/ui/backups-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisBackupsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TrellisBackupsDialog, list);
}

static void
trellis_backups_dialog_init (TrellisBackupsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Lists what there is of the library, once it is read. */
AdwDialog *
trellis_backups_dialog_new (const char *library_path)
{
  TrellisBackupsDialog *self = g_object_new (TRELLIS_TYPE_BACKUPS_DIALOG, NULL);
  g_autoptr (GTask)     task = NULL;

  self->reading = g_cancellable_new ();
  task = g_task_new (NULL, self->reading, read_cb, g_object_ref (self));
  g_task_set_task_data (task, g_strdup (library_path), g_free);
  g_task_run_in_thread (task, read_thread);
  return ADW_DIALOG (self);
}
