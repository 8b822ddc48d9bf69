/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-recorder.h"

#define TOLERANCE 1.5 /* points: an italic letter leans over its neighbour */

static PdfRecorder *
get (TrellisPdfBackend *backend)
{
  return (PdfRecorder *) backend;
}

static void
begin_page (TrellisPdfBackend *backend,
            double             width,
            double             height)
{
  PdfRecorder *self = get (backend);

  self->width = width;
  self->height = height;
  self->n_pages++;
  g_array_set_size (self->rects, 0);
  g_string_append_printf (self->log, "page %u\n", self->n_pages);
}

static void
begin_tag (TrellisPdfBackend   *backend,
           const TrellisPdfTag *tag)
{
  PdfRecorder *self = get (backend);

  g_assert_false (self->in_artifact);
  g_assert_false (self->in_link);
  g_string_append_printf (self->log, "<%s>\n", tag->name);
  self->n_open++;
}

static void
end_tag (TrellisPdfBackend   *backend,
         const TrellisPdfTag *tag)
{
  PdfRecorder *self = get (backend);

  g_assert_cmpuint (self->n_open, >, 0);
  g_string_append_printf (self->log, "</%s>\n", tag->name);
  g_string_append_c (self->content, '\n');
  self->n_open--;
}

static void
begin_artifact (TrellisPdfBackend *backend)
{
  PdfRecorder *self = get (backend);

  g_assert_false (self->in_artifact);
  self->in_artifact = TRUE;
}

static void
end_artifact (TrellisPdfBackend *backend)
{
  PdfRecorder *self = get (backend);

  g_assert_true (self->in_artifact);
  self->in_artifact = FALSE;
}

static void
begin_link (TrellisPdfBackend       *backend,
            const TrellisPdfLink    *link,
            const cairo_rectangle_t *rects,
            guint                    n_rects)
{
  PdfRecorder *self = get (backend);

  g_assert_false (self->in_link);
  g_assert_cmpuint (n_rects, >, 0);
  self->in_link = TRUE;
  g_string_append_printf (self->log, "<Link %s>\n",
                          link->uri != NULL ? link->uri : link->destination);
}

static void
end_link (TrellisPdfBackend *backend)
{
  PdfRecorder *self = get (backend);

  g_assert_true (self->in_link);
  self->in_link = FALSE;
  g_string_append (self->log, "</Link>\n");
}

static void
outline (TrellisPdfBackend   *backend,
         const TrellisPdfBox *box,
         double               x,
         double               y)
{
  g_string_append_printf (get (backend)->log, "outline %u %s\n", box->outline_level, box->outline);
}

static gboolean
overlaps (const cairo_rectangle_t *a,
          const cairo_rectangle_t *b)
{
  return a->x + TOLERANCE < b->x + b->width && b->x + TOLERANCE < a->x + a->width
         && a->y + TOLERANCE < b->y + b->height && b->y + TOLERANCE < a->y + a->height;
}

/* A run as high as a small letter over its baseline: what must not touch another run. */
static cairo_rectangle_t
get_rect (const TrellisPdfRun *run,
          double               x,
          double               y,
          gboolean             rotated)
{
  cairo_font_extents_t extents;
  double               height;

  cairo_scaled_font_extents (run->font, &extents);
  height = extents.ascent / 2;
  if (rotated)
    return (cairo_rectangle_t) { x - height, y - run->x - run->width, height, run->width };
  return (cairo_rectangle_t) { x + run->x, y - height, run->width, height };
}

static void
check_rect (PdfRecorder             *self,
            const cairo_rectangle_t *rect)
{
  if (rect->x < 0 || rect->y < 0 || rect->x + rect->width > self->width + TOLERANCE
      || rect->y + rect->height > self->height)
    self->n_outside++;
  for (guint i = 0; i < self->rects->len; i++)
    if (overlaps (&g_array_index (self->rects, cairo_rectangle_t, i), rect))
      self->n_overlaps++;
}

static void
text (TrellisPdfBackend   *backend,
      const TrellisPdfRun *run,
      double               x,
      double               y,
      gboolean             rotated)
{
  PdfRecorder      *self = get (backend);
  cairo_rectangle_t rect = get_rect (run, x, y, rotated);
  guint             n_bytes = 0;
  int               n_glyphs = 0;

  for (guint i = 0; i < run->n_clusters; i++)
    {
      n_bytes += (guint) run->clusters[i].num_bytes;
      n_glyphs += run->clusters[i].num_glyphs;
    }
  g_assert_cmpuint (n_bytes, ==, run->n_bytes);
  g_assert_cmpint (n_glyphs, ==, (int) run->n_glyphs);
  g_assert_true (g_utf8_validate (run->text, run->n_bytes, NULL));
  if (!self->in_artifact)
    g_assert_cmpuint (self->n_open, >, 0);
  g_string_append_printf (self->log, self->in_artifact ? "[%.*s]\n" : "%.*s\n", (int) run->n_bytes,
                          run->text);
  if (!self->in_artifact)
    g_string_append_len (self->content, run->text, run->n_bytes);
  check_rect (self, &rect);
  g_array_append_val (self->rects, rect);
}

static void
shape (TrellisPdfBackend        *backend,
       const TrellisPdfOrnament *ornament)
{
  PdfRecorder *self = get (backend);

  g_assert_true (self->in_artifact);
  g_assert_cmpfloat (ornament->width, >=, 0);
  g_assert_cmpfloat (ornament->height, >=, 0);
  if (ornament->x + ornament->width > self->width || ornament->y + ornament->height > self->height)
    self->n_outside++;
}

void
pdf_recorder_init (PdfRecorder *self)
{
  *self = (PdfRecorder) {
    .parent = { begin_page, NULL, begin_tag, end_tag, begin_artifact, end_artifact, begin_link,
                end_link, outline, text, shape },
    .log = g_string_new (NULL),
    .content = g_string_new (NULL),
    .rects = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t)),
  };
}

void
pdf_recorder_clear (PdfRecorder *self)
{
  g_string_free (self->log, TRUE);
  g_string_free (self->content, TRUE);
  g_array_unref (self->rects);
}

void
pdf_recorder_paint (PdfRecorder          *self,
                    const TrellisPdfFlow *flow)
{
  TrellisPdfPainter painter = { .flow = flow, .backend = &self->parent };

  for (guint i = 0; i < trellis_pdf_flow_get_n_pages (flow); i++)
    trellis_pdf_painter_paint_page (&painter, i);
  g_assert_cmpuint (self->n_open, ==, 0);
}
