/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-outline.h"
#include "trellis-report.h"

G_BEGIN_DECLS

/* The lines [begin, end) of an outline. */
typedef struct
{
  const TrellisOutline *outline;
  guint                 begin;
  guint                 end;
} TrellisReaderRange;

/* How the entries of a section are told apart. Our own writer makes ITEMS; all others are what
 * students write. */
typedef enum
{
  TRELLIS_SHAPE_ITEMS,      /* the top items; what is indented below belongs to them */
  TRELLIS_SHAPE_HEADINGS,   /* sub-headings with what follows */
  TRELLIS_SHAPE_NUMBERED,   /* numbered items, among bulleted ones of the same depth */
  TRELLIS_SHAPE_LABELS,     /* plain lines directly followed by items */
  TRELLIS_SHAPE_BOLD,       /* lines that begin in bold, with what follows */
  TRELLIS_SHAPE_NAMES,      /* items that are role names, among items that are not */
  TRELLIS_SHAPE_LINES,      /* each line by itself */
  TRELLIS_SHAPE_ROWS,       /* the rows of a table */
  TRELLIS_SHAPE_PARAGRAPHS, /* plain lines behind a blank one, with those that follow */
  TRELLIS_SHAPE_PIECES,     /* names between commas, in a paragraph that holds nothing else */
  TRELLIS_N_SHAPES
} TrellisReaderShape;

typedef struct
{
  const TrellisLine *line;
  char              *head;     /* Markdown, no ordinal */
  char              *grouping; /* the sub-heading it stands under; "" */
  TrellisReaderRange body;     /* the lines that belong to it */
} TrellisReaderEntry;

typedef struct
{
  GPtrArray         *entries; /* TrellisReaderEntry; never empty */
  TrellisReaderRange before;
  TrellisReaderRange after;
  TrellisListStyle   style;
  char              *lead; /* Markdown that stands before the list besides, or NULL */
} TrellisReaderEntries;

TrellisReaderEntries                       *
trellis_reader_find_entries (TrellisReaderRange range, TrellisReaderShape shape, gboolean grouped);
TrellisReaderEntries *trellis_reader_find_pieces (TrellisReaderRange range);

TrellisReaderEntries *trellis_reader_entries_new (void);
void                  trellis_reader_entries_add (TrellisReaderEntries *self,
                                                  const TrellisLine    *line,
                                                  const char           *head,
                                                  TrellisReaderRange    body);
void                  trellis_reader_entries_free (TrellisReaderEntries *self);

const TrellisLine *trellis_reader_line (TrellisReaderRange range,
                                        guint              index);
gboolean           trellis_reader_is_item (TrellisReaderRange range,
                                           guint              index);
char              *trellis_reader_source (TrellisReaderRange range);
char              *trellis_reader_markdown (TrellisReaderRange range);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisReaderEntries, trellis_reader_entries_free)

G_END_DECLS
