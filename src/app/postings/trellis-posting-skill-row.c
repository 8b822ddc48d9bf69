/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-skill-row.h"

#include <glib/gi18n-lib.h>

struct _TrellisPostingSkillRow
{
  AdwComboRow parent_instance;

  GtkWidget *remove;
  gint64     id;
  gboolean   showing; /* the choice is being set, by no person */
};

G_DEFINE_FINAL_TYPE (TrellisPostingSkillRow, trellis_posting_skill_row, ADW_TYPE_COMBO_ROW)

enum
{
  REQUIRED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
selected_cb (TrellisPostingSkillRow *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[REQUIRED], 0,
                   (int) adw_combo_row_get_selected (ADW_COMBO_ROW (self)));
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_signal_emit (widget, signals[REMOVED], 0);
}

static void
trellis_posting_skill_row_class_init (TrellisPostingSkillRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[REQUIRED] = g_signal_new ("required", TRELLIS_TYPE_POSTING_SKILL_ROW, G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[REMOVED] = g_signal_new ("removed", TRELLIS_TYPE_POSTING_SKILL_ROW, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "skill.remove", NULL, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "skill.remove", NULL);
}

static void
trellis_posting_skill_row_init (TrellisPostingSkillRow *self)
{
  /* In the order of TrellisRequirement */
  const char *const         words[] = { _("Must Have"), _("Nice to Have"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (words);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (model));
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);

  self->remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_set_valign (self->remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->remove, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remove), "skill.remove");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->remove);
}

GtkWidget *
trellis_posting_skill_row_new (void)
{
  return g_object_new (TRELLIS_TYPE_POSTING_SKILL_ROW, NULL);
}

/* Of the TrellisPostingSkill that it shows. */
gint64
trellis_posting_skill_row_get_id (TrellisPostingSkillRow *self)
{
  g_return_val_if_fail (TRELLIS_IS_POSTING_SKILL_ROW (self), 0);

  return self->id;
}

void
trellis_posting_skill_row_show (TrellisPostingSkillRow    *self,
                                const TrellisPostingSkill *skill)
{
  g_autofree char *label = NULL;

  g_return_if_fail (TRELLIS_IS_POSTING_SKILL_ROW (self));

  label = g_strdup_printf (_("Remove %s"), skill->name);
  self->showing = TRUE;
  self->id = skill->base.id;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), skill->name);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), (guint) skill->requirement);
  gtk_widget_set_tooltip_text (self->remove, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  self->showing = FALSE;
}
