/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "trellis-count-postings.h"
#include "trellis-count-private.h"
#include "trellis-count-statements.h"
#include "trellis-count-text.h"
#include "trellis-count-words.h"
#include "trellis-text.h"

#define MIN_STEM 6 /* Cyrillic letters by which inflected words are the same */
#define MAX_THE 6  /* words between "the" and "role" */

/* What the author says of one skill. */
typedef struct
{
  const TrellisCountBlock *block;
  char                    *plain;
  char                    *name;   /* plain, no bracket */
  char                    *remark; /* what is said about it, or NULL */
} Claim;

static void
claim_clear (Claim *claim)
{
  g_free (claim->plain);
  g_free (claim->name);
  g_free (claim->remark);
}

static char *
join_cells (const TrellisLine *row, guint first)
{
  GString *joined = g_string_new (NULL);

  for (guint i = first; row->cells[0] != NULL && row->cells[i] != NULL; i++)
    {
      g_autofree char *plain = trellis_count_plain (row->cells[i]);

      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " | " : "", plain);
    }
  return g_string_free_and_steal (joined);
}

/* The column of the skill: the first that is no number. */
static guint
name_column (const TrellisLine *row)
{
  int number;

  return row->cells[0] != NULL && row->cells[1] != NULL
         && trellis_statement_is_number (row->cells[0], &number);
}

/* "Artificial intelligence (AI)": the bracket holds the first letters of words before it. */
static gboolean
is_abbreviation (const char *bracket, const char *plain)
{
  g_autofree char      *letters = trellis_count_fold (bracket);
  g_autofree char      *folded = trellis_count_fold (plain);
  g_autoptr (GPtrArray) words = trellis_text_split_words (folded);
  g_autoptr (GString)   initials = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_unichar (initials, g_utf8_get_char (g_ptr_array_index (words, i)));
  return g_utf8_strlen (letters, -1) > 1 && strchr (letters, ' ') == NULL
         && strstr (initials->str, letters) != NULL;
}

/* The remark is what stands behind the dash or colon, else what stands in the last brackets,
 * unless that only abbreviates the skill's name. */
static char *
find_remark (const char *plain)
{
  const char *behind;
  char       *bracket;

  if (trellis_count_find_separator (plain, &behind) != NULL && *behind != '\0')
    return g_strdup (behind);
  bracket = trellis_count_last_bracket (plain);
  if (bracket != NULL && is_abbreviation (bracket, plain))
    g_clear_pointer (&bracket, g_free);
  return bracket;
}

static char *
find_claim_name (const char *plain)
{
  const char      *separator = trellis_count_find_separator (plain, NULL);
  g_autofree char *before
      = separator == NULL ? g_strdup (plain) : g_strndup (plain, separator - plain);
  g_autofree char *bare = trellis_count_drop_brackets (before);

  return g_strdup (*bare != '\0' ? bare : before);
}

static void
read_claim (TrellisCountSpan span, const TrellisCountBlock *block, Claim *claim)
{
  claim->block = block;
  if (block->line->kind == TRELLIS_LINE_ROW)
    {
      guint column = name_column (block->line);

      claim->plain = join_cells (block->line, column);
      claim->name = trellis_count_plain (
          block->line->cells[column] != NULL ? block->line->cells[column] : "");
      claim->remark = join_cells (block->line, column + 1);
      return;
    }
  claim->plain = trellis_count_plain (block->line->text);
  claim->name = find_claim_name (claim->plain);
  claim->remark = find_remark (claim->plain);
  /* What is indented below an item is said about it too. */
  for (guint i = block->index + 1; block->nested && i < block->end; i++)
    {
      const TrellisLine *line = trellis_count_line (span, i);

      if (line->kind == TRELLIS_LINE_ITEM && line->indent > block->line->indent)
        {
          g_autofree char *more = trellis_count_plain (line->text);
          char            *remark = g_strjoin (" ", claim->remark ? claim->remark : "", more, NULL);

          g_free (claim->remark);
          claim->remark = remark;
        }
    }
}

/* A column of numbers states the count, unless its head says it is a rank. */
static gboolean
row_states_count (const TrellisCountBlock *row, int *claimed)
{
  for (guint i = name_column (row->line) + 1;
       row->line->cells[i - 1] != NULL && row->line->cells[i] != NULL; i++)
    if (trellis_statement_is_number (row->line->cells[i], claimed))
      return TRUE;
  return FALSE;
}

static gboolean
states_count (const TrellisCount *count, const Claim *claim, int *claimed)
{
  int postings = (int) count->postings->len;

  if (claim->block->line->kind == TRELLIS_LINE_ROW && row_states_count (claim->block, claimed))
    return TRUE;
  if (trellis_statement_of_count (claim->plain, postings, claimed))
    return TRUE;
  return claim->remark != NULL
         && (trellis_statement_of_count (claim->remark, postings, claimed)
             || trellis_statement_is_number (claim->remark, claimed)
             || trellis_statement_is_list (claim->remark, claimed));
}

