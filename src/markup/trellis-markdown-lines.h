/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-outline.h"

G_BEGIN_DECLS

/* A source line as the block reader wants it: still with its comments, which the tree keeps, and
 * free of everything that no reader of Markdown shall ever meet (tabs, control characters). */
typedef struct
{
  const char *text; /* without outer blanks; a comment of several lines is one text */
  const char *raw;  /* with its indentation, as the content of a fence */
  TrellisLine info; /* what the outline says about `text` */
  int         indent;
  gboolean    blank;
  gboolean    hard;    /* ended with two blanks: a line break */
  gboolean    comment; /* nothing but a comment */
  gboolean    plain;   /* is text, whatever it looks like */
} TrellisMarkdownLine;

typedef struct
{
  GPtrArray    *lines;  /* TrellisMarkdownLine */
  char         *source; /* owns what the lines point to, with the chunk */
  GStringChunk *chunk;
  char         *front; /* what stood between the dashes of front matter, or NULL */
} TrellisMarkdownLines;

TrellisMarkdownLines *trellis_markdown_lines_new (const char *markdown);
void                  trellis_markdown_lines_free (TrellisMarkdownLines *self);

TrellisMarkdownLine *trellis_markdown_lines_add_text (TrellisMarkdownLines *self,
                                                      GPtrArray            *lines,
                                                      const char           *text,
                                                      int                   indent);
void                 trellis_markdown_lines_add_quoted (TrellisMarkdownLines      *self,
                                                        GPtrArray                 *lines,
                                                        const TrellisMarkdownLine *line);

char *trellis_markdown_lines_clean (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisMarkdownLines, trellis_markdown_lines_free)

G_END_DECLS
