/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-pdf-layout.h"

G_BEGIN_DECLS

/* What all tables have in common: elements, light rules, a head that is repeated, rows that stay
 * whole and do not stand alone. */
typedef struct
{
  TrellisPdfLayout *layout;
  TrellisPdfTag    *table;
  TrellisPdfTag    *section; /* THead, TBody or TFoot */
  TrellisPdfTag    *row;
  TrellisPdfBox    *box;    /* the row being filled */
  guint             head;   /* its box, or TRELLIS_PDF_NO_HEAD */
  guint             n_rows; /* all, without the head */
  guint             n_done;
  double            x;
  double            width;
} TrellisPdfGrid;

#define TRELLIS_PDF_CELL_PADDING 4

void             trellis_pdf_grid_init (TrellisPdfGrid   *self,
                                        TrellisPdfLayout *layout,
                                        guint             n_rows,
                                        double            x,
                                        double            width);
void             trellis_pdf_grid_begin_head (TrellisPdfGrid *self);
void             trellis_pdf_grid_begin_row (TrellisPdfGrid *self,
                                             const char     *section);
TrellisPdfPiece *trellis_pdf_grid_add_cell (TrellisPdfGrid *self,
                                            TrellisPdfText *text,
                                            double          x,
                                            const char     *name,
                                            const char     *scope,
                                            const char     *content);
void             trellis_pdf_grid_end_row (TrellisPdfGrid *self);

G_END_DECLS
