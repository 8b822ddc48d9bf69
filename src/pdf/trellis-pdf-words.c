/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-words.h"

enum
{
  ENGLISH,
  RUSSIAN,
  N_LANGUAGES
};

static const char *const words[TRELLIS_PDF_N_WORDS][N_LANGUAGES] = {
  [TRELLIS_PDF_WORD_AUTHOR] = { "Author", "Автор" },
  [TRELLIS_PDF_WORD_COURSE] = { "Course", "Курс" },
  [TRELLIS_PDF_WORD_ADVISOR] = { "Advisor", "Преподаватель" },
  [TRELLIS_PDF_WORD_DATE] = { "Date", "Дата" },
  [TRELLIS_PDF_WORD_CAPTURED] = { "Postings captured", "Вакансии сохранены" },
  [TRELLIS_PDF_WORD_ABSENT] = { "Not given", "Не указано" },
  [TRELLIS_PDF_WORD_NO_AUTHOR] = { "author", "автор" },
  [TRELLIS_PDF_WORD_NO_COURSE] = { "course", "курс" },
  [TRELLIS_PDF_WORD_NO_ADVISOR] = { "advisor", "преподаватель" },
  [TRELLIS_PDF_WORD_NO_DATE] = { "date", "дата" },
  [TRELLIS_PDF_WORD_NO_CAPTURED] = { "when postings were captured", "когда сохранены вакансии" },
  [TRELLIS_PDF_WORD_CONTENTS] = { "Contents", "Содержание" },
  [TRELLIS_PDF_WORD_COMPONENT] = { "Component", "Компонент" },
  [TRELLIS_PDF_WORD_ROLES] = { "Roles", "Ролей" },
  [TRELLIS_PDF_WORD_COMPONENTS] = { "Components", "Компонентов" },
  [TRELLIS_PDF_WORD_TOTAL] = { "Total", "Всего" },
  [TRELLIS_PDF_WORD_LEGEND] = { " The role works on the component.",
                                " Роль работает над компонентом." },
  [TRELLIS_PDF_WORD_WORDING] = { "A number stands where the report words it in its own way:",
                                 "Номером отмечено, где в отчёте роль названа иначе:" },
  [TRELLIS_PDF_WORD_SKILL] = { "Skill", "Навык" },
  [TRELLIS_PDF_WORD_POSTINGS] = { "Postings", "Вакансий" },
  [TRELLIS_PDF_WORD_WHICH] = { "Which", "Какие" },
  [TRELLIS_PDF_WORD_HAVE] = { "I have it", "Есть у меня" },
  [TRELLIS_PDF_WORD_CHALLENGING] = { "most challenging", "самое трудное" },
  [TRELLIS_PDF_WORD_MET] = { "met", "выполнено" },
  [TRELLIS_PDF_WORD_UNMET] = { "not met", "не выполнено" },
  [TRELLIS_PDF_WORD_JUDGE] = { "for a person to judge", "решает человек" },
  [TRELLIS_PDF_WORD_IMAGE] = { "Image", "Изображение" },
  [TRELLIS_PDF_WORD_UNTITLED] = { "Untitled report", "Отчёт без названия" },
};

static int
get_language (const char *language)
{
  return language != NULL && g_str_has_prefix (language, "ru") ? RUSSIAN : ENGLISH;
}

/**
 * trellis_pdf_word:
 * @language: the document's
 *
 * Returns: (transfer none): the word in Russian for Russian documents, else in English
 */
const char *
trellis_pdf_word (TrellisPdfWord word,
                  const char    *language)
{
  return words[word][get_language (language)];
}

/**
 * trellis_pdf_word_page:
 * @page: from 1
 *
 * Returns: (transfer full): "Page 2 of 7"
 */
char *
trellis_pdf_word_page (guint       page,
                       guint       n_pages,
                       const char *language)
{
  return get_language (language) == RUSSIAN ? g_strdup_printf ("Стр. %u из %u", page, n_pages)
                                            : g_strdup_printf ("Page %u of %u", page, n_pages);
}

/**
 * trellis_pdf_word_entry:
 * @page: from 1
 *
 * Returns: (transfer full): "Roles, page 2": where a line of the contents leads
 */
char *
trellis_pdf_word_entry (const char *title,
                        guint       page,
                        const char *language)
{
  return g_strdup_printf (get_language (language) == RUSSIAN ? "%s, стр. %u" : "%s, page %u",
                          title, page);
}

/* Whether it has this form, where d stands for a digit. */
static gboolean
has_form (const char *text,
          const char *form)
{
  for (; *form != '\0'; text++, form++)
    if (*form == 'd' ? !g_ascii_isdigit (*text) : *text != *form)
      return FALSE;
  return *text == '\0' || *text == 'T';
}

/**
 * trellis_pdf_word_day:
 * @date: ISO 8601, with or without a time
 *
 * Returns: (transfer full): "4 May 2026"; what is no date stays as it is
 */
char *
trellis_pdf_word_day (const char *date,
                      const char *language)
{
  static const char *const months[][N_LANGUAGES] = {
    { "January", "января" },
    { "February", "февраля" },
    { "March", "марта" },
    { "April", "апреля" },
    { "May", "мая" },
    { "June", "июня" },
    { "July", "июля" },
    { "August", "августа" },
    { "September", "сентября" },
    { "October", "октября" },
    { "November", "ноября" },
    { "December", "декабря" },
  };
  gboolean russian = get_language (language) == RUSSIAN;
  int      year, month, day;

  if (!has_form (date, "dddd-dd-dd"))
    return g_strdup (date);
  year = (int) g_ascii_strtoull (date, NULL, 10);
  month = (int) g_ascii_strtoull (date + 5, NULL, 10);
  day = (int) g_ascii_strtoull (date + 8, NULL, 10);
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return g_strdup (date);
  return g_strdup_printf (russian ? "%d\u00a0%s %d\u00a0г." : "%d\u00a0%s %d", day,
                          months[month - 1][get_language (language)], year);
}

/**
 * trellis_pdf_word_captured:
 * @date: when a posting was captured
 *
 * Returns: (transfer full): "captured 4 May 2026"
 */
char *
trellis_pdf_word_captured (const char *date,
                           const char *language)
{
  g_autofree char *day = trellis_pdf_word_day (date, language);

  return g_strdup_printf (get_language (language) == RUSSIAN ? "сохранена %s" : "captured %s", day);
}

/**
 * trellis_pdf_word_of:
 *
 * Returns: (transfer full): "3 of 5"
 */
char *
trellis_pdf_word_of (guint       n,
                     guint       total,
                     const char *language)
{
  return get_language (language) == RUSSIAN ? g_strdup_printf ("%u из %u", n, total)
                                            : g_strdup_printf ("%u of %u", n, total);
}
