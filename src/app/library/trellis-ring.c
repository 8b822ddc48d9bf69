/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-ring.h"

#include <math.h>

#define SIZE 16
#define STROKE 2.5f

struct _TrellisRing
{
  GtkWidget parent_instance;

  guint value;
  guint of; /* 0: not known */
};

G_DEFINE_FINAL_TYPE (TrellisRing, trellis_ring, GTK_TYPE_WIDGET)

static void
trellis_ring_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
append_path (GtkSnapshot    *snapshot,
             GskPathBuilder *builder,
             const GdkRGBA  *color)
{
  g_autoptr (GskStroke) stroke = gsk_stroke_new (STROKE);
  g_autoptr (GskPath)   path = gsk_path_builder_to_path (builder);

  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}

static void
append_trough (GtkSnapshot            *snapshot,
               const graphene_point_t *centre,
               float                   radius,
               const GdkRGBA          *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  GdkRGBA                    dim = *color;

  dim.alpha *= 0.2f;
  gsk_path_builder_add_circle (builder, centre, radius);
  append_path (snapshot, builder, &dim);
}

/* From the top, clockwise in both directions of text. */
static void
append_arc (GtkSnapshot            *snapshot,
            const graphene_point_t *centre,
            float                   radius,
            double                  part,
            const GdkRGBA          *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  double                     angle = 2 * G_PI * part;

  gsk_path_builder_move_to (builder, centre->x, centre->y - radius);
  gsk_path_builder_svg_arc_to (builder, radius, radius, 0, part > 0.5, TRUE,
                               centre->x + radius * (float) sin (angle),
                               centre->y - radius * (float) cos (angle));
  append_path (snapshot, builder, color);
}

static void
append_tick (GtkSnapshot            *snapshot,
             const graphene_point_t *centre,
             const GdkRGBA          *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();

  gsk_path_builder_add_circle (builder, centre, SIZE / 2.0f - STROKE / 2);
  gsk_path_builder_move_to (builder, centre->x - 3.2f, centre->y + 0.2f);
  gsk_path_builder_rel_line_to (builder, 2.3f, 2.3f);
  gsk_path_builder_rel_line_to (builder, 4.1f, -4.6f);
  append_path (snapshot, builder, color);
}

static void
trellis_ring_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  TrellisRing     *self = TRELLIS_RING (widget);
  float            radius = (SIZE - STROKE) / 2;
  graphene_point_t centre
      = GRAPHENE_POINT_INIT ((float) gtk_widget_get_width (widget) / 2,
                             (float) gtk_widget_get_height (widget) / 2);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  if (self->of > 0 && self->value == self->of)
    {
      append_tick (snapshot, &centre, &color);
      return;
    }

  append_trough (snapshot, &centre, radius, &color);
  if (self->of > 0 && self->value > 0)
    append_arc (snapshot, &centre, radius, (double) self->value / self->of, &color);
}

static void
trellis_ring_class_init (TrellisRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = trellis_ring_measure;
  widget_class->snapshot = trellis_ring_snapshot;
  gtk_widget_class_set_css_name (widget_class, "ring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
trellis_ring_init (TrellisRing *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "accent");
}

GtkWidget *
trellis_ring_new (void)
{
  return g_object_new (TRELLIS_TYPE_RING, NULL);
}

/* @of: 0: not known */
void
trellis_ring_show (TrellisRing *self,
                   guint        value,
                   guint        of)
{
  gboolean whole = of > 0 && value == of;

  g_return_if_fail (TRELLIS_IS_RING (self));

  self->value = value;
  self->of = of;
  gtk_widget_set_css_classes (GTK_WIDGET (self),
                              (const char *[]) { whole ? "success" : "accent", NULL });
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
