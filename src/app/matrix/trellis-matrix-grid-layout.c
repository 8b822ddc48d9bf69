/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-matrix-grid-private.h"

#include <glib/gi18n-lib.h>

/* Where things go, and which rows have widgets. */

#define OVERSCAN 2

static TrellisMatrixRow *
find_row (TrellisMatrixGrid *self,
          int                row)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      TrellisMatrixRow *candidate = g_ptr_array_index (self->rows, i);

      if (trellis_matrix_row_get_row (candidate) == row)
        return candidate;
    }

  return NULL;
}

GtkWidget *
_trellis_matrix_grid_widget_at (TrellisMatrixGrid *self,
                                TrellisMatrixPlace place)
{
  TrellisMatrixRow *row;

  if (place.row == TRELLIS_MATRIX_HEAD_LINE)
    row = self->head_row;
  else if (place.row == self->geometry.n_rows)
    row = self->add_row;
  else
    row = find_row (self, place.row);

  return row != NULL ? trellis_matrix_row_get_widget (row, place.column) : NULL;
}

static gboolean
is_row_wanted (TrellisMatrixGrid *self,
               int                row,
               int                first,
               int                last)
{
  return row >= 0 && row < self->geometry.n_rows
         && ((row >= first && row <= last) || row == self->place.row);
}

static TrellisMatrixRow *
take_row (TrellisMatrixGrid *self,
          int                first,
          int                last)
{
  TrellisMatrixRow *row;

  for (guint i = 0; i < self->rows->len; i++)
    {
      row = g_ptr_array_index (self->rows, i);
      if (!is_row_wanted (self, trellis_matrix_row_get_row (row), first, last))
        return row;
    }

  row = trellis_matrix_row_new (self);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
drop_rows (TrellisMatrixGrid *self,
           int                first,
           int                last)
{
  for (guint i = self->rows->len; i > 0; i--)
    {
      TrellisMatrixRow *row = g_ptr_array_index (self->rows, i - 1);

      if (is_row_wanted (self, trellis_matrix_row_get_row (row), first, last))
        continue;
      g_ptr_array_remove_index_fast (self->rows, i - 1);
      gtk_widget_unparent (GTK_WIDGET (row));
    }
}

/* Gives the rows that are seen, and the one with the focus, widgets that are up to date. */
void
_trellis_matrix_grid_populate (TrellisMatrixGrid *self)
{
  TrellisMatrixPlace first, last;

  if (self->matrix == NULL || self->geometry.cell_width == 0)
    return;

  trellis_matrix_geometry_get_visible (&self->geometry, &first, &last);
  first.row -= OVERSCAN;
  first.column -= OVERSCAN;
  last.row += OVERSCAN;
  last.column += OVERSCAN;

  for (int row = first.row; row <= last.row; row++)
    if (is_row_wanted (self, row, first.row, last.row))
      {
        TrellisMatrixRow *widget = find_row (self, row);

        if (widget == NULL)
          widget = take_row (self, first.row, last.row);
        trellis_matrix_row_bind (widget, row, first.column, last.column);
      }

  if (is_row_wanted (self, self->place.row, 1, 0)
      && (self->place.row < first.row || self->place.row > last.row))
    {
      TrellisMatrixRow *widget = find_row (self, self->place.row);

      if (widget == NULL)
        widget = take_row (self, first.row, last.row);
      trellis_matrix_row_bind (widget, self->place.row, first.column, last.column);
    }

  drop_rows (self, first.row, last.row);
  trellis_matrix_row_bind (self->head_row, TRELLIS_MATRIX_HEAD_LINE, first.column, last.column);
  trellis_matrix_row_bind (self->add_row, self->geometry.n_rows, first.column, last.column);
}

static int
measure_name (PangoLayout *layout,
              const char  *name)
{
  int width;

  pango_layout_set_text (layout, name, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* Beyond a hundred lines the longest in bytes stand for the longest drawn: shaping a thousand
 * names would be felt. */
static int
measure_longest (TrellisMatrixGrid *self,
                 PangoLayout       *layout,
                 guint              n,
                 const char *(*get_name) (TrellisMatrix *, guint))
{
  gsize longest_bytes = 0;
  int   longest = 0;

  for (guint i = 0; i < n; i++)
    {
      const char *name = get_name (self->matrix, i);
      gsize       bytes = strlen (name);

      if (n > 100 && bytes <= longest_bytes)
        continue;
      longest_bytes = MAX (longest_bytes, bytes);
      longest = MAX (longest, measure_name (layout, name));
    }

  return longest;
}

static void
measure_names (TrellisMatrixGrid *self)
{
  g_autoptr (PangoLayout)   layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "X");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (self->measured)
    return;

  /* A name is bold while the focus is in its line. */
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, NULL, &self->text_height);
  self->longest_row_name = measure_name (layout, _("Add Component"));
  self->longest_row_name = MAX (self->longest_row_name,
                                measure_longest (self, layout,
                                                 trellis_matrix_get_n_rows (self->matrix),
                                                 trellis_matrix_get_row_name));
  self->longest_column_name = measure_longest (
      self, layout, trellis_matrix_get_n_columns (self->matrix), trellis_matrix_get_column_name);
  self->measured = TRUE;
}

static void
configure_adjustment (GtkAdjustment *adjustment,
                      int            value,
                      int            content,
                      int            page,
                      int            step)
{
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, value, 0, MAX (content, page), step, page * 0.9, page);
}

