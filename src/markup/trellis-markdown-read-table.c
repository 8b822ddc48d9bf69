/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-markdown-read.h"

#include <string.h>

#include "trellis-markdown-write-inlines.h"
#include "trellis-outline-line.h"

/* The cells of a row: cut at bars that no backslash escapes, outer ones dropped. */
static GPtrArray *
split_row (const char *text)
{
  GPtrArray  *cells = g_ptr_array_new_with_free_func (g_free);
  const char *start = *text == '|' ? text + 1 : text;

  for (const char *at = start;; at++)
    {
      if (*at == '\\' && at[1] != '\0')
        {
          at++;
          continue;
        }
      if (*at != '|' && *at != '\0')
        continue;
      if (*at == '|' || *trellis_outline_line_skip_blanks (start, NULL) != '\0')
        g_ptr_array_add (cells, g_strstrip (g_strndup (start, at - start)));
      if (*at == '\0')
        return cells;
      start = at + 1;
    }
}

/* 1 left, 2 centre, 3 right, 0 none */
static int
alignment_of (const char *ruler)
{
  gboolean left = *ruler == ':';
  gboolean right = g_str_has_suffix (ruler, ":");

  return left && right ? 2 : right ? 3
                                   : left;
}

static void
read_alignments (TrellisNode *table,
                 const char  *ruler)
{
  g_autoptr (GPtrArray) cells = split_row (ruler);
  TrellisNode          *cell = table->first_child != NULL ? table->first_child->first_child : NULL;

  for (guint i = 0; i < cells->len && cell != NULL; i++, cell = cell->next)
    cell->number = alignment_of (g_ptr_array_index (cells, i));
}

static void
read_row (TrellisNode *table,
          const char  *text)
{
  g_autoptr (GPtrArray) cells = split_row (text);
  TrellisNode          *row
      = trellis_node_append (table, trellis_node_new (TRELLIS_NODE_TABLE_ROW));

  for (guint i = 0; i < cells->len; i++)
    {
      g_autofree char *cell = trellis_markdown_cell_decode (g_ptr_array_index (cells, i));

      trellis_node_append (row, trellis_node_new_text (TRELLIS_NODE_TABLE_CELL, cell));
    }
}

static gboolean
is_part (const TrellisMarkdownLine *line)
{
  if (line == NULL || line->blank || line->comment || line->plain || *line->text == '>')
    return FALSE;
  switch (line->info.kind)
    {
    case TRELLIS_LINE_ROW:
    case TRELLIS_LINE_RULER:
      return TRUE;
    case TRELLIS_LINE_TEXT:
    case TRELLIS_LINE_NUMBERED:
      return strchr (line->text, '|') != NULL;
    default:
      return FALSE;
    }
}

/* Reads rows up to a line without bars. The first is the head, wherever the ruler stands; a row
 * has as many cells as it has. */
guint
trellis_markdown_read_table (TrellisNode         *parent,
                             TrellisMarkdownSpan *span,
                             guint                at)
{
  TrellisNode *table = trellis_node_new (TRELLIS_NODE_TABLE);
  gboolean     ruled = FALSE;

  for (; is_part (trellis_markdown_span_at (span, at)); at++)
    {
      const TrellisMarkdownLine *line = span->lines[at];

      if (line->info.kind != TRELLIS_LINE_RULER)
        read_row (table, line->text);
      else if (!ruled)
        {
          read_alignments (table, line->text);
          ruled = TRUE;
        }
    }
  if (table->first_child != NULL)
    trellis_node_append (parent, table);
  else
    trellis_node_free (table);
  return at;
}
