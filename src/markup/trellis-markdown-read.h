/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-markdown-lines.h"
#include "trellis-node.h"

G_BEGIN_DECLS

/* Reading blocks. What students write is not CommonMark: a heading needs no blank, indentation
 * makes items but never code, a row has as many cells as it has. Containers of inlines get their
 * source as `text`; inlines are read when all definitions are known. */

#define TRELLIS_MARKDOWN_MAX_DEPTH \
  64 /* of lists and quotes in each other; what is deeper is text */

/* The lines from `begin` up to `end` of a document became the blocks up to `last`. */
typedef struct
{
  guint        begin;
  guint        end;
  TrellisNode *last;
} TrellisMarkdownRegion;

typedef struct
{
  TrellisMarkdownLines *lines;
  GArray               *regions; /* TrellisMarkdownRegion */
  int                   depth;
} TrellisMarkdownReader;

/* The lines of one container. */
typedef struct
{
  TrellisMarkdownLine **lines;
  guint                 n;
  int                   unclosed[2]; /* fences of ` and ~ this long are not closed any more, or 0 */
  gboolean              no_verbatim; /* a verbatim tag was not closed: no further one counts */
} TrellisMarkdownSpan;

void trellis_markdown_read_blocks (TrellisMarkdownReader *reader,
                                   TrellisNode           *parent,
                                   GPtrArray             *lines);

guint trellis_markdown_read_list (TrellisMarkdownReader *reader,
                                  TrellisNode           *parent,
                                  TrellisMarkdownSpan   *span,
                                  guint                  at);
guint trellis_markdown_read_table (TrellisNode         *parent,
                                   TrellisMarkdownSpan *span,
                                   guint                at);

const TrellisMarkdownLine *trellis_markdown_span_at (const TrellisMarkdownSpan *span,
                                                     guint                      at);
guint                      trellis_markdown_span_fence_end (TrellisMarkdownSpan *span,
                                                            guint                at);
guint                      trellis_markdown_span_html_end (TrellisMarkdownSpan *span,
                                                           guint                at);
gboolean                   trellis_markdown_span_is_title (const TrellisMarkdownSpan *span,
                                                           guint                      at);
gboolean                   trellis_markdown_span_is_row (const TrellisMarkdownSpan *span,
                                                         guint                      at);
gboolean                   trellis_markdown_span_is_text (TrellisMarkdownSpan *span,
                                                          guint                at);

G_END_DECLS
