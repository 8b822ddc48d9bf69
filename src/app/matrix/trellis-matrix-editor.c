/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-matrix-editor.h"

/* Return keeps, Escape and a click elsewhere drop. While lines are being added it stays open and
 * empties itself, so that several can be typed in a row. */

struct _TrellisMatrixEditor
{
  GtkPopover parent_instance;

  GtkWidget *label;
  GtkWidget *entry;
  gboolean   stays;
};

G_DEFINE_FINAL_TYPE (TrellisMatrixEditor, trellis_matrix_editor, GTK_TYPE_POPOVER)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
activate_cb (TrellisMatrixEditor *self)
{
  g_autofree char *text = g_strstrip (
      g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (self->stays && *text != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    gtk_popover_popdown (GTK_POPOVER (self));

  g_signal_emit (self, signals[DONE], 0, text);
}

static void
trellis_matrix_editor_class_init (TrellisMatrixEditorClass *klass)
{
  signals[DONE] = g_signal_new ("done", TRELLIS_TYPE_MATRIX_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
trellis_matrix_editor_init (TrellisMatrixEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "heading");
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), 32);

  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 26);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);

  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
}

/* @parent must call trellis_matrix_editor_present() when it is allocated. */
TrellisMatrixEditor *
trellis_matrix_editor_new (GtkWidget *parent)
{
  TrellisMatrixEditor *self = g_object_new (TRELLIS_TYPE_MATRIX_EDITOR, NULL);

  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  return self;
}

/**
 * trellis_matrix_editor_open:
 * @area: what it points to, in the parent's coordinates
 * @title: what is typed here
 * @text: what stands there now; it is selected
 * @stays: whether it is open for another one after Return
 */
void
trellis_matrix_editor_open (TrellisMatrixEditor *self,
                            const GdkRectangle  *area,
                            const char          *title,
                            const char          *text,
                            gboolean             stays)
{
  g_return_if_fail (TRELLIS_IS_MATRIX_EDITOR (self));

  self->stays = stays;
  gtk_label_set_text (GTK_LABEL (self->label), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), area);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
trellis_matrix_editor_present (TrellisMatrixEditor *self)
{
  g_return_if_fail (TRELLIS_IS_MATRIX_EDITOR (self));

  gtk_popover_present (GTK_POPOVER (self));
}

gboolean
trellis_matrix_editor_is_open (TrellisMatrixEditor *self)
{
  g_return_val_if_fail (TRELLIS_IS_MATRIX_EDITOR (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self));
}
