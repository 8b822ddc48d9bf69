/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-fonts.h"

#include "trellis-pdf.h"

#include <cairo-ft.h>
#include <pango/pangofc-fontmap.h>

#define NOMINAL_SIZE 10

/* One font map per thread: Pango's font maps are not shared between threads, and a warm one saves
 * most of the first export's time. */
static void font_map_free (gpointer font_map);

static GPrivate thread_font_map = G_PRIVATE_INIT (font_map_free);

static const TrellisPdfStyleValues styles[TRELLIS_PDF_N_STYLES] = {
  [TRELLIS_PDF_STYLE_BODY] = { TRELLIS_PDF_SERIF, 11, 1.34, PANGO_WEIGHT_NORMAL },
  [TRELLIS_PDF_STYLE_TITLE] = { TRELLIS_PDF_SANS, 24, 1.30, PANGO_WEIGHT_BOLD },
  [TRELLIS_PDF_STYLE_HEADING_1] = { TRELLIS_PDF_SANS, 18, 1.30, PANGO_WEIGHT_BOLD },
  [TRELLIS_PDF_STYLE_HEADING_2] = { TRELLIS_PDF_SANS, 15, 1.30, PANGO_WEIGHT_BOLD },
  [TRELLIS_PDF_STYLE_HEADING_3] = { TRELLIS_PDF_SANS, 12, 1.30, PANGO_WEIGHT_BOLD },
  [TRELLIS_PDF_STYLE_HEADING_4] = { TRELLIS_PDF_SANS, 11, 1.30, PANGO_WEIGHT_BOLD },
  [TRELLIS_PDF_STYLE_ITEM_TITLE] = { TRELLIS_PDF_SANS, 11, 1.34, PANGO_WEIGHT_BOLD },
  [TRELLIS_PDF_STYLE_LABEL] = { TRELLIS_PDF_SANS, 9, 1.33, PANGO_WEIGHT_NORMAL },
  [TRELLIS_PDF_STYLE_TABLE] = { TRELLIS_PDF_SANS, 9.5, 1.32, PANGO_WEIGHT_NORMAL },
  [TRELLIS_PDF_STYLE_TABLE_HEAD] = { TRELLIS_PDF_SANS, 9.5, 1.32, PANGO_WEIGHT_BOLD },
  [TRELLIS_PDF_STYLE_CODE] = { TRELLIS_PDF_MONO, 9, 1.35, PANGO_WEIGHT_NORMAL },
  [TRELLIS_PDF_STYLE_MARK] = { TRELLIS_PDF_SANS, 10, 1.25, PANGO_WEIGHT_NORMAL, TRUE },
  [TRELLIS_PDF_STYLE_NOTE] = { TRELLIS_PDF_SANS, 8, 1.25, PANGO_WEIGHT_NORMAL, TRUE },
  [TRELLIS_PDF_STYLE_FOOTER] = { TRELLIS_PDF_SANS, 8.5, 1.30, PANGO_WEIGHT_NORMAL },
};

static void
font_map_free (gpointer font_map)
{
  g_object_unref (font_map);
}

/* Colour fonts last: a bitmap emoji has no place in an archivable file while an outline exists. */
static void
prefer_outlines (FcPattern *pattern,
                 gpointer   data)
{
  FcPatternDel (pattern, FC_COLOR);
  FcPatternAddBool (pattern, FC_COLOR, FcFalse);
}

static PangoFontMap *
get_font_map (void)
{
  PangoFontMap *font_map = g_private_get (&thread_font_map);

  if (font_map == NULL)
    {
      font_map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
      pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (font_map), 72);
      pango_fc_font_map_set_default_substitute (PANGO_FC_FONT_MAP (font_map), prefer_outlines, NULL,
                                                NULL);
      g_private_set (&thread_font_map, font_map);
    }
  return font_map;
}

/**
 * trellis_pdf_prepare:
 *
 * Lets Pango read the machine's list of fonts, in a thread of its own, while the caller makes the
 * document.
 */
void
trellis_pdf_prepare (void)
{
  get_font_map ();
}

/**
 * trellis_pdf_style_get_values:
 *
 * Returns: (transfer none): family, size in points, leading and weight of a style.
 */
const TrellisPdfStyleValues *
trellis_pdf_style_get_values (TrellisPdfStyle style)
{
  return &styles[style];
}

/**
 * trellis_pdf_style_get_scale:
 *
 * Returns: how much larger the style's text is than its font is given
 */
double
trellis_pdf_style_get_scale (TrellisPdfStyle style)
{
  return styles[style].size / NOMINAL_SIZE;
}

/**
 * trellis_pdf_style_get_font:
 *
 * Every size of a family has to be looked up among all the machine's fonts, which takes longer than
 * setting a page. As nothing is hinted, text is set at one size and scaled.
 *
 * Returns: (transfer none): the style's font at the nominal size; may be called from any thread
 */
const PangoFontDescription *
trellis_pdf_style_get_font (TrellisPdfStyle style)
{
  static PangoFontDescription *fonts[TRELLIS_PDF_N_STYLES];
  static gsize                 made;

  if (g_once_init_enter (&made))
    {
      for (int i = 0; i < TRELLIS_PDF_N_STYLES; i++)
        {
          fonts[i] = pango_font_description_new ();
          pango_font_description_set_family_static (fonts[i], styles[i].family);
          pango_font_description_set_size (fonts[i], NOMINAL_SIZE * PANGO_SCALE);
          pango_font_description_set_weight (fonts[i], styles[i].weight);
        }
      g_once_init_leave (&made, 1);
    }
  return fonts[style];
}

/**
 * trellis_pdf_fonts_scale:
 *
 * Returns: (transfer full): the font at another size
 */
cairo_scaled_font_t *
trellis_pdf_fonts_scale (cairo_scaled_font_t *font,
                         double               scale)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_scaled_font_t  *scaled;
  cairo_matrix_t        matrix, ctm;

  cairo_scaled_font_get_font_matrix (font, &matrix);
  cairo_scaled_font_get_ctm (font, &ctm);
  cairo_scaled_font_get_font_options (font, options);
  cairo_matrix_scale (&matrix, scale, scale);
  scaled = cairo_scaled_font_create (cairo_scaled_font_get_font_face (font), &matrix, &ctm,
                                     options);
  cairo_font_options_destroy (options);
  return scaled;
}

/**
 * trellis_pdf_fonts_create_context:
 *
 * Makes a context on the calling thread's font map, in which one unit is one point and glyphs stand
 * where the outlines say, not on a pixel grid, so that every page comes out the same everywhere.
 *
 * Returns: (transfer full): the context, for use in this thread only.
 */
PangoContext *
trellis_pdf_fonts_create_context (void)
{
  PangoContext         *context = pango_font_map_create_context (get_font_map ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}
