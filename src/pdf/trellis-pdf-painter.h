/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-pdf-backend.h"
#include "trellis-pdf-flow.h"

G_BEGIN_DECLS

/* Paints pages on a back-end. Elements stay open from page to page, so pages of a tagged file are
 * painted in order, by one painter. */
typedef struct
{
  const TrellisPdfFlow *flow;
  TrellisPdfBackend    *backend;
  TrellisPdfTag        *open; /* the innermost open element, or NULL */
} TrellisPdfPainter;

void trellis_pdf_painter_paint_page (TrellisPdfPainter *self,
                                     guint              page);
void trellis_pdf_painter_finish (TrellisPdfPainter *self);

G_END_DECLS
