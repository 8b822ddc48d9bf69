/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-matrix-geometry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TrellisMatrixGrid TrellisMatrixGrid;

/* One line of the grid: a component with its cells, the line of the role heads, or the add line.
 * It is bound to another component while the matrix scrolls, and keeps widgets only for the
 * columns that are seen and for the one with the focus. */
#define TRELLIS_TYPE_MATRIX_ROW (trellis_matrix_row_get_type ())
G_DECLARE_FINAL_TYPE (TrellisMatrixRow, trellis_matrix_row, TRELLIS, MATRIX_ROW, GtkWidget)

TrellisMatrixRow *trellis_matrix_row_new (TrellisMatrixGrid *grid);
void              trellis_matrix_row_bind (TrellisMatrixRow *self,
                                           int               row,
                                           int               first_column,
                                           int               last_column);
int               trellis_matrix_row_get_row (TrellisMatrixRow *self);
GtkWidget        *trellis_matrix_row_get_widget (TrellisMatrixRow *self,
                                                 int               column);

G_END_DECLS
