/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-count-private.h"
#include "trellis-count-text.h"
#include "trellis-count-words.h"

/* One skill of a list: an item with what is indented below it, a row, or a line. */
typedef struct
{
  TrellisCountSpan         span;
  const TrellisCountBlock *block;
} Entry;

/* What is said about the skill, piece by piece: behind the first dash or colon, and below. */
typedef gboolean (*Judge) (const char *text);

static gboolean
segment_is_level (const char *plain)
{
  g_autoptr (GPtrArray) segments = trellis_count_split_segments (plain);

  for (guint i = 0; i < segments->len; i++)
    if (trellis_words_are_level (g_ptr_array_index (segments, i)))
      return TRUE;
  return FALSE;
}

static gboolean
states_need (const char *plain)
{
  g_autofree char *outside = trellis_count_drop_brackets (plain);

  return trellis_words_state_need (outside);
}

static gboolean
row_passes (const Entry *entry, Judge judge)
{
  const TrellisCountBlock *row = entry->block;

  for (guint i = 1; row->line->cells[0] != NULL && row->line->cells[i] != NULL; i++)
    {
      g_autofree char *plain = trellis_count_plain (row->line->cells[i]);
      const char      *head = NULL;

      for (guint j = 0; row->head != NULL && row->head->cells[j] != NULL; j++)
        head = j == i ? row->head->cells[j] : head;
      if (judge (plain))
        return TRUE;
      if (judge == states_need && head != NULL && trellis_words_label_why (head)
          && trellis_count_has_letters (plain))
        return TRUE;
    }
  return FALSE;
}

static gboolean
body_passes (const Entry *entry, Judge judge)
{
  for (guint i = entry->block->index + 1; i < entry->block->end; i++)
    {
      const TrellisLine *line = trellis_count_line (entry->span, i);
      g_autofree char   *plain = NULL;

      if (line->kind == TRELLIS_LINE_HEADING
          || (line->kind != TRELLIS_LINE_ITEM && line->indent <= entry->block->line->indent
              && trellis_count_line (entry->span, i - 1)->kind == TRELLIS_LINE_BLANK))
        break;
      if (line->kind != TRELLIS_LINE_ITEM && line->kind != TRELLIS_LINE_TEXT)
        continue;
      plain = trellis_count_plain (line->text);
      if (judge (plain))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_level (const Entry *entry)
{
  g_autofree char *plain = NULL;

  if (entry->block->line->kind == TRELLIS_LINE_ROW)
    return row_passes (entry, segment_is_level);
  plain = trellis_count_plain (entry->block->line->text);
  return segment_is_level (plain) || body_passes (entry, segment_is_level);
}

static gboolean
has_reason (const Entry *entry)
{
  g_autofree char *plain = NULL;
  const char      *behind;

  if (entry->block->line->kind == TRELLIS_LINE_ROW)
    return row_passes (entry, states_need);
  plain = trellis_count_plain (entry->block->line->text);
  if (trellis_count_find_separator (plain, &behind) != NULL && states_need (behind))
    return TRUE;
  return body_passes (entry, states_need);
}

/* Lines that begin in bold, where there are several: what follows each is about it. */
static GArray *
find_bold_skills (TrellisCountSpan span)
{
  GArray *lines = trellis_count_find_bold_lines (span);

  if (lines->len < 2)
    g_array_set_size (lines, 0);
  return lines;
}

/* Sub-headings with something below them. */
static GArray *
find_heading_skills (TrellisCountSpan span)
{
  GArray *headings = trellis_count_find_headings (span);

  for (guint i = headings->len; i > 0; i--)
    if (!trellis_count_has_content (
            trellis_count_body (span, trellis_count_block (headings, i - 1))))
      g_array_remove_index (headings, i - 1);
  return headings;
}

/* Items; rows; sub-headings and bold lines, below which there are neither; lines. */
static GArray *
find_skills (TrellisCountSpan span)
{
  static GArray *(*const ways[]) (TrellisCountSpan) = {
    trellis_count_find_skill_items,
    trellis_count_find_rows,
    find_heading_skills,
    find_bold_skills,
    trellis_count_find_lines,
  };
  GArray *skills = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_clear_pointer (&skills, g_array_unref);
      skills = ways[i](span);
      if (skills->len > 0)
        break;
    }
  return skills;
}

static void
count_list (TrellisCountSpan span, int *skills, int *passing, gboolean (*passes) (const Entry *))
{
  TrellisCountSpan   list = trellis_count_before_postings (span);
  g_autoptr (GArray) blocks = find_skills (list);

  *skills += (int) blocks->len;
  for (guint i = 0; i < blocks->len; i++)
    {
      Entry entry = { list, trellis_count_block (blocks, i) };

      *passing += passes (&entry);
    }
}

static gboolean
marks_challenging (TrellisCountSpan span)
{
  for (guint i = span.begin; i < span.end; i++)
    {
      const TrellisLine *line = trellis_count_line (span, i);

      if (line->kind != TRELLIS_LINE_COMMENT && line->kind != TRELLIS_LINE_BLANK
          && trellis_words_mark_challenging (line->text))
        return TRUE;
    }
  return FALSE;
}

void
trellis_count_standings (TrellisCount *count)
{
  TrellisFigures *figures = count->figures;

  for (guint i = 0; i < count->sections->ranges->len; i++)
    {
      const TrellisSectionRange *range = trellis_sections_get (count->sections, i);
      TrellisCountSpan           span = trellis_count_range_span (range);

      if (range->kind == TRELLIS_SECTION_HAVE)
        count_list (span, &figures->skills_have, &figures->skills_have_with_level, has_level);
      else if (range->kind == TRELLIS_SECTION_LACK)
        {
          count_list (span, &figures->skills_lack, &figures->skills_lack_with_reason, has_reason);
          figures->challenging_marked |= marks_challenging (span);
        }
    }
}
