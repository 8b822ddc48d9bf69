/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-bar.h"

#define HEIGHT 8
#define HATCH 6 /* from one stroke to the next */
#define WIDTH 160
#define SHORT_WIDTH 56

struct _TrellisBar
{
  GtkWidget parent_instance;

  guint    value;
  guint    of;
  gboolean hatched;
  gboolean is_short;
};

G_DEFINE_FINAL_TYPE (TrellisBar, trellis_bar, GTK_TYPE_WIDGET)

static void
trellis_bar_measure (GtkWidget     *widget,
                     GtkOrientation orientation,
                     int            for_size,
                     int           *minimum,
                     int           *natural,
                     int           *minimum_baseline,
                     int           *natural_baseline)
{
  int width = TRELLIS_BAR (widget)->is_short ? SHORT_WIDTH : WIDTH;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : HEIGHT;
}

/* Strokes from lower left to upper right, over the whole of @bounds. */
static void
append_hatch (GtkSnapshot           *snapshot,
              const graphene_rect_t *bounds,
              const GdkRGBA         *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskStroke)      stroke = gsk_stroke_new (2);
  g_autoptr (GskPath)        path = NULL;
  float                      height = bounds->size.height;

  for (float x = bounds->origin.x - height; x < bounds->origin.x + bounds->size.width; x += HATCH)
    {
      gsk_path_builder_move_to (builder, x, bounds->origin.y + height);
      gsk_path_builder_line_to (builder, x + height, bounds->origin.y);
    }
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}

static void
trellis_bar_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  TrellisBar     *self = TRELLIS_BAR (widget);
  float           width = (float) gtk_widget_get_width (widget);
  float           y = ((float) gtk_widget_get_height (widget) - HEIGHT) / 2;
  float           filled = self->of > 0 ? width * (float) self->value / (float) self->of : 0;
  gboolean        mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  graphene_rect_t trough = GRAPHENE_RECT_INIT (0, y, width, HEIGHT);
  graphene_rect_t bar = GRAPHENE_RECT_INIT (mirrored ? width - filled : 0, y, filled, HEIGHT);
  GskRoundedRect  clip;
  GdkRGBA         color;
  GdkRGBA         dim;

  gtk_widget_get_color (widget, &color);
  dim = color;
  dim.alpha *= 0.15f;

  gsk_rounded_rect_init_from_rect (&clip, &trough, HEIGHT / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &clip);
  gtk_snapshot_append_color (snapshot, &dim, &trough);
  gtk_snapshot_push_clip (snapshot, &bar);
  if (self->hatched)
    append_hatch (snapshot, &bar, &color);
  else
    gtk_snapshot_append_color (snapshot, &color, &bar);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
trellis_bar_class_init (TrellisBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = trellis_bar_measure;
  widget_class->snapshot = trellis_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "demandbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
trellis_bar_init (TrellisBar *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
trellis_bar_new (void)
{
  return g_object_new (TRELLIS_TYPE_BAR, NULL);
}

/**
 * trellis_bar_show:
 * @hatched: the value may easily become another
 * @spoken: what a screen reader says of the value
 */
void
trellis_bar_show (TrellisBar *self,
                  guint       value,
                  guint       of,
                  gboolean    hatched,
                  const char *spoken)
{
  g_return_if_fail (TRELLIS_IS_BAR (self));

  self->value = MIN (value, of);
  self->of = of;
  self->hatched = hatched;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) of,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) self->value,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, spoken, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Bars are all as long, to be compared; short ones where there is little room. */
void
trellis_bar_set_short (TrellisBar *self,
                       gboolean    is_short)
{
  g_return_if_fail (TRELLIS_IS_BAR (self));

  self->is_short = is_short;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
