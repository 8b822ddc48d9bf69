/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-node.h"

G_BEGIN_DECLS

/* A MATRIX node as values: components down, roles across. What a cell says in words that are not
 * its column's becomes a numbered note. */
typedef struct
{
  const TrellisNode *node;
  GPtrArray         *components; /* const TrellisNode */
  guint              n_roles;
  GPtrArray         *notes;   /* char *, numbered from 1 */
  GHashTable        *numbers; /* cell → GString: its notes' numbers */
  guint8            *cells;   /* 1 where there is an involvement */
} TrellisPdfMatrix;

TrellisPdfMatrix *trellis_pdf_matrix_new (const TrellisNode *node,
                                          GPtrArray         *components);
void              trellis_pdf_matrix_free (TrellisPdfMatrix *self);
const char       *trellis_pdf_matrix_get_name (const TrellisPdfMatrix *self,
                                               guint                   row);
const char       *trellis_pdf_matrix_get_role (const TrellisPdfMatrix *self,
                                               guint                   column);
gboolean          trellis_pdf_matrix_is_set (const TrellisPdfMatrix *self,
                                             guint                   row,
                                             guint                   column);
const char       *trellis_pdf_matrix_get_numbers (const TrellisPdfMatrix *self,
                                                  guint                   row,
                                                  guint                   column);
guint             trellis_pdf_matrix_add_note (TrellisPdfMatrix *self,
                                               const char       *note);
guint             trellis_pdf_matrix_count_row (const TrellisPdfMatrix *self,
                                                guint                   row);
guint             trellis_pdf_matrix_count_column (const TrellisPdfMatrix *self,
                                                   guint                   column);
gboolean          trellis_pdf_matrix_has_description (const TrellisNode *component);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisPdfMatrix, trellis_pdf_matrix_free)

G_END_DECLS
