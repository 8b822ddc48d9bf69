/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where postings stand, and which lines open one. */
#include <string.h>

#include "trellis-count-links.h"
#include "trellis-count-postings.h"
#include "trellis-count-text.h"
#include "trellis-count-words.h"
#include "trellis-text.h"

#define MAX_LABEL_WORDS 2

/* The lines in which postings are looked for, several ways; what a line holds is found once. */
typedef struct
{
  TrellisCountSpan span;
  guint8          *held; /* for each line of the span: Held */
} Search;

typedef enum
{
  HELD_KNOWN = 1 << 0,
  HELD_LINK = 1 << 1,
  HELD_SKILLS = 1 << 2,
} Held;

static guint
count_words (const char *text)
{
  g_autoptr (GPtrArray) words = trellis_text_split_words (text);

  return words->len;
}

/* Whether the line says something about a posting by a label: "Link: …", "Key skills: …". A title
 * is no field, whatever label it has. */
TrellisPostingField
trellis_posting_field (const char *text)
{
  g_autofree char *plain = trellis_count_plain (text);
  g_autofree char *label = NULL;
  const char      *rest;

  if (!trellis_count_split_label (plain, &label, &rest))
    {
      if (count_words (plain) > MAX_LABEL_WORDS)
        return TRELLIS_POSTING_FIELD_NONE;
      label = g_strdup (plain);
    }
  if (trellis_words_label_title (label))
    return TRELLIS_POSTING_FIELD_TITLE;
  if (trellis_count_find_separator (label, NULL) != NULL || trellis_words_end_in_role (label))
    return TRELLIS_POSTING_FIELD_NONE;
  if (trellis_words_label_skills (label))
    return TRELLIS_POSTING_FIELD_SKILLS;
  return trellis_words_label_field (label) ? TRELLIS_POSTING_FIELD_OTHER
                                           : TRELLIS_POSTING_FIELD_NONE;
}

/* Nothing but an address, or a link whose text says nothing. */
gboolean
trellis_posting_is_bare_link (const char *text)
{
  g_autofree char *plain = trellis_count_plain (text);
  g_autofree char *dropped = NULL;
  g_autofree char *bare = NULL;

  if (!trellis_links_has (plain))
    return FALSE;
  dropped = trellis_links_drop (plain);
  bare = trellis_count_drop_brackets (dropped);
  return !trellis_count_has_letters (bare) || strspn (bare, "0123456789.)# -") == strlen (bare);
}

static gboolean
holds_link (const TrellisLine *line)
{
  return line->kind != TRELLIS_LINE_COMMENT && line->kind != TRELLIS_LINE_BLANK
         && trellis_links_has (line->text);
}

static gboolean
holds_skills (const TrellisLine *line)
{
  if (line->kind != TRELLIS_LINE_TEXT && line->kind != TRELLIS_LINE_ITEM
      && line->kind != TRELLIS_LINE_HEADING)
    return FALSE;
  return trellis_posting_field (line->text) == TRELLIS_POSTING_FIELD_SKILLS;
}

/* Whether the column is one of addresses or of skills. */
static gboolean
is_telling_column (const TrellisLine *head, guint column)
{
  for (guint i = 0; head != NULL && head->cells[i] != NULL; i++)
    if (i == column)
      return trellis_words_label_skills (head->cells[i]);
  return FALSE;
}

static Held
find_held (const Search *search, guint index)
{
  guint8            *held = &search->held[index - search->span.begin];
  const TrellisLine *line = trellis_count_line (search->span, index);

  if (*held == 0)
    *held = HELD_KNOWN | (holds_link (line) ? HELD_LINK : 0)
            | (holds_skills (line) ? HELD_SKILLS : 0);
  return *held;
}

static gboolean
row_is_posting (const TrellisCountBlock *row)
{
  for (guint i = 0; row->line->cells[i] != NULL; i++)
    if (is_telling_column (row->head, i) && trellis_count_has_letters (row->line->cells[i]))
      return TRUE;
  return FALSE;
}

/* A list of skills without a label: short pieces between commas. */
static gboolean
is_skill_list (const char *text)
{
  g_autofree char      *label = NULL;
  g_autoptr (GPtrArray) pieces = NULL;
  const char           *rest;

  if (strpbrk (text, ",;") == NULL || trellis_count_split_label (text, &label, &rest))
    return FALSE;
  pieces = trellis_count_split_pieces (text);
  return pieces->len >= 3 && count_words (text) <= pieces->len * 4;
}