/* Chooses all sizes for a view of that size, and tells the scroll bars. */
void
_trellis_matrix_grid_fit (TrellisMatrixGrid *self,
                          int                width,
                          int                height)
{
  TrellisMatrixGeometry *geometry = &self->geometry;

  measure_names (self);
  geometry->n_rows = (int) trellis_matrix_get_n_rows (self->matrix);
  geometry->n_columns = (int) trellis_matrix_get_n_columns (self->matrix);
  trellis_matrix_geometry_fit (geometry, width, height, self->longest_row_name,
                               self->longest_column_name, self->text_height);

  configure_adjustment (self->hadjustment, geometry->scroll_x,
                        trellis_matrix_geometry_get_content_width (geometry), width,
                        geometry->cell_width);
  configure_adjustment (self->vadjustment, geometry->scroll_y,
                        trellis_matrix_geometry_get_content_height (geometry), height,
                        geometry->row_height);
}

static void
allocate_row (TrellisMatrixGrid *self,
              TrellisMatrixRow  *row)
{
  TrellisMatrixArea area = trellis_matrix_geometry_get_area (
      &self->geometry,
      (TrellisMatrixPlace) { trellis_matrix_row_get_row (row), TRELLIS_MATRIX_HEAD_LINE });

  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (row), self->geometry.width, area.height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, (float) area.y)));
}

static gboolean
same_size (const TrellisMatrixGeometry *a,
           const TrellisMatrixGeometry *b)
{
  return a->width == b->width && a->height == b->height && a->heads == b->heads
         && a->n_rows == b->n_rows && a->n_columns == b->n_columns && a->head_width == b->head_width
         && a->head_height == b->head_height && a->row_height == b->row_height
         && a->scroll_x == b->scroll_x && a->scroll_y == b->scroll_y;
}

static void
trellis_matrix_grid_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  TrellisMatrixGrid    *self = TRELLIS_MATRIX_GRID (widget);
  TrellisMatrixGeometry before = self->geometry;

  if (self->matrix == NULL)
    return;

  _trellis_matrix_grid_fit (self, width, height);
  if (!same_size (&before, &self->geometry))
    _trellis_matrix_grid_populate (self);

  for (guint i = 0; i < self->rows->len; i++)
    allocate_row (self, g_ptr_array_index (self->rows, i));
  allocate_row (self, self->add_row);
  allocate_row (self, self->head_row);

  trellis_matrix_editor_present (self->editor);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
trellis_matrix_grid_measure (GtkWidget     *widget,
                             GtkOrientation orientation,
                             int            for_size,
                             int           *minimum,
                             int           *natural,
                             int           *minimum_baseline,
                             int           *natural_baseline)
{
  TrellisMatrixGrid *self = TRELLIS_MATRIX_GRID (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 200;
  if (self->geometry.cell_width > 0)
    *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                   ? trellis_matrix_geometry_get_content_width (&self->geometry)
                   : trellis_matrix_geometry_get_content_height (&self->geometry);
  *natural = MAX (*minimum, *natural);
}

static void
css_changed (GtkWidget         *widget,
             GtkCssStyleChange *change)
{
  TrellisMatrixGrid *self = TRELLIS_MATRIX_GRID (widget);

  GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->css_changed (widget, change);
  self->measured = FALSE;
  gtk_widget_queue_resize (widget);
}

void
_trellis_matrix_grid_class_init_layout (GtkWidgetClass *widget_class)
{
  widget_class->size_allocate = trellis_matrix_grid_size_allocate;
  widget_class->measure = trellis_matrix_grid_measure;
  widget_class->css_changed = css_changed;
}
