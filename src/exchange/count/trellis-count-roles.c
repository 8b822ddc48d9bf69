/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "trellis-count-private.h"
#include "trellis-count-text.h"

/* The described roles of one section. */
typedef struct
{
  TrellisCount    *count;
  TrellisCountSpan span;
  int              described;
  int              in_matrix;
} Tally;

/* "DevOps / SRE" stands in the matrix when it, or a part of it, does. */
static gboolean
stands_in_matrix (const TrellisCount *count, const char *text)
{
  g_autofree char *name = trellis_count_fold_role (text);
  g_auto (GStrv)   parts = g_strsplit (name, "/", -1);

  if (g_hash_table_contains (count->matrix_roles, name))
    return TRUE;
  for (guint i = 0; parts[i] != NULL && parts[1] != NULL; i++)
    if (g_hash_table_contains (count->matrix_roles, g_strstrip (parts[i])))
      return TRUE;
  return FALSE;
}

static void
add_role (Tally *tally, const char *text)
{
  tally->described++;
  tally->in_matrix += stands_in_matrix (tally->count, text);
}

static void
add_described (Tally *tally, const TrellisCountBlock *block)
{
  if (trellis_count_is_described (tally->span, block))
    add_role (tally, block->line->text);
}

static guint
count_role_names (GArray *blocks)
{
  guint names = 0;

  for (guint i = 0; i < blocks->len; i++)
    names += trellis_sections_is_role_name (trellis_count_block (blocks, i)->line->text);
  return names;
}

/* Sub-headings that are no roles themselves may group items that are. */
static gboolean
tally_headings (Tally *tally)
{
  g_autoptr (GArray) headings = trellis_count_find_headings (tally->span);
  g_autoptr (GArray) tops = trellis_count_find_top_items (tally->span);

  if (count_role_names (headings) == 0
      && (headings->len == 1 || count_role_names (tops) > headings->len))
    return FALSE;
  for (guint i = 0; i < headings->len; i++)
    add_described (tally, trellis_count_block (headings, i));
  return tally->described > 0;
}

/* Numbered items among bulleted ones of the same depth: the bullets describe them. */
static gboolean
tally_numbered (Tally *tally)
{
  g_autoptr (GArray) tops = trellis_count_find_top_items (tally->span);
  guint              numbered = 0;

  for (guint i = 0; i < tops->len; i++)
    numbered += trellis_count_block (tops, i)->line->ordinal >= 0;
  if (numbered < 2 || numbered == tops->len)
    return FALSE;
  for (guint i = 0; i < tops->len; i++)
    {
      TrellisCountBlock block = *trellis_count_block (tops, i);

      if (block.line->ordinal < 0)
        continue;
      while (i + 1 < tops->len && trellis_count_block (tops, i + 1)->line->ordinal < 0)
        block.end = trellis_count_block (tops, ++i)->end;
      add_described (tally, &block);
    }
  return TRUE;
}

static gboolean
tally_bold (Tally *tally)
{
  g_autoptr (GArray) lines = trellis_count_find_bold_lines (tally->span);
  guint              roles = 0;

  for (guint i = 0; i < lines->len; i++)
    roles += trellis_sections_is_role_name (trellis_count_block (lines, i)->line->text);
  if (roles < 2)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    if (trellis_sections_is_role_name (trellis_count_block (lines, i)->line->text))
      add_described (tally, trellis_count_block (lines, i));
  return TRUE;
}

/* A role's name and nothing more. */
static gboolean
is_bare_role (const TrellisCountBlock *item)
{
  g_autofree char *plain = trellis_count_plain (item->line->text);

  return !item->nested && trellis_count_find_separator (plain, NULL) == NULL
         && trellis_sections_is_role_name (item->line->text);
}

/* Names and descriptions alternate as items of one depth. */
static gboolean
tally_alternating (Tally *tally)
{
  g_autoptr (GArray) tops = trellis_count_find_top_items (tally->span);
  guint              pairs = 0;

  for (guint i = 0; i + 1 < tops->len; i++)
    pairs += is_bare_role (trellis_count_block (tops, i))
             && !is_bare_role (trellis_count_block (tops, i + 1));
  if (pairs < 2)
    return FALSE;
  for (guint i = 0; i + 1 < tops->len; i++)
    if (is_bare_role (trellis_count_block (tops, i))
        && !is_bare_role (trellis_count_block (tops, i + 1)))
      add_role (tally, trellis_count_block (tops, i)->line->text);
  return TRUE;
}

