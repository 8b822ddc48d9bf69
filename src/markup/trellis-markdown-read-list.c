/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-markdown-read.h"

#include <string.h>

#include "trellis-markdown-definition.h"
#include "trellis-markdown-html.h"
#include "trellis-outline-line.h"

/* Lists are known by indentation, where one column more or less means nothing. Numbers that are
 * not counted 1 … n, nor all 1, are text. */

#define STEP 2 /* as many columns deeper is below */

typedef struct
{
  TrellisMarkdownReader *reader;
  TrellisNode           *parent;
  TrellisMarkdownSpan   *span;
  TrellisNode           *list; /* that takes the next item, or NULL */
  guint                  at;
  int                    indent;
} ListReader;

static gboolean
is_item (const TrellisMarkdownLine *line)
{
  return line != NULL && !line->blank && !line->comment && !line->plain && *line->text != '>'
         && line->info.kind == TRELLIS_LINE_ITEM;
}

static guint
skip_blank (const TrellisMarkdownSpan *span,
            guint                      at)
{
  while (at < span->n && span->lines[at]->blank)
    at++;
  return at;
}

/* "Soft skills:", "**Soft skills**": text that opens something rather than goes on. */
static gboolean
is_label (const char *text)
{
  gsize length = strlen (text);

  while (length > 0 && strchr ("*_ ", text[length - 1]) != NULL)
    length--;
  if (length > 0 && text[length - 1] == ':')
    return TRUE;
  return strlen (text) > 4 && g_str_has_prefix (text, "**") && g_str_has_suffix (text, "**")
         && strstr (text + 2, "**") == text + strlen (text) - 2;
}

/* A comment between items goes with the one above; an empty one parts two lists. */
static gboolean
is_comment_between (const ListReader *self,
                    guint             at)
{
  const TrellisMarkdownLine *line = self->span->lines[at];
  const TrellisMarkdownLine *next;

  if (!line->comment || strspn (line->text, "<>!- \n") == strlen (line->text))
    return FALSE;
  while (at < self->span->n && (self->span->lines[at]->blank || self->span->lines[at]->comment))
    at++;
  next = trellis_markdown_span_at (self->span, at);
  return is_item (next) && next->indent >= self->indent;
}

/* Text that goes on with the item although it is not indented. */
static gboolean
is_lazy (const ListReader *self,
         guint             at)
{
  const TrellisMarkdownLine    *line = self->span->lines[at];
  const TrellisMarkdownLine    *above = self->span->lines[at - 1];
  g_autoptr (TrellisDefinition) definition = NULL;

  if (above->blank || above->comment
      || !(is_item (above) || trellis_markdown_span_is_text (self->span, at - 1)))
    return FALSE;
  if (!trellis_markdown_span_is_text (self->span, at) || is_label (line->text))
    return FALSE;
  definition = trellis_definition_new (line->text);
  return definition == NULL;
}

/* Whether the line belongs to the item that was begun. */
static gboolean
belongs (const ListReader *self,
         guint             at)
{
  const TrellisMarkdownLine *line = self->span->lines[at];
  gboolean                   below = line->indent >= self->indent + STEP;

  if (line->plain || trellis_markdown_span_is_title (self->span, at))
    return FALSE;
  if (line->comment)
    return below || is_comment_between (self, at);
  if (*line->text != '>' && line->info.kind == TRELLIS_LINE_HEADING
      && trellis_markdown_span_fence_end (self->span, at) == 0)
    return FALSE;
  return below || (!is_item (line) && is_lazy (self, at));
}

/* Where the item ends that begins at `self->at`, blank lines behind it aside. */
static guint
end_of_item (ListReader *self)
{
  guint end = self->at + 1;

  for (guint at = skip_blank (self->span, end); at < self->span->n;
       at = skip_blank (self->span, end))
    {
      guint fence_end;

      if (!belongs (self, at))
        break;
      fence_end = trellis_markdown_span_fence_end (self->span, at);
      end = fence_end > 0 ? fence_end + 1 : at + 1;
    }
  return end;
}

