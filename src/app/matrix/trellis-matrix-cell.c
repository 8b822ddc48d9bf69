/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-matrix-cell.h"

#include <adwaita.h>

/* One crossing of a component and a role, drawn as a leaf when the role is involved.
 *
 * It holds no data: the row binds it to a column again and again while the matrix scrolls. It has
 * the role GRID_CELL and takes real focus; keys and pointer are the grid's business.
 *
 * A leaf that has just come grows in 120 ms, unless animations are off.
 *
 * CSS node: `matrixcell`. */

#define LEAF 24
#define LEAF_ROUND 12
#define LEAF_SHARP 4
#define DOT 4
#define GROW_MS 120

struct _TrellisMatrixCell
{
  GtkWidget parent_instance;

  int                    column;
  TrellisMatrixCellState state;
  gboolean               hovered;
  double                 grown; /* 0–1 */
  AdwAnimation          *growth;
};

G_DEFINE_FINAL_TYPE (TrellisMatrixCell, trellis_matrix_cell, GTK_TYPE_WIDGET)

static void
init_leaf (GskRoundedRect *leaf,
           double          x,
           double          y,
           double          size)
{
  double round = LEAF_ROUND * size / LEAF;
  double sharp = LEAF_SHARP * size / LEAF;

  gsk_rounded_rect_init (leaf,
                         &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) size, (float) size),
                         &GRAPHENE_SIZE_INIT ((float) round, (float) round),
                         &GRAPHENE_SIZE_INIT ((float) sharp, (float) sharp),
                         &GRAPHENE_SIZE_INIT ((float) round, (float) round),
                         &GRAPHENE_SIZE_INIT ((float) sharp, (float) sharp));
}

static void
snapshot_strokes (GtkSnapshot   *snapshot,
                  const char    *path_data,
                  double         x,
                  double         y,
                  double         scale,
                  const GdkRGBA *color)
{
  g_autoptr (GskPath)   path = gsk_path_parse (path_data);
  g_autoptr (GskStroke) stroke = gsk_stroke_new (2);

  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_leaf (TrellisMatrixCell *self,
               GtkSnapshot       *snapshot,
               double             centre_x,
               double             centre_y)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (
      gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);
  GdkRGBA             white = { 1, 1, 1, 1 };
  GskRoundedRect      leaf;
  double              size = LEAF * self->grown;
  double              x = centre_x - size / 2;
  double              y = centre_y - size / 2;

  if (self->hovered)
    accent->alpha = 0.85f;

  init_leaf (&leaf, x, y, size);
  gtk_snapshot_push_rounded_clip (snapshot, &leaf);
  gtk_snapshot_append_color (snapshot, accent, &leaf.bounds);
  gtk_snapshot_pop (snapshot);

  snapshot_strokes (snapshot,
                    self->state == TRELLIS_MATRIX_CELL_WORDED ? "M 7 8 H 17 M 7 12 H 17 M 7 16 H 13"
                                                              : "M 7 12.5 L 10.5 16 L 17 8.5",
                    x, y, self->grown, &white);

  if (adw_style_manager_get_high_contrast (style))
    {
      GdkRGBA ink;

      gtk_widget_get_color (GTK_WIDGET (self), &ink);
      gtk_snapshot_append_border (snapshot, &leaf, (float[4]) { 1, 1, 1, 1 },
                                  (GdkRGBA[4]) { ink, ink, ink, ink });
    }
}

static void
snapshot_empty (TrellisMatrixCell *self,
                GtkSnapshot       *snapshot,
                double             centre_x,
                double             centre_y)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (
      gtk_widget_get_display (GTK_WIDGET (self)));
  GskRoundedRect shape;
  GdkRGBA        ink;

  gtk_widget_get_color (GTK_WIDGET (self), &ink);

  if (self->hovered)
    {
      GdkRGBA faint = ink;

      faint.alpha *= 0.3f;
      init_leaf (&shape, centre_x - LEAF / 2, centre_y - LEAF / 2, LEAF);
      gtk_snapshot_append_border (snapshot, &shape, (float[4]) { 2, 2, 2, 2 },
                                  (GdkRGBA[4]) { faint, faint, faint, faint });
    }

  ink.alpha *= adw_style_manager_get_high_contrast (style) ? 0.6f : 0.22f;
  gsk_rounded_rect_init_from_rect (
      &shape,
      &GRAPHENE_RECT_INIT ((float) centre_x - DOT / 2, (float) centre_y - DOT / 2, DOT, DOT),
      DOT / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &ink, &shape.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_focus (TrellisMatrixCell *self,
                GtkSnapshot       *snapshot)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (
      gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);
  GskRoundedRect      frame;

  gsk_rounded_rect_init_from_rect (
      &frame,
      &GRAPHENE_RECT_INIT (2, 2, (float) gtk_widget_get_width (GTK_WIDGET (self)) - 4,
                           (float) gtk_widget_get_height (GTK_WIDGET (self)) - 4),
      8);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { *accent, *accent, *accent, *accent });
}

