/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-placed.h"

/**
 * trellis_pdf_placed_get_band_y:
 * @band: of the box, in this part of it
 *
 * Returns: where the band begins on the page
 */
double
trellis_pdf_placed_get_band_y (const TrellisPdfPlaced *self,
                               guint                   band)
{
  double y = self->y;

  for (guint i = self->fragment->first_band; i < band; i++)
    y += g_array_index (self->box->bands, double, i);
  return y;
}

double
trellis_pdf_placed_get_height (const TrellisPdfPlaced *self)
{
  const TrellisPdfFragment *fragment = self->fragment;

  return trellis_pdf_placed_get_band_y (self, fragment->first_band + fragment->n_bands) - self->y;
}

/* Whether any line of the piece is in this part of the box. */
gboolean
trellis_pdf_placed_holds (const TrellisPdfPlaced *self,
                          const TrellisPdfPiece  *piece)
{
  guint                     n_lines = piece->text != NULL ? piece->text->lines->len : 1;
  const TrellisPdfFragment *fragment = self->fragment;

  return piece->band < fragment->first_band + fragment->n_bands
         && piece->band + n_lines > fragment->first_band;
}

/* Whether the piece is not to be read aloud here. */
gboolean
trellis_pdf_placed_decorates (const TrellisPdfPlaced *self,
                              const TrellisPdfPiece  *piece)
{
  return piece->tag == NULL || self->fragment->repeated;
}

static void
for_each_rotated_line (const TrellisPdfPlaced *self,
                       const TrellisPdfPiece  *piece,
                       TrellisPdfPainter      *painter,
                       TrellisPdfLineFunc      func,
                       gpointer                data)
{
  double x = self->x + piece->x;
  double y = trellis_pdf_placed_get_band_y (self, piece->band) + piece->y;

  for (guint i = 0; i < piece->text->lines->len; i++)
    {
      const TrellisPdfLine *line = trellis_pdf_text_get_line (piece->text, i);

      func (painter, piece, line, x, y, data);
      x += line->height;
    }
}

/**
 * trellis_pdf_placed_for_each_line:
 *
 * Calls @func for each line of the piece that is in this part of the box, with its top left; with
 * its foot for a rotated one.
 */
void
trellis_pdf_placed_for_each_line (const TrellisPdfPlaced *self,
                                  const TrellisPdfPiece  *piece,
                                  TrellisPdfPainter      *painter,
                                  TrellisPdfLineFunc      func,
                                  gpointer                data)
{
  const TrellisPdfFragment *fragment = self->fragment;
  guint                     end = fragment->first_band + fragment->n_bands;
  double                    y;

  if (piece->text == NULL || piece->band >= end)
    return;
  if (piece->rotated)
    {
      for_each_rotated_line (self, piece, painter, func, data);
      return;
    }
  y = trellis_pdf_placed_get_band_y (self, MAX (piece->band, fragment->first_band));
  for (guint i = 0; i < piece->text->lines->len && piece->band + i < end; i++)
    {
      guint band = piece->band + i;

      if (band < fragment->first_band)
        continue;
      func (painter, piece, trellis_pdf_text_get_line (piece->text, i), self->x + piece->x,
            y + (i == 0 ? piece->y : 0), data);
      y += g_array_index (self->box->bands, double, band);
    }
}

static void
paint_line (TrellisPdfPainter     *painter,
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
    painter->backend->text (painter->backend, &g_array_index (line->runs, TrellisPdfRun, i), x, y,
                            piece->rotated);
}

/* Paints the piece's lines, as if there were no links in them. */
void
trellis_pdf_placed_paint_text (const TrellisPdfPlaced *self,
                               const TrellisPdfPiece  *piece,
                               TrellisPdfPainter      *painter)
{
  trellis_pdf_placed_for_each_line (self, piece, painter, paint_line, NULL);
}
