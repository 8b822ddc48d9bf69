/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "trellis-count-private.h"
#include "trellis-count-sentences.h"
#include "trellis-count-text.h"
#include "trellis-count-words.h"

static gboolean
has_text (const TrellisSectionRange *range)
{
  if (range->rest != NULL && trellis_count_has_letters (range->rest))
    return TRUE;
  return trellis_count_has_content (trellis_count_range_span (range));
}

/* "Why this role? Because …" */
static gboolean
split_question (const char *plain, char **label, const char **rest)
{
  const char *mark = strchr (plain, '?');

  if (mark == NULL || !trellis_count_has_letters (mark))
    return FALSE;
  *label = g_strndup (plain, mark - plain);
  *rest = mark + 1;
  return TRUE;
}

/* "Reason:", "**Why I chose this role:**" or a sub-heading that says so, with text behind or below.
 */
static gboolean
labels_reason (TrellisCountSpan span, guint index)
{
  const TrellisLine *line = trellis_count_line (span, index);
  g_autofree char   *plain = NULL;
  g_autofree char   *label = NULL;
  const char        *rest = "";
  guint              next;

  if (line->kind != TRELLIS_LINE_TEXT && line->kind != TRELLIS_LINE_ITEM
      && line->kind != TRELLIS_LINE_HEADING)
    return FALSE;
  plain = trellis_count_plain (line->text);
  if (!trellis_count_split_label (plain, &label, &rest) && !split_question (plain, &label, &rest))
    {
      if (line->kind != TRELLIS_LINE_HEADING && !trellis_line_is_bold (line))
        return FALSE;
      label = g_strdup (plain);
    }
  if (!trellis_words_label_reason (label))
    return FALSE;
  if (trellis_count_has_letters (rest))
    return TRUE;
  next = trellis_count_next_line (span, index);
  return next < span.end && trellis_count_line (span, next)->kind != TRELLIS_LINE_HEADING
         && trellis_count_has_content ((TrellisCountSpan) { span.outline, next, next + 1 });
}

/* How many sentences of one line or paragraph say why I chose. */
static int
count_choices (const char *plain)
{
  g_autoptr (GPtrArray) sentences = trellis_sentences_split (plain);
  int                   choices = 0;

  for (guint i = 0; i < sentences->len; i++)
    choices += !trellis_words_are_task (g_ptr_array_index (sentences, i))
               && trellis_words_state_choice (g_ptr_array_index (sentences, i));
  return choices;
}

static int
count_reasons (TrellisCountSpan span)
{
  g_autoptr (GPtrArray) paragraphs = trellis_sentences_paragraphs (span);
  int                   reasons = 0;

  for (guint i = 0; i < paragraphs->len; i++)
    reasons += count_choices (g_ptr_array_index (paragraphs, i));
  for (guint i = span.begin; i < span.end; i++)
    {
      const TrellisLine *line = trellis_count_line (span, i);
      g_autofree char   *plain = trellis_count_plain (line->text);

      /* "I chose this role because:" introduces a list, and is no sentence of a paragraph. */
      if ((line->kind == TRELLIS_LINE_TEXT || line->kind == TRELLIS_LINE_ITEM)
          && g_str_has_suffix (plain, ":"))
        reasons += count_choices (plain);
      reasons += labels_reason (span, i);
    }
  return reasons;
}

static int
count_items (TrellisCountSpan span)
{
  g_autoptr (GArray) tops = trellis_count_find_top_items (span);

  return (int) tops->len;
}

static gboolean
speaks_of_role (TrellisSectionKind kind)
{
  return kind == TRELLIS_SECTION_ROLE || kind == TRELLIS_SECTION_ME;
}

/* My role: in a section "Role", else in the one that groups it with my skills. The reason may also
 * stand in the reflection. */
void
trellis_count_role (TrellisCount *count)
{
  const TrellisSections *sections = count->sections;
  TrellisFigures        *figures = count->figures;
  gboolean               apart = trellis_sections_find (sections, TRELLIS_SECTION_ROLE) != NULL;
  int                    listed = 0;
  int                    reasons = 0;

  for (guint i = 0; i < sections->ranges->len; i++)
    {
      const TrellisSectionRange *range = trellis_sections_get (sections, i);
      TrellisCountSpan           span = trellis_count_range_span (range);

      if (range->kind == (apart ? TRELLIS_SECTION_ROLE : TRELLIS_SECTION_ME))
        figures->role_stated |= has_text (range);
      if (!speaks_of_role (range->kind) && range->kind != TRELLIS_SECTION_REFLECTION)
        continue;
      span = trellis_count_before_postings (span);
      reasons += count_reasons (span);
      if (speaks_of_role (range->kind))
        listed = MAX (listed, count_items (span));
    }
  figures->role_reason = reasons > 0;
  figures->role_reasons = reasons > 0 ? MAX (listed, MIN (reasons, 1)) : 0;
}
