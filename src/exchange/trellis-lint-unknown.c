/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-lint-unknown.h"

#include "trellis-count-text.h"
#include "trellis-count-words.h"
#include "trellis-text.h"

#define MAX_ALIKE 2 /* more unknown headings in one section are its entries */
#define MAX_HEADING_BYTES 400
#define MIN_SHARED_LETTERS 4 /* of the beginning that two words share */

/* The levels at which known sections stand, as bits; of none, those of a document's parts. */
static guint
collect_levels (const TrellisSections *sections)
{
  guint levels = 0;

  for (guint i = 0; i < sections->ranges->len; i++)
    {
      const TrellisLine *heading = trellis_sections_get (sections, i)->heading;

      if (heading != NULL && heading->kind == TRELLIS_LINE_HEADING)
        levels |= 1u << heading->level;
    }
  return levels != 0 ? levels : 1u << 1 | 1u << 2;
}

/* Deeper than the section it stands in, it is a part of that; the first of a file at the highest
 * level is its title. */
static gboolean
is_section_like (const TrellisSectionRange *range, guint index, guint levels)
{
  const TrellisLine *line = trellis_outline_get_line (range->outline, index);
  g_autofree char   *plain = NULL;

  if (line->kind != TRELLIS_LINE_HEADING || (levels & 1u << line->level) == 0
      || strlen (line->text) > MAX_HEADING_BYTES || !trellis_count_has_letters (line->text))
    return FALSE;
  if (range->heading != NULL && range->heading->kind == TRELLIS_LINE_HEADING
      && line->level > range->heading->level)
    return FALSE;
  if (range->heading == NULL && line->level == 1)
    return FALSE;
  plain = trellis_count_plain (line->text);
  return !trellis_sections_is_role_name (plain) && !trellis_words_label_ordinal (plain)
         && strstr (plain, "://") == NULL;
}

static gboolean
is_missing (const TrellisSections *sections, const TrellisTemplateSection *section)
{
  return section->kind != TRELLIS_SECTION_TITLE && section->kind != TRELLIS_SECTION_ME
         && section->kind != TRELLIS_SECTION_TEXT && !section->optional
         && trellis_sections_find (sections, section->kind) == NULL;
}

static gboolean
share_beginning (const char *a, const char *b)
{
  glong letters = 0;

  for (; *a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b);
       a = g_utf8_next_char (a), b = g_utf8_next_char (b))
    letters++;
  return letters >= MIN_SHARED_LETTERS;
}

static guint
count_shared (const char *a, const char *b)
{
  g_autofree char      *folded_a = trellis_count_fold (a);
  g_autofree char      *folded_b = trellis_count_fold (b);
  g_autoptr (GPtrArray) words_a = trellis_text_split_words (folded_a);
  g_autoptr (GPtrArray) words_b = trellis_text_split_words (folded_b);
  guint                 n = 0;

  for (guint i = 0; i < words_a->len; i++)
    for (guint j = 0; j < words_b->len; j++)
      n += share_beginning (words_a->pdata[i], words_b->pdata[j]);
  return n;
}

/* The missing section whose names share most words with the heading; of several the first behind
 * the section it follows. */
static const TrellisTemplateSection *
find_missing (const TrellisSections *sections, const TrellisLine *line, TrellisSectionKind previous)
{
  const TrellisTemplateSection *best = NULL;
  guint                         most = 0;
  gboolean                      best_behind = FALSE;
  gboolean                      behind = FALSE;

  for (guint i = 0; i < sections->layout->documents->len; i++)
    {
      const TrellisTemplateDocument *document
          = g_ptr_array_index (sections->layout->documents, i);

      for (guint j = 0; j < document->sections->len; j++)
        {
          const TrellisTemplateSection *section = g_ptr_array_index (document->sections, j);
          guint                         shared;

          behind = behind || section->kind == previous;
          if (!is_missing (sections, section))
            continue;
          shared = MAX (count_shared (line->text, section->heading),
                        count_shared (line->text, section->heading_ru));
          if (best != NULL && (shared < most || (shared == most && (best_behind || !behind))))
            continue;
          best = section;
          most = shared;
          best_behind = behind;
        }
    }
  return best;
}

static void
look_at_range (const TrellisSections *sections, guint index, guint levels, GArray *found)
{
  const TrellisSectionRange *range = trellis_sections_get (sections, index);
  guint                      n_before = found->len;

  for (guint i = range->begin; i < range->end; i++)
    if (is_section_like (range, i, levels))
      {
        const TrellisLine            *line = trellis_outline_get_line (range->outline, i);
        const TrellisTemplateSection *missing = find_missing (sections, line, range->kind);
        TrellisUnknownSection         unknown = { range->outline, line, NULL };

        if (missing == NULL)
          return;
        unknown.missing = trellis_template_choose_words (missing->heading, missing->heading_ru);
        g_array_append_val (found, unknown);
      }
  if (range->heading != NULL && found->len - n_before > MAX_ALIKE)
    g_array_set_size (found, n_before);
}

/**
 * trellis_lint_find_unknown:
 *
 * Finds headings that stand where sections do and that no section of the template has for its
 * name, as long as the template misses one.
 *
 * Returns: (transfer full) (element-type TrellisUnknownSection): in reading order; valid as long
 *   as the sections
 */
GArray *
trellis_lint_find_unknown (const TrellisSections *sections)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (TrellisUnknownSection));
  guint   levels = collect_levels (sections);

  for (guint i = 0; i < sections->ranges->len; i++)
    look_at_range (sections, i, levels, found);
  return found;
}
