/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-markdown-read.h"

#include <string.h>

#include "trellis-markdown-definition.h"
#include "trellis-markdown-html.h"
#include "trellis-outline-line.h"

static TrellisNode *
append_block (TrellisNode    *parent,
              TrellisNodeType type,
              const char     *text)
{
  return trellis_node_append (parent, trellis_node_new_text (type, text));
}

/* Appends a line's raw text without the first `indent` blanks of it. */
static void
append_raw (GString    *out,
            const char *raw,
            int         indent)
{
  while (indent-- > 0 && *raw == ' ')
    raw++;
  if (out->len > 0)
    g_string_append_c (out, '\n');
  g_string_append (out, raw);
}

static guint
read_code (TrellisNode         *parent,
           TrellisMarkdownSpan *span,
           guint                at,
           guint                end)
{
  const TrellisMarkdownLine *opening = span->lines[at];
  g_autoptr (GString)        text = g_string_new (NULL);
  TrellisNode               *code;

  for (guint i = at + 1; i < end; i++)
    {
      if (i > at + 1 && text->len == 0)
        g_string_append_c (text, '\n');
      append_raw (text, span->lines[i]->raw, opening->indent);
    }
  code = append_block (parent, TRELLIS_NODE_CODE_BLOCK, text->str);
  trellis_node_set (code, TRELLIS_ATTRIBUTE_NAME, opening->text + strspn (opening->text, "`~ "));
  return end + 1;
}

/* Where a block of HTML ends: at its closing tag if it is verbatim and has one, else before a blank
 * line. */
static guint
end_of_html (TrellisMarkdownSpan *span,
             guint                at)
{
  const char *opening = span->lines[at]->text;
  guint       end = at;

  if (trellis_markdown_html_begins_block (opening) == TRELLIS_HTML_VERBATIM)
    for (guint i = at; i < span->n; i++)
      if (trellis_markdown_html_closes_verbatim (span->lines[i]->text, opening))
        return i + 1;
  while (end < span->n && !span->lines[end]->blank)
    end++;
  return end;
}

static guint
read_html (TrellisNode         *parent,
           TrellisMarkdownSpan *span,
           guint                at)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint               end = end_of_html (span, at);

  for (guint i = at; i < end; i++)
    append_raw (text, span->lines[i]->comment ? span->lines[i]->text : span->lines[i]->raw, span->lines[at]->indent);
  append_block (parent, TRELLIS_NODE_HTML_BLOCK, text->str);
  return end;
}

/* Lines behind >, and the text directly below that goes on with what they said. */
static guint
read_quote (TrellisMarkdownReader *reader,
            TrellisNode           *parent,
            TrellisMarkdownSpan   *span,
            guint                  at)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  TrellisNode          *quote = append_block (parent, TRELLIS_NODE_QUOTE, NULL);

  for (; at < span->n; at++)
    {
      const TrellisMarkdownLine *line = span->lines[at];
      const TrellisMarkdownLine *last = lines->len > 0 ? g_ptr_array_index (lines, lines->len - 1) : NULL;
      gboolean                   lazy = last != NULL && !last->blank && !last->comment && last->info.kind == TRELLIS_LINE_TEXT;

      if (line->blank || line->plain || (*line->text != '>' && !(lazy && trellis_markdown_span_is_text (span, at))))
        break;
      trellis_markdown_lines_add_quoted (reader->lines, lines, line);
    }
  reader->depth++;
  trellis_markdown_read_blocks (reader, quote, lines);
  reader->depth--;
  return at;
}

/* "Title ##": the marks at the end are no part of it, where a blank stands before them. */
static char *
heading_text (const TrellisMarkdownLine *line)
{
  const char *text = line->info.text;
  gsize       length = strlen (text);
  gsize       rest = length;

  while (rest > 0 && text[rest - 1] == '#')
    rest--;
  if (rest < length && (rest == 0 || text[rest - 1] == ' '))
    length = rest;
  return g_strchomp (g_strndup (text, length));
}

static guint
read_heading (TrellisNode         *parent,
              TrellisMarkdownSpan *span,
              guint                at)
{
  g_autofree char *text = heading_text (span->lines[at]);
  TrellisNode     *heading = append_block (parent, TRELLIS_NODE_HEADING, text);

  heading->number = span->lines[at]->info.level;
  return at + 1;
}

