/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-chip-row.h"

#include <glib/gi18n-lib.h>

struct _TrellisChipRow
{
  AdwPreferencesRow parent_instance;

  AdwWrapBox    *box;
  GtkMenuButton *add;
  GtkEntry      *entry; /* NULL: added from choices */
  char         **chips; /* what is shown */
  GMenu         *choices;
};

G_DEFINE_FINAL_TYPE (TrellisChipRow, trellis_chip_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  REMOVED,
  CHOSEN,
  TYPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
get_index (GtkWidget *chip)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "index"));
}

static GtkWidget *
get_chip (TrellisChipRow *self,
          guint           index)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  while (child != NULL && child != GTK_WIDGET (self->add) && get_index (child) < index)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
remove_cb (TrellisChipRow *self,
           GtkWidget      *button)
{
  guint index = get_index (gtk_widget_get_parent (button));

  g_signal_emit (self, signals[REMOVED], 0, index);
  /* The row shows itself again meanwhile: the focus stays near. */
  gtk_widget_child_focus (get_chip (self, index), GTK_DIR_TAB_FORWARD);
}

static gboolean
delete_cb (GtkWidget *chip,
           GVariant  *args,
           gpointer   self)
{
  remove_cb (self, gtk_widget_get_last_child (chip));
  return GDK_EVENT_STOP;
}

static void
add_delete_key (TrellisChipRow *self,
                GtkWidget      *chip)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                                                     gtk_keyval_trigger_new (GDK_KEY_BackSpace, 0)),
                        gtk_callback_action_new (delete_cb, self, NULL)));
  gtk_widget_add_controller (chip, keys);
}

static GtkWidget *
create_chip (TrellisChipRow *self,
             const char     *text,
             const char     *tooltip,
             guint           index)
{
  GtkWidget       *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget       *label = gtk_label_new (text);
  GtkWidget       *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *name = g_strdup_printf (_("Remove %s"), text);

  gtk_widget_add_css_class (chip, "chip");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (tooltip != NULL && *tooltip != '\0')
    gtk_widget_set_tooltip_text (chip, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (chip), "index", GUINT_TO_POINTER (index));
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), button);
  add_delete_key (self, chip);
  return chip;
}

static void
show_chips (TrellisChipRow    *self,
            const char *const *tooltips)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != GTK_WIDGET (self->add))
    adw_wrap_box_remove (self->box, child);

  for (guint i = g_strv_length (self->chips); i > 0; i--)
    adw_wrap_box_prepend (self->box,
                          create_chip (self, self->chips[i - 1],
                                       tooltips != NULL ? tooltips[i - 1] : NULL, i - 1));
}

static void
show_choices (TrellisChipRow    *self,
              const char *const *choices)
{
  g_menu_remove_all (self->choices);
  for (guint i = 0; choices != NULL && choices[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

      /* An underline in a menu's label is an access key. */
      g_auto (GStrv)   parts = g_strsplit (choices[i], "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      g_menu_item_set_label (item, label);
      g_menu_item_set_action_and_target (item, "chips.choose", "u", i);
      g_menu_append_item (self->choices, item);
    }

  gtk_widget_set_sensitive (GTK_WIDGET (self->add),
                            self->entry != NULL || (choices != NULL && *choices != NULL));
}

static void
choose_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  TrellisChipRow *self = TRELLIS_CHIP_ROW (widget);

  gtk_menu_button_popdown (self->add);
  g_signal_emit (widget, signals[CHOSEN], 0, g_variant_get_uint32 (parameter));
  gtk_widget_grab_focus (GTK_WIDGET (self->add));
}

static void
typed_cb (TrellisChipRow *self)
{
  g_autofree char *text = g_strstrip (
      g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (*text != '\0')
    g_signal_emit (self, signals[TYPED], 0, text);
}

static void
trellis_chip_row_dispose (GObject *object)
{
  TrellisChipRow *self = TRELLIS_CHIP_ROW (object);

  g_clear_pointer (&self->chips, g_strfreev);
  g_clear_object (&self->choices);

  G_OBJECT_CLASS (trellis_chip_row_parent_class)->dispose (object);
}

static guint
add_signal (const char *name,
            GType       parameter)
{
  return g_signal_new (name, TRELLIS_TYPE_CHIP_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 1, parameter);
}

static void
trellis_chip_row_class_init (TrellisChipRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_chip_row_dispose;

  signals[REMOVED] = add_signal ("removed", G_TYPE_UINT);
  signals[CHOSEN] = add_signal ("chosen", G_TYPE_UINT);
  signals[TYPED] = add_signal ("typed", G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/chip-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisChipRow, box);
  gtk_widget_class_bind_template_child (widget_class, TrellisChipRow, add);
  gtk_widget_class_install_action (widget_class, "chips.choose", "u", choose_cb);
}

static void
trellis_chip_row_init (TrellisChipRow *self)
{
  self->choices = g_menu_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
create_entry_popover (TrellisChipRow *self,
                      const char     *name)
{
  GtkWidget *popover = gtk_popover_new ();

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->entry, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->entry));
  return popover;
}

/**
 * trellis_chip_row_new:
 * @add_name: what the button that adds is called
 * @typed: whether chips are typed rather than chosen
 */
GtkWidget *
trellis_chip_row_new (const char *title,
                      const char *add_name,
                      gboolean    typed)
{
  TrellisChipRow *self = g_object_new (TRELLIS_TYPE_CHIP_ROW, "title", title, NULL);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add), add_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  add_name, -1);
  if (typed)
    gtk_menu_button_set_popover (self->add, create_entry_popover (self, add_name));
  else
    gtk_menu_button_set_menu_model (self->add, G_MENU_MODEL (self->choices));
  return GTK_WIDGET (self);
}

/**
 * trellis_chip_row_show:
 * @tooltips: (nullable): one for each chip; an empty one is none
 * @choices: (nullable): what can be added
 */
void
trellis_chip_row_show (TrellisChipRow    *self,
                       const char *const *chips,
                       const char *const *tooltips,
                       const char *const *choices)
{
  g_return_if_fail (TRELLIS_IS_CHIP_ROW (self));

  g_strfreev (self->chips);
  self->chips = g_strdupv ((char **) chips);
  show_chips (self, tooltips);
  show_choices (self, choices);
}
