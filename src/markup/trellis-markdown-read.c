/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-markdown-read.h"

#include <string.h>

#include "trellis-markdown-definition.h"
#include "trellis-outline-line.h"

static TrellisNode *
append_block (TrellisNode    *parent,
              TrellisNodeType type,
              const char     *text)
{
  return trellis_node_append (parent, trellis_node_new_text (type, text));
}

/* Appends the line without the first `indent` blanks of it. */
static void
append_line (GString                   *out,
             const TrellisMarkdownLine *line,
             int                        indent)
{
  const char *text = line->comment ? line->text : line->raw;

  /* No-break spaces count as indentation too. */
  for (; indent > 0 && (*text == ' ' || g_str_has_prefix (text, "\xC2\xA0")); indent--)
    text = g_utf8_next_char (text);
  g_string_append_printf (out, "%s\n", text);
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
    append_line (text, span->lines[i], opening->indent);
  g_string_truncate (text, text->len > 0 ? text->len - 1 : 0);
  code = append_block (parent, TRELLIS_NODE_CODE_BLOCK, text->str);
  trellis_node_set (code, TRELLIS_ATTRIBUTE_NAME, opening->text + strspn (opening->text, "`~ "));
  return end + 1;
}

static guint
read_html (TrellisNode         *parent,
           TrellisMarkdownSpan *span,
           guint                at,
           guint                end)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = at; i < end; i++)
    append_line (text, span->lines[i], span->lines[at]->indent);
  g_string_truncate (text, text->len - 1);
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
      const TrellisMarkdownLine *last = lines->len > 0 ? g_ptr_array_index (lines, lines->len - 1)
                                                       : NULL;
      gboolean                   lazy = last != NULL && !last->blank && !last->comment
                      && last->info.kind == TRELLIS_LINE_TEXT;

      if (line->blank || line->plain
          || (*line->text != '>' && !(lazy && trellis_markdown_span_is_text (span, at))))
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
  span->lines[at + 1]->info.kind = TRELLIS_LINE_RULE; /* and no text above a next title */
  return at + 2;
}

/* "2020. A wrapped line": a number that no list has goes on with the paragraph. */
static gboolean
is_no_list_number (const TrellisMarkdownLine *line)
{
  return line != NULL && !line->blank && !line->comment && *line->text != '>'
         && line->info.kind == TRELLIS_LINE_ITEM && line->info.ordinal >= 1000;
}

static guint
read_paragraph (TrellisNode         *parent,
                TrellisMarkdownSpan *span,
                guint                at)
{
  g_autoptr (GString) text = g_string_new (span->lines[at]->text);
  gboolean            hard = span->lines[at]->hard;

  for (at++; trellis_markdown_span_is_text (span, at)
             || is_no_list_number (trellis_markdown_span_at (span, at));
       at++)
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
  guint                      end;

  if (line->plain)
    return read_paragraph (parent, span, at);
  if (line->comment)
    {
      append_block (parent, TRELLIS_NODE_HTML_BLOCK, line->text);
      return at + 1;
    }
  if (*line->text == '>')
    return deep ? read_paragraph (parent, span, at) : read_quote (reader, parent, span, at);
  end = trellis_markdown_span_fence_end (span, at);
  if (end > 0)
    return read_code (parent, span, at, end);
  end = trellis_markdown_span_html_end (span, at);
  if (end > 0)
    return read_html (parent, span, at, end);
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
      return deep ? read_paragraph (parent, span, at)
                  : trellis_markdown_read_list (reader, parent, span, at);
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
  TrellisMarkdownSpan span = { .lines = (TrellisMarkdownLine **) lines->pdata, .n = lines->len };
  guint               at = 0;

  while (at < span.n)
    {
      TrellisMarkdownRegion region = { at, at + 1, parent->last_child };

      if (!span.lines[at]->blank)
        region.end = read_block (reader, parent, &span, at);
      if (reader->depth == 0 && region.last != parent->last_child)
        {
          region.last = parent->last_child;
          g_array_append_val (reader->regions, region);
        }
      at = region.end;
    }
}
