/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-matrix-geometry.h"

#define LEVEL_CELL 96
#define TURNED_CELL 44
#define LEVEL_HEAD 68
#define TURNED_HEAD_MIN 72
#define TURNED_HEAD_MAX 160 /* or two fifths of the view, if that is more */
#define ROW_HEAD_MIN 140
#define ROW_HEAD_MAX 280
#define ROW_MIN 40
#define ROW_PADDING 16
#define COUNT_ROOM 64 /* padding, gap, count and warning sign beside a row's name */
#define HYSTERESIS 24
#define ADD_WIDTH 48

static int
heads_that_fit (const TrellisMatrixGeometry *self,
                int                          room)
{
  int needed = self->n_columns * LEVEL_CELL + ADD_WIDTH;

  /* Without some slack the heads would flip to and fro while a window edge is dragged. */
  if (self->heads == TRELLIS_MATRIX_HEADS_LEVEL)
    return room >= needed ? TRELLIS_MATRIX_HEADS_LEVEL : TRELLIS_MATRIX_HEADS_TURNED;

  return room >= needed + HYSTERESIS ? TRELLIS_MATRIX_HEADS_LEVEL : TRELLIS_MATRIX_HEADS_TURNED;
}

/**
 * trellis_matrix_geometry_fit:
 * @width: of the view, in pixels
 * @height: of the view, in pixels
 * @longest_row_name: the width of the longest row name as drawn
 * @longest_column_name: the width of the longest column name as drawn
 * @text_height: of a line of text
 *
 * Chooses the heads' form and all sizes; `n_rows`, `n_columns` and the scroll offsets stand
 * already, and the offsets are brought into range. The sizes are those of the interface sheet.
 */
void
trellis_matrix_geometry_fit (TrellisMatrixGeometry *self,
                             int                    width,
                             int                    height,
                             int                    longest_row_name,
                             int                    longest_column_name,
                             int                    text_height)
{
  int head = CLAMP (longest_row_name + COUNT_ROOM, ROW_HEAD_MIN, ROW_HEAD_MAX);

  self->width = width;
  self->height = height;
  self->head_width = MIN (head, MAX (width * 2 / 5, ROW_HEAD_MIN));
  self->row_height = MAX (ROW_MIN, text_height + ROW_PADDING);
  self->add_width = ADD_WIDTH;
  self->heads = heads_that_fit (self, width - self->head_width);

  if (self->heads == TRELLIS_MATRIX_HEADS_LEVEL)
    {
      self->cell_width = LEVEL_CELL;
      self->head_height = MAX (LEVEL_HEAD, 3 * text_height + ROW_PADDING);
    }
  else
    {
      self->cell_width = MAX (TURNED_CELL, text_height + ROW_PADDING);
      self->head_height = CLAMP (longest_column_name + 2 * ROW_PADDING + text_height,
                                 TURNED_HEAD_MIN, MAX (TURNED_HEAD_MAX, height * 2 / 5));
    }

  self->scroll_x = CLAMP (self->scroll_x, 0,
                          MAX (0, trellis_matrix_geometry_get_content_width (self) - width));
  self->scroll_y = CLAMP (self->scroll_y, 0,
                          MAX (0, trellis_matrix_geometry_get_content_height (self) - height));
}

/* The width at which nothing needs to be scrolled, heads included. */
int
trellis_matrix_geometry_get_content_width (const TrellisMatrixGeometry *self)
{
  return self->head_width + self->n_columns * self->cell_width + self->add_width;
}

int
trellis_matrix_geometry_get_content_height (const TrellisMatrixGeometry *self)
{
  return self->head_height + (self->n_rows + 1) * self->row_height;
}

static void
visible_lines (int  n,
               int  size,
               int  scroll,
               int  room,
               int *first,
               int *last)
{
  *first = CLAMP (scroll / size, 0, MAX (n - 1, 0));
  *last = CLAMP ((scroll + MAX (room, 1) - 1) / size, *first, MAX (n - 1, 0));
}

/**
 * trellis_matrix_geometry_get_visible:
 * @first: (out): the first row and column of which something is seen
 * @last: (out): the last ones; meaningless on an axis without lines
 */
