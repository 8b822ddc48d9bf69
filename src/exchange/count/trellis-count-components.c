/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "trellis-count-private.h"
#include "trellis-count-text.h"
#include "trellis-count-words.h"
#include "trellis-vocabulary.h"

typedef struct
{
  int components;
  int with_role;
} Tally;

/* A role's name for comparing: folded, up to a dash or colon, without brackets and number; one that
 * the vocabulary knows as it calls it: "Backend developer" is "back-end engineer". */
char *
trellis_count_fold_role (const char *text)
{
  g_autofree char              *folded = trellis_count_fold (text);
  g_autofree char              *bare = NULL;
  g_autofree char              *name = NULL;
  const char                   *separator = trellis_count_find_separator (folded, NULL);
  const TrellisVocabularyEntry *entry;

  if (separator != NULL)
    folded[separator - folded] = '\0';
  bare = trellis_count_drop_brackets (folded);
  name = trellis_count_drop_ordinal (bare);
  entry = trellis_vocabulary_find (trellis_vocabulary_get_roles (), name);
  return entry != NULL ? trellis_count_fold (entry->name) : g_steal_pointer (&name);
}

static void
note_role (TrellisCount *count, const char *text)
{
  g_autofree char *name = trellis_count_fold_role (text);

  if (*name != '\0')
    g_hash_table_add (count->matrix_roles, g_steal_pointer (&name));
}

/* "Roles: back-end engineer, tester": those behind the label, if there are any. */
static gboolean
note_labelled (TrellisCount *count, const char *text)
{
  g_autofree char      *plain = trellis_count_plain (text);
  g_autofree char      *label = NULL;
  g_autoptr (GPtrArray) pieces = NULL;
  const char           *rest;
  gboolean              any = FALSE;

  if (!trellis_count_split_label (plain, &label, &rest) || trellis_sections_is_role_name (label))
    return FALSE;
  pieces = trellis_count_split_pieces (rest);
  for (guint i = 0; i < pieces->len; i++)
    if (trellis_sections_is_role_name (g_ptr_array_index (pieces, i)))
      {
        note_role (count, g_ptr_array_index (pieces, i));
        any = TRUE;
      }
  return any;
}

/* Items, lines and cells that are role names, and whatever is indented below an item. */
static void
note_roles (TrellisCount *count, TrellisCountSpan span)
{
  g_autoptr (GArray) items = trellis_count_find_items (span);

  for (guint i = 0; i < items->len; i++)
    {
      const TrellisCountBlock *item = trellis_count_block (items, i);

      if (!note_labelled (count, item->line->text)
          && (!item->top || trellis_sections_is_role_name (item->line->text)))
        note_role (count, item->line->text);
    }
  for (guint i = span.begin; i < span.end; i++)
    {
      const TrellisLine *line = trellis_count_line (span, i);

      if (line->kind == TRELLIS_LINE_TEXT && trellis_sections_is_role_name (line->text))
        note_role (count, line->text);
      for (guint j = 0; line->cells != NULL && line->cells[j] != NULL; j++)
        {
          g_autoptr (GPtrArray) pieces = trellis_count_split_pieces (line->cells[j]);

          for (guint k = 0; k < pieces->len; k++)
            if (trellis_sections_is_role_name (g_ptr_array_index (pieces, k)))
              note_role (count, g_ptr_array_index (pieces, k));
        }
    }
}

/* Items that say what about a component follows, rather than name one: "Roles:". */
static gboolean
is_label (const char *text)
{
  g_autofree char *plain = trellis_count_plain (text);

  return g_str_has_suffix (plain, ":");
}

/* The nested lists under sub-headings are components when the sub-headings only group them. */
static gboolean
tally_groups (TrellisCountSpan span, Tally *tally)
{
  g_autoptr (GArray) tops = trellis_count_find_top_items (span);
  int                nested = 0;

  for (guint i = 0; i < tops->len; i++)
    {
      const TrellisCountBlock *top = trellis_count_block (tops, i);

      if (trellis_sections_is_role_name (top->line->text) || is_label (top->line->text))
        return FALSE;
      nested += top->nested;
    }
  if (nested < 2 || nested * 2 < (int) tops->len)
    return FALSE;
  tally->components = (int) tops->len;
  tally->with_role = nested;
  return TRUE;
}

static gboolean
tally_nested (TrellisCountSpan span, Tally *tally)
{
  g_autoptr (GArray) tops = trellis_count_find_top_items (span);

  for (guint i = 0; i < tops->len; i++)
    tally->with_role += trellis_count_block (tops, i)->nested;
  if (tally->with_role == 0)
    return FALSE;
  tally->components = (int) tops->len;
  return TRUE;
}

/* Lines directly followed by an item: "Gateway:", "[Gateway]". A single one is a component only
 * where roles follow; else it introduces the list. */
static gboolean
tally_labels (TrellisCountSpan span, Tally *tally)
{
  int      labels = 0;
  gboolean roles = FALSE;

  for (guint i = span.begin; i < span.end; i++)
    {
      guint next = trellis_count_next_line (span, i);

      if (trellis_count_line (span, i)->kind != TRELLIS_LINE_TEXT || next >= span.end
          || trellis_count_line (span, next)->kind != TRELLIS_LINE_ITEM)
        continue;
      labels++;
      roles |= trellis_sections_is_role_name (trellis_count_line (span, next)->text);
    }
  if (labels == 0 || (labels == 1 && !roles))
    return FALSE;
  tally->components = tally->with_role = labels;
  return TRUE;
}

/* A table names a component in its first column that is no number; one that stands in several
 * rows, or is left out in the next, is the same. */
