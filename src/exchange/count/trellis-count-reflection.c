/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-count-private.h"
#include "trellis-count-sentences.h"
#include "trellis-count-text.h"
#include "trellis-count-words.h"
#include "trellis-text.h"

#define MIN_REASON_WORDS 5

static int
count_sentences (TrellisCountSpan span)
{
  g_autoptr (GPtrArray) paragraphs = trellis_sentences_paragraphs (span);
  int                   sentences = 0;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const char           *paragraph = g_ptr_array_index (paragraphs, i);
      g_autoptr (GPtrArray) split = NULL;

      /* "My role is …" waits to be filled in; a last sentence may well end in dots. */
      split = trellis_sentences_split (paragraph);
      if (split->len == 1 && trellis_count_is_nothing (paragraph))
        continue;
      for (guint j = 0; j < split->len; j++)
        sentences += !trellis_words_are_task (g_ptr_array_index (split, j));
    }
  return sentences;
}

/* The sentences of a text as they count in a reflection. */
int
trellis_count_sentences (const char *markdown)
{
  TrellisOutline *outline = trellis_outline_new (markdown, NULL);
  int             sentences = count_sentences (
      (TrellisCountSpan) { outline, 0, outline->lines->len });

  trellis_outline_free (outline);
  return sentences;
}

void
trellis_count_reflection (TrellisCount *count)
{
  for (guint i = 0; i < count->sections->ranges->len; i++)
    {
      const TrellisSectionRange *range = trellis_sections_get (count->sections, i);

      if (range->kind == TRELLIS_SECTION_REFLECTION)
        count->figures->reflection_sentences += count_sentences (trellis_count_range_span (range));
    }
}

/* Skills to improve: sub-headings or bold labels with something below, else items, else lines. */
static GArray *
find_skills (TrellisCountSpan span)
{
  GArray *skills = trellis_count_find_headings (span);

  for (guint way = 1; skills->len == 0 && way < 5; way++)
    {
      g_array_unref (skills);
      skills = way == 1   ? trellis_count_find_bold_lines (span)
               : way == 2 ? trellis_count_find_top_items (span)
               : way == 3 ? trellis_count_find_rows (span)
                          : trellis_count_find_lines (span);
      for (guint i = skills->len; way == 1 && i > 0; i--)
        if (!trellis_line_is_bold (trellis_count_block (skills, i - 1)->line)
            || !trellis_count_has_content (
                trellis_count_body (span, trellis_count_block (skills, i - 1))))
          g_array_remove_index (skills, i - 1);
    }
  return skills;
}

/* A few words behind the name, or below it: a wish alone ("Docker") is no reason. */
static gboolean
says_why (TrellisCountSpan span, const TrellisCountBlock *block)
{
  for (guint i = block->index; i < block->end; i++)
    {
      g_autofree char      *plain = trellis_count_plain (trellis_count_line (span, i)->text);
      g_autoptr (GPtrArray) words = NULL;
      const char           *behind = plain;

      if (i == block->index && trellis_count_find_separator (plain, &behind) == NULL
          && !trellis_words_state_need (plain))
        continue;
      words = trellis_text_split_words (behind);
      if (words->len >= MIN_REASON_WORDS)
        return TRUE;
    }
  return FALSE;
}

void
trellis_count_improve (TrellisCount *count)
{
  for (guint i = 0; i < count->sections->ranges->len; i++)
    {
      const TrellisSectionRange *range = trellis_sections_get (count->sections, i);
      TrellisCountSpan           span = trellis_count_range_span (range);
      g_autoptr (GArray)         skills = NULL;

      if (range->kind != TRELLIS_SECTION_IMPROVE)
        continue;
      skills = find_skills (span);
      count->figures->improve_skills += (int) skills->len;
      for (guint j = 0; j < skills->len; j++)
        count->figures->improve_with_reason += says_why (span, trellis_count_block (skills, j));
    }
}