void
trellis_matrix_geometry_get_visible (const TrellisMatrixGeometry *self,
                                     TrellisMatrixPlace          *first,
                                     TrellisMatrixPlace          *last)
{
  visible_lines (self->n_rows, self->row_height, self->scroll_y, self->height - self->head_height,
                 &first->row, &last->row);
  visible_lines (self->n_columns, self->cell_width, self->scroll_x, self->width - self->head_width,
                 &first->column, &last->column);
}

/* The place's rectangle in the view; heads do not scroll away. */
TrellisMatrixArea
trellis_matrix_geometry_get_area (const TrellisMatrixGeometry *self,
                                  TrellisMatrixPlace           place)
{
  TrellisMatrixArea area;

  if (place.column == TRELLIS_MATRIX_HEAD_LINE)
    {
      area.x = 0;
      area.width = self->head_width;
    }
  else
    {
      area.x = self->head_width + place.column * self->cell_width - self->scroll_x;
      area.width = place.column == self->n_columns ? self->add_width : self->cell_width;
    }

  if (place.row == TRELLIS_MATRIX_HEAD_LINE)
    {
      area.y = 0;
      area.height = self->head_height;
    }
  else
    {
      area.y = self->head_height + place.row * self->row_height - self->scroll_y;
      area.height = self->row_height;
    }

  return area;
}

/**
 * trellis_matrix_geometry_hit:
 * @place: (out): what lies at the point
 *
 * Returns: %FALSE where nothing is (the corner, or beyond the lines)
 */
gboolean
trellis_matrix_geometry_hit (const TrellisMatrixGeometry *self,
                             int                          x,
                             int                          y,
                             TrellisMatrixPlace          *place)
{
  TrellisMatrixPlace hit = { TRELLIS_MATRIX_HEAD_LINE, TRELLIS_MATRIX_HEAD_LINE };

  if (x < 0 || y < 0 || x >= self->width || y >= self->height)
    return FALSE;

  if (x >= self->head_width)
    hit.column = (x - self->head_width + self->scroll_x) / self->cell_width;
  if (y >= self->head_height)
    hit.row = (y - self->head_height + self->scroll_y) / self->row_height;

  if (hit.row == TRELLIS_MATRIX_HEAD_LINE && hit.column == TRELLIS_MATRIX_HEAD_LINE)
    return FALSE;
  if (hit.row > self->n_rows || hit.column > self->n_columns)
    return FALSE;
  if (hit.row == self->n_rows && hit.column != TRELLIS_MATRIX_HEAD_LINE)
    return FALSE;
  if (hit.column == self->n_columns && hit.row != TRELLIS_MATRIX_HEAD_LINE)
    return FALSE;

  *place = hit;
  return TRUE;
}

static int
scroll_to_line (int line,
                int size,
                int extent,
                int scroll,
                int room)
{
  int start = line * size;

  if (start < scroll)
    return start;
  if (start + extent > scroll + room)
    return start + extent - room;

  return scroll;
}

/**
 * trellis_matrix_geometry_scroll_to:
 * @scroll_x: (out): the offset, moved as little as brings the place wholly into view
 * @scroll_y: (out): likewise
 */
void
trellis_matrix_geometry_scroll_to (const TrellisMatrixGeometry *self,
                                   TrellisMatrixPlace           place,
                                   int                         *scroll_x,
                                   int                         *scroll_y)
{
  *scroll_x = self->scroll_x;
  *scroll_y = self->scroll_y;

  if (place.column != TRELLIS_MATRIX_HEAD_LINE)
    *scroll_x = scroll_to_line (place.column, self->cell_width,
                                place.column == self->n_columns ? self->add_width
                                                                : self->cell_width,
                                self->scroll_x, self->width - self->head_width);
  if (place.row != TRELLIS_MATRIX_HEAD_LINE)
    *scroll_y = scroll_to_line (place.row, self->row_height, self->row_height, self->scroll_y,
                                self->height - self->head_height);
}

/* The nearest place that exists: there is no corner, and an add line has one place only. */
TrellisMatrixPlace
trellis_matrix_geometry_clamp (const TrellisMatrixGeometry *self,
                               TrellisMatrixPlace           place)
{
  place.row = CLAMP (place.row, TRELLIS_MATRIX_HEAD_LINE, self->n_rows);
  place.column = CLAMP (place.column, TRELLIS_MATRIX_HEAD_LINE, self->n_columns);

  if (place.row == self->n_rows)
    place.column = TRELLIS_MATRIX_HEAD_LINE;
  else if (place.column == self->n_columns)
    place.row = TRELLIS_MATRIX_HEAD_LINE;
  else if (place.row == TRELLIS_MATRIX_HEAD_LINE && place.column == TRELLIS_MATRIX_HEAD_LINE)
    place.row = 0;

  return place;
}

