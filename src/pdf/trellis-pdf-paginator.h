/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Cuts boxes into pages: a pure function of numbers, without any text.
 *
 * A page may end between two boxes or between two bands of one. The rules, worst broken last:
 * at least two items or rows of a list or table on both sides; at least two lines of a paragraph
 * on both sides; a box that must stay whole (a table row) stays whole, unless it is higher than
 * half a page; a box that keeps with the next (a heading) is never last. A page ends at the last
 * place where no rule is broken; only where there is none, at the last of the least bad ones. */

#define TRELLIS_PDF_NO_HEAD G_MAXUINT

typedef struct
{
  const double *bands; /* heights */
  guint         n_bands;
  double        space_before; /* the larger of this and the last one's space_after; none on top */
  double        space_after;
  guint         paper; /* index of the page's kind; another one begins a new page */
  gboolean      keep_whole;
  gboolean      keep_with_next;
  guint         item;    /* when it begins an item or row: its index in its list … */
  guint         n_items; /* … of so many; 0 when it begins none */
  guint         head;    /* the box that is repeated over it on a new page, or NO_HEAD */
} TrellisPdfFlowBox;

/* A part of a box on a page. */
typedef struct
{
  guint    page;
  guint    box;
  guint    first_band;
  guint    n_bands;
  double   y;        /* from the top of the page's text area */
  gboolean repeated; /* a table's head, shown again */
} TrellisPdfFragment;

typedef enum
{
  TRELLIS_PDF_RULE_NONE,
  TRELLIS_PDF_RULE_LIST,
  TRELLIS_PDF_RULE_LINES,
  TRELLIS_PDF_RULE_WHOLE,
  TRELLIS_PDF_RULE_NEXT,
} TrellisPdfRule;

TrellisPdfRule trellis_pdf_paginator_check (const TrellisPdfFlowBox *const *boxes,
                                            guint                           box,
                                            guint                           band,
                                            double                          page_height);
GArray        *trellis_pdf_paginate (const TrellisPdfFlowBox *const *boxes,
                                     guint                           n_boxes,
                                     const double                   *page_heights);

G_END_DECLS