static void
trellis_matrix_cell_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  TrellisMatrixCell *self = TRELLIS_MATRIX_CELL (widget);
  double             centre_x = gtk_widget_get_width (widget) / 2;
  double             centre_y = gtk_widget_get_height (widget) / 2;

  if (gtk_widget_is_focus (widget))
    snapshot_focus (self, snapshot);

  if (self->state == TRELLIS_MATRIX_CELL_EMPTY)
    snapshot_empty (self, snapshot, centre_x, centre_y);
  else
    snapshot_leaf (self, snapshot, centre_x, centre_y);
}

static void
trellis_matrix_cell_measure (GtkWidget     *widget,
                             GtkOrientation orientation,
                             int            for_size,
                             int           *minimum,
                             int           *natural,
                             int           *minimum_baseline,
                             int           *natural_baseline)
{
  *minimum = *natural = LEAF + 2;
}

static void
grow_cb (double   value,
         gpointer user_data)
{
  TrellisMatrixCell *self = user_data;

  self->grown = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
grow (TrellisMatrixCell *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || !adw_get_enable_animations (GTK_WIDGET (self)))
    {
      self->grown = 1;
      return;
    }

  if (self->growth == NULL)
    {
      AdwAnimationTarget *target = adw_callback_animation_target_new (grow_cb, self, NULL);

      self->growth = adw_timed_animation_new (GTK_WIDGET (self), 0.4, 1, GROW_MS, target);
      adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->growth), ADW_EASE_OUT_CUBIC);
    }

  adw_animation_play (self->growth);
}

static void
trellis_matrix_cell_dispose (GObject *object)
{
  TrellisMatrixCell *self = TRELLIS_MATRIX_CELL (object);

  g_clear_object (&self->growth);

  G_OBJECT_CLASS (trellis_matrix_cell_parent_class)->dispose (object);
}

static void
trellis_matrix_cell_class_init (TrellisMatrixCellClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trellis_matrix_cell_dispose;
  widget_class->snapshot = trellis_matrix_cell_snapshot;
  widget_class->measure = trellis_matrix_cell_measure;

  gtk_widget_class_set_css_name (widget_class, "matrixcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
trellis_matrix_cell_init (TrellisMatrixCell *self)
{
  self->column = -1;
  self->grown = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
trellis_matrix_cell_new (void)
{
  return g_object_new (TRELLIS_TYPE_MATRIX_CELL, NULL);
}

/**
 * trellis_matrix_cell_bind:
 * @column: the column it stands for from now on
 * @state: what it shows
 * @name: what a screen reader says
 *
 * A leaf that comes into a cell which stood for that column already grows.
 */
void
trellis_matrix_cell_bind (TrellisMatrixCell     *self,
                          int                    column,
                          TrellisMatrixCellState state,
                          const char            *name)
{
  gboolean came = self->column == column && self->state == TRELLIS_MATRIX_CELL_EMPTY
                  && state != TRELLIS_MATRIX_CELL_EMPTY;

  g_return_if_fail (TRELLIS_IS_MATRIX_CELL (self));

  if (self->column != column)
    {
      if (self->growth != NULL)
        adw_animation_skip (self->growth);
      self->column = column;
      self->hovered = FALSE;
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                      column + 2, -1);
    }

  self->state = state;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (came)
    grow (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
trellis_matrix_cell_get_column (TrellisMatrixCell *self)
{
  g_return_val_if_fail (TRELLIS_IS_MATRIX_CELL (self), -1);

  return self->column;
}

TrellisMatrixCellState
trellis_matrix_cell_get_state (TrellisMatrixCell *self)
{
  g_return_val_if_fail (TRELLIS_IS_MATRIX_CELL (self), TRELLIS_MATRIX_CELL_EMPTY);

  return self->state;
}

void
trellis_matrix_cell_set_hovered (TrellisMatrixCell *self,
                                 gboolean           hovered)
{
  g_return_if_fail (TRELLIS_IS_MATRIX_CELL (self));

  if (self->hovered == hovered)
    return;

  self->hovered = hovered;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
