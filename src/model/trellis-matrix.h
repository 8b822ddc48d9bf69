/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"

G_BEGIN_DECLS

/* The component × role matrix, addressed by row and column: rows are components and columns are
 * roles, both in the report's order. It follows a report and is never edited; whoever owns it
 * loads it again when the store announces a change.
 *
 * Signals
 *   reset ()                       rows, columns or names changed; all indices are new
 *   cell-changed (row, column)     one cell, and with it two counts and the total */

#define TRELLIS_TYPE_MATRIX (trellis_matrix_get_type ())
G_DECLARE_FINAL_TYPE (TrellisMatrix, trellis_matrix, TRELLIS, MATRIX, GObject)

TrellisMatrix *trellis_matrix_new (void);
void           trellis_matrix_load (TrellisMatrix       *self,
                                    const TrellisReport *report);

guint       trellis_matrix_get_n_rows (TrellisMatrix *self);
guint       trellis_matrix_get_n_columns (TrellisMatrix *self);
gint64      trellis_matrix_get_row_id (TrellisMatrix *self,
                                       guint          row);
gint64      trellis_matrix_get_column_id (TrellisMatrix *self,
                                          guint          column);
const char *trellis_matrix_get_row_name (TrellisMatrix *self,
                                         guint          row);
const char *trellis_matrix_get_column_name (TrellisMatrix *self,
                                            guint          column);
gboolean    trellis_matrix_find_row (TrellisMatrix *self,
                                     gint64         component_id,
                                     guint         *row);
gboolean    trellis_matrix_find_column (TrellisMatrix *self,
                                        gint64         role_id,
                                        guint         *column);

gboolean    trellis_matrix_is_involved (TrellisMatrix *self,
                                        guint          row,
                                        guint          column);
const char *trellis_matrix_get_wording (TrellisMatrix *self,
                                        guint          row,
                                        guint          column);
guint       trellis_matrix_count_row (TrellisMatrix *self,
                                      guint          row);
guint       trellis_matrix_count_column (TrellisMatrix *self,
                                         guint          column);
guint       trellis_matrix_count (TrellisMatrix *self);

char *trellis_matrix_to_markdown (TrellisMatrix *self);

G_END_DECLS
