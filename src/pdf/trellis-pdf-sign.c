/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-sign.h"

#include <string.h>

#define CARRIER "·" /* in the middle of what is drawn, and smaller */
#define WIDTH 0.66  /* these are in sizes of the font */
#define DISC 0.68
#define CHECK 0.6
#define CROSS 0.48

static const struct
{
  const char            *text; /* what is read aloud and copied */
  TrellisPdfOrnamentKind kind;
  double                 size;
} signs[] = {
  [TRELLIS_PDF_SIGN_DISC] = { "●", TRELLIS_PDF_ORNAMENT_DOT, DISC },
  [TRELLIS_PDF_SIGN_CHECK] = { "✓", TRELLIS_PDF_ORNAMENT_CHECK, CHECK },
  [TRELLIS_PDF_SIGN_CROSS] = { "✗", TRELLIS_PDF_ORNAMENT_CROSS, CROSS },
};

static void
carry (TrellisPdfRun *run,
       TrellisPdfSign sign,
       double         width)
{
  run->sign = sign;
  run->glyphs[0].x += (width - run->width) / 2;
  run->width = width;
  g_free (run->text);
  run->text = g_strdup (signs[sign].text);
  run->n_bytes = (guint) strlen (run->text);
  run->clusters[0].num_bytes = (int) run->n_bytes;
}

/**
 * trellis_pdf_text_new_sign:
 * @sign: not NONE
 * @options: as for words
 *
 * In an accessible file only glyphs have a meaning, so that one is there that stands for the sign;
 * the sign hides it.
 *
 * Returns: (transfer full): a line with the sign
 */
TrellisPdfText *
trellis_pdf_text_new_sign (PangoContext                *context,
                           TrellisPdfSign               sign,
                           const TrellisPdfTextOptions *options)
{
  g_autoptr (TrellisPdfRich) rich = trellis_pdf_rich_new ();
  TrellisPdfText            *text;
  TrellisPdfLine            *line;
  double                     width = trellis_pdf_style_get_values (options->style)->size * WIDTH;

  trellis_pdf_rich_append (rich, CARRIER, NULL);
  text = trellis_pdf_text_new (context, rich, options);
  line = &g_array_index (text->lines, TrellisPdfLine, 0);
  carry (&g_array_index (line->runs, TrellisPdfRun, 0), sign, width);
  line->width = text->width = width;
  return text;
}

/**
 * trellis_pdf_sign_get_shape:
 * @run: with a sign
 * @x: left end of its line
 * @baseline: of its line
 *
 * Returns: what to draw, with its middle where the middle of the glyph's ink is
 */
TrellisPdfOrnament
trellis_pdf_sign_get_shape (const TrellisPdfRun *run,
                            double               x,
                            double               baseline)
{
  const cairo_glyph_t *glyph = &run->glyphs[0];
  cairo_text_extents_t extents;
  cairo_matrix_t       matrix;
  double               size;

  cairo_scaled_font_get_font_matrix (run->font, &matrix);
  size = matrix.xx * signs[run->sign].size;
  cairo_scaled_font_glyph_extents (run->font, glyph, 1, &extents);
  x += glyph->x + extents.x_bearing + extents.width / 2;
  baseline += glyph->y + extents.y_bearing + extents.height / 2;
  return (TrellisPdfOrnament) { signs[run->sign].kind, run->colour, x - size / 2,
                                baseline - size / 2, size, size };
}
