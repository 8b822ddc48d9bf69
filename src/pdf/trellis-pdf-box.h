/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-pdf-paginator.h"
#include "trellis-pdf-tag.h"
#include "trellis-pdf-text.h"

G_BEGIN_DECLS

/* A box is what stands across the page at one height: a paragraph, a list item's label and text, a
 * table row. Its bands are the places where a page may end: line i of every piece lies in band i.
 */

typedef struct
{
  TrellisPdfText *text;    /* or NULL: an empty cell */
  TrellisPdfTag  *tag;     /* or NULL: decoration */
  double          x;       /* from the frame's left edge */
  double          y;       /* from the top of its first band; rotated text: to its foot */
  guint           band;    /* of its first line */
  gboolean        rotated; /* reads upwards, its lines from left to right, all in one band */
} TrellisPdfPiece;

typedef enum
{
  TRELLIS_PDF_ORNAMENT_RECT,   /* at x, y in the first band, as large as given */
  TRELLIS_PDF_ORNAMENT_FILL,   /* behind all of the box, or of its part on the page */
  TRELLIS_PDF_ORNAMENT_ABOVE,  /* a rule on the top edge, only where the box begins */
  TRELLIS_PDF_ORNAMENT_BELOW,  /* a rule on the bottom edge, only where the box ends */
  TRELLIS_PDF_ORNAMENT_DOT,    /* a disc in a square at x, y */
  TRELLIS_PDF_ORNAMENT_RING,   /* its outline */
  TRELLIS_PDF_ORNAMENT_CHECK,  /* a tick in such a square */
  TRELLIS_PDF_ORNAMENT_CROSS,  /* its diagonals */
  TRELLIS_PDF_ORNAMENT_LEADER, /* dots from x on, their middle at y, as large as the height */
} TrellisPdfOrnamentKind;

typedef struct
{
  TrellisPdfOrnamentKind kind;
  TrellisPdfColour       colour;
  double                 x, y, width, height;
} TrellisPdfOrnament;

typedef struct
{
  TrellisPdfFlowBox flow;
  GArray           *bands;       /* double: heights */
  GArray           *pieces;      /* TrellisPdfPiece, in reading order */
  GArray           *ornaments;   /* TrellisPdfOrnament, or NULL */
  char             *destination; /* a name that the outline goes to, or NULL */
  char             *outline;     /* its entry there, or NULL */
  guint             outline_level;
} TrellisPdfBox;

TrellisPdfBox   *trellis_pdf_box_new (void);
void             trellis_pdf_box_free (TrellisPdfBox *self);
TrellisPdfPiece *trellis_pdf_box_add (TrellisPdfBox  *self,
                                      TrellisPdfText *text,
                                      TrellisPdfTag  *tag,
                                      double          x);
void             trellis_pdf_box_ornament (TrellisPdfBox         *self,
                                           TrellisPdfOrnamentKind kind,
                                           TrellisPdfColour       colour,
                                           double                 x,
                                           double                 y,
                                           double                 width,
                                           double                 height);
void             trellis_pdf_box_close (TrellisPdfBox *self,
                                        double         above,
                                        double         below);
double           trellis_pdf_box_get_height (const TrellisPdfBox *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisPdfBox, trellis_pdf_box_free)

G_END_DECLS
