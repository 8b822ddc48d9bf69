/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-sign.h"

#include <string.h>

#define WIDTH 0.66 /* these are in sizes of the font */
#define RISE 0.27  /* from the baseline to the middle */
#define SHRINK 0.6 /* of the glyph, to be no wider than a stroke */
#define DISC 0.68
#define CHECK 0.6
#define CROSS 0.48

/* Cairo gives a glyph one meaning in all of a file, so each sign needs one that means nothing else:
 * small marks that stand for themselves nowhere, because trellis_pdf_string_clean() puts others in
 * their place. The signs hide them. */
static const struct
{
  const char            *carrier;
  const char            *text; /* what is read aloud and copied */
  TrellisPdfOrnamentKind kind;
  double                 size;
} signs[] = {
  [TRELLIS_PDF_SIGN_DISC] = { "\u02da", "●", TRELLIS_PDF_ORNAMENT_DOT, DISC },
  [TRELLIS_PDF_SIGN_CHECK] = { "\u02d9", "✓", TRELLIS_PDF_ORNAMENT_CHECK, CHECK },
  [TRELLIS_PDF_SIGN_CROSS] = { "\u02db", "✗", TRELLIS_PDF_ORNAMENT_CROSS, CROSS },
};

/* Puts the middle of the glyph's ink where the sign's will be, and gives it the sign's meaning. */
static void
carry (TrellisPdfRun *run,
       TrellisPdfSign sign,
       double         size)
{
  cairo_scaled_font_t *smaller = trellis_pdf_fonts_scale (run->font, SHRINK);
  cairo_glyph_t       *glyph = &run->glyphs[0];
  cairo_text_extents_t extents;

  cairo_scaled_font_destroy (run->font);
  run->font = smaller;
  cairo_scaled_font_glyph_extents (run->font, glyph, 1, &extents);
  glyph->x = size * WIDTH / 2 - (extents.x_bearing + extents.width / 2);
  glyph->y = -size * RISE - (extents.y_bearing + extents.height / 2);
  run->sign = sign;
  run->x = 0;
  run->width = size * WIDTH;
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
  double                     size = trellis_pdf_style_get_values (options->style)->size;
  g_autoptr (TrellisPdfRich) rich = trellis_pdf_rich_new ();
  TrellisPdfText            *text;
  TrellisPdfLine            *line;

  trellis_pdf_rich_append (rich, signs[sign].carrier, NULL);
  text = trellis_pdf_text_new (context, rich, options);
  line = &g_array_index (text->lines, TrellisPdfLine, 0);
  carry (&g_array_index (line->runs, TrellisPdfRun, 0), sign, size);
  line->width = text->width = size * WIDTH;
  return text;
}

/**
 * trellis_pdf_sign_get_shape:
 * @run: with a sign
 * @x: left end of its line
 * @baseline: of its line
 *
 * Returns: what to draw
 */
TrellisPdfOrnament
trellis_pdf_sign_get_shape (const TrellisPdfRun *run,
                            double               x,
                            double               baseline)
{
  double font_size = run->width / WIDTH, size = font_size * signs[run->sign].size;

  return (TrellisPdfOrnament) { signs[run->sign].kind, run->colour, x + (run->width - size) / 2,
                                baseline - font_size * RISE - size / 2, size, size };
}