static guint
read_title (TrellisNode         *parent,
            TrellisMarkdownSpan *span,
            guint                at)
{
  TrellisNode *heading = append_block (parent, TRELLIS_NODE_HEADING, span->lines[at]->text);

  heading->number = trellis_outline_line_underline (span->lines[at + 1]->text);
  return at + 2;
}

/* "2020. A wrapped line": a number that no list has goes on with the paragraph. */
static gboolean
is_no_list_number (const TrellisMarkdownLine *line)
{
  return line != NULL && !line->blank && !line->comment && *line->text != '>' && line->info.kind == TRELLIS_LINE_ITEM && line->info.ordinal >= 1000;
}

static guint
read_paragraph (TrellisNode         *parent,
                TrellisMarkdownSpan *span,
                guint                at)
{
  g_autoptr (GString) text = g_string_new (span->lines[at]->text);
  gboolean            hard = span->lines[at]->hard;

  for (at++; trellis_markdown_span_is_text (span, at) || is_no_list_number (trellis_markdown_span_at (span, at)); at++)
    {
      g_string_append_printf (text, hard ? "  \n%s" : "\n%s", span->lines[at]->text);
      hard = span->lines[at]->hard;
    }
  append_block (parent, TRELLIS_NODE_PARAGRAPH, text->str);
  return at;
}

/* A paragraph, or what looks like one: a title, a link reference definition. */
static guint
read_text (TrellisNode         *parent,
           TrellisMarkdownSpan *span,
           guint                at)
{
  const char                   *text = span->lines[at]->text;
  g_autoptr (TrellisDefinition) definition = NULL;

  if (trellis_markdown_span_is_title (span, at))
    return read_title (parent, span, at);
  if (!span->lines[at]->plain)
    definition = trellis_definition_new (text);
  if (definition == NULL)
    return read_paragraph (parent, span, at);
  append_block (parent, TRELLIS_NODE_DEFINITION, text);
  return at + 1;
}

static guint
read_block (TrellisMarkdownReader *reader,
            TrellisNode           *parent,
            TrellisMarkdownSpan   *span,
            guint                  at)
{
  const TrellisMarkdownLine *line = span->lines[at];
  gboolean                   deep = reader->depth >= TRELLIS_MARKDOWN_MAX_DEPTH;
  guint                      fence_end;

  if (line->plain)
    return read_paragraph (parent, span, at);
  if (line->comment)
    {
      append_block (parent, TRELLIS_NODE_HTML_BLOCK, line->text);
      return at + 1;
    }
  if (*line->text == '>')
    return deep ? read_paragraph (parent, span, at) : read_quote (reader, parent, span, at);
  fence_end = trellis_markdown_span_fence_end (span, at);
  if (fence_end > 0)
    return read_code (parent, span, at, fence_end);
  if (trellis_markdown_html_begins_block (line->text) != TRELLIS_HTML_NONE)
    return read_html (parent, span, at);
  if (trellis_markdown_span_is_row (span, at))
    return trellis_markdown_read_table (parent, span, at);

  switch (line->info.kind)
    {
    case TRELLIS_LINE_HEADING:
      return read_heading (parent, span, at);
    case TRELLIS_LINE_RULE:
      append_block (parent, TRELLIS_NODE_RULE, NULL);
      return at + 1;
    case TRELLIS_LINE_ITEM:
      return deep ? read_paragraph (parent, span, at) : trellis_markdown_read_list (reader, parent, span, at);
    default:
      return read_text (parent, span, at);
    }
}

/* Appends the blocks that `lines`, TrellisMarkdownLine, hold to `parent`. */
void
trellis_markdown_read_blocks (TrellisMarkdownReader *reader,
                              TrellisNode           *parent,
                              GPtrArray             *lines)
{
  TrellisMarkdownSpan span = { (TrellisMarkdownLine **) lines->pdata, lines->len, { 0, 0 } };
  guint               at = 0;

  while (at < span.n)
    at = span.lines[at]->blank ? at + 1 : read_block (reader, parent, &span, at);
}
