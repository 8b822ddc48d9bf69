/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-criterion-row.h"

#include <glib/gi18n-lib.h>

struct _TrellisCriterionRow
{
  AdwActionRow parent_instance;

  char                  *id; /* of the criterion that is shown, or NULL */
  TrellisCriterionStatus status;

  GtkImage *state;
  GtkImage *chevron;
};

G_DEFINE_FINAL_TYPE (TrellisCriterionRow, trellis_criterion_row, ADW_TYPE_ACTION_ROW)

static void
trellis_criterion_row_finalize (GObject *object)
{
  g_free (TRELLIS_CRITERION_ROW (object)->id);

  G_OBJECT_CLASS (trellis_criterion_row_parent_class)->finalize (object);
}

static void
trellis_criterion_row_class_init (TrellisCriterionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = trellis_criterion_row_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/trellis_app/Trellis/ui/criterion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisCriterionRow, state);
  gtk_widget_class_bind_template_child (widget_class, TrellisCriterionRow, chevron);
}

static void
trellis_criterion_row_init (TrellisCriterionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
trellis_criterion_row_new (void)
{
  return g_object_new (TRELLIS_TYPE_CRITERION_ROW, NULL);
}

static void
show_state (TrellisCriterionRow   *self,
            TrellisCriterionStatus status,
            const char            *sentence)
{
  static const struct
  {
    const char *icon;
    const char *style;
    const char *spoken;
  } looks[] = {
    [TRELLIS_CRITERION_MET] = {
        "trellis-met-symbolic", "success", N_("Met: %s") },
    [TRELLIS_CRITERION_UNMET] = { "dialog-warning-symbolic", "warning", N_("Unmet: %s") },
    [TRELLIS_CRITERION_JUDGE] = { "dialog-question-symbolic", "dimmed", N_("To judge: %s") },
  };
  const char      *classes[] = { looks[status].style, NULL };
  const char      *word = _ (looks[status].spoken);
  g_auto (GStrv)   parts = g_strsplit (word, "%s", 2);
  g_autofree char *spoken = g_strjoinv (sentence, parts);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), sentence);
  gtk_image_set_from_icon_name (self->state, looks[status].icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->state), classes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* Whether the row says just that already: most do, each time the report was judged. */
static gboolean
says (TrellisCriterionRow    *self,
      const TrellisCriterion *criterion,
      gboolean                has_page)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  return g_strcmp0 (self->id, criterion->id) == 0 && self->status == criterion->status
         && gtk_widget_get_visible (GTK_WIDGET (self->chevron)) == has_page
         && g_str_equal (title, criterion->message);
}

void
trellis_criterion_row_show (TrellisCriterionRow    *self,
                            const TrellisReport    *report,
                            const TrellisCriterion *criterion)
{
  g_autofree char *page = trellis_page_name_for_criterion (report, criterion);

  g_return_if_fail (TRELLIS_IS_CRITERION_ROW (self));

  if (says (self, criterion, page != NULL))
    return;

  g_set_str (&self->id, criterion->id);
  self->status = criterion->status;
  show_state (self, criterion->status, criterion->message);
  gtk_widget_set_visible (GTK_WIDGET (self->chevron), page != NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), page != NULL);
  if (page != NULL)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", criterion->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-criterion");
    }
  else
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self), NULL);
}

void
trellis_criterion_row_show_contradiction (TrellisCriterionRow        *self,
                                          const TrellisContradiction *contradiction)
{
  g_return_if_fail (TRELLIS_IS_CRITERION_ROW (self));

  show_state (self, TRELLIS_CRITERION_UNMET, contradiction->message);
  gtk_widget_set_visible (GTK_WIDGET (self->chevron), FALSE);
}
