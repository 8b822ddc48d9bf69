/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-box.h"

static void
piece_clear (gpointer data)
{
  TrellisPdfPiece *piece = data;

  g_clear_pointer (&piece->text, trellis_pdf_text_unref);
}

/**
 * trellis_pdf_box_new:
 *
 * Returns: (transfer full): an empty box
 */
TrellisPdfBox *
trellis_pdf_box_new (void)
{
  TrellisPdfBox *self = g_new0 (TrellisPdfBox, 1);

  self->bands = g_array_new (FALSE, TRUE, sizeof (double));
  self->pieces = g_array_new (FALSE, TRUE, sizeof (TrellisPdfPiece));
  g_array_set_clear_func (self->pieces, piece_clear);
  self->flow.head = TRELLIS_PDF_NO_HEAD;
  return self;
}

void
trellis_pdf_box_free (TrellisPdfBox *self)
{
  g_array_unref (self->bands);
  g_array_unref (self->pieces);
  g_clear_pointer (&self->ornaments, g_array_unref);
  g_free (self->destination);
  g_free (self->outline);
  g_free (self);
}

/**
 * trellis_pdf_box_add:
 * @text: (transfer full): the lines
 * @tag: (nullable) (transfer none): the element they belong to
 * @x: points from the frame's left edge
 *
 * Returns: (transfer none): the piece, good until the next is added
 */
TrellisPdfPiece *
trellis_pdf_box_add (TrellisPdfBox  *self,
                     TrellisPdfText *text,
                     TrellisPdfTag  *tag,
                     double          x)
{
  TrellisPdfPiece piece = { .text = text, .tag = tag, .x = x };

  g_array_append_val (self->pieces, piece);
  return &g_array_index (self->pieces, TrellisPdfPiece, self->pieces->len - 1);
}

void
trellis_pdf_box_ornament (TrellisPdfBox         *self,
                          TrellisPdfOrnamentKind kind,
                          TrellisPdfColour       colour,
                          double                 x,
                          double                 y,
                          double                 width,
                          double                 height)
{
  TrellisPdfOrnament ornament = { kind, colour, x, y, width, height };

  if (self->ornaments == NULL)
    self->ornaments = g_array_new (FALSE, FALSE, sizeof (TrellisPdfOrnament));
  g_array_append_val (self->ornaments, ornament);
}

static void
grow_band (TrellisPdfBox *self,
           guint          band,
           double         height)
{
  if (self->bands->len <= band)
    g_array_set_size (self->bands, band + 1);
  g_array_index (self->bands, double, band) = MAX (g_array_index (self->bands, double, band),
                                                   height);
}

/* A rotated piece stands in one band, which must hold its length. */
static void
measure_piece (TrellisPdfBox   *self,
               TrellisPdfPiece *piece)
{
  if (piece->text == NULL)
    return;
  if (piece->rotated)
    {
      grow_band (self, piece->band, piece->y);
      return;
    }
  for (guint i = 0; i < piece->text->lines->len; i++)
    grow_band (self, piece->band + i,
               trellis_pdf_text_get_line (piece->text, i)->height + (i == 0 ? piece->y : 0));
}

static gboolean
begins_on_first_line (const TrellisPdfPiece *piece)
{
  return piece->text != NULL && !piece->rotated && piece->band == 0;
}

/* A label and its text, the cells of a row: their first lines stand on one line. */
static void
align_first_lines (TrellisPdfBox *self,
                   double         above)
{
  double baseline = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const TrellisPdfPiece *piece = &g_array_index (self->pieces, TrellisPdfPiece, i);

      if (begins_on_first_line (piece))
        baseline = MAX (baseline, trellis_pdf_text_get_line (piece->text, 0)->baseline);
    }
  for (guint i = 0; i < self->pieces->len; i++)
    {
      TrellisPdfPiece *piece = &g_array_index (self->pieces, TrellisPdfPiece, i);

      if (begins_on_first_line (piece))
        piece->y += above + baseline - trellis_pdf_text_get_line (piece->text, 0)->baseline;
    }
}

/**
 * trellis_pdf_box_close:
 * @above: room over the first line, inside the box
 * @below: room under the last one
 *
 * Measures the bands from the pieces; to be called when all of them are there.
 */
void
trellis_pdf_box_close (TrellisPdfBox *self,
                       double         above,
                       double         below)
{
  align_first_lines (self, above);
  for (guint i = 0; i < self->pieces->len; i++)
    measure_piece (self, &g_array_index (self->pieces, TrellisPdfPiece, i));
  if (self->bands->len == 0)
    grow_band (self, 0, above);
  g_array_index (self->bands, double, self->bands->len - 1) += below;
  self->flow.bands = (const double *) (gconstpointer) self->bands->data;
  self->flow.n_bands = self->bands->len;
}

double
trellis_pdf_box_get_height (const TrellisPdfBox *self)
{
  double height = 0;

  for (guint i = 0; i < self->bands->len; i++)
    height += g_array_index (self->bands, double, i);
  return height;
}
