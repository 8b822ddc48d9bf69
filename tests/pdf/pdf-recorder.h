/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-pdf-painter.h"

/* A back-end that writes down what is painted, and checks as it goes that nothing lies over
 * something else or leaves the page. */
typedef struct
{
  TrellisPdfBackend parent;
  GString          *log;     /* "<P>", "text", "</P>" … a line each; decoration in brackets */
  GString          *content; /* the words that are read aloud, in order */
  GArray           *rects;   /* cairo_rectangle_t: the lines of text on the page */
  double            width;
  double            height;
  guint             n_pages;
  guint             n_open; /* elements */
  guint             n_overlaps;
  guint             n_outside;
  gboolean          in_artifact;
  gboolean          in_link;
} PdfRecorder;

void pdf_recorder_init (PdfRecorder *self);
void pdf_recorder_clear (PdfRecorder *self);
void pdf_recorder_paint (PdfRecorder          *self,
                         const TrellisPdfFlow *flow);
