/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-matrix-grid.h"

G_BEGIN_DECLS

/* The matrix where there is no room for a grid: one component with its roles, or one role with its
 * components, as switches. Like the grid it changes nothing itself.
 *
 * Signal
 *   command (const TrellisMatrixCommand *) */
#define TRELLIS_TYPE_MATRIX_LIST (trellis_matrix_list_get_type ())
G_DECLARE_FINAL_TYPE (TrellisMatrixList, trellis_matrix_list, TRELLIS, MATRIX_LIST, GtkWidget)

void     trellis_matrix_list_set_matrix (TrellisMatrixList *self,
                                         TrellisMatrix     *matrix);
void     trellis_matrix_list_focus_add (TrellisMatrixList *self,
                                        gboolean           role);
gboolean trellis_matrix_list_show_place (TrellisMatrixList *self,
                                         TrellisMatrixPlace place);

G_END_DECLS