/* "# Title" in an item is a text without marks; a heading cannot stand there. */
static const char *
without_heading_marks (const char *text)
{
  gsize marks = strspn (text, "#");

  while (marks > 0 && text[marks] == ' ')
    {
      text = trellis_outline_line_skip_blanks (text + marks, NULL);
      marks = strspn (text, "#");
    }
  return text;
}

/* Reads the item's own text and the lines up to `end` into `parent`. */
static void
read_body (ListReader  *self,
           TrellisNode *parent,
           const char  *text,
           guint        end)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  if (*text != '\0')
    {
      TrellisMarkdownLine *first = trellis_markdown_lines_add_text (self->reader->lines, owned,
                                                                    text, self->indent + STEP);

      first->hard = self->span->lines[self->at]->hard;
      g_ptr_array_add (lines, first);
    }
  for (guint i = self->at + 1; i < end; i++)
    g_ptr_array_add (lines, self->span->lines[i]);
  self->reader->depth++;
  trellis_markdown_read_blocks (self->reader, parent, lines);
  self->reader->depth--;
}

static void
begin_list (ListReader *self,
            int         kind)
{
  TrellisNode *last = self->parent->last_child;

  if (kind == TRELLIS_LIST_KIND_BULLETS && last != NULL && last->type == TRELLIS_NODE_LIST
      && last->number == kind)
    {
      self->list = last;
      return;
    }
  self->list = trellis_node_append (self->parent, trellis_node_new (TRELLIS_NODE_LIST));
  self->list->number = kind;
}

/* Whether the item goes on with the list, which has `count` items, or begins one; `self->list` is
 * that list then. */
static gboolean
find_list (ListReader                *self,
           const TrellisMarkdownLine *line,
           int                        count)
{
  g_autofree char *digits = g_strdup_printf ("%d", line->info.ordinal);

  if (line->info.ordinal < 0)
    {
      if (self->list == NULL || self->list->number != TRELLIS_LIST_KIND_BULLETS)
        begin_list (self, TRELLIS_LIST_KIND_BULLETS);
      return TRUE;
    }
  if (*line->info.text == '\0' || !g_str_has_prefix (line->info.full, digits)
      || g_ascii_isdigit (line->info.full[strlen (digits)]))
    return FALSE;

  if (self->list != NULL && self->list->number != TRELLIS_LIST_KIND_BULLETS && count > 0)
    {
      if (count == 1 && line->info.ordinal == 1)
        self->list->number = TRELLIS_LIST_KIND_ONES;
      if (line->info.ordinal == (self->list->number == TRELLIS_LIST_KIND_ONES ? 1 : count + 1))
        return TRUE;
    }
  if (line->info.ordinal != 1)
    return FALSE;
  begin_list (self, TRELLIS_LIST_KIND_NUMBERS);
  return TRUE;
}

/**
 * trellis_markdown_read_list:
 * @at: the first item
 *
 * Reads items of one depth, with all that stands below them, into as many lists as they make.
 *
 * Returns: the line behind them
 */
guint
trellis_markdown_read_list (TrellisMarkdownReader *reader,
                            TrellisNode           *parent,
                            TrellisMarkdownSpan   *span,
                            guint                  at)
{
  ListReader   self = { reader, parent, span, NULL, at, span->lines[at]->indent };
  TrellisNode *before = NULL; /* the list of the last item */
  int          count = 0;     /* its items */
  guint        end = at;

  for (; is_item (trellis_markdown_span_at (span, self.at)); self.at = skip_blank (span, end))
    {
      const TrellisMarkdownLine *line = span->lines[self.at];
      gboolean                   parted = self.at > end;

      self.indent = MIN (self.indent, line->indent);
      end = end_of_item (&self);
      if (!find_list (&self, line, count))
        {
          read_body (&self, parent, line->info.full, end);
          self.list = before = NULL;
          count = 0;
        }
      else if (*line->info.text == '\0' && end > self.at + 1)
        {
          read_body (&self, parent, "", end);
          self.list = before = NULL;
          count = 0;
        }
      else if (*line->info.text != '\0')
        {
          self.list->flag |= parted && self.list == before;
          count = self.list == before ? count + 1 : 1;
          before = self.list;
          read_body (&self, trellis_node_append (self.list, trellis_node_new (TRELLIS_NODE_ITEM)),
                     without_heading_marks (line->info.text), end);
        }
    }
  return end;
}
