/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-pdf-box.h"

G_BEGIN_DECLS

/* The kinds of page. A report is upright; a wide matrix lies. */
typedef enum
{
  TRELLIS_PDF_PORTRAIT,
  TRELLIS_PDF_LANDSCAPE,
  TRELLIS_PDF_N_PAPERS
} TrellisPdfPaper;

/* Points. The frame is what tables take; text is a column inside it, headings hang out of it. */
typedef struct
{
  double width, height;
  double frame_x, frame_width;
  double body_x, body_width; /* from the frame's left edge */
  double top, text_height;
} TrellisPdfGeometry;

/* A document as boxes in reading order, cut into pages. */
typedef struct
{
  TrellisPdfGeometry papers[TRELLIS_PDF_N_PAPERS];
  GPtrArray         *boxes;     /* TrellisPdfBox */
  GPtrArray         *tags;      /* TrellisPdfTag, the first is the document */
  GArray            *fragments; /* TrellisPdfFragment */
  GArray            *pages;     /* guint: each page's first fragment */
  GPtrArray         *heads;     /* TrellisPdfText per page: the running head, or NULL */
  GPtrArray         *footers;   /* TrellisPdfText per page: "Page x of y" */
  TrellisPdfText    *footer;    /* the short title, or NULL */
  GPtrArray         *sections;  /* char * per page: the section it begins in */
} TrellisPdfFlow;

TrellisPdfFlow           *trellis_pdf_flow_new (gboolean letter);
void                      trellis_pdf_flow_free (TrellisPdfFlow *self);
void                      trellis_pdf_flow_paginate (TrellisPdfFlow *self);
void                      trellis_pdf_flow_move_last (TrellisPdfFlow *self,
                                                      guint           n_boxes,
                                                      guint           to);
guint                     trellis_pdf_flow_get_n_pages (const TrellisPdfFlow *self);
const TrellisPdfGeometry *trellis_pdf_flow_get_geometry (const TrellisPdfFlow *self,
                                                         guint                 page);
const TrellisPdfFragment *trellis_pdf_flow_get_fragments (const TrellisPdfFlow *self,
                                                          guint                 page,
                                                          guint                *n_fragments);
TrellisPdfBox            *trellis_pdf_flow_get_box (const TrellisPdfFlow *self,
                                                    guint                 box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisPdfFlow, trellis_pdf_flow_free)

G_END_DECLS
