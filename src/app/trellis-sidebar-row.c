/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-sidebar-row.h"

struct _TrellisSidebarRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *badge;
  GtkImage *tick;

  TrellisPageGroup group;
};

G_DEFINE_FINAL_TYPE (TrellisSidebarRow, trellis_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
trellis_sidebar_row_class_init (TrellisSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TrellisSidebarRow, title);
  gtk_widget_class_bind_template_child (widget_class, TrellisSidebarRow, badge);
  gtk_widget_class_bind_template_child (widget_class, TrellisSidebarRow, tick);
}

static void
trellis_sidebar_row_init (TrellisSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
trellis_sidebar_row_new (void)
{
  return g_object_new (TRELLIS_TYPE_SIDEBAR_ROW, NULL);
}

static void
show_badge (TrellisSidebarRow      *self,
            const TrellisPageEntry *entry)
{
  int              number = entry->n_unmet > 0 ? (int) entry->n_unmet : entry->n_items;
  g_autofree char *text = g_strdup_printf ("%d", number);

  gtk_widget_set_visible (GTK_WIDGET (self->tick), entry->all_met);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), !entry->all_met && number >= 0);
  gtk_label_set_label (self->badge, text);
  if (entry->n_unmet > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->badge), "unmet");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->badge), "unmet");
}

void
trellis_sidebar_row_show (TrellisSidebarRow      *self,
                          const TrellisPageEntry *entry)
{
  g_autofree char *spoken = trellis_page_entry_describe (entry);

  g_return_if_fail (TRELLIS_IS_SIDEBAR_ROW (self));

  self->group = entry->group;
  if (g_strcmp0 (gtk_image_get_icon_name (self->icon), entry->icon) != 0)
    gtk_image_set_from_icon_name (self->icon, entry->icon);
  gtk_label_set_label (self->title, entry->title);
  show_badge (self, entry);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), entry->n_unmet > 0 ? spoken : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

TrellisPageGroup
trellis_sidebar_row_get_group (TrellisSidebarRow *self)
{
  g_return_val_if_fail (TRELLIS_IS_SIDEBAR_ROW (self), TRELLIS_GROUP_NONE);

  return self->group;
}
