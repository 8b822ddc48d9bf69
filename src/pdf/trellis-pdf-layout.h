/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-node.h"
#include "trellis-pdf-flow.h"
#include "trellis-pdf-words.h"

G_BEGIN_DECLS

/* Lays a document tree out as boxes. One file per family of nodes; all share this state. */
typedef struct
{
  TrellisPdfFlow *flow;
  PangoContext   *context;
  GCancellable   *cancellable;
  const char     *language;       /* the document's */
  const char     *block_language; /* of the block being laid out, when it says so; or NULL */
  TrellisPdfTag  *parent;         /* the element that blocks go into */
  double          indent;         /* of the text, from the frame's left edge */
  double          right;          /* its right edge */
  guint           depth;          /* of nested blocks */
  guint           paper;
  PangoAlignment  alignment;
  guint           n_quotes; /* around the block */
  GArray         *levels;   /* guint: the open headings' levels as written */
  TrellisPdfText *label;    /* waits for the next box: a list item's number */
  TrellisPdfTag  *label_tag;
  double          label_x;
  guint           item;    /* for the next box: index in its list … */
  guint           n_items; /* … of so many */
  GHashTable     *labels;  /* char * → TrellisPdfText: bullets and numbers already set */
  guint           n_destinations;
  guint           n_front; /* boxes before the list of contents: title or cover */
} TrellisPdfLayout;

/* trellis-pdf-layout.c */
gboolean trellis_pdf_layout_document (TrellisPdfLayout  *self,
                                      const TrellisNode *document,
                                      const char        *title);
void     trellis_pdf_layout_block (TrellisPdfLayout  *self,
                                   const TrellisNode *node);
void     trellis_pdf_layout_blocks (TrellisPdfLayout  *self,
                                    const TrellisNode *first);

/* trellis-pdf-layout-box.c */
const char     *trellis_pdf_layout_get (const TrellisNode *node,
                                        TrellisAttribute   attribute);
TrellisPdfTag  *trellis_pdf_layout_tag (TrellisPdfLayout *self,
                                        TrellisPdfTag    *parent,
                                        const char       *name,
                                        const char       *text);
TrellisPdfText *trellis_pdf_layout_text (TrellisPdfLayout *self,
                                         TrellisPdfRich   *rich,
                                         TrellisPdfStyle   style,
                                         TrellisPdfColour  colour,
                                         double            width);
TrellisPdfText *trellis_pdf_layout_plain (TrellisPdfLayout *self,
                                          const char       *plain,
                                          TrellisPdfStyle   style,
                                          TrellisPdfColour  colour,
                                          double            width);
TrellisPdfText *trellis_pdf_layout_sign (TrellisPdfLayout *self,
                                         TrellisPdfSign    sign,
                                         TrellisPdfStyle   style,
                                         TrellisPdfColour  colour);
TrellisPdfBox  *trellis_pdf_layout_add_box (TrellisPdfLayout *self,
                                            double            space_before,
                                            double            space_after);
void            trellis_pdf_layout_close_box (TrellisPdfLayout *self,
                                              TrellisPdfBox    *box,
                                              double            above,
                                              double            below);
TrellisPdfBox  *trellis_pdf_layout_add_rich (TrellisPdfLayout *self,
                                             TrellisPdfRich   *rich,
                                             const char       *tag,
                                             TrellisPdfStyle   style,
                                             TrellisPdfColour  colour,
                                             double            space_before,
                                             double            space_after);
TrellisPdfBox  *trellis_pdf_layout_add_plain (TrellisPdfLayout *self,
                                              const char       *plain,
                                              const char       *tag,
                                              TrellisPdfStyle   style,
                                              TrellisPdfColour  colour,
                                              double            space_before,
                                              double            space_after);
void            trellis_pdf_layout_keep_together (TrellisPdfLayout *self,
                                                  guint             first_box);

/* trellis-pdf-layout-list.c */
void trellis_pdf_layout_list (TrellisPdfLayout  *self,
                              const TrellisNode *list);

/* trellis-pdf-layout-item.c: what stands in a list and has a meaning */
void trellis_pdf_layout_meaning (TrellisPdfLayout  *self,
                                 const TrellisNode *item);

/* trellis-pdf-layout-table.c */
void trellis_pdf_layout_table (TrellisPdfLayout  *self,
                               const TrellisNode *table);

/* trellis-pdf-layout-contents.c */
void trellis_pdf_layout_contents (TrellisPdfLayout *self);

/* trellis-pdf-layout-matrix.c */
void trellis_pdf_layout_matrix (TrellisPdfLayout  *self,
                                const TrellisNode *matrix);

/* trellis-pdf-layout-report.c */
void trellis_pdf_layout_cover (TrellisPdfLayout  *self,
                               const TrellisNode *cover,
                               const char        *title);
void trellis_pdf_layout_demand (TrellisPdfLayout  *self,
                                const TrellisNode *demand);
void trellis_pdf_layout_criteria (TrellisPdfLayout  *self,
                                  const TrellisNode *criteria);
void trellis_pdf_layout_title (TrellisPdfLayout *self,
                               const char       *title);
void trellis_pdf_layout_outline (TrellisPdfLayout *self,
                                 TrellisPdfBox    *box,
                                 const char       *title,
                                 guint             level);

G_END_DECLS