static gboolean
tally_items (Tally *tally)
{
  g_autoptr (GArray) tops = trellis_count_find_top_items (tally->span);

  for (guint i = 0; i < tops->len; i++)
    add_described (tally, trellis_count_block (tops, i));
  return tops->len > 0;
}

static gboolean
tally_rows (Tally *tally)
{
  g_autoptr (GArray) rows = trellis_count_find_rows (tally->span);

  for (guint i = 0; i < rows->len; i++)
    {
      char      **cells = trellis_count_block (rows, i)->line->cells;
      guint       filled = 0;
      const char *name = NULL;

      for (guint j = 0; cells[j] != NULL; j++)
        {
          gboolean numbered = strspn (cells[j], "0123456789.# ") == strlen (cells[j]);

          if (numbered || trellis_count_is_nothing (cells[j]))
            continue;
          if (filled++ == 0)
            name = cells[j];
        }
      if (filled > 1)
        add_role (tally, name);
    }
  return rows->len > 0;
}

/* "**Tester** writes the cases": a role's name in bold, and what it does. */
static gboolean
begins_with_bold_role (const char *text)
{
  const char      *end = g_str_has_prefix (text, "**") ? strstr (text + 2, "**") : NULL;
  g_autofree char *name = end != NULL ? g_strndup (text + 2, end - text - 2) : NULL;

  return name != NULL && trellis_sections_is_role_name (name)
         && trellis_count_has_letters (end + 2) && !trellis_count_is_nothing (end + 2);
}

/* Lines "Name – text", and names that are roles above their text. */
static gboolean
tally_lines (Tally *tally)
{
  g_autoptr (GArray) lines = trellis_count_find_lines (tally->span);

  for (guint i = 0; i < lines->len; i++)
    {
      const TrellisCountBlock *line = trellis_count_block (lines, i);
      g_autofree char         *plain = trellis_count_plain (line->line->text);
      const char              *behind = NULL;
      gboolean                 apart = (trellis_count_find_separator (plain, &behind) != NULL
                        && !trellis_count_is_nothing (behind))
                       || begins_with_bold_role (line->line->text);
      gboolean above
          = !apart && i + 1 < lines->len && trellis_sections_is_role_name (line->line->text)
            && !trellis_sections_is_role_name (trellis_count_block (lines, i + 1)->line->text);

      if (apart || above)
        add_role (tally, line->line->text);
    }
  return tally->described > 0;
}

static void
tally_section (TrellisCount *count, TrellisCountSpan span)
{
  static gboolean (*const ways[]) (Tally *) = {
    tally_headings,
    tally_numbered,
    tally_bold,
    tally_alternating,
    tally_items,
    tally_rows,
    tally_lines,
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      Tally tally = { .count = count, .span = span };

      if (!ways[i](&tally))
        continue;
      count->figures->roles_described += tally.described;
      count->figures->roles_described_in_matrix += tally.in_matrix;
      return;
    }
}

/* Without the section: lines below the matrix that are a role of it, with a text below them. */
static void
tally_below_matrix (TrellisCount *count, TrellisCountSpan span)
{
  g_autoptr (GArray) lines = trellis_count_find_lines (span);

  for (guint i = 0; i + 1 < lines->len; i++)
    {
      const char      *text = trellis_count_block (lines, i)->line->text;
      g_autofree char *name = trellis_count_fold_role (text);

      if (trellis_count_block (lines, i)->line->kind == TRELLIS_LINE_TEXT
          && trellis_count_find_separator (text, NULL) == NULL
          && g_hash_table_contains (count->matrix_roles, name)
          && trellis_count_next_line (span, trellis_count_block (lines, i)->index)
                 == trellis_count_block (lines, i + 1)->index
          && !trellis_sections_is_role_name (trellis_count_block (lines, i + 1)->line->text))
        {
          count->figures->roles_described++;
          count->figures->roles_described_in_matrix++;
        }
    }
}

void
trellis_count_roles (TrellisCount *count)
{
  gboolean section = trellis_sections_find (count->sections, TRELLIS_SECTION_ROLES) != NULL;

  for (guint i = 0; i < count->sections->ranges->len; i++)
    {
      const TrellisSectionRange *range = trellis_sections_get (count->sections, i);

      if (range->kind == TRELLIS_SECTION_ROLES)
        tally_section (count, trellis_count_range_span (range));
      else if (!section && range->kind == TRELLIS_SECTION_MATRIX)
        tally_below_matrix (count, trellis_count_range_span (range));
    }
}