static gboolean
names_by_number (const TrellisCount *count, const Claim *claim)
{
  g_autoptr (GArray) numbers
      = trellis_statement_posting_numbers (claim->remark != NULL ? claim->remark : claim->plain);
  g_autoptr (GArray) anywhere = trellis_statement_posting_numbers (claim->plain);
  int                alone;

  if (claim->remark != NULL && trellis_statement_is_number (claim->remark, &alone))
    g_array_append_val (numbers, alone);
  if (numbers->len == 0)
    g_array_append_vals (numbers, anywhere->data, anywhere->len);
  for (guint i = 0; i < numbers->len; i++)
    {
      int number = g_array_index (numbers, int, i);

      if (number >= 1 && number <= (int) count->postings->len)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_title (const TrellisCount *count, const char *cell)
{
  g_autofree char *folded = trellis_count_fold (cell);

  for (guint i = 0; i < count->postings->len; i++)
    {
      const TrellisCountPosting *posting = g_ptr_array_index (count->postings, i);
      g_autofree char           *title = trellis_count_fold (posting->title);

      if (*title != '\0' && strcmp (title, folded) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
names_by_cell (const TrellisCount *count, const TrellisLine *row)
{
  int number;

  for (guint i = name_column (row) + 1; row->cells[i - 1] != NULL && row->cells[i] != NULL; i++)
    {
      if (is_title (count, row->cells[i]))
        return TRUE;
      if (trellis_statement_is_number (row->cells[i], &number) && number >= 1
          && number <= (int) count->postings->len)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_cyrillic (const char *word)
{
  gunichar c = g_utf8_get_char (word);

  return c >= 0x0400 && c < 0x0500;
}

/* A word as it is compared: the first six letters of a Cyrillic one. */
static char *
stem (const char *word)
{
  return is_cyrillic (word) ? g_utf8_substring (word, 0, MIN (g_utf8_strlen (word, -1), MIN_STEM))
                            : g_strdup (word);
}

/* The words by which a posting's first line can be told from another. */
static GHashTable *
collect_title_words (const TrellisCount *count)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < count->postings->len; i++)
    {
      const TrellisCountPosting *posting = g_ptr_array_index (count->postings, i);
      g_autofree char           *folded = trellis_count_fold (posting->line);
      g_autoptr (GPtrArray)      words = trellis_text_split_words (folded);

      for (guint j = 0; j < words->len; j++)
        if (trellis_words_tell_apart (g_ptr_array_index (words, j)))
          g_hash_table_add (known, stem (g_ptr_array_index (words, j)));
    }
  return known;
}

static gboolean
shares_word (GHashTable *known, const char *remark)
{
  g_autofree char      *folded = trellis_count_fold (remark);
  g_autoptr (GPtrArray) words = trellis_text_split_words (folded);

  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *word = stem (g_ptr_array_index (words, i));

      if (trellis_words_tell_apart (g_ptr_array_index (words, i))
          && g_hash_table_contains (known, word))
        return TRUE;
    }
  return FALSE;
}

/* "for the platform role", "in the second posting": one that the author has in mind. */
static gboolean
points_at_one (const char *remark)
{
  static const char *const things[] = { "role", "posting", "vacancy", "position", "job", NULL };
  g_autofree char         *folded = trellis_count_fold (remark);
  g_autoptr (GPtrArray)    words = trellis_text_split_words (folded);

  for (guint i = 0; i < words->len; i++)
    {
      if (strcmp (g_ptr_array_index (words, i), "the") != 0)
        continue;
      for (guint j = i + 2; j < words->len && j <= i + MAX_THE; j++)
        if (g_strv_contains (things, g_ptr_array_index (words, j)))
          return TRUE;
    }
  return FALSE;
}

/* Keeps up which line heads the list that the claim stands in: "**Posting 2**", "#### RoadEye",
 * "Posting 2:", or the item above it. `from` is behind the claim before. */
static void
update_group (char **group, TrellisCountSpan span, guint from, const TrellisCountBlock *block)
{
  for (guint i = from; i < block->index; i++)
    {
      const TrellisLine *line = trellis_count_line (span, i);
      g_autofree char   *plain = trellis_count_plain (line->text);

      if (line->kind == TRELLIS_LINE_HEADING || trellis_line_is_bold (line)
          || (line->kind == TRELLIS_LINE_TEXT && g_str_has_suffix (plain, ":"))
          || (line->kind == TRELLIS_LINE_ITEM && line->indent < block->line->indent))
        g_set_str (group, plain);
      else if (line->kind == TRELLIS_LINE_TEXT && *line->text != '\0')
        g_clear_pointer (group, g_free);
    }
}

static gboolean
names_posting (const TrellisCount *count, GHashTable *known, const Claim *claim)
{
  if (claim->block->line->kind == TRELLIS_LINE_ROW && names_by_cell (count, claim->block->line))
    return TRUE;
  if (names_by_number (count, claim))
    return TRUE;
  return claim->remark != NULL
         && (shares_word (known, claim->remark) || points_at_one (claim->remark));
}

static void
drop_bare_links (GArray *blocks)
{
  for (guint i = blocks->len; i > 0; i--)
    if (trellis_posting_is_bare_link (trellis_count_block (blocks, i - 1)->line->text))
      g_array_remove_index (blocks, i - 1);
}

/* A table and a list of the same skills are one list: whether half of the items are in rows. */
static gboolean
repeats (GArray *items, GArray *rows)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint                  same = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const TrellisLine *row = trellis_count_block (rows, i)->line;
      const char        *cell = row->cells[name_column (row)];

      g_hash_table_add (names, trellis_count_fold (cell != NULL ? cell : ""));
    }
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *plain = trellis_count_plain (trellis_count_block (items, i)->line->text);
      g_autofree char *name = find_claim_name (plain);
      g_autofree char *folded = trellis_count_fold (name);

      same += g_hash_table_contains (names, folded);
    }
  return same * 2 >= items->len;
}

static GArray *
find_claims (TrellisCountSpan span)
{
  GArray            *items = trellis_count_find_skill_items (span);
  g_autoptr (GArray) rows = trellis_count_find_rows (span);

  drop_bare_links (items);
  if (rows->len > 0 && (items->len == 0 || repeats (items, rows)))
    {
      g_array_unref (items);
      return g_steal_pointer (&rows);
    }
  g_array_append_vals (items, rows->data, rows->len);
  if (items->len == 0)
    {
      g_array_unref (items);
      items = trellis_count_find_lines (span);
      drop_bare_links (items);
    }
  return items;
}

static void
add_evidence (TrellisCount    *count,
              TrellisClaimList list,
              TrellisCountSpan span,
              const Claim     *claim,
              int              claimed)
{
  TrellisClaim *record = trellis_report_add (count->evidence, &trellis_claim_type);

  record->base.file = g_intern_string (span.outline->file);
  record->base.line = claim->block->line->number;
  record->list = (int) list;
  record->claimed = claimed;
  g_set_str (&record->name, claim->name);
  if (claim->remark != NULL)
    g_set_str (&record->note, claim->remark);
}

static void
count_recurring (TrellisCount *count, TrellisCountSpan span)
{
  g_autoptr (GArray) blocks = find_claims (span);
  TrellisFigures    *figures = count->figures;
  gboolean           ranked = blocks->len > 0;
  int                before = G_MAXINT;

  for (guint i = 0; i < blocks->len; i++)
    {
      Claim claim = { 0 };
      int   claimed = 0;

      read_claim (span, trellis_count_block (blocks, i), &claim);
      if (states_count (count, &claim, &claimed))
        figures->recurring_counted++;
      else
        claimed = 0;
      ranked = ranked && claimed > 0 && claimed <= before;
      before = claimed;
      add_evidence (count, TRELLIS_CLAIM_RECURRING, span, &claim, claimed);
      claim_clear (&claim);
    }
  figures->recurring += (int) blocks->len;
  figures->recurring_ranked |= ranked;
}

static void
count_single (TrellisCount *count, TrellisCountSpan span, GHashTable *known)
{
  g_autoptr (GArray) blocks = find_claims (span);
  g_autofree char   *group = NULL;
  guint              from = span.begin;

  for (guint i = 0; i < blocks->len; i++)
    {
      Claim claim = { 0 };

      read_claim (span, trellis_count_block (blocks, i), &claim);
      update_group (&group, span, from, claim.block);
      from = claim.block->index + 1;
      if (claim.remark == NULL)
        claim.remark = g_strdup (group);
      count->figures->single_naming_posting += names_posting (count, known, &claim);
      add_evidence (count, TRELLIS_CLAIM_SINGLE, span, &claim, 0);
      claim_clear (&claim);
    }
  count->figures->single += (int) blocks->len;
}

/* After the postings: "all" means so many of them, and remarks name them. */
void
trellis_count_claims (TrellisCount *count)
{
  g_autoptr (GHashTable) known = collect_title_words (count);
  TrellisFigures        *figures = count->figures;

  for (guint i = 0; i < count->sections->ranges->len; i++)
    {
      const TrellisSectionRange *range = trellis_sections_get (count->sections, i);
      TrellisCountSpan           span;

      if (range->kind != TRELLIS_SECTION_RECURRING && range->kind != TRELLIS_SECTION_SINGLE)
        continue;
      span = trellis_count_before_postings (trellis_count_range_span (range));
      if (range->kind == TRELLIS_SECTION_RECURRING)
        count_recurring (count, span);
      else
        count_single (count, span, known);
    }
  figures->recurring_with_counts
      = figures->recurring > 0 && figures->recurring_counted * 2 >= figures->recurring;
}
