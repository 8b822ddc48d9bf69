/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* An element of the structure tree: what a screen reader walks. Elements are made in reading order;
 * a box names the one it stands in, and the painter opens and closes them on the way. */
typedef struct _TrellisPdfTag TrellisPdfTag;

struct _TrellisPdfTag
{
  TrellisPdfTag *parent;
  const char    *name;        /* "P", "H1", …: static */
  const char    *attributes;  /* a PDF dictionary, or NULL: static */
  const char    *language;    /* when it is not the document's: interned */
  char          *alternative; /* text in place of a picture, or NULL */
  guint          depth;       /* 0: the document */
};

#define TRELLIS_PDF_SCOPE_COLUMN "<</O /Table /Scope /Column>>"
#define TRELLIS_PDF_SCOPE_ROW "<</O /Table /Scope /Row>>"
#define TRELLIS_PDF_LIST_DECIMAL "<</O /List /ListNumbering /Decimal>>"
#define TRELLIS_PDF_LIST_DISC "<</O /List /ListNumbering /Disc>>"

TrellisPdfTag *trellis_pdf_tag_new (TrellisPdfTag *parent,
                                    const char    *name);
void           trellis_pdf_tag_free (TrellisPdfTag *self);
TrellisPdfTag *trellis_pdf_tag_common (TrellisPdfTag *a,
                                       TrellisPdfTag *b);

G_END_DECLS
