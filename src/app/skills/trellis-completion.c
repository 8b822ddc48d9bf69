/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-completion.h"

#include <glib/gi18n-lib.h>

struct _TrellisCompletion
{
  GObject parent_instance;

  GtkEditable          *editable; /* owns this */
  GtkWidget            *popover;
  GtkListBox           *list;
  TrellisCompletionFunc func;
  gpointer              user_data;
  gboolean              taking; /* the entry is being filled */
};

G_DEFINE_FINAL_TYPE (TrellisCompletion, trellis_completion, G_TYPE_OBJECT)

static gboolean
has_focus (TrellisCompletion *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self->editable));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->editable));
}

static void
announce (TrellisCompletion *self,
          guint              n)
{
  g_autofree char *sentence
      = g_strdup_printf (ngettext ("%u suggestion", "%u suggestions", n), n);

  gtk_accessible_announce (GTK_ACCESSIBLE (self->editable), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
show_names (TrellisCompletion *self,
            char             **names)
{
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; names[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (names[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (self->list, label);
    }
}

static void
changed_cb (TrellisCompletion *self)
{
  const char    *typed = gtk_editable_get_text (self->editable);
  g_auto (GStrv) names = NULL;

  if (self->taking || !has_focus (self))
    return;

  if (*typed != '\0')
    names = self->func (typed, self->user_data);
  if (names == NULL || *names == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return;
    }

  show_names (self, names);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  announce (self, g_strv_length (names));
}

static void
take (TrellisCompletion *self,
      GtkListBoxRow     *row)
{
  GtkWidget *label = gtk_list_box_row_get_child (row);

  self->taking = TRUE;
  gtk_editable_set_text (self->editable, gtk_label_get_label (GTK_LABEL (label)));
  gtk_editable_set_position (self->editable, -1);
  self->taking = FALSE;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
row_activated_cb (TrellisCompletion *self,
                  GtkListBoxRow     *row)
{
  take (self, row);
}

static void
step (TrellisCompletion *self,
      int                by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int            index = row != NULL ? gtk_list_box_row_get_index (row) + by : by > 0 ? 0
                                                                                      : -1;
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->list, index);

  gtk_list_box_select_row (self->list, next);
  if (next != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->editable),
                             gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (next))),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
key_cb (TrellisCompletion *self,
        guint              keyval,
        guint              keycode,
        GdkModifierType    state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (!gtk_widget_get_visible (self->popover) || (state & gtk_accelerator_get_default_mod_mask ()))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_Up:
      step (self, keyval == GDK_KEY_Down ? 1 : -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (row != NULL)
        take (self, row);
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return row != NULL;
    case GDK_KEY_Escape:
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
leave_cb (TrellisCompletion *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
destroy_cb (TrellisCompletion *self)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

static void
trellis_completion_class_init (TrellisCompletionClass *klass)
{
}

static void
trellis_completion_init (TrellisCompletion *self)
{
}

static void
add_popover (TrellisCompletion *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (self->list, TRUE);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);

  self->popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_widget_add_css_class (self->popover, "completion");
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self->editable));
}

/* Returns: (transfer none): it lives as long as @editable */
TrellisCompletion *
trellis_completion_attach (GtkEditable          *editable,
                           TrellisCompletionFunc func,
                           gpointer              user_data)
{
  TrellisCompletion  *self = g_object_new (TRELLIS_TYPE_COMPLETION, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->editable = editable;
  self->func = func;
  self->user_data = user_data;
  add_popover (self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (editable), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (editable), focus);
  g_signal_connect_object (editable, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editable, "destroy", G_CALLBACK (destroy_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (editable), "trellis-completion", self, g_object_unref);
  return self;
}
