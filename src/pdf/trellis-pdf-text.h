/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-pdf-fonts.h"

G_BEGIN_DECLS

/* Text laid out in lines and then frozen: glyphs at places, with the characters they stand for. It
 * needs no Pango any more, so it may be painted anywhere. */

typedef struct
{
  char *uri;         /* ASCII; NULL: it stays in the document */
  char *destination; /* where to there, or NULL */
  char *description; /* for a screen reader */
  guint start;       /* bytes in the source text */
  guint end;
} TrellisPdfLink;

typedef enum
{
  TRELLIS_PDF_COLOUR_BLACK,
  TRELLIS_PDF_COLOUR_LINK,
  TRELLIS_PDF_COLOUR_GREY, /* text that steps back: 7:1 on white */
  TRELLIS_PDF_COLOUR_ACCENT,
  TRELLIS_PDF_COLOUR_RULE,  /* light lines */
  TRELLIS_PDF_COLOUR_SHADE, /* behind text */
  TRELLIS_PDF_COLOUR_BAR,
  TRELLIS_PDF_N_COLOURS
} TrellisPdfColour;

/* Signs are drawn by us: a font with them would have to be looked for, and be put into the file. */
typedef enum
{
  TRELLIS_PDF_SIGN_NONE,
  TRELLIS_PDF_SIGN_DISC,  /* ● */
  TRELLIS_PDF_SIGN_CHECK, /* ✓ */
  TRELLIS_PDF_SIGN_CROSS, /* ✗ */
} TrellisPdfSign;

typedef struct
{
  cairo_scaled_font_t  *font;
  cairo_glyph_t        *glyphs; /* x, y from the left end of the line and its baseline */
  cairo_text_cluster_t *clusters;
  char                 *text;
  guint                 n_glyphs;
  guint                 n_clusters;
  guint                 n_bytes;
  double                x;
  double                width;
  TrellisPdfColour      colour;
  gboolean              backward; /* right to left */
  gboolean              strike;
  TrellisPdfSign        sign; /* drawn over the glyph, which only stands for it */
  int                   link; /* in the text's links, or -1 */
} TrellisPdfRun;

typedef struct
{
  double  height;
  double  baseline; /* from the line's top */
  double  x;        /* ink */
  double  width;
  GArray *runs; /* TrellisPdfRun, in reading order */
} TrellisPdfLine;

typedef struct
{
  GArray    *lines; /* TrellisPdfLine */
  GPtrArray *links; /* TrellisPdfLink, or NULL */
  double     width;
  double     height;
} TrellisPdfText;

/* Text with its marks, before it is laid out. */
typedef struct
{
  GString       *text;
  PangoAttrList *attributes;
  GPtrArray     *links;
} TrellisPdfRich;

TrellisPdfRich *trellis_pdf_rich_new (void);
void            trellis_pdf_rich_free (TrellisPdfRich *self);
void            trellis_pdf_rich_append (TrellisPdfRich *self,
                                         const char     *text,
                                         PangoAttribute *attribute);
void            trellis_pdf_rich_mark (TrellisPdfRich *self,
                                       guint           start,
                                       PangoAttribute *attribute);
void            trellis_pdf_rich_link (TrellisPdfRich *self,
                                       guint           start,
                                       const char     *uri,
                                       const char     *description);
void            trellis_pdf_rich_link_inside (TrellisPdfRich *self,
                                              guint           start,
                                              const char     *destination);

typedef struct
{
  TrellisPdfStyle  style;
  TrellisPdfColour colour;
  PangoAlignment   alignment;
  double           width;    /* points; negative: one line, as wide as it is */
  const char      *language; /* or NULL */
} TrellisPdfTextOptions;

TrellisPdfText       *trellis_pdf_text_new (PangoContext                *context,
                                            TrellisPdfRich              *rich,
                                            const TrellisPdfTextOptions *options);
TrellisPdfText       *trellis_pdf_text_new_plain (PangoContext                *context,
                                                  const char                  *plain,
                                                  const TrellisPdfTextOptions *options);
TrellisPdfText       *trellis_pdf_text_new_sign (PangoContext                *context,
                                                 TrellisPdfSign               sign,
                                                 const TrellisPdfTextOptions *options);
TrellisPdfText       *trellis_pdf_text_ref (TrellisPdfText *self);
void                  trellis_pdf_text_unref (TrellisPdfText *self);
void                  trellis_pdf_text_join (TrellisPdfText *self,
                                             TrellisPdfText *tail,
                                             double          right);
const TrellisPdfLine *trellis_pdf_text_get_line (const TrellisPdfText *self,
                                                 guint                 line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisPdfRich, trellis_pdf_rich_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisPdfText, trellis_pdf_text_unref)

G_END_DECLS