/* Whether the block has what makes it a posting: a link, or a line of skills. */
static gboolean
is_posting (const Search *search, const TrellisCountBlock *block)
{
  if ((find_held (search, block->index) & HELD_LINK) != 0)
    return TRUE;
  if (block->line->cells != NULL)
    return row_is_posting (block);
  for (guint i = block->index + 1; i < block->end; i++)
    {
      const TrellisLine *line = trellis_count_line (search->span, i);

      if ((find_held (search, i) & (HELD_LINK | HELD_SKILLS)) != 0)
        return TRUE;
      if (line->kind == TRELLIS_LINE_ITEM && block->nested && is_skill_list (line->text))
        return TRUE;
    }
  return FALSE;
}

static gboolean
opens (const TrellisCountBlock *block)
{
  TrellisPostingField field = trellis_posting_field (block->line->text);

  if (field == TRELLIS_POSTING_FIELD_SKILLS || field == TRELLIS_POSTING_FIELD_OTHER)
    return FALSE;
  return block->nested || !trellis_posting_is_bare_link (block->line->text);
}

/* A bare link belongs to the posting above it, unless that has its link already. */
static gboolean
follows_link (const Search *search, GArray *openers, const TrellisCountBlock *block)
{
  if (openers->len == 0 || !trellis_posting_is_bare_link (block->line->text)
      || trellis_posting_field (block->line->text) != TRELLIS_POSTING_FIELD_NONE)
    return FALSE;
  for (guint i = trellis_count_block (openers, openers->len - 1)->index; i < block->index; i++)
    if ((find_held (search, i) & HELD_LINK) != 0)
      return TRUE;
  return FALSE;
}

/* Keeps the blocks that open a posting and ends each where the next begins, or at a heading. What
 * opens none belongs to the one before. */
static GArray *
keep_openers (const Search *search, GArray *blocks)
{
  GArray *openers = g_array_new (FALSE, TRUE, sizeof (TrellisCountBlock));
  GArray *postings = g_array_new (FALSE, TRUE, sizeof (TrellisCountBlock));

  for (guint i = 0; i < blocks->len; i++)
    if (opens (trellis_count_block (blocks, i))
        || follows_link (search, openers, trellis_count_block (blocks, i)))
      g_array_append_vals (openers, trellis_count_block (blocks, i), 1);
  for (guint i = 0; i < openers->len; i++)
    {
      TrellisCountBlock *block = &g_array_index (openers, TrellisCountBlock, i);
      guint              end = i + 1 < openers->len ? block[1].index : search->span.end;

      for (block->end = block->index + 1; block->end < end; block->end++)
        if (trellis_count_line (search->span, block->end)->kind == TRELLIS_LINE_HEADING)
          break;
      if (is_posting (search, block))
        g_array_append_vals (postings, block, 1);
      else if (postings->len > 0)
        {
          TrellisCountBlock *last = &g_array_index (postings, TrellisCountBlock, postings->len - 1);

          if (last->end == block->index)
            last->end = block->end;
        }
    }
  g_array_unref (openers);
  return postings;
}

static GArray *
find_headings (const Search *search)
{
  g_autoptr (GArray) headings = trellis_count_find_headings (search->span);
  GArray            *postings = g_array_new (FALSE, TRUE, sizeof (TrellisCountBlock));

  for (guint i = 0; i < headings->len; i++)
    if (opens (trellis_count_block (headings, i))
        && is_posting (search, trellis_count_block (headings, i)))
      g_array_append_vals (postings, trellis_count_block (headings, i), 1);
  return postings;
}

static GArray *
find_items (const Search *search)
{
  g_autoptr (GArray) tops = trellis_count_find_top_items (search->span);

  return keep_openers (search, tops);
}

static GArray *
find_sub_items (const Search *search)
{
  g_autoptr (GArray) items = trellis_count_find_items (search->span);
  g_autoptr (GArray) below = g_array_new (FALSE, TRUE, sizeof (TrellisCountBlock));
  int                indent = -1;

  for (guint i = 0; i < items->len; i++)
    {
      const TrellisCountBlock *item = trellis_count_block (items, i);

      if (item->top)
        continue;
      if (indent < 0)
        indent = item->line->indent;
      if (item->line->indent <= indent + 1)
        g_array_append_vals (below, item, 1);
    }
  return keep_openers (search, below);
}

static GArray *
find_bold_lines (const Search *search)
{
  g_autoptr (GArray) lines = trellis_count_find_bold_lines (search->span);

  return keep_openers (search, lines);
}

static GArray *
find_rows (const Search *search)
{
  GArray *rows = trellis_count_find_rows (search->span);

  for (guint i = rows->len; i > 0; i--)
    if (!is_posting (search, trellis_count_block (rows, i - 1)))
      g_array_remove_index (rows, i - 1);
  return rows;
}

/* Lines with a title and an address. */
static GArray *
find_lines (const Search *search)
{
  g_autoptr (GArray) lines = trellis_count_find_lines (search->span);
  g_autoptr (GArray) linked = g_array_new (FALSE, TRUE, sizeof (TrellisCountBlock));

  for (guint i = 0; i < lines->len; i++)
    if ((find_held (search, trellis_count_block (lines, i)->index) & HELD_LINK) != 0)
      g_array_append_vals (linked, trellis_count_block (lines, i), 1);
  return keep_openers (search, linked);
}

