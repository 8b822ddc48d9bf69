/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  TRELLIS_MATRIX_CELL_EMPTY,
  TRELLIS_MATRIX_CELL_INVOLVED,
  TRELLIS_MATRIX_CELL_WORDED, /* involved, with a wording of its own */
} TrellisMatrixCellState;

#define TRELLIS_TYPE_MATRIX_CELL (trellis_matrix_cell_get_type ())
G_DECLARE_FINAL_TYPE (TrellisMatrixCell, trellis_matrix_cell, TRELLIS, MATRIX_CELL, GtkWidget)

GtkWidget             *trellis_matrix_cell_new (void);
void                   trellis_matrix_cell_bind (TrellisMatrixCell     *self,
                                                 int                    column,
                                                 TrellisMatrixCellState state,
                                                 const char            *name);
int                    trellis_matrix_cell_get_column (TrellisMatrixCell *self);
TrellisMatrixCellState trellis_matrix_cell_get_state (TrellisMatrixCell *self);
void                   trellis_matrix_cell_set_hovered (TrellisMatrixCell *self,
                                                        gboolean           hovered);

G_END_DECLS
