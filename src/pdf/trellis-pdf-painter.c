/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-painter.h"

#define UNDERLINE_BELOW 1.6
#define UNDERLINE_WIDTH 0.45
#define STRIKE_ABOVE 3.2
#define HEAD_ABOVE 22
#define FOOTER_BELOW 24
#define RULE_WIDTH 0.5

/* A box's part on a page, at its place. */
typedef struct
{
  const TrellisPdfBox      *box;
  const TrellisPdfFragment *fragment;
  double                    x;
  double                    y;
} Placed;

static void
open_down_to (TrellisPdfPainter *self,
              TrellisPdfTag     *from,
              TrellisPdfTag     *tag)
{
  if (tag == NULL || tag == from)
    return;
  open_down_to (self, from, tag->parent);
  if (self->backend->begin_tag != NULL)
    self->backend->begin_tag (self->backend, tag);
}

/* Closes what does not hold the element and opens the way down to it. */
static void
go_to (TrellisPdfPainter *self,
       TrellisPdfTag     *tag)
{
  TrellisPdfTag *common = trellis_pdf_tag_common (self->open, tag);

  for (; self->open != common; self->open = self->open->parent)
    if (self->backend->end_tag != NULL)
      self->backend->end_tag (self->backend, self->open);
  open_down_to (self, common, tag);
  self->open = tag;
}

static double
get_band_y (const Placed *placed,
            guint         band)
{
  double y = placed->y;

  for (guint i = placed->fragment->first_band; i < band; i++)
    y += g_array_index (placed->box->bands, double, i);
  return y;
}

typedef void (*LineFunc) (TrellisPdfPainter     *self,
                          const TrellisPdfPiece *piece,
                          const TrellisPdfLine  *line,
                          double                 x,
                          double                 y,
                          gpointer               data);

static void
for_each_rotated_line (TrellisPdfPainter     *self,
                       const Placed          *placed,
                       const TrellisPdfPiece *piece,
                       LineFunc               func,
                       gpointer               data)
{
  double x = placed->x + piece->x, y = get_band_y (placed, piece->band) + piece->y;

  for (guint i = 0; i < piece->text->lines->len; i++)
    {
      const TrellisPdfLine *line = trellis_pdf_text_get_line (piece->text, i);

      func (self, piece, line, x, y, data);
      x += line->height;
    }
}

/* Calls for each line of the piece that is in this part of the box, with its top left. */
static void
for_each_line (TrellisPdfPainter     *self,
               const Placed          *placed,
               const TrellisPdfPiece *piece,
               LineFunc               func,
               gpointer               data)
{
  const TrellisPdfFragment *fragment = placed->fragment;
  guint end = fragment->first_band + fragment->n_bands;
  double y;

  if (piece->text == NULL || piece->band >= end)
    return;
  if (piece->rotated)
    {
      for_each_rotated_line (self, placed, piece, func, data);
      return;
    }
  y = get_band_y (placed, MAX (piece->band, fragment->first_band));
  for (guint i = 0; i < piece->text->lines->len && piece->band + i < end; i++)
    {
      guint band = piece->band + i;

      if (band < fragment->first_band)
        continue;
      func (self, piece, trellis_pdf_text_get_line (piece->text, i), placed->x + piece->x,
            y + (i == 0 ? piece->y : 0), data);
      y += g_array_index (placed->box->bands, double, band);
    }
}

static void
fill (TrellisPdfPainter *self,
      TrellisPdfColour   colour,
      double             x,
      double             y,
      double             width,
      double             height)
{
  TrellisPdfOrnament rect = { TRELLIS_PDF_ORNAMENT_RECT, colour, x, y, width, height };

  self->backend->shape (self->backend, &rect);
}

static void
paint_line_marks (TrellisPdfPainter     *self,
                  const TrellisPdfPiece *piece,
                  const TrellisPdfLine  *line,
                  double                 x,
                  double                 y,
                  gpointer               data)
{
  for (guint i = 0; i < line->runs->len && !piece->rotated; i++)
    {
      const TrellisPdfRun *run = &g_array_index (line->runs, TrellisPdfRun, i);

      if (run->link >= 0)
        fill (self, run->colour, x + run->x, y + line->baseline + UNDERLINE_BELOW, run->width,
              UNDERLINE_WIDTH);
      if (run->strike)
        fill (self, run->colour, x + run->x, y + line->baseline - STRIKE_ABOVE, run->width,
              UNDERLINE_WIDTH);
    }
}

static double
get_fragment_height (const Placed *placed)
{
  const TrellisPdfFragment *fragment = placed->fragment;

  return get_band_y (placed, fragment->first_band + fragment->n_bands) - placed->y;
}

