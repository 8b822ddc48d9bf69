/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-placed.h"
#include "trellis-pdf-sign.h"

#define UNDERLINE_BELOW 1.6
#define UNDERLINE_WIDTH 0.45
#define STRIKE_ABOVE 3.2
#define HEAD_ABOVE 22
#define FOOTER_BELOW 24
#define RULE_WIDTH 0.5

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

/* What leads to another page of the document is not underlined. */
static gboolean
leads_outside (const TrellisPdfPiece *piece,
               const TrellisPdfRun   *run)
{
  const TrellisPdfLink *link = g_ptr_array_index (piece->text->links, (guint) run->link);

  return link->uri != NULL;
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

      if (run->link >= 0 && leads_outside (piece, run))
        fill (self, run->colour, x + run->x, y + line->baseline + UNDERLINE_BELOW, run->width,
              UNDERLINE_WIDTH);
      if (run->sign != TRELLIS_PDF_SIGN_NONE)
        {
          TrellisPdfOrnament shape = trellis_pdf_sign_get_shape (run, x, y + line->baseline);

          self->backend->shape (self->backend, &shape);
        }
      if (run->strike)
        fill (self, run->colour, x + run->x, y + line->baseline - STRIKE_ABOVE, run->width,
              UNDERLINE_WIDTH);
    }
}

static void
paint_ornament (TrellisPdfPainter        *self,
                const TrellisPdfPlaced   *placed,
                const TrellisPdfOrnament *ornament)
{
  const TrellisPdfFragment *fragment = placed->fragment;
  double                    height
      = trellis_pdf_placed_get_height (placed),
      x = placed->x + ornament->x;
  gboolean begins = fragment->first_band == 0;
  gboolean ends
      = fragment->first_band + fragment->n_bands == placed->box->bands->len;
  TrellisPdfOrnament shape = *ornament;

  switch (ornament->kind)
    {
    case TRELLIS_PDF_ORNAMENT_FILL:
      fill (self, ornament->colour, x, placed->y, ornament->width, height);
      break;
    case TRELLIS_PDF_ORNAMENT_ABOVE:
      if (begins)
        fill (self, ornament->colour, x, placed->y + ornament->y, ornament->width,
              ornament->height);
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
paint_ornaments (TrellisPdfPainter      *self,
                 const TrellisPdfPlaced *placed,
                 gboolean                shades)
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
paint_decoration (TrellisPdfPainter      *self,
                  const TrellisPdfPlaced *placed)
{
  const TrellisPdfBox *box = placed->box;

  paint_ornaments (self, placed, FALSE);
  for (guint i = 0; i < box->pieces->len; i++)
    {
      const TrellisPdfPiece *piece = &g_array_index (box->pieces, TrellisPdfPiece, i);

      trellis_pdf_placed_for_each_line (placed, piece, self, paint_line_marks, NULL);
      if (trellis_pdf_placed_decorates (placed, piece))
        trellis_pdf_placed_paint_text (placed, piece, self);
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
  double                bottom = geometry->top + geometry->text_height + FOOTER_BELOW;
  double                right = geometry->frame_x + geometry->frame_width;

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
 * trellis_pdf_decoration_paint:
 * @page: from 0
 * @placed: what stands on it
 *
 * Paints what is not read aloud: the margins, shades, rules, and the heads that tables repeat. The
 * page number comes first, because cairo marks lines and areas as decoration only after it has seen
 * a glyph there; shades come before the rules that they touch.
 */
void
trellis_pdf_decoration_paint (TrellisPdfPainter      *painter,
                              guint                   page,
                              const TrellisPdfPlaced *placed,
                              guint                   n_placed)
{
  paint_margins (painter, trellis_pdf_flow_get_geometry (painter->flow, page), page);
  for (guint i = 0; i < n_placed; i++)
    paint_ornaments (painter, &placed[i], TRUE);
  for (guint i = 0; i < n_placed; i++)
    paint_decoration (painter, &placed[i]);
}
