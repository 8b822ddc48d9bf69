/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-markdown-read.h"

#include <string.h>

#include "trellis-markdown-html.h"
#include "trellis-outline-line.h"

/* What a line is among its neighbours. */

#define MAX_TITLE_BYTES 200 /* a longer line above --- is a paragraph above a rule */

/* The line, or NULL behind the last. */
const TrellisMarkdownLine *
trellis_markdown_span_at (const TrellisMarkdownSpan *span,
                          guint                      at)
{
  return at < span->n ? span->lines[at] : NULL;
}

static gboolean
has_kind (const TrellisMarkdownLine *line,
          TrellisLineKind            kind)
{
  return line != NULL && !line->blank && !line->comment && !line->plain && line->info.kind == kind
         && *line->text != '>';
}

/* Returns: the line of the fence that closes the one opened at `at`; 0 when none is opened there or
 *   it is never closed: the rest of a report is no code */
guint
trellis_markdown_span_fence_end (TrellisMarkdownSpan *span,
                                 guint                at)
{
  const TrellisMarkdownLine *line = trellis_markdown_span_at (span, at);
  char                       mark = 0;
  int                        length;
  int                       *unclosed;

  if (line == NULL || line->blank || line->comment || line->plain)
    return 0;
  length = trellis_outline_line_fence (line->text, &mark);
  unclosed = &span->unclosed[mark == '~'];
  if (length == 0 || (*unclosed > 0 && length >= *unclosed))
    return 0;
  for (guint i = at + 1; i < span->n; i++)
    if (*span->lines[i]->text == mark
        && trellis_outline_line_closes_fence (span->lines[i]->text, mark, length))
      return i;
  *unclosed = length;
  return 0;
}

/* Returns: the line behind the block of HTML that begins at `at`: behind its closing tag when it is
 *   verbatim, else the next blank one; 0 when none begins there */
guint
trellis_markdown_span_html_end (TrellisMarkdownSpan *span,
                                guint                at)
{
  const TrellisMarkdownLine *line = trellis_markdown_span_at (span, at);

  if (line == NULL || line->blank || line->comment || line->plain)
    return 0;
  switch (trellis_markdown_html_begins_block (line->text))
    {
    case TRELLIS_HTML_BLOCK:
      while (at < span->n && !span->lines[at]->blank)
        at++;
      return at;
    case TRELLIS_HTML_VERBATIM:
      for (guint i = at; i < span->n && !span->no_verbatim; i++)
        if (trellis_markdown_html_closes_verbatim (span->lines[i]->text, line->text))
          return i + 1;
      span->no_verbatim = TRUE;
      return 0;
    default:
      return 0;
    }
}

/* Whether the line is the title that the next one underlines: it stands alone and reads like one.
 */
gboolean
trellis_markdown_span_is_title (const TrellisMarkdownSpan *span,
                                guint                      at)
{
  const TrellisMarkdownLine *line = trellis_markdown_span_at (span, at);
  const TrellisMarkdownLine *below = trellis_markdown_span_at (span, at + 1);
  const TrellisMarkdownLine *above = at > 0 ? trellis_markdown_span_at (span, at - 1) : NULL;
  gsize                      length;
  int                        level;

  if (!has_kind (line, TRELLIS_LINE_TEXT) && !has_kind (line, TRELLIS_LINE_NUMBERED))
    return FALSE;
  if (trellis_markdown_html_begins_block (line->text) != TRELLIS_HTML_NONE)
    return FALSE;
  if (below == NULL || below->plain || below->comment)
    return FALSE;
  if (above != NULL
      && (above->plain || has_kind (above, TRELLIS_LINE_TEXT)
          || has_kind (above, TRELLIS_LINE_NUMBERED) || has_kind (above, TRELLIS_LINE_ITEM)))
    return FALSE;
  level = trellis_outline_line_underline (below->text);
  length = strlen (line->text);
  return level > 0 && length <= MAX_TITLE_BYTES
         && !(level == 2 && strchr (".;,", line->text[length - 1]) != NULL);
}

static gboolean
is_ruler (const TrellisMarkdownLine *line)
{
  return has_kind (line, TRELLIS_LINE_RULER);
}

/* A row without outer bars is known by the ruler below; trellis_markdown_read_table() takes those
 * further down. */
gboolean
trellis_markdown_span_is_row (const TrellisMarkdownSpan *span,
                              guint                      at)
{
  const TrellisMarkdownLine *line = trellis_markdown_span_at (span, at);

  if (has_kind (line, TRELLIS_LINE_ROW) || (is_ruler (line) && *line->text == '|'))
    return TRUE;
  return (has_kind (line, TRELLIS_LINE_TEXT) || has_kind (line, TRELLIS_LINE_NUMBERED))
         && strchr (line->text, '|') != NULL && is_ruler (trellis_markdown_span_at (span, at + 1));
}

/* Whether the line goes on with a paragraph, or begins one. */
gboolean
trellis_markdown_span_is_text (TrellisMarkdownSpan *span,
                               guint                at)
{
  const TrellisMarkdownLine *line = trellis_markdown_span_at (span, at);

  if (line == NULL || line->blank || line->comment || *line->text == '>')
    return line != NULL && line->plain;
  if (line->plain)
    return TRUE;
  if (trellis_markdown_span_is_row (span, at)
      || trellis_markdown_html_begins_block (line->text) == TRELLIS_HTML_BLOCK
      || trellis_markdown_span_html_end (span, at) > 0
      || trellis_markdown_span_fence_end (span, at) > 0)
    return FALSE;
  return line->info.kind == TRELLIS_LINE_TEXT || line->info.kind == TRELLIS_LINE_NUMBERED
         || line->info.kind == TRELLIS_LINE_RULER;
}
