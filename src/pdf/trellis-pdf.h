/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "trellis-node.h"

G_BEGIN_DECLS

typedef enum
{
  TRELLIS_PAPER_A4,
  TRELLIS_PAPER_LETTER,
} TrellisPaper;

/* Everything is optional; a zeroed struct is A4 and takes title and language from the document. */
typedef struct
{
  TrellisPaper paper;
  const char  *language; /* BCP 47; NULL: the document's own, or by its script */
  const char  *title;    /* NULL: the document's name, or its first heading */
  const char  *author;
  const char  *subject;
  const char  *keywords;
  const char  *footer; /* NULL: the title */
  GDateTime   *date;   /* written into the file; NULL: now. Same input and date, same bytes */
} TrellisPdfOptions;

/* A document laid out on pages: what the preview shows, the printer prints and the file holds.
 * Immutable once made, so it may be painted in another thread than the one that made it. */
typedef struct _TrellisPages TrellisPages;

void trellis_pdf_prepare (void);

TrellisPages *trellis_pages_new (const TrellisNode       *document,
                                 const TrellisPdfOptions *options,
                                 GCancellable            *cancellable,
                                 GError                 **error);
TrellisPages *trellis_pages_ref (TrellisPages *self);
void          trellis_pages_unref (TrellisPages *self);

guint       trellis_pages_get_n_pages (const TrellisPages *self);
void        trellis_pages_get_page_size (const TrellisPages *self,
                                         guint               page,
                                         double             *width,
                                         double             *height);
const char *trellis_pages_get_section (const TrellisPages *self,
                                       guint               page);
char       *trellis_pages_get_text (const TrellisPages *self,
                                    guint               page);
void        trellis_pages_paint (const TrellisPages *self,
                                 guint               page,
                                 cairo_t            *cr);
GBytes     *trellis_pages_to_pdf (const TrellisPages *self,
                                  GCancellable       *cancellable,
                                  GError            **error);

GBytes *trellis_pdf_render (const TrellisNode       *document,
                            const TrellisPdfOptions *options,
                            GCancellable            *cancellable,
                            GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisPages, trellis_pages_unref)

G_END_DECLS
