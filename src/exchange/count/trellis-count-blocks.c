/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-count-blocks.h"

#include <string.h>

#include "trellis-count-text.h"
#include "trellis-count-words.h"

TrellisCountSpan
trellis_count_range_span (const TrellisSectionRange *range)
{
  return (TrellisCountSpan) { range->outline, range->begin, range->end };
}

TrellisCountSpan
trellis_count_body (TrellisCountSpan span, const TrellisCountBlock *block)
{
  return (TrellisCountSpan) { span.outline, block->index + 1, block->end };
}

const TrellisLine *
trellis_count_line (TrellisCountSpan span, guint index)
{
  return trellis_outline_get_line (span.outline, index);
}

const TrellisCountBlock *
trellis_count_block (GArray *blocks, guint index)
{
  return &g_array_index (blocks, TrellisCountBlock, index);
}

static void
add_block (GArray *blocks, TrellisCountSpan span, guint index)
{
  TrellisCountBlock block
      = { .line = trellis_count_line (span, index), .index = index, .end = span.end };

  g_array_append_val (blocks, block);
}

static GArray *
new_blocks (void)
{
  return g_array_new (FALSE, TRUE, sizeof (TrellisCountBlock));
}

/* Ends each block where the next one begins. */
static void
end_blocks (GArray *blocks)
{
  for (guint i = 0; i + 1 < blocks->len; i++)
    {
      TrellisCountBlock *block = &g_array_index (blocks, TrellisCountBlock, i);

      block->end = MIN (block->end, block[1].index);
    }
}

gboolean
trellis_count_begins_bold (const TrellisLine *line)
{
  return line->kind == TRELLIS_LINE_TEXT && strlen (line->text) > 4
         && (g_str_has_prefix (line->text, "**") || g_str_has_prefix (line->text, "__")
             || g_str_has_prefix (line->text, "<b>") || g_str_has_prefix (line->text, "<strong>"));
}

/* What parts one list from the next: a heading, or a bold label that is not indented. */
static gboolean
parts_lists (const TrellisLine *line)
{
  return line->kind == TRELLIS_LINE_HEADING
         || (line->kind == TRELLIS_LINE_TEXT && line->indent < 2 && trellis_line_is_bold (line));
}

static gboolean
has_real_items (TrellisCountSpan span)
{
  for (guint i = span.begin; i < span.end; i++)
    if (trellis_count_line (span, i)->kind == TRELLIS_LINE_ITEM)
      return TRUE;
  return FALSE;
}

/* Marks the top items among those of one list, and what belongs to them. */
static void
mark_top_items (GArray *items, guint first, guint end)
{
  int                least = G_MAXINT;
  TrellisCountBlock *top = NULL;

  for (guint i = first; i < items->len; i++)
    least = MIN (least, trellis_count_block (items, i)->line->indent);
  for (guint i = first; i < items->len; i++)
    {
      TrellisCountBlock *item = &g_array_index (items, TrellisCountBlock, i);

      item->end = end;
      if (i > first)
        item[-1].end = item->index;
      item->top = item->line->indent <= least + 1;
      if (item->top)
        {
          if (top != NULL)
            top->end = item->index;
          top = item;
        }
      else if (top != NULL)
        {
          top->nested = TRUE;
          top->end = end;
        }
    }
}

/* All items: a bare number begins one only where there are no real ones, or indented below one.
 * Lists are parted by headings and bold labels; each has top items of its own. */
GArray *
trellis_count_find_items (TrellisCountSpan span)
{
  GArray  *items = new_blocks ();
  gboolean numbers = !has_real_items (span);
  int      indent = G_MAXINT; /* of the last real item */
  guint    first = 0;

  for (guint i = span.begin; i < span.end; i++)
    {
      const TrellisLine *line = trellis_count_line (span, i);

      if (parts_lists (line))
        {
          mark_top_items (items, first, i);
          first = items->len;
          indent = G_MAXINT;
        }
      else if (line->kind == TRELLIS_LINE_ITEM)
        {
          indent = line->indent;
          add_block (items, span, i);
        }
      else if (line->kind == TRELLIS_LINE_NUMBERED && (numbers || line->indent > indent))
        add_block (items, span, i);
    }
  mark_top_items (items, first, span.end);
  return items;
}

/* The top items of all lists that say something. */
GArray *
trellis_count_find_top_items (TrellisCountSpan span)
{
  g_autoptr (GArray) items = trellis_count_find_items (span);
  GArray            *tops = new_blocks ();

  for (guint i = 0; i < items->len; i++)
    {
      const TrellisCountBlock *item = trellis_count_block (items, i);

      if (item->top && !trellis_count_is_nothing (item->line->text))
        g_array_append_vals (tops, item, 1);
    }
  return tops;
}

/* "Level: beginner", "Why: …": about the skill above. */
static gboolean
is_detail (const TrellisLine *line)
{
  g_autofree char *plain = trellis_count_plain (line->text);
  g_autofree char *label = NULL;
  const char      *rest;

  return trellis_count_split_label (plain, &label, &rest) && trellis_words_label_detail (label);
}

/* The top items but those that are about the one above; they belong to it. */
GArray *
trellis_count_find_skill_items (TrellisCountSpan span)
{
  g_autoptr (GArray) tops = trellis_count_find_top_items (span);
  GArray            *skills = new_blocks ();

  for (guint i = 0; i < tops->len; i++)
    {
      const TrellisCountBlock *top = trellis_count_block (tops, i);

      if (!is_detail (top->line))
        g_array_append_vals (skills, top, 1);
      else if (skills->len > 0)
        g_array_index (skills, TrellisCountBlock, skills->len - 1).end = top->end;
    }
  return skills;
}

