/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-matrix-grid-private.h"

#include <adwaita.h>

/* Bands, lines and marks; cells and heads draw themselves. */

static void
snapshot_area (TrellisMatrixGrid *self,
               GtkSnapshot       *snapshot,
               TrellisMatrixArea  area,
               const GdkRGBA     *color,
               gboolean           frame)
{
  gboolean        rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int             x = rtl ? self->geometry.width - area.x - area.width : area.x;
  graphene_rect_t bounds
      = GRAPHENE_RECT_INIT ((float) x, (float) area.y, (float) area.width, (float) area.height);
  GskRoundedRect outline;

  if (!frame)
    {
      gtk_snapshot_append_color (snapshot, color, &bounds);
      return;
    }

  gsk_rounded_rect_init_from_rect (&outline, &bounds, 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { *color, *color, *color, *color });
}

static void
snapshot_bands (TrellisMatrixGrid *self,
                GtkSnapshot       *snapshot)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (
      gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);
  gboolean            frame = adw_style_manager_get_high_contrast (style);
  gboolean            selected = !_trellis_matrix_grid_is_cell (self, self->place);
  TrellisMatrixArea   area = trellis_matrix_geometry_get_area (&self->geometry, self->place);

  if (!self->focused)
    return;

  if (!frame)
    accent->alpha = selected ? 0.12f : 0.06f;
  if (self->place.row >= 0 && self->place.row < self->geometry.n_rows)
    snapshot_area (self, snapshot,
                   (TrellisMatrixArea) { 0, area.y, self->geometry.width, area.height }, accent,
                   frame);
  if (self->place.column >= 0 && self->place.column < self->geometry.n_columns)
    snapshot_area (self, snapshot,
                   (TrellisMatrixArea) { area.x, 0, area.width, self->geometry.height }, accent,
                   frame);
}

static void
snapshot_lines (TrellisMatrixGrid *self,
                GtkSnapshot       *snapshot)
{
  TrellisMatrixPlace first, last;
  GdkRGBA            ink;

  gtk_widget_get_color (GTK_WIDGET (self), &ink);
  ink.alpha *= 0.1f;
  trellis_matrix_geometry_get_visible (&self->geometry, &first, &last);

  for (int row = first.row; row <= last.row && row < self->geometry.n_rows; row++)
    {
      TrellisMatrixArea area = trellis_matrix_geometry_get_area (
          &self->geometry, (TrellisMatrixPlace) { row, TRELLIS_MATRIX_HEAD_LINE });

      snapshot_area (self, snapshot,
                     (TrellisMatrixArea) { 0, area.y + area.height - 1, self->geometry.width, 1 },
                     &ink, FALSE);
    }
}

/* Over the heads, so that they are framed too; 15 % accent while a place just reached is tinted. */
static void
snapshot_marks (TrellisMatrixGrid *self,
                GtkSnapshot       *snapshot)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (
      gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);
  GdkRGBA             ink;

  gtk_widget_get_color (GTK_WIDGET (self), &ink);
  ink.alpha *= 0.2f;
  snapshot_area (self, snapshot,
                 (TrellisMatrixArea) { 0, self->geometry.head_height - 1, self->geometry.width, 1 },
                 &ink, FALSE);
  snapshot_area (self, snapshot,
                 (TrellisMatrixArea) { self->geometry.head_width - 1, 0, 1, self->geometry.height },
                 &ink, FALSE);

  if (self->drop_index >= 0)
    {
      gboolean          rows = self->dragged.column == TRELLIS_MATRIX_HEAD_LINE;
      TrellisMatrixArea area = trellis_matrix_geometry_get_area (
          &self->geometry,
          rows ? (TrellisMatrixPlace) { self->drop_index, TRELLIS_MATRIX_HEAD_LINE }
               : (TrellisMatrixPlace) { TRELLIS_MATRIX_HEAD_LINE, self->drop_index });

      snapshot_area (self, snapshot,
                     rows ? (TrellisMatrixArea) { 0, area.y - 1, self->geometry.width, 2 }
                          : (TrellisMatrixArea) { area.x - 1, 0, 2, self->geometry.height },
                     accent, FALSE);
    }

  if (self->tinting)
    {
      accent->alpha = 0.15f;
      snapshot_area (self, snapshot, trellis_matrix_geometry_get_area (&self->geometry, self->tint),
                     accent, FALSE);
    }
}

static void
trellis_matrix_grid_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  TrellisMatrixGrid *self = TRELLIS_MATRIX_GRID (widget);

  if (self->matrix == NULL)
    return;

  snapshot_bands (self, snapshot);
  snapshot_lines (self, snapshot);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->rows, i), snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->add_row), snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->head_row), snapshot);
  snapshot_marks (self, snapshot);
}

void
_trellis_matrix_grid_class_init_draw (GtkWidgetClass *widget_class)
{
  widget_class->snapshot = trellis_matrix_grid_snapshot;
}
