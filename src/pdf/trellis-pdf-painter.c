/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-placed.h"

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

typedef struct
{
  int                     link; /* open now, or -1 */
  int                     wanted;
  GArray                 *rects;
  const TrellisPdfPlaced *placed;
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
  double     left = G_MAXDOUBLE, right = 0;

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
  trellis_pdf_placed_for_each_line (state->placed, piece, self, collect_link_rects, state);
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
paint_piece (TrellisPdfPainter      *self,
             const TrellisPdfPlaced *placed,
             const TrellisPdfPiece  *piece)
{
  if (piece->text != NULL && piece->text->links != NULL && !piece->rotated)
    {
      g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
      LinkState          state = { .link = -1, .rects = rects, .placed = placed };

      trellis_pdf_placed_for_each_line (placed, piece, self, paint_linked_line, &state);
      end_link (self, &state);
    }
  else
    {
      trellis_pdf_placed_paint_text (placed, piece, self);
    }
}

static void
paint_content (TrellisPdfPainter      *self,
               const TrellisPdfPlaced *placed)
{
  const TrellisPdfBox *box = placed->box;

  if (placed->fragment->repeated)
    return;
  for (guint i = 0; i < box->pieces->len; i++)
    {
      const TrellisPdfPiece *piece = &g_array_index (box->pieces, TrellisPdfPiece, i);

      if (trellis_pdf_placed_decorates (placed, piece) || !trellis_pdf_placed_holds (placed, piece))
        continue;
      go_to (self, piece->tag);
      if (i == 0 && box->outline != NULL && placed->fragment->first_band == 0
          && self->backend->outline != NULL)
        self->backend->outline (self->backend, box, placed->x, placed->y);
      paint_piece (self, placed, piece);
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
  const TrellisPdfGeometry    *geometry = trellis_pdf_flow_get_geometry (self->flow, page);
  TrellisPdfBackend           *backend = self->backend;
  guint                        n;
  const TrellisPdfFragment    *fragments = trellis_pdf_flow_get_fragments (self->flow, page, &n);
  g_autofree TrellisPdfPlaced *placed = g_new (TrellisPdfPlaced, n);

  for (guint i = 0; i < n; i++)
    placed[i] = (TrellisPdfPlaced) { trellis_pdf_flow_get_box (self->flow, fragments[i].box),
                                     &fragments[i], geometry->frame_x,
                                     geometry->top + fragments[i].y };
  if (backend->begin_page != NULL)
    backend->begin_page (backend, geometry->width, geometry->height);
  if (page == 0)
    go_to (self, g_ptr_array_index (self->flow->tags, 0));
  if (backend->begin_artifact != NULL)
    backend->begin_artifact (backend);
  trellis_pdf_decoration_paint (self, page, placed, n);
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
