/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-matrix.h"

G_BEGIN_DECLS

/* Some lines of a matrix, as a matrix of their own: with their counts in the whole, and following
 * it. Which lines they are is chosen by trellis_matrix_filter_set(), and again when lines come or
 * go, but not when a cell changes: a line that is being filled stays. */

typedef enum
{
  TRELLIS_MATRIX_ALL_LINES,
  TRELLIS_MATRIX_EMPTY_LINES,  /* the components without a role; where all have one, the roles
                                  without a component */
  TRELLIS_MATRIX_WORDED_LINES, /* those with a wording of their own somewhere */
} TrellisMatrixLines;

#define TRELLIS_TYPE_MATRIX_FILTER (trellis_matrix_filter_get_type ())
G_DECLARE_FINAL_TYPE (TrellisMatrixFilter, trellis_matrix_filter, TRELLIS, MATRIX_FILTER, GObject)

TrellisMatrixFilter *trellis_matrix_filter_new (TrellisMatrix *whole);
void                 trellis_matrix_filter_set (TrellisMatrixFilter *self,
                                                TrellisMatrixLines   lines,
                                                const char          *text);
TrellisMatrix       *trellis_matrix_filter_get_matrix (TrellisMatrixFilter *self);

G_END_DECLS
