/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-found-row.h"

#include <glib/gi18n-lib.h>

struct _TrellisFoundRow
{
  AdwPreferencesRow parent_instance;

  AdwWrapBox *box;
  GtkWidget  *all;
  char      **names;
};

G_DEFINE_FINAL_TYPE (TrellisFoundRow, trellis_found_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  ADDED,
  DISMISSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What was found is shown anew meanwhile: the focus stays near. */
static void
focus_near (TrellisFoundRow *self,
            int              index)
{
  GtkWidget *next = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  for (int i = 0; i < index && next != NULL && gtk_widget_get_next_sibling (next) != NULL; i++)
    next = gtk_widget_get_next_sibling (next);
  if (next != NULL)
    gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD);
}

static void
add_cb (TrellisFoundRow *self,
        GtkWidget       *button)
{
  int index = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "index"));

  g_signal_emit (self, signals[ADDED], 0, index);
  focus_near (self, index);
}

static void
dismiss_cb (TrellisFoundRow *self,
            GtkWidget       *button)
{
  int index = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "index"));

  g_signal_emit (self, signals[DISMISSED], 0, index);
  focus_near (self, index);
}

static void
add_all_cb (TrellisFoundRow *self)
{
  g_signal_emit (self, signals[ADDED], 0, -1);
}

static void
dismiss_all_cb (TrellisFoundRow *self)
{
  g_signal_emit (self, signals[DISMISSED], 0, -1);
}

static void
set_up_button (GtkWidget  *button,
               const char *label,
               guint       index)
{
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
}

/* “+ Docker ×”: the name adds it, the cross dismisses it. */
static GtkWidget *
create_chip (TrellisFoundRow *self,
             const char      *name,
             guint            index)
{
  GtkWidget       *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget       *add = gtk_button_new ();
  GtkWidget       *dismiss = gtk_button_new_from_icon_name ("window-close-symbolic");
  GtkWidget       *content = adw_button_content_new ();
  g_autofree char *add_label = g_strdup_printf (_("Add %s"), name);
  g_autofree char *dismiss_label = g_strdup_printf (_("Dismiss %s"), name);

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), name);
  adw_button_content_set_can_shrink (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (add), content);
  set_up_button (add, add_label, index);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  set_up_button (dismiss, dismiss_label, index);
  g_signal_connect_object (dismiss, "clicked", G_CALLBACK (dismiss_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_add_css_class (chip, "found");
  gtk_box_append (GTK_BOX (chip), add);
  gtk_box_append (GTK_BOX (chip), dismiss);
  return chip;
}

static void
trellis_found_row_dispose (GObject *object)
{
  g_clear_pointer (&TRELLIS_FOUND_ROW (object)->names, g_strfreev);

  G_OBJECT_CLASS (trellis_found_row_parent_class)->dispose (object);
}

static void
trellis_found_row_class_init (TrellisFoundRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_found_row_dispose;
  signals[ADDED] = g_signal_new ("added", TRELLIS_TYPE_FOUND_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DISMISSED] = g_signal_new ("dismissed", TRELLIS_TYPE_FOUND_ROW, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/found-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisFoundRow, box);
  gtk_widget_class_bind_template_child (widget_class, TrellisFoundRow, all);
  gtk_widget_class_bind_template_callback (widget_class, add_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_all_cb);
}

static void
trellis_found_row_init (TrellisFoundRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
trellis_found_row_new (const char *title)
{
  return g_object_new (TRELLIS_TYPE_FOUND_ROW, "title", title, NULL);
}

void
trellis_found_row_show (TrellisFoundRow   *self,
                        const char *const *names)
{
  GtkWidget *child;

  g_return_if_fail (TRELLIS_IS_FOUND_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self), *names != NULL);
  if (self->names != NULL && g_strv_equal ((const char *const *) self->names, names))
    return;

  g_strfreev (self->names);
  self->names = g_strdupv ((char **) names);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    adw_wrap_box_remove (self->box, child);
  for (guint i = 0; names[i] != NULL; i++)
    adw_wrap_box_append (self->box, create_chip (self, names[i], i));
  gtk_widget_set_visible (self->all, *names != NULL && names[1] != NULL);
}