static void
paint_ornament (TrellisPdfPainter        *self,
                const Placed             *placed,
                const TrellisPdfOrnament *ornament)
{
  const TrellisPdfFragment *fragment = placed->fragment;
  double height = get_fragment_height (placed), x = placed->x + ornament->x;
  gboolean begins = fragment->first_band == 0;
  gboolean ends = fragment->first_band + fragment->n_bands == placed->box->bands->len;
  TrellisPdfOrnament shape = *ornament;

  switch (ornament->kind)
    {
    case TRELLIS_PDF_ORNAMENT_FILL:
      fill (self, ornament->colour, x, placed->y, ornament->width, height);
      break;
    case TRELLIS_PDF_ORNAMENT_ABOVE:
      if (begins)
        fill (self, ornament->colour, x, placed->y + ornament->y, ornament->width, ornament->height);
      break;
    case TRELLIS_PDF_ORNAMENT_BELOW:
      if (ends)
        fill (self, ornament->colour, x, placed->y + height - ornament->height, ornament->width,
              ornament->height);
      break;
    default:
      shape.x = x;
      shape.y += placed->y;
      if (begins)
        self->backend->shape (self->backend, &shape);
    }
}

static void
paint_text_line (TrellisPdfPainter     *self,
                 const TrellisPdfPiece *piece,
                 const TrellisPdfLine  *line,
                 double                 x,
                 double                 y,
                 gpointer               data)
{
  if (piece->rotated)
    x += line->baseline;
  else
    y += line->baseline;
  for (guint i = 0; i < line->runs->len; i++)
    self->backend->text (self->backend, &g_array_index (line->runs, TrellisPdfRun, i), x, y,
                         piece->rotated);
}

typedef struct
{
  int     link;  /* open now, or -1 */
  int     wanted;
  GArray *rects;
  const Placed *placed;
} LinkState;

static void
collect_link_rects (TrellisPdfPainter     *self,
                    const TrellisPdfPiece *piece,
                    const TrellisPdfLine  *line,
                    double                 x,
                    double                 y,
                    gpointer               data)
{
  LinkState *state = data;
  double left = G_MAXDOUBLE, right = 0;

  for (guint i = 0; i < line->runs->len; i++)
    {
      const TrellisPdfRun *run = &g_array_index (line->runs, TrellisPdfRun, i);

      if (run->link != state->wanted)
        continue;
      left = MIN (left, run->x);
      right = MAX (right, run->x + run->width);
    }
  if (right > left)
    {
      cairo_rectangle_t rect = { x + left, y + 1, right - left, line->height - 2 };

      g_array_append_val (state->rects, rect);
    }
}

static void
end_link (TrellisPdfPainter *self,
          LinkState         *state)
{
  if (state->link >= 0 && self->backend->end_link != NULL)
    self->backend->end_link (self->backend);
  state->link = -1;
}

static void
begin_link (TrellisPdfPainter     *self,
            const TrellisPdfPiece *piece,
            LinkState             *state,
            int                    link)
{
  state->link = state->wanted = link;
  g_array_set_size (state->rects, 0);
  for_each_line (self, state->placed, piece, collect_link_rects, state);
  if (self->backend->begin_link != NULL)
    self->backend->begin_link (self->backend, g_ptr_array_index (piece->text->links, link),
                               (const cairo_rectangle_t *) (gconstpointer) state->rects->data,
                               state->rects->len);
}

static void
paint_linked_line (TrellisPdfPainter     *self,
                   const TrellisPdfPiece *piece,
                   const TrellisPdfLine  *line,
                   double                 x,
                   double                 y,
                   gpointer               data)
{
  LinkState *state = data;

  for (guint i = 0; i < line->runs->len; i++)
    {
      const TrellisPdfRun *run = &g_array_index (line->runs, TrellisPdfRun, i);

      if (run->link != state->link)
        {
          end_link (self, state);
          if (run->link >= 0)
            begin_link (self, piece, state, run->link);
        }
      self->backend->text (self->backend, run, x, y + line->baseline, FALSE);
    }
}

static void
paint_piece (TrellisPdfPainter     *self,
             const Placed          *placed,
             const TrellisPdfPiece *piece)
{
  if (piece->text != NULL && piece->text->links != NULL && !piece->rotated)
    {
      g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
      LinkState state = { .link = -1, .rects = rects, .placed = placed };

      for_each_line (self, placed, piece, paint_linked_line, &state);
      end_link (self, &state);
    }
  else
    {
      for_each_line (self, placed, piece, paint_text_line, NULL);
    }
}

static gboolean
is_decoration (const Placed          *placed,
               const TrellisPdfPiece *piece)
{
  return piece->tag == NULL || placed->fragment->repeated;
}

static void
paint_ornaments (TrellisPdfPainter *self,
                 const Placed      *placed,
                 gboolean           shades)
{
  const GArray *ornaments = placed->box->ornaments;

  for (guint i = 0; ornaments != NULL && i < ornaments->len; i++)
    {
      const TrellisPdfOrnament *ornament = &g_array_index (ornaments, TrellisPdfOrnament, i);

      if ((ornament->kind == TRELLIS_PDF_ORNAMENT_FILL) == shades)
        paint_ornament (self, placed, ornament);
    }
}

