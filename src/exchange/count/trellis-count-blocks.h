/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-sections.h"

G_BEGIN_DECLS

/* What stands in a run of lines, as a careful reader sees it. */

/* The lines [begin, end) of an outline. */
typedef struct
{
  const TrellisOutline *outline;
  guint                 begin;
  guint                 end;
} TrellisCountSpan;

/* A line that opens something, and the lines that belong to it. */
typedef struct
{
  const TrellisLine *line;
  const TrellisLine *head;   /* of a row: the row of its column heads, or NULL */
  guint              index;  /* of the line in its outline */
  guint              end;    /* behind its last line */
  gboolean           top;    /* of an item: of least indentation (± 1) in its list */
  gboolean           nested; /* of a top item: items stand indented below it */
} TrellisCountBlock;

TrellisCountSpan   trellis_count_range_span (const TrellisSectionRange *range);
TrellisCountSpan   trellis_count_body (TrellisCountSpan         span,
                                       const TrellisCountBlock *block);
const TrellisLine *trellis_count_line (TrellisCountSpan span,
                                       guint            index);

GArray *trellis_count_find_items (TrellisCountSpan span);
GArray *trellis_count_find_top_items (TrellisCountSpan span);
GArray *trellis_count_find_skill_items (TrellisCountSpan span);
GArray *trellis_count_find_headings (TrellisCountSpan span);
GArray *trellis_count_find_bold_lines (TrellisCountSpan span);
GArray *trellis_count_find_rows (TrellisCountSpan span);
GArray *trellis_count_find_lines (TrellisCountSpan span);

gboolean                 trellis_count_begins_bold (const TrellisLine *line);
gboolean                 trellis_count_has_content (TrellisCountSpan span);
gboolean                 trellis_count_is_described (TrellisCountSpan         span,
                                                     const TrellisCountBlock *block);
guint                    trellis_count_next_line (TrellisCountSpan span,
                                                  guint            index);
const TrellisCountBlock *trellis_count_block (GArray *blocks,
                                              guint   index);

G_END_DECLS
