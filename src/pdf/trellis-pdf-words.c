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
