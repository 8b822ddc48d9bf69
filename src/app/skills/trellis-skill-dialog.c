/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-skill-dialog.h"

#include "trellis-commands.h"

#include <glib/gi18n-lib.h>

/* So many get a row; of the others, those that are chosen come along. */
#define MAX_ROWS 500

struct _TrellisSkillDialog
{
  AdwDialog parent_instance;

  GtkButton *add;
  GtkLabel  *into;
  GtkWidget *rows;

  TrellisSession  *session;
  gint64           report_id;
  GPtrArray       *choices; /* TrellisSkillChoice */
  TrellisSkillList list;
};

G_DEFINE_FINAL_TYPE (TrellisSkillDialog, trellis_skill_dialog, ADW_TYPE_DIALOG)

static void
show_count (TrellisSkillDialog *self)
{
  guint n = trellis_skill_choices_count (self->choices);
  /* Translators: a short button, with the number of skills chosen */
  g_autofree char *label = g_strdup_printf (_("_Add %u"), n);
  g_autofree char *spoken = g_strdup_printf (ngettext ("Add %u Skill", "Add %u Skills", n), n);

  gtk_button_set_label (self->add, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), n > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add), n > 0 ? spoken : _("Nothing Is Chosen"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
toggled_cb (TrellisSkillDialog *self,
            GtkCheckButton     *check)
{
  TrellisSkillChoice *choice = g_object_get_data (G_OBJECT (check), "choice");

  choice->chosen = gtk_check_button_get_active (check);
  show_count (self);
}

static void
add_cb (TrellisSkillDialog *self)
{
  g_autoptr (GPtrArray) records = trellis_skill_choices_to_records (self->choices, self->list);
  GError               *error = NULL;

  trellis_session_flush (self->session);
  trellis_commands_add_many (trellis_session_get_store (self->session),
                             self->list == TRELLIS_SKILL_LIST_COMMON ? &trellis_common_skill_type
                                                                     : &trellis_standing_type,
                             self->report_id, records, &error);
  trellis_session_report_error (self->session, error);
  adw_dialog_close (ADW_DIALOG (self));
}

static GtkWidget *
create_row (TrellisSkillDialog *self,
            TrellisSkillChoice *choice)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), choice->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), choice->source);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), choice->chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  choice->name, -1);
  g_object_set_data (G_OBJECT (check), "choice", choice);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  return row;
}

static const char *
get_destination (TrellisSkillList list)
{
  switch (list)
    {
    case TRELLIS_SKILL_LIST_HAVE:
      return _("They are added to the skills you have.");
    case TRELLIS_SKILL_LIST_LACK:
      return _("They are added to the skills you lack.");
    case TRELLIS_SKILL_LIST_COMMON:
    default:
      return _("They are added to the common skills.");
    }
}

static void
trellis_skill_dialog_dispose (GObject *object)
{
  TrellisSkillDialog *self = TRELLIS_SKILL_DIALOG (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRELLIS_TYPE_SKILL_DIALOG);

  G_OBJECT_CLASS (trellis_skill_dialog_parent_class)->dispose (object);
}

static void
trellis_skill_dialog_finalize (GObject *object)
{
  g_clear_pointer (&TRELLIS_SKILL_DIALOG (object)->choices, g_ptr_array_unref);

  G_OBJECT_CLASS (trellis_skill_dialog_parent_class)->finalize (object);
}

static void
trellis_skill_dialog_class_init (TrellisSkillDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_skill_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = trellis_skill_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/trellis_app/Trellis/ui/skill-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisSkillDialog, add);
  gtk_widget_class_bind_template_child (widget_class, TrellisSkillDialog, into);
  gtk_widget_class_bind_template_child (widget_class, TrellisSkillDialog, rows);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
trellis_skill_dialog_init (TrellisSkillDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trellis_skill_dialog_new:
 * @choices: (transfer full) (element-type TrellisSkillChoice): one at least
 * @list: where they are to go
 */
AdwDialog *
trellis_skill_dialog_new (TrellisSession  *session,
                          GPtrArray       *choices,
                          TrellisSkillList list,
                          const char      *title)
{
  TrellisSkillDialog *self = g_object_new (TRELLIS_TYPE_SKILL_DIALOG, "title", title, NULL);

  self->session = g_object_ref (session);
  self->report_id = trellis_session_get_report_id (session);
  self->choices = choices;
  self->list = list;
  gtk_label_set_label (self->into, get_destination (list));
  for (guint i = 0; i < MIN (choices->len, MAX_ROWS); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->rows), create_row (self, choices->pdata[i]));
  show_count (self);
  return ADW_DIALOG (self);
}
