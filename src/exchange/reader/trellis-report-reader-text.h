/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"

G_BEGIN_DECLS

/* Notations inside one line, as students write them. All pure; results are the caller's. */

typedef struct
{
  char *name;      /* plain */
  char *qualifier; /* plain: the bracket behind the name */
  char *rest;      /* Markdown: what stands behind the first dash or colon, or behind bold */
} TrellisReaderHead;

typedef struct
{
  char *text;   /* the link's text, Markdown; empty for a bare address */
  char *target; /* the address */
  char *before; /* Markdown before it */
  char *after;  /* Markdown behind it */
} TrellisReaderLink;

void              trellis_reader_head_clear (TrellisReaderHead *head);
TrellisReaderHead trellis_reader_split_head (const char *text);
TrellisReaderHead trellis_reader_split_name (const char *text);
char             *trellis_reader_take_bracket (char **name);
gboolean          trellis_reader_split_label (const char *text,
                                              char      **label,
                                              char      **rest);
gboolean          trellis_reader_find_link (const char        *text,
                                            TrellisReaderLink *link);
void              trellis_reader_link_clear (TrellisReaderLink *link);
char             *trellis_reader_plain (const char *markdown);
char             *trellis_reader_canonical (const char *markdown);
char             *trellis_reader_canonical_inline (const char *markdown);
char             *trellis_reader_trim_separators (const char *text);
GPtrArray        *trellis_reader_split_pieces (const char *text);
TrellisLevel      trellis_reader_level (const char *wording);
gboolean          trellis_reader_is_abbreviation (const char *a,
                                                  const char *b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrellisReaderHead, trellis_reader_head_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrellisReaderLink, trellis_reader_link_clear)

G_END_DECLS
