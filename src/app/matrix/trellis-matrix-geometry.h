/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the matrix's lines lie, by arithmetic alone: no widget, no display, constant time, so a
 * matrix of 1,000 × 200 costs no more than one of 6 × 9. Pixels; x grows from the start edge (the
 * widget mirrors it for right-to-left).
 *
 *   +-----------+----------------------+
 *   |  corner   |  column heads     +  |  head_height
 *   +-----------+----------------------+
 *   | row heads |  cells               |  row_height each
 *   |     +     |                      |  the add line
 *   +-----------+----------------------+
 *    head_width   cell_width each
 *
 * A place is (row, column); TRELLIS_MATRIX_HEAD_LINE (-1) is the head and n the add line of that
 * axis. */

#define TRELLIS_MATRIX_HEAD_LINE (-1)

typedef enum
{
  TRELLIS_MATRIX_HEADS_LEVEL,  /* two centred lines */
  TRELLIS_MATRIX_HEADS_TURNED, /* one line turned by 90°, reading upward */
} TrellisMatrixHeads;

typedef struct
{
  int row;
  int column;
} TrellisMatrixPlace;

typedef struct
{
  int x, y, width, height;
} TrellisMatrixArea;

typedef struct
{
  int                n_rows;
  int                n_columns;
  int                width; /* of the whole view */
  int                height;
  TrellisMatrixHeads heads;
  int                head_width;
  int                head_height;
  int                row_height;
  int                cell_width;
  int                add_width; /* of the add line behind the last column */
  int                scroll_x;
  int                scroll_y;
} TrellisMatrixGeometry;

typedef enum
{
  TRELLIS_MATRIX_STEP_LEFT,
  TRELLIS_MATRIX_STEP_RIGHT,
  TRELLIS_MATRIX_STEP_UP,
  TRELLIS_MATRIX_STEP_DOWN,
  TRELLIS_MATRIX_STEP_LINE_START,
  TRELLIS_MATRIX_STEP_LINE_END,
  TRELLIS_MATRIX_STEP_START,
  TRELLIS_MATRIX_STEP_END,
  TRELLIS_MATRIX_STEP_PAGE_UP,
  TRELLIS_MATRIX_STEP_PAGE_DOWN,
} TrellisMatrixStep;

void               trellis_matrix_geometry_fit (TrellisMatrixGeometry *self,
                                                int                    width,
                                                int                    height,
                                                int                    longest_row_name,
                                                int                    longest_column_name,
                                                int                    text_height);
int                trellis_matrix_geometry_get_content_width (const TrellisMatrixGeometry *self);
int                trellis_matrix_geometry_get_content_height (const TrellisMatrixGeometry *self);
void               trellis_matrix_geometry_get_visible (const TrellisMatrixGeometry *self,
                                                        TrellisMatrixPlace          *first,
                                                        TrellisMatrixPlace          *last);
TrellisMatrixArea  trellis_matrix_geometry_get_area (const TrellisMatrixGeometry *self,
                                                     TrellisMatrixPlace           place);
gboolean           trellis_matrix_geometry_hit (const TrellisMatrixGeometry *self,
                                                int                          x,
                                                int                          y,
                                                TrellisMatrixPlace          *place);
void               trellis_matrix_geometry_scroll_to (const TrellisMatrixGeometry *self,
                                                      TrellisMatrixPlace           place,
                                                      int                         *scroll_x,
                                                      int                         *scroll_y);
TrellisMatrixPlace trellis_matrix_geometry_step (const TrellisMatrixGeometry *self,
                                                 TrellisMatrixPlace           from,
                                                 TrellisMatrixStep            step);
TrellisMatrixPlace trellis_matrix_geometry_clamp (const TrellisMatrixGeometry *self,
                                                  TrellisMatrixPlace           place);
int                trellis_matrix_geometry_drop_index (const TrellisMatrixGeometry *self,
                                                       gboolean                     rows,
                                                       int                          coordinate);

G_END_DECLS
