/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-merge-dialog.h"

#include "trellis-commands.h"

#include <glib/gi18n-lib.h>

struct _TrellisMergeDialog
{
  AdwDialog parent_instance;

  TrellisSession      *session;
  gint64               role_id;
  AdwPreferencesGroup *group;
  GtkWidget           *merge;
  gint64               into_id; /* 0: not chosen yet */
};

G_DEFINE_FINAL_TYPE (TrellisMergeDialog, trellis_merge_dialog, ADW_TYPE_DIALOG)

static void
merge_cb (TrellisMergeDialog *self)
{
  GError *error = NULL;

  trellis_commands_merge_roles (trellis_session_get_store (self->session), self->role_id,
                                self->into_id, &error);
  trellis_session_report_error (self->session, error);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
toggled_cb (TrellisMergeDialog *self,
            GtkCheckButton     *check)
{
  if (!gtk_check_button_get_active (check))
    return;

  self->into_id = *(gint64 *) g_object_get_data (G_OBJECT (check), "id");
  gtk_widget_set_sensitive (self->merge, TRUE);
}

static GtkWidget *
create_row (TrellisMergeDialog *self,
            const TrellisRole  *role,
            GtkWidget          *first)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), role->name);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check),
                              first != NULL ? GTK_CHECK_BUTTON (first) : NULL);
  g_object_set_data_full (G_OBJECT (check), "id", g_memdup2 (&role->base.id, sizeof (gint64)),
                          g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->group, row);
  return check;
}

static guint
count_cells (const TrellisReport *report,
             gint64               role_id)
{
  guint n = 0;

  for (guint i = 0; i < report->involvements->len; i++)
    n += ((const TrellisInvolvement *) report->involvements->pdata[i])->role_id == role_id;

  return n;
}

/* What will happen is said before it does. */
static void
describe (TrellisMergeDialog *self,
          const TrellisRole  *merged)
{
  guint            n = count_cells (trellis_session_get_report (self->session), self->role_id);
  g_autofree char *title = g_strdup_printf (_("Merge “%s” Into"), merged->name);
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u cell keeps “%s” as its wording.", "%u cells keep “%s” as their wording.", n), n,
      merged->name);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_dialog_set_title (ADW_DIALOG (self), title);
  if (n > 0)
    adw_preferences_group_set_description (self->group, escaped);
}

static void
trellis_merge_dialog_dispose (GObject *object)
{
  TrellisMergeDialog *self = TRELLIS_MERGE_DIALOG (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (trellis_merge_dialog_parent_class)->dispose (object);
}

static void
trellis_merge_dialog_class_init (TrellisMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_merge_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisMergeDialog, group);
  gtk_widget_class_bind_template_child (widget_class, TrellisMergeDialog, merge);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
}

static void
trellis_merge_dialog_init (TrellisMergeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
trellis_merge_dialog_new (TrellisSession *session,
                          gint64          role_id)
{
  TrellisMergeDialog  *self = g_object_new (TRELLIS_TYPE_MERGE_DIALOG, NULL);
  const TrellisReport *report = trellis_session_get_report (session);
  GtkWidget           *first = NULL;

  self->session = g_object_ref (session);
  self->role_id = role_id;
  describe (self, trellis_report_find (report, &trellis_role_type, role_id));
  for (guint i = 0; i < report->roles->len; i++)
    {
      const TrellisRole *role = report->roles->pdata[i];
      GtkWidget         *check;

      if (role->base.id == role_id)
        continue;
      check = create_row (self, role, first);
      if (first == NULL)
        first = check;
    }
  return ADW_DIALOG (self);
}
