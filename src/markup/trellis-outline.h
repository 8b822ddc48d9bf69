/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A report's source as lines of a known kind: what students really write, not CommonMark.
 * Comments and zero-width characters are taken out, tabs are four spaces, and outside fences
 * indentation never makes code. Every non-blank character of the source stands in the `source` of
 * exactly one line, so nothing is lost by going from text to outline. */

typedef enum
{
  TRELLIS_LINE_BLANK,
  TRELLIS_LINE_HEADING,  /* "## Title", "##Title", or a title underlined with === or --- */
  TRELLIS_LINE_ITEM,     /* "- x", "* x", "+ x", "• x", "-X", "1. x", "1) x" */
  TRELLIS_LINE_NUMBERED, /* a bare number: "1 Back-end engineer"; an item only by its context, so
                            `full` keeps the number */
  TRELLIS_LINE_ROW,      /* a table row */
  TRELLIS_LINE_RULER,    /* a table's |---|---| */
  TRELLIS_LINE_RULE,     /* a thematic break, or the underline of a title */
  TRELLIS_LINE_CODE,     /* in a fence, and the fence itself */
  TRELLIS_LINE_COMMENT,  /* nothing but a comment, or part of one */
  TRELLIS_LINE_FRONT,    /* front matter, its dashes too */
  TRELLIS_LINE_TEXT,
  TRELLIS_LINE_FRONT_MATTER, /* "key: value" between --- and --- at the very beginning, and these */
} TrellisLineKind;

typedef struct
{
  TrellisLineKind kind;
  int             number;  /* in the file, from 1 */
  int             indent;  /* columns before the marker or text, behind any > */
  int             level;   /* HEADING: 1–6 */
  int             ordinal; /* ITEM, NUMBERED: the number written, or -1 */
  char            marker;  /* ITEM: '-', '*', '+', '.' or ')'; '-' for a bullet character */
  gboolean        quoted;  /* stood behind > */
  const char     *text;    /* content: no marker, comment or zero-width character; trimmed */
  const char     *full;    /* the same with the marker: of ITEM and NUMBERED; else `text` */
  const char     *source;  /* the whole line as written, no line end */
  char          **cells;   /* ROW: trimmed cells, NULL-terminated */
} TrellisLine;

/* Owns everything that its lines point to; never changed once made. */
typedef struct
{
  char      *file;  /* as given, or NULL */
  GPtrArray *lines; /* TrellisLine */
} TrellisOutline;

TrellisOutline *trellis_outline_new (const char *text,
                                     const char *file);
void            trellis_outline_free (TrellisOutline *self);

const TrellisLine *trellis_outline_get_line (const TrellisOutline *self,
                                             guint                 index);

/* Notations that a line's text can carry; each pure, each used by figures and rows alike. */
gboolean trellis_line_is_bold (const TrellisLine *line);
char    *trellis_line_strip_emphasis (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisOutline, trellis_outline_free)

G_END_DECLS
