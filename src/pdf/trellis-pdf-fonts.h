/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The kinds of text on a page. */
typedef enum
{
  TRELLIS_PDF_STYLE_BODY,
  TRELLIS_PDF_STYLE_TITLE,
  TRELLIS_PDF_STYLE_HEADING_1,
  TRELLIS_PDF_STYLE_HEADING_2,
  TRELLIS_PDF_STYLE_HEADING_3,
  TRELLIS_PDF_STYLE_HEADING_4,
  TRELLIS_PDF_STYLE_ITEM_TITLE, /* a component, a role, a posting */
  TRELLIS_PDF_STYLE_LABEL,      /* beside the text: field names, legends, notes */
  TRELLIS_PDF_STYLE_TABLE,
  TRELLIS_PDF_STYLE_TABLE_HEAD,
  TRELLIS_PDF_STYLE_CODE,
  TRELLIS_PDF_STYLE_MARK, /* the matrix's mark */
  TRELLIS_PDF_STYLE_NOTE, /* the number beside it */
  TRELLIS_PDF_STYLE_FOOTER,
  TRELLIS_PDF_N_STYLES
} TrellisPdfStyle;

typedef struct
{
  const char *family;  /* a list: the first that is installed */
  double      size;    /* points */
  double      leading; /* line height in sizes */
  PangoWeight weight;
  gboolean    fixed; /* lines keep that height whatever font falls in */
} TrellisPdfStyleValues;

#define TRELLIS_PDF_SERIF "PT Serif,Noto Serif,DejaVu Serif,serif"
#define TRELLIS_PDF_SANS "PT Sans,Noto Sans,DejaVu Sans,sans"
#define TRELLIS_PDF_MONO "PT Mono,Noto Sans Mono,DejaVu Sans Mono,monospace"

const TrellisPdfStyleValues *trellis_pdf_style_get_values (TrellisPdfStyle style);
const PangoFontDescription  *trellis_pdf_style_get_font (TrellisPdfStyle style);
double                       trellis_pdf_style_get_scale (TrellisPdfStyle style);
cairo_scaled_font_t         *trellis_pdf_fonts_scale (cairo_scaled_font_t *font,
                                                      double               scale);
PangoContext                *trellis_pdf_fonts_create_context (void);

G_END_DECLS
