/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-criteria.h"

#include <string.h>

/* A criterion is told in two languages: the window's, and the report's in what is handed in. A
 * template brings its words in English and in Russian; the sentences around them are here in the
 * same two, so that no sentence mixes languages. gettext knows only the window's. */

typedef struct
{
  const TrellisCriterion         *criterion;
  const TrellisTemplateCriterion *rule;
  gboolean                        russian;
} Wording;

static const char *
choose (const Wording *self,
        const char    *english,
        const char    *russian)
{
  return self->russian && russian != NULL ? russian : english;
}

static const char *
get_unit (const Wording *self)
{
  return choose (self, self->rule->unit, self->rule->unit_ru);
}

/* A sentence begins with a capital, whichever word the language puts first. */
static char *
capitalise (const char *text)
{
  char initial[8] = "";

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), initial);
  return g_strconcat (initial, *text != '\0' ? g_utf8_next_char (text) : text, NULL);
}

/* What the course asks for, as a sentence. */
static char *
word_asks (const Wording *self)
{
  g_autofree char *asks
      = capitalise (choose (self, self->rule->message, self->rule->message_ru));

  return g_strconcat (asks, ".", NULL);
}

/* “4 of 5–7 postings”. */
static char *
word_count (const Wording *self)
{
  const TrellisTemplateCriterion *rule = self->rule;
  const char                     *unit = get_unit (self);
  int                             found = self->criterion->found;
  g_autofree char                *asked = NULL;

  if (rule->all_of == NULL && rule->min < 0)
    return self->russian ? g_strdup_printf ("%s: %d (нужно не больше %d)", unit, found, rule->max)
                         : g_strdup_printf ("%d of at most %d %s", found, rule->max, unit);
  if (rule->all_of == NULL && rule->max < 0)
    return self->russian ? g_strdup_printf ("%s: %d (нужно не меньше %d)", unit, found, rule->min)
                         : g_strdup_printf ("%d of at least %d %s", found, rule->min, unit);

  if (rule->all_of != NULL || rule->min == rule->max)
    asked = g_strdup_printf ("%d", rule->all_of != NULL ? self->criterion->all : rule->min);
  else
    asked = g_strdup_printf ("%d–%d", rule->min, rule->max);
  return self->russian ? g_strdup_printf ("%s: %d из %s", unit, found, asked)
                       : g_strdup_printf ("%d of %s %s", found, asked, unit);
}

/* “No placeholders.”, “Placeholders: 3; there must be none.” */
static char *
word_none (const Wording *self)
{
  if (self->criterion->found == 0 || self->rule->unit == NULL)
    return word_asks (self);
  return g_strdup_printf (self->russian ? "%s: %d; не должно быть ни одной."
                                        : "%s: %d; there must be none.",
                          get_unit (self), self->criterion->found);
}

/* “4 of 5–7 postings: 1 more.” */
static char *
word_number (const Wording *self)
{
  g_autofree char *plain = word_count (self);
  g_autofree char *count = capitalise (plain);
  int              found = self->criterion->found;
  int              least = self->rule->all_of != NULL ? self->criterion->all : self->rule->min;

  if (found < least)
    return g_strdup_printf (self->russian ? "%s, не хватает %d." : "%s: %d more.", count,
                            least - found);
  if (self->rule->max >= 0 && found > self->rule->max)
    return g_strdup_printf (self->russian ? "%s, лишних: %d." : "%s: %d too many.", count,
                            found - self->rule->max);
  return g_strconcat (count, ".", NULL);
}

/* After a number: навык, навыка, навыков. */
static const char *
decline (int         n,
         const char *one,
         const char *few,
         const char *many)
{
  if (n % 10 == 1 && n % 100 != 11)
    return one;
  return n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? few : many;
}

static char *
word_list (const Wording *self)
{
  int found = self->criterion->found;
  int wrong = (int) self->criterion->n_contradictions;

  if (wrong > 0 && self->russian)
    return g_strdup_printf ("Вакансии противоречат %d %s.", wrong,
                            decline (wrong, "навыку", "навыкам", "навыкам"));
  if (wrong > 0)
    return g_strdup_printf ("The postings contradict %d %s.", wrong,
                            wrong == 1 ? "skill" : "skills");
  if (self->russian)
    return g_strdup_printf ("Вакансии подтверждают %d %s.", found,
                            decline (found, "навык", "навыка", "навыков"));
  return g_strdup_printf ("%d %s, borne out by the postings.", found,
                          found == 1 ? "skill" : "skills");
}

static char *
word_finding (const Wording *self)
{
  const TrellisTemplateCriterion *rule = self->rule;
  gboolean                        met = self->criterion->status == TRELLIS_CRITERION_MET;

  if (self->criterion->status == TRELLIS_CRITERION_JUDGE)
    return word_asks (self);
  if (rule->max == 0)
    return word_none (self);
  if (rule->list != NULL && (met || self->criterion->n_contradictions > 0))
    return word_list (self);
  if (rule->unit != NULL && rule->list == NULL
      && (rule->all_of == NULL || self->criterion->all > 0))
    return word_number (self);
  if (met)
    return g_strdup_printf (self->russian ? "Есть: %s." : "There: %s.",
                            choose (self, rule->message, rule->message_ru));
  return g_strdup_printf (self->russian ? "Нет: %s." : "Missing: %s.",
                          choose (self, rule->message, rule->message_ru));
}

/* For each kind of fault: of one posting, of several. */
static const char *const link_words[TRELLIS_N_LINK_FAULTS][2][2] = {
  [TRELLIS_LINK_FAULT_INVENTED]
  = { { "Posting %s has an invented link.", "Postings %s have invented links." },
      { "Выдуманная ссылка: вакансия %s.", "Выдуманные ссылки: вакансии %s." } },
  [TRELLIS_LINK_FAULT_LISTING]
  = { { "Posting %s links to a search page.", "Postings %s link to search pages." },
      { "Ссылка на страницу поиска: вакансия %s.", "Ссылки на страницы поиска: вакансии %s." } },
  [TRELLIS_LINK_FAULT_NONE]
  = { { "Posting %s has no link.", "Postings %s have no link." },
      { "Без ссылки: вакансия %s.", "Без ссылки: вакансии %s." } },
};

static void
append_links (const Wording *self,
              GString       *text)
{
  for (guint i = 0; i < TRELLIS_N_LINK_FAULTS; i++)
    {
      const char *postings = self->criterion->links[i];
      gboolean    several = postings != NULL && strchr (postings, ',') != NULL;

      if (postings == NULL)
        continue;
      g_string_append_c (text, ' ');
      g_string_append (text, link_words[i][self->russian ? 1 : 0][several ? 1 : 0]);
      g_string_replace (text, "%s", postings, 1);
    }
}

/**
 * trellis_criterion_word:
 * @language: (nullable): a BCP 47 tag; all but Russian are answered in English. NULL: what the
 *   window speaks
 *
 * Returns: (transfer full): the finding in a sentence or a few: "4 of 5–7 postings: 1 more."
 */
char *
trellis_criterion_word (const TrellisCriterion *self,
                        const char             *language)
{
  Wording          wording = { .criterion = self, .rule = self->rule };
  g_autofree char *finding = NULL;
  GString         *text;

  if (language == NULL)
    language = trellis_template_choose_words ("en", "ru");
  wording.russian = g_str_has_prefix (language, "ru");
  finding = word_finding (&wording);
  text = g_string_new (finding);
  append_links (&wording, text);
  return g_string_free_and_steal (text);
}
