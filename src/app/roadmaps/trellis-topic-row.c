/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-topic-row.h"

#include <glib/gi18n-lib.h>

struct _TrellisTopicRow
{
  AdwBin parent_instance;

  GtkTreeExpander *expander;
  GtkImage        *mark;
  GtkLabel        *name;
  GtkLabel        *count;

  TrellisTopicItem *item; /* NULL: it is not in use */
  gulong            changed_id;
};

G_DEFINE_FINAL_TYPE (TrellisTopicRow, trellis_topic_row, ADW_TYPE_BIN)

static const char *
get_icon (TrellisTopicState state)
{
  switch (state)
    {
    case TRELLIS_TOPIC_LEARNING:
      return "trellis-learning-symbolic";
    case TRELLIS_TOPIC_DONE:
      return "trellis-met-symbolic";
    case TRELLIS_TOPIC_SKIPPED:
      return "trellis-skipped-symbolic";
    default:
      return "trellis-lack-symbolic";
    }
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show (TrellisTopicRow *self)
{
  TrellisTopicState state = trellis_topic_item_get_state (self->item);
  g_autofree char  *spoken = trellis_topic_item_describe (self->item);
  g_autofree char  *count = NULL;
  guint             done, all;

  trellis_topic_item_count (self->item, &done, &all);
  /* Translators: of the topics below, how many are done */
  count = all > 0 ? g_strdup_printf (_("%u of %u"), done, all) : g_strdup ("");
  gtk_image_set_from_icon_name (self->mark, get_icon (state));
  gtk_widget_set_visible (GTK_WIDGET (self->mark), !trellis_topic_item_is_group (self->item));
  set_class (GTK_WIDGET (self->mark), "success", state == TRELLIS_TOPIC_DONE);
  set_class (GTK_WIDGET (self->mark), "accent", state == TRELLIS_TOPIC_LEARNING);
  set_class (GTK_WIDGET (self->name), "dimmed", state == TRELLIS_TOPIC_SKIPPED);
  gtk_label_set_label (self->name, trellis_topic_item_get_name (self->item));
  gtk_label_set_label (self->count, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
clear (TrellisTopicRow *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  g_clear_object (&self->item);
}

static void
trellis_topic_row_dispose (GObject *object)
{
  clear (TRELLIS_TOPIC_ROW (object));

  G_OBJECT_CLASS (trellis_topic_row_parent_class)->dispose (object);
}

static gboolean
trellis_topic_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TRELLIS_TOPIC_ROW (widget)->expander));
}

static void
trellis_topic_row_class_init (TrellisTopicRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_topic_row_dispose;
  widget_class->grab_focus = trellis_topic_row_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/topic-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisTopicRow, expander);
  gtk_widget_class_bind_template_child (widget_class, TrellisTopicRow, mark);
  gtk_widget_class_bind_template_child (widget_class, TrellisTopicRow, name);
  gtk_widget_class_bind_template_child (widget_class, TrellisTopicRow, count);
}

static void
trellis_topic_row_init (TrellisTopicRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* By what it shows alone, the state would not be heard. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->expander),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

GtkWidget *
trellis_topic_row_new (void)
{
  return g_object_new (TRELLIS_TYPE_TOPIC_ROW, NULL);
}

/* @row: (nullable): of TrellisTopicItem; %NULL: it is out of use */
void
trellis_topic_row_bind (TrellisTopicRow *self,
                        GtkTreeListRow  *row)
{
  g_return_if_fail (TRELLIS_IS_TOPIC_ROW (self));

  clear (self);
  gtk_tree_expander_set_list_row (self->expander, row);
  if (row == NULL)
    return;

  self->item = gtk_tree_list_row_get_item (row);
  self->changed_id = g_signal_connect_swapped (self->item, "changed", G_CALLBACK (show), self);
  show (self);
}