/* Plain lines that a label or a blank line makes the first of a posting. */
static GArray *
find_paragraphs (const Search *search)
{
  g_autoptr (GArray) lines = trellis_count_find_lines (search->span);
  g_autoptr (GArray) first = g_array_new (FALSE, TRUE, sizeof (TrellisCountBlock));
  g_autoptr (GArray) labelled = g_array_new (FALSE, TRUE, sizeof (TrellisCountBlock));

  for (guint i = 0; i < lines->len; i++)
    {
      const TrellisCountBlock *line = trellis_count_block (lines, i);

      if (trellis_posting_field (line->line->text) == TRELLIS_POSTING_FIELD_TITLE
          || trellis_words_label_ordinal (line->line->text))
        g_array_append_vals (labelled, line, 1);
      if (line->index == search->span.begin
          || trellis_count_line (search->span, line->index - 1)->kind != TRELLIS_LINE_TEXT)
        g_array_append_vals (first, line, 1);
    }
  return keep_openers (search, labelled->len > 0 ? labelled : first);
}

static GArray *
find_bare_links (const Search *search)
{
  GArray *links = g_array_new (FALSE, TRUE, sizeof (TrellisCountBlock));

  for (guint i = search->span.begin; i < search->span.end; i++)
    {
      TrellisCountBlock block
          = { .line = trellis_count_line (search->span, i), .index = i, .end = i + 1 };

      if ((find_held (search, i) & HELD_LINK) != 0 && block.line->kind != TRELLIS_LINE_ROW
          && trellis_posting_is_bare_link (block.line->text))
        g_array_append_val (links, block);
    }
  return links;
}

static void
prefer (GArray **best, GArray *other)
{
  if (other->len > (*best)->len)
    {
      GArray *fewer = *best;

      *best = other;
      other = fewer;
    }
  g_array_unref (other);
}

/**
 * trellis_posting_find_blocks:
 * @span: lines in which postings stand
 *
 * Rows, sub-headings, items or bold lines, whichever opens most postings; only where these open
 * none or one, what is less often meant so.
 *
 * Returns: (transfer full) (element-type TrellisCountBlock): the postings
 */
GArray *
trellis_posting_find_blocks (TrellisCountSpan span)
{
  g_autofree guint8 *held = g_new0 (guint8, span.end - span.begin + 1);
  Search             search = { span, held };
  GArray            *best = find_rows (&search);

  prefer (&best, find_headings (&search));
  prefer (&best, find_items (&search));
  prefer (&best, find_bold_lines (&search));
  if (best->len > 1)
    return best;
  prefer (&best, find_sub_items (&search));
  prefer (&best, find_lines (&search));
  prefer (&best, find_paragraphs (&search));
  if (best->len <= 1)
    prefer (&best, find_bare_links (&search));
  return best;
}

/* Whether an address stands between `begin` and the next line that `stops`. */
static gboolean
leads_to_links (TrellisCountSpan span, guint begin, const TrellisLine *opener)
{
  for (guint i = begin; i < span.end; i++)
    {
      const TrellisLine *line = trellis_count_line (span, i);

      if (line->kind == TRELLIS_LINE_HEADING
          && (opener->kind != TRELLIS_LINE_HEADING || line->level <= opener->level))
        return FALSE;
      if (opener->kind != TRELLIS_LINE_HEADING && line->kind == TRELLIS_LINE_RULE)
        return FALSE;
      if (opener->kind != TRELLIS_LINE_HEADING && i > begin && line->kind == TRELLIS_LINE_TEXT
          && line->indent < 2 && trellis_line_is_bold (line) && !trellis_links_has (line->text))
        return FALSE;
      if (holds_link (line))
        return TRUE;
    }
  return FALSE;
}

static gboolean
can_open (const TrellisLine *line)
{
  switch (line->kind)
    {
    case TRELLIS_LINE_HEADING:
    case TRELLIS_LINE_RULE:
      return TRUE;
    case TRELLIS_LINE_TEXT:
      return line->indent < 2
             && (trellis_line_is_bold (line)
                 || (g_str_has_suffix (line->text, ":")
                     && trellis_words_name_postings (line->text)));
    default:
      return FALSE;
    }
}

/* Where postings begin in a section of something else: at a sub-heading, a rule or a bold label
 * that has addresses below it. The span's end when there are none. */
guint
trellis_posting_find_begin (TrellisCountSpan span)
{
  for (guint i = span.begin; i < span.end; i++)
    {
      const TrellisLine *line = trellis_count_line (span, i);

      if (can_open (line) && (holds_link (line) || leads_to_links (span, i + 1, line)))
        return i;
    }
  return span.end;
}