static gboolean
tally_rows (TrellisCountSpan span, Tally *tally)
{
  g_autoptr (GArray)     rows = trellis_count_find_rows (span);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = trellis_count_block (rows, i)->line->cells;
      guint  column = cells[0] != NULL && cells[1] != NULL
                     && strspn (cells[0], "0123456789.# ") == strlen (cells[0])
                     && *cells[0] != '\0';
      char *name = trellis_count_fold (cells[column] != NULL ? cells[column] : "");

      if (!trellis_count_has_letters (name) || !g_hash_table_add (names, name))
        {
          if (!trellis_count_has_letters (name))
            g_free (name);
          continue;
        }
      tally->components++;
      for (guint j = column + 1; cells[j] != NULL; j++)
        if (trellis_count_has_letters (cells[j]))
          {
            tally->with_role++;
            break;
          }
    }
  return tally->components > 0;
}

/* A single sub-heading introduces what stands below it, if that has a shape of its own. */
static gboolean
tally_headings (TrellisCountSpan span, Tally *tally)
{
  g_autoptr (GArray) headings = trellis_count_find_headings (span);

  for (guint i = 0; i < headings->len; i++)
    if (trellis_count_has_content (trellis_count_body (span, trellis_count_block (headings, i))))
      tally->components++;
  tally->with_role = tally->components;
  if (tally->components == 1)
    {
      Tally below = { 0 };

      if ((tally_labels (span, &below) || tally_rows (span, &below)) && below.components > 1)
        *tally = below;
    }
  if (tally->components == 0)
    return FALSE;
  tally_groups (span, tally);
  return TRUE;
}

/* Numbered items with bullets of the same depth behind them that are all roles; otherwise the
 * numbers are layers, and components stand among the bullets. */
static gboolean
tally_numbered (TrellisCountSpan span, Tally *tally)
{
  g_autoptr (GArray) tops = trellis_count_find_top_items (span);
  guint              bullets = 0;
  guint              roles = 0;

  for (guint i = 0; i < tops->len; i++)
    {
      const TrellisLine *line = trellis_count_block (tops, i)->line;

      if (line->ordinal >= 0)
        tally->components++;
      else
        {
          bullets++;
          roles += trellis_sections_is_role_name (line->text);
          tally->with_role += i > 0 && trellis_count_block (tops, i - 1)->line->ordinal >= 0;
        }
    }
  return tally->components > 1 && tally->with_role > 1 && roles == bullets;
}

/* The bulleted items that are no role name; where nothing is bulleted, the numbered ones. */
static gboolean
tally_flat (TrellisCountSpan span, Tally *tally)
{
  g_autoptr (GArray) tops = trellis_count_find_top_items (span);
  gboolean           bullets = FALSE;

  for (guint i = 0; i < tops->len; i++)
    bullets |= trellis_count_block (tops, i)->line->ordinal < 0;
  for (guint i = 0; i < tops->len; i++)
    {
      const TrellisLine *line = trellis_count_block (tops, i)->line;
      const TrellisLine *next = i + 1 < tops->len ? trellis_count_block (tops, i + 1)->line : NULL;

      if ((bullets && line->ordinal >= 0) || trellis_sections_is_role_name (line->text))
        continue;
      tally->components++;
      if (trellis_count_is_described (span, trellis_count_block (tops, i))
          || (next != NULL && trellis_sections_is_role_name (next->text)))
        tally->with_role++;
    }
  return tally->components > 0;
}

/* Lines "Gateway: back-end engineer, tester". */
static gboolean
tally_lines (TrellisCountSpan span, Tally *tally)
{
  g_autoptr (GArray) lines = trellis_count_find_lines (span);

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *plain = trellis_count_plain (trellis_count_block (lines, i)->line->text);
      const char      *behind = NULL;

      if (trellis_count_find_separator (plain, &behind) != NULL
          && trellis_sections_is_role_name (behind))
        tally->components++;
    }
  tally->with_role = tally->components;
  return tally->components > 0;
}

static void
tally_span (TrellisCount *count, TrellisCountSpan span)
{
  static gboolean (*const ways[]) (TrellisCountSpan, Tally *) = {
    tally_headings,
    tally_nested,
    tally_labels,
    tally_rows,
    tally_numbered,
    tally_flat,
    tally_lines,
  };

  note_roles (count, span);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      Tally tally = { 0 };

      if (!ways[i](span, &tally))
        continue;
      count->figures->components += tally.components;
      count->figures->components_with_role += MIN (tally.with_role, tally.components);
      return;
    }
}

/* A report without any known heading is taken for a list of components. */
void
trellis_count_components (TrellisCount *count)
{
  const TrellisSections *sections = count->sections;
  gboolean               known = FALSE;

  for (guint i = 0; i < sections->ranges->len; i++)
    known |= trellis_sections_get (sections, i)->kind != TRELLIS_SECTION_TEXT;
  for (guint i = 0; i < sections->ranges->len; i++)
    {
      const TrellisSectionRange *range = trellis_sections_get (sections, i);

      if (range->kind == TRELLIS_SECTION_MATRIX)
        tally_span (count, trellis_count_range_span (range));
      else if (!known)
        {
          TrellisCountSpan span = trellis_count_range_span (range);
          Tally            tally = { 0 };

          note_roles (count, span);
          if (tally_nested (span, &tally) || tally_numbered (span, &tally)
              || (tally = (Tally) { 0 }, tally_flat (span, &tally)))
            {
              count->figures->components += tally.components;
              count->figures->components_with_role += MIN (tally.with_role, tally.components);
            }
        }
    }
}
