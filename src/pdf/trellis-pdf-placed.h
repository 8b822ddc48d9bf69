/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-pdf-painter.h"

G_BEGIN_DECLS

/* A box's part on a page, at its place. */
typedef struct
{
  const TrellisPdfBox      *box;
  const TrellisPdfFragment *fragment;
  double                    x;
  double                    y;
} TrellisPdfPlaced;

typedef void (*TrellisPdfLineFunc) (TrellisPdfPainter     *self,
                                    const TrellisPdfPiece *piece,
                                    const TrellisPdfLine  *line,
                                    double                 x,
                                    double                 y,
                                    gpointer               data);

/* trellis-pdf-placed.c */
double   trellis_pdf_placed_get_band_y (const TrellisPdfPlaced *self,
                                        guint                   band);
double   trellis_pdf_placed_get_height (const TrellisPdfPlaced *self);
gboolean trellis_pdf_placed_holds (const TrellisPdfPlaced *self,
                                   const TrellisPdfPiece  *piece);
gboolean trellis_pdf_placed_decorates (const TrellisPdfPlaced *self,
                                       const TrellisPdfPiece  *piece);
void     trellis_pdf_placed_for_each_line (const TrellisPdfPlaced *self,
                                           const TrellisPdfPiece  *piece,
                                           TrellisPdfPainter      *painter,
                                           TrellisPdfLineFunc      func,
                                           gpointer                data);
void     trellis_pdf_placed_paint_text (const TrellisPdfPlaced *self,
                                        const TrellisPdfPiece  *piece,
                                        TrellisPdfPainter      *painter);

/* trellis-pdf-decoration.c */
void trellis_pdf_decoration_paint (TrellisPdfPainter      *painter,
                                   guint                   page,
                                   const TrellisPdfPlaced *placed,
                                   guint                   n_placed);

G_END_DECLS
