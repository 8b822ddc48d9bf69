/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-pdf.h"

G_BEGIN_DECLS

/* What the file says about itself: from the options, else from the document. Clean single lines;
 * title, language, footer and date are always there. */
typedef struct
{
  char *language;
  char *title;
  char *author;
  char *subject;
  char *keywords;
  char *footer;
  char *date; /* ISO 8601, UTC */
} TrellisPdfMetadata;

void trellis_pdf_metadata_init (TrellisPdfMetadata      *self,
                                const TrellisNode       *document,
                                const TrellisPdfOptions *options);
void trellis_pdf_metadata_clear (TrellisPdfMetadata *self);
void trellis_pdf_metadata_apply (const TrellisPdfMetadata *self,
                                 cairo_surface_t          *pdf);

G_END_DECLS
