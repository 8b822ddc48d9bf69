/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-pdf-box.h"

G_BEGIN_DECLS

/* What the painter draws on: a tagged PDF, a plain cairo context, a test's recorder. Coordinates
 * are points from the page's top left. Any function but text and shape may be NULL. */
typedef struct _TrellisPdfBackend TrellisPdfBackend;

struct _TrellisPdfBackend
{
  void (*begin_page) (TrellisPdfBackend *self, double width, double height);
  void (*end_page) (TrellisPdfBackend *self);
  void (*begin_tag) (TrellisPdfBackend *self, const TrellisPdfTag *tag);
  void (*end_tag) (TrellisPdfBackend *self, const TrellisPdfTag *tag);
  void (*begin_artifact) (TrellisPdfBackend *self); /* what is not read aloud */
  void (*end_artifact) (TrellisPdfBackend *self);
  void (*begin_link) (TrellisPdfBackend       *self,
                      const TrellisPdfLink    *link,
                      const cairo_rectangle_t *rects,
                      guint                    n_rects);
  void (*end_link) (TrellisPdfBackend *self);
  void (*outline) (TrellisPdfBackend *self, const TrellisPdfBox *box, double x, double y);
  void (*text) (
      TrellisPdfBackend *self, const TrellisPdfRun *run, double x, double y, gboolean rotated);
  void (*shape) (TrellisPdfBackend *self, const TrellisPdfOrnament *shape);
};

/* Both draw on a cairo context; the tagged one keeps what cairo cannot write. */
typedef struct
{
  TrellisPdfBackend    parent;
  cairo_t             *cr;
  cairo_surface_t     *surface; /* tagged: the PDF */
  cairo_scaled_font_t *font;    /* the current one */
  int                  colour;  /* the current one, or -1 */
  GArray              *glyphs;
  GPtrArray           *elements;    /* tagged: TrellisPdfElement, in the order they were begun */
  GPtrArray           *links;       /* tagged: description per link annotation */
  GArray              *outline_ids; /* tagged: the open entries by level */
} TrellisPdfCairo;

void trellis_pdf_cairo_init_plain (TrellisPdfCairo *self,
                                   cairo_t         *cr);
void trellis_pdf_cairo_init_tagged (TrellisPdfCairo *self,
                                    cairo_surface_t *pdf);
void trellis_pdf_cairo_clear (TrellisPdfCairo *self);

G_END_DECLS