/* The level that most sub-headings have; of two the deeper one. 0 without any. */
static int
common_level (TrellisCountSpan span)
{
  guint counts[7] = { 0 };
  int   best = 0;

  for (guint i = span.begin; i < span.end; i++)
    {
      const TrellisLine *line = trellis_count_line (span, i);

      if (line->kind == TRELLIS_LINE_HEADING)
        counts[line->level]++;
    }
  for (int level = 1; level <= 6; level++)
    if (counts[level] > 0 && counts[level] >= counts[best])
      best = level;
  return best;
}

/* The sub-headings of the commonest level; a block ends at the next heading of that level or
 * above. */
GArray *
trellis_count_find_headings (TrellisCountSpan span)
{
  GArray *headings = new_blocks ();
  int     level = common_level (span);

  for (guint i = span.begin; i < span.end && level > 0; i++)
    {
      const TrellisLine *line = trellis_count_line (span, i);

      if (line->kind != TRELLIS_LINE_HEADING || line->level > level)
        continue;
      if (headings->len > 0)
        {
          TrellisCountBlock *last = &g_array_index (headings, TrellisCountBlock, headings->len - 1);

          last->end = MIN (last->end, i);
        }
      if (line->level == level)
        add_block (headings, span, i);
    }
  return headings;
}

/* Lines that begin in bold; a block ends at the next one or at a heading. */
GArray *
trellis_count_find_bold_lines (TrellisCountSpan span)
{
  GArray *lines = new_blocks ();

  for (guint i = span.begin; i < span.end; i++)
    {
      const TrellisLine *line = trellis_count_line (span, i);

      if (line->kind == TRELLIS_LINE_HEADING && lines->len > 0)
        {
          TrellisCountBlock *last = &g_array_index (lines, TrellisCountBlock, lines->len - 1);

          last->end = MIN (last->end, i);
        }
      else if (trellis_count_begins_bold (line))
        add_block (lines, span, i);
    }
  end_blocks (lines);
  return lines;
}

static gboolean
is_empty_row (const TrellisLine *row)
{
  for (guint i = 0; row->cells[i] != NULL; i++)
    if (trellis_count_has_letters (row->cells[i]))
      return FALSE;
  return TRUE;
}

/* The rows of tables, without the heads. */
GArray *
trellis_count_find_rows (TrellisCountSpan span)
{
  GArray            *rows = new_blocks ();
  const TrellisLine *head = NULL;

  for (guint i = span.begin; i < span.end; i++)
    {
      const TrellisLine *line = trellis_count_line (span, i);

      if (line->kind == TRELLIS_LINE_RULER)
        continue;
      if (line->kind != TRELLIS_LINE_ROW)
        {
          head = NULL;
          continue;
        }
      if (i + 1 < span.end && trellis_count_line (span, i + 1)->kind == TRELLIS_LINE_RULER)
        head = line;
      else if (!is_empty_row (line))
        {
          TrellisCountBlock row
              = { .line = line, .head = head, .index = i, .end = i + 1, .top = TRUE };

          g_array_append_val (rows, row);
        }
    }
  return rows;
}

/* Plain lines that say something; a line's block is the line. */
GArray *
trellis_count_find_lines (TrellisCountSpan span)
{
  GArray *lines = new_blocks ();

  for (guint i = span.begin; i < span.end; i++)
    {
      const TrellisLine *line = trellis_count_line (span, i);

      if ((line->kind == TRELLIS_LINE_TEXT || line->kind == TRELLIS_LINE_NUMBERED)
          && !trellis_count_is_nothing (line->text))
        {
          TrellisCountBlock block = { .line = line, .index = i, .end = i + 1, .top = TRUE };

          g_array_append_val (lines, block);
        }
    }
  return lines;
}

static gboolean
says_something (const TrellisLine *line)
{
  switch (line->kind)
    {
    case TRELLIS_LINE_BLANK:
    case TRELLIS_LINE_RULE:
    case TRELLIS_LINE_RULER:
    case TRELLIS_LINE_COMMENT:
    case TRELLIS_LINE_FRONT_MATTER:
      return FALSE;
    default:
      return !trellis_count_is_nothing (line->text);
    }
}

gboolean
trellis_count_has_content (TrellisCountSpan span)
{
  for (guint i = span.begin; i < span.end; i++)
    if (says_something (trellis_count_line (span, i)))
      return TRUE;
  return FALSE;
}

/* Whether something is said about what the block names: behind a dash or colon, or below. */
gboolean
trellis_count_is_described (TrellisCountSpan span, const TrellisCountBlock *block)
{
  g_autofree char *plain = trellis_count_plain (block->line->text);
  const char      *behind = NULL;

  if (trellis_count_find_separator (plain, &behind) != NULL && !trellis_count_is_nothing (behind))
    return TRUE;
  return trellis_count_has_content (trellis_count_body (span, block));
}

/* The next line that says something or is a heading, or the span's end. */
guint
trellis_count_next_line (TrellisCountSpan span, guint index)
{
  for (index++; index < span.end; index++)
    {
      const TrellisLine *line = trellis_count_line (span, index);

      if (line->kind != TRELLIS_LINE_BLANK && line->kind != TRELLIS_LINE_COMMENT)
        break;
    }
  return MIN (index, span.end);
}