/* Lines and what a head repeats: under the text, and not read aloud. */
static void
paint_decoration (TrellisPdfPainter *self,
                  const Placed      *placed)
{
  const TrellisPdfBox *box = placed->box;

  paint_ornaments (self, placed, FALSE);
  for (guint i = 0; i < box->pieces->len; i++)
    {
      const TrellisPdfPiece *piece = &g_array_index (box->pieces, TrellisPdfPiece, i);

      for_each_line (self, placed, piece, paint_line_marks, NULL);
      if (is_decoration (placed, piece))
        for_each_line (self, placed, piece, paint_text_line, NULL);
    }
}

static gboolean
is_in_fragment (const Placed          *placed,
                const TrellisPdfPiece *piece)
{
  guint n_lines = piece->text != NULL ? piece->text->lines->len : 1;
  const TrellisPdfFragment *fragment = placed->fragment;

  return piece->band < fragment->first_band + fragment->n_bands
         && piece->band + n_lines > fragment->first_band;
}

static void
paint_content (TrellisPdfPainter *self,
               const Placed      *placed)
{
  const TrellisPdfBox *box = placed->box;

  if (placed->fragment->repeated)
    return;
  for (guint i = 0; i < box->pieces->len; i++)
    {
      const TrellisPdfPiece *piece = &g_array_index (box->pieces, TrellisPdfPiece, i);

      if (is_decoration (placed, piece) || !is_in_fragment (placed, piece))
        continue;
      go_to (self, piece->tag);
      if (i == 0 && box->outline != NULL && placed->fragment->first_band == 0
          && self->backend->outline != NULL)
        self->backend->outline (self->backend, box, placed->x, placed->y);
      paint_piece (self, placed, piece);
    }
}

static void
paint_single_line (TrellisPdfPainter    *self,
                   const TrellisPdfText *text,
                   double                x,
                   double                y)
{
  const TrellisPdfLine *line = trellis_pdf_text_get_line (text, 0);

  for (guint i = 0; i < line->runs->len; i++)
    self->backend->text (self->backend, &g_array_index (line->runs, TrellisPdfRun, i), x,
                         y + line->baseline, FALSE);
}

static void
paint_margins (TrellisPdfPainter        *self,
               const TrellisPdfGeometry *geometry,
               guint                     page)
{
  const TrellisPdfFlow *flow = self->flow;
  const TrellisPdfText *head = g_ptr_array_index (flow->heads, page);
  const TrellisPdfText *number = g_ptr_array_index (flow->footers, page);
  double bottom = geometry->top + geometry->text_height + FOOTER_BELOW;
  double right = geometry->frame_x + geometry->frame_width;

  paint_single_line (self, number, right - number->width, bottom);
  if (flow->footer != NULL)
    paint_single_line (self, flow->footer, geometry->frame_x, bottom);
  if (head != NULL)
    {
      paint_single_line (self, head, geometry->frame_x, geometry->top - HEAD_ABOVE - head->height);
      fill (self, TRELLIS_PDF_COLOUR_RULE, geometry->frame_x, geometry->top - HEAD_ABOVE + 3,
            geometry->frame_width, RULE_WIDTH);
    }
}

/**
 * trellis_pdf_painter_paint_page:
 * @page: from 0
 *
 * Paints a page: first all that is decoration, then the content in reading order. The one artifact
 * of a page begins with the page number, because cairo marks lines and areas as decoration only
 * after it has seen a glyph there.
 */
void
trellis_pdf_painter_paint_page (TrellisPdfPainter *self,
                                guint              page)
{
  const TrellisPdfGeometry *geometry = trellis_pdf_flow_get_geometry (self->flow, page);
  TrellisPdfBackend *backend = self->backend;
  guint n;
  const TrellisPdfFragment *fragments = trellis_pdf_flow_get_fragments (self->flow, page, &n);
  g_autofree Placed *placed = g_new (Placed, n);

  for (guint i = 0; i < n; i++)
    placed[i] = (Placed){ trellis_pdf_flow_get_box (self->flow, fragments[i].box), &fragments[i],
                          geometry->frame_x, geometry->top + fragments[i].y };
  if (backend->begin_page != NULL)
    backend->begin_page (backend, geometry->width, geometry->height);
  if (page == 0)
    go_to (self, g_ptr_array_index (self->flow->tags, 0));
  if (backend->begin_artifact != NULL)
    backend->begin_artifact (backend);
  paint_margins (self, geometry, page);
  for (guint i = 0; i < n; i++)
    paint_ornaments (self, &placed[i], TRUE);
  for (guint i = 0; i < n; i++)
    paint_decoration (self, &placed[i]);
  if (backend->end_artifact != NULL)
    backend->end_artifact (backend);
  for (guint i = 0; i < n; i++)
    paint_content (self, &placed[i]);
  if (page + 1 == trellis_pdf_flow_get_n_pages (self->flow))
    trellis_pdf_painter_finish (self);
  if (backend->end_page != NULL)
    backend->end_page (backend);
}

/**
 * trellis_pdf_painter_finish:
 *
 * Closes all elements. Done by itself on the last page, before it ends: closed after it, cairo
 * would add an empty page.
 */
void
trellis_pdf_painter_finish (TrellisPdfPainter *self)
{
  go_to (self, NULL);
}
