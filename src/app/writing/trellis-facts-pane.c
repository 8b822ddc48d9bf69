/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-facts-pane.h"

#include "trellis-facts.h"

#include <glib/gi18n-lib.h>

struct _TrellisFactsPane
{
  AdwBin parent_instance;

  GtkWidget  *heading;
  GtkListBox *list;
  GtkBox     *questions;
  GPtrArray  *facts; /* TrellisFact, one a row */
};

G_DEFINE_FINAL_TYPE (TrellisFactsPane, trellis_facts_pane, ADW_TYPE_BIN)

enum
{
  INSERT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
create_row (const TrellisFact *fact)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *mark = gtk_image_new_from_icon_name (fact->have ? "trellis-met-symbolic"
                                                                   : "trellis-lack-symbolic");
  g_autofree char *count = g_strdup_printf (
      ngettext ("%d of %d posting", "%d of %d postings", (gulong) fact->postings), fact->asking,
      fact->postings);
  g_autofree char *spoken
      = g_strjoin (", ", fact->skill, fact->have ? _("Have") : _("Lack"), count, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fact->skill);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), count);
  gtk_widget_add_css_class (mark, "dimmed");
  gtk_widget_set_tooltip_text (mark, fact->have ? _("Have") : _("Lack"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _("Insert Into the Text"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static void
row_activated_cb (TrellisFactsPane *self,
                  GtkListBoxRow    *row)
{
  const TrellisFact *fact = self->facts->pdata[gtk_list_box_row_get_index (row)];

  g_signal_emit (self, signals[INSERT], 0, fact->text);
}

static gboolean
is_same (GPtrArray *a,
         GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const TrellisFact *x = a->pdata[i];
      const TrellisFact *y = b->pdata[i];

      if (x->have != y->have || !g_str_equal (x->text, y->text))
        return FALSE;
    }

  return TRUE;
}

static void
trellis_facts_pane_dispose (GObject *object)
{
  g_clear_pointer (&TRELLIS_FACTS_PANE (object)->facts, g_ptr_array_unref);

  G_OBJECT_CLASS (trellis_facts_pane_parent_class)->dispose (object);
}

static void
trellis_facts_pane_class_init (TrellisFactsPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trellis_facts_pane_dispose;

  signals[INSERT] = g_signal_new ("insert", TRELLIS_TYPE_FACTS_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
create_heading (const char *words)
{
  GtkWidget *heading = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "facts-heading");
  return heading;
}

static void
create_list (TrellisFactsPane *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What the Postings Say"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
trellis_facts_pane_init (TrellisFactsPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->heading = create_heading (_("What the Postings Say"));
  create_list (self);
  self->questions = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->questions), "facts-questions");
  gtk_widget_set_visible (GTK_WIDGET (self->questions), FALSE);

  gtk_box_append (GTK_BOX (box), self->heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->questions));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/* What the text may answer, in the report's language. */
void
trellis_facts_pane_set_questions (TrellisFactsPane  *self,
                                  const char *const *questions)
{
  GtkWidget *child;

  g_return_if_fail (TRELLIS_IS_FACTS_PANE (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->questions))) != NULL)
    gtk_box_remove (self->questions, child);

  gtk_box_append (self->questions, create_heading (_("Questions to Answer")));
  for (guint i = 0; questions[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (questions[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "facts-question");
      gtk_box_append (self->questions, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->questions), *questions != NULL);
}

/* Shows the facts as they are now. Returns: whether there is anything to show */
gboolean
trellis_facts_pane_update (TrellisFactsPane *self,
                           TrellisSession   *session)
{
  g_autoptr (GPtrArray) facts = NULL;

  g_return_val_if_fail (TRELLIS_IS_FACTS_PANE (self), FALSE);

  facts = trellis_facts_list (trellis_session_get_report (session),
                              trellis_session_get_demand_index (session));
  gtk_widget_set_visible (self->heading, facts->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), facts->len > 0);
  if (is_same (self->facts, facts))
    return facts->len > 0 || gtk_widget_get_visible (GTK_WIDGET (self->questions));

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < facts->len; i++)
    gtk_list_box_append (self->list, create_row (facts->pdata[i]));
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  self->facts = g_steal_pointer (&facts);
  return self->facts->len > 0 || gtk_widget_get_visible (GTK_WIDGET (self->questions));
}