static TrellisMatrixPlace
step_to_line_end (const TrellisMatrixGeometry *self,
                  TrellisMatrixPlace           from,
                  gboolean                     start)
{
  if (from.row != self->n_rows)
    from.column = start ? 0 : self->n_columns - 1;

  return from;
}

static int
rows_a_page (const TrellisMatrixGeometry *self)
{
  return MAX (1, (self->height - self->head_height) / self->row_height - 1);
}

/* Moving along an add line ends at its one place; moving off it goes back where one would look. */
static TrellisMatrixPlace
step_one (const TrellisMatrixGeometry *self,
          TrellisMatrixPlace           from,
          int                          rows,
          int                          columns)
{
  TrellisMatrixPlace to = { from.row + rows, from.column + columns };

  if (from.row == self->n_rows && columns != 0)
    return from;
  if (from.column == self->n_columns && rows != 0)
    return from;
  if (to.row == TRELLIS_MATRIX_HEAD_LINE && to.column == TRELLIS_MATRIX_HEAD_LINE)
    return from;
  if (to.column == self->n_columns && to.row != TRELLIS_MATRIX_HEAD_LINE)
    return from;

  return to;
}

/**
 * trellis_matrix_geometry_step:
 * @from: where the focus is
 * @step: as seen on screen, left to right
 *
 * Returns: where the focus goes: before the first cell lie the heads, after the last the add lines
 */
TrellisMatrixPlace
trellis_matrix_geometry_step (const TrellisMatrixGeometry *self,
                              TrellisMatrixPlace           from,
                              TrellisMatrixStep            step)
{
  TrellisMatrixPlace to = from;

  switch (step)
    {
    case TRELLIS_MATRIX_STEP_LEFT:
      to = step_one (self, from, 0, -1);
      break;
    case TRELLIS_MATRIX_STEP_RIGHT:
      to = step_one (self, from, 0, 1);
      break;
    case TRELLIS_MATRIX_STEP_UP:
      to = step_one (self, from, -1, 0);
      break;
    case TRELLIS_MATRIX_STEP_DOWN:
      to = step_one (self, from, 1, 0);
      break;
    case TRELLIS_MATRIX_STEP_LINE_START:
    case TRELLIS_MATRIX_STEP_LINE_END:
      to = step_to_line_end (self, from, step == TRELLIS_MATRIX_STEP_LINE_START);
      break;
    case TRELLIS_MATRIX_STEP_START:
      to = (TrellisMatrixPlace) { 0, 0 };
      break;
    case TRELLIS_MATRIX_STEP_END:
      to = (TrellisMatrixPlace) { self->n_rows - 1, self->n_columns - 1 };
      break;
    case TRELLIS_MATRIX_STEP_PAGE_UP:
      if (from.column != self->n_columns)
        to.row = MAX (MIN (from.row, 0), from.row - rows_a_page (self));
      break;
    case TRELLIS_MATRIX_STEP_PAGE_DOWN:
      if (from.column != self->n_columns)
        to.row = MIN (MAX (from.row, self->n_rows - 1), from.row + rows_a_page (self));
      break;
    default:
      g_assert_not_reached ();
    }

  return trellis_matrix_geometry_clamp (self, to);
}

/**
 * trellis_matrix_geometry_drop_index:
 * @rows: whether rows are dragged, else columns
 * @coordinate: y for rows, x for columns, in the view
 *
 * Returns: the line before which a head dropped there would come to stand, 0 to n
 */
int
trellis_matrix_geometry_drop_index (const TrellisMatrixGeometry *self,
                                    gboolean                     rows,
                                    int                          coordinate)
{
  int head = rows ? self->head_height : self->head_width;
  int size = rows ? self->row_height : self->cell_width;
  int scroll = rows ? self->scroll_y : self->scroll_x;
  int n = rows ? self->n_rows : self->n_columns;

  return CLAMP ((coordinate - head + scroll + size / 2) / size, 0, n);
}
