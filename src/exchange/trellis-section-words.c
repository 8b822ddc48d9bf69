/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-section-words.h"

#include "trellis-count-text.h"
#include "trellis-text.h"

#define MAX_WORDS 10

static gboolean
has_word (const GPtrArray *words, const char *beginning)
{
  for (guint i = 0; i < words->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (words, i), beginning))
      return TRUE;
  return FALSE;
}

static gboolean
has_words (const GPtrArray *words, const char *beginnings)
{
  g_auto (GStrv) all = g_strsplit (beginnings, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    if (!has_word (words, all[i]))
      return FALSE;
  return all[0] != NULL;
}

/* Adds the kinds that the words tell to the set of bits. */
static void
collect_kinds (const TrellisTemplate *layout, const GPtrArray *words, guint *kinds)
{
  for (guint i = 0; i < layout->documents->len; i++)
    {
      const TrellisTemplateDocument *document = g_ptr_array_index (layout->documents, i);

      for (guint j = 0; j < document->sections->len; j++)
        {
          const TrellisTemplateSection *section = g_ptr_array_index (document->sections, j);

          for (guint k = 0; section->words[k] != NULL; k++)
            if (has_words (words, section->words[k]))
              *kinds |= 1u << section->kind;
        }
    }
}

/**
 * trellis_section_words_find:
 * @layout: a template; those that ship are asked as well
 * @heading: a heading's text
 * @kind: (out): the section it tells
 *
 * Returns: whether the heading's words tell exactly one section
 */
gboolean
trellis_section_words_find (const TrellisTemplate *layout,
                            const char            *heading,
                            TrellisSectionKind    *kind)
{
  const char *const    *ids = trellis_template_list ();
  g_autofree char      *plain = trellis_count_plain (heading);
  g_autofree char      *folded = trellis_count_fold (plain);
  g_autoptr (GPtrArray) words = trellis_text_split_words (folded);
  guint                 kinds = 0;

  if (words->len > MAX_WORDS)
    return FALSE;
  collect_kinds (layout, words, &kinds);
  for (guint i = 0; ids[i] != NULL; i++)
    collect_kinds (trellis_template_get (ids[i]), words, &kinds);
  if (kinds == 0 || (kinds & (kinds - 1)) != 0)
    return FALSE;
  *kind = (TrellisSectionKind) g_bit_nth_lsf (kinds, -1);
  return TRUE;
}
