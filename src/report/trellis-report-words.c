/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-words.h"

/* gettext would answer in the language of the window; a report written in English stays English
 * on a Russian desktop. Hence a table of our own, small on purpose. */

static const char *const words[][TRELLIS_N_WORDS] = {
  {
      [TRELLIS_WORD_TITLE] = "IT roles and skills: a report",
      [TRELLIS_WORD_SKILLS] = "Key skills",
      [TRELLIS_WORD_LINK_TEXT] = "link to the posting",
      [TRELLIS_WORD_MOST_CHALLENGING] = "the most challenging",
      [TRELLIS_WORD_DEMAND] = "Demand",
      [TRELLIS_WORD_EVIDENCE] = "Evidence",
      [TRELLIS_WORD_CRITERIA] = "Criteria",
      [TRELLIS_WORD_MISSING] = "Not written yet.",
  },
  {
      [TRELLIS_WORD_TITLE] = "ИТ-роли и навыки: отчёт",
      [TRELLIS_WORD_SKILLS] = "Ключевые навыки",
      [TRELLIS_WORD_LINK_TEXT] = "ссылка на вакансию",
      [TRELLIS_WORD_MOST_CHALLENGING] = "самый трудный",
      [TRELLIS_WORD_DEMAND] = "Спрос",
      [TRELLIS_WORD_EVIDENCE] = "Основания",
      [TRELLIS_WORD_CRITERIA] = "Критерии",
      [TRELLIS_WORD_MISSING] = "Ещё не написано.",
  },
};

static gboolean
is_russian (const char *language)
{
  return language != NULL && g_str_has_prefix (language, "ru");
}

/* `language` is a BCP 47 tag; all but Russian are answered in English. Never NULL. */
const char *
trellis_report_word (const char *language,
                     TrellisWord word)
{
  g_return_val_if_fail (word < TRELLIS_N_WORDS, "");

  return words[is_russian (language) ? 1 : 0][word];
}

/* "4 of 6 postings": how many of the `postings` ask for a skill. */
char *
trellis_report_word_count (const char *language,
                           int         asking,
                           int         postings)
{
  if (!is_russian (language))
    return g_strdup_printf (postings == 1 ? "%d of %d posting" : "%d of %d postings", asking,
                            postings);

  /* After "из" the noun is in the genitive: singular for 1, 21, 31 … but not for 11. */
  return g_strdup_printf (postings % 10 == 1 && postings % 100 != 11 ? "%d из %d вакансии"
                                                                     : "%d из %d вакансий",
                          asking, postings);
}

/* "posting 3, “Go developer”": names one posting; `number` counts from 1, `title` may be empty. */
char *
trellis_report_word_posting (const char *language,
                             int         number,
                             const char *title)
{
  if (title == NULL || *title == '\0')
    return g_strdup_printf (is_russian (language) ? "вакансия %d" : "posting %d", number);

  return g_strdup_printf (is_russian (language) ? "вакансия %d, «%s»" : "posting %d, “%s”", number,
                          title);
}

/* "2 of 5 postings without a date" */
char *
trellis_report_word_undated (const char *language,
                             int         undated,
                             int         postings)
{
  g_autofree char *count = trellis_report_word_count (language, undated, postings);

  return g_strdup_printf (is_russian (language) ? "%s без даты" : "%s without a date", count);
}

/* "“You deploy with Docker.”" */
char *
trellis_report_word_quote (const char *language,
                           const char *sentence)
{
  return g_strdup_printf (is_russian (language) ? "«%s»" : "“%s”", sentence);
}
