/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-criteria.h"

#include <glib/gi18n-lib.h>

void
trellis_criterion_free (TrellisCriterion *self)
{
  g_free (self->message);
  g_free (self);
}

/* As the command line's JSON has it. */
const char *
trellis_criterion_status_name (TrellisCriterionStatus status)
{
  static const char *const names[] = { "met", "unmet", "judge" };

  return names[status];
}

static guint
count_contradictions (GPtrArray  *contradictions,
                      const char *list)
{
  TrellisClaimList wanted = g_str_equal (list, "single") ? TRELLIS_CLAIM_SINGLE
                                                         : TRELLIS_CLAIM_RECURRING;
  guint            n = 0;

  for (guint i = 0; contradictions != NULL && i < contradictions->len; i++)
    n += ((TrellisContradiction *) g_ptr_array_index (contradictions, i))->list == wanted;

  return n;
}

static int
get_figure (const char           *name,
            const TrellisFigures *figures)
{
  return trellis_figure_get (trellis_figure_find (name), figures);
}

/* All of none is not all: a report without postings has no direct links either, and nothing that
 * bears out its lists. */
static gboolean
is_met (const TrellisTemplateCriterion *rule,
        const TrellisFigures           *figures,
        int                             found,
        guint                           n_contradictions)
{
  if (rule->min >= 0 && found < rule->min)
    return FALSE;
  if (rule->max >= 0 && found > rule->max)
    return FALSE;
  if (rule->all_of != NULL && (found == 0 || found < get_figure (rule->all_of, figures)))
    return FALSE;
  if (rule->list != NULL && (found == 0 || figures->postings == 0 || n_contradictions > 0))
    return FALSE;

  return TRUE;
}

/* “4 of 5–7 postings”. */
static char *
word_count (const TrellisTemplateCriterion *rule,
            int                             found,
            int                             all)
{
  const char      *unit = trellis_template_choose_words (rule->unit, rule->unit_ru);
  g_autofree char *asked = NULL;

  if (rule->all_of == NULL && rule->min < 0)
    /* Translators: as in “4 of at most 5 skills”. */
    return g_strdup_printf (_("%d of at most %d %s"), found, rule->max, unit);
  if (rule->all_of == NULL && rule->max < 0)
    /* Translators: as in “4 of at least 5 components”. */
    return g_strdup_printf (_("%d of at least %d %s"), found, rule->min, unit);

  if (rule->all_of != NULL || rule->min == rule->max)
    asked = g_strdup_printf ("%d", rule->all_of != NULL ? all : rule->min);
  else
    asked = g_strdup_printf ("%d–%d", rule->min, rule->max);
  /* Translators: as in “4 of 5–7 postings”, “3 of 5 postings with a title”. */
  return g_strdup_printf (_("%d of %s %s"), found, asked, unit);
}

/* A sentence begins with a capital, whichever word the language puts first. */
static char *
capitalise (const char *text)
{
  char initial[8] = "";

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), initial);
  return g_strconcat (initial, *text != '\0' ? g_utf8_next_char (text) : text, NULL);
}

/* “No placeholders.”, “Placeholders: 3; there must be none.” */
static char *
word_none (const TrellisTemplateCriterion *rule,
           int                             found)
{
  g_autofree char *asks
      = capitalise (trellis_template_choose_words (rule->message, rule->message_ru));

  if (found == 0 || rule->unit == NULL)
    return g_strconcat (asks, ".", NULL);

  /* Translators: as in “Placeholders: 3; there must be none.” */
  return g_strdup_printf (_("%s: %d; there must be none."),
                          trellis_template_choose_words (rule->unit, rule->unit_ru), found);
}

/* “4 of 5–7 postings: 1 more.” */
static char *
word_number (const TrellisTemplateCriterion *rule,
             int                             found,
             int                             all)
{
  g_autofree char *plain = word_count (rule, found, all);
  g_autofree char *count = capitalise (plain);
  int              least = rule->all_of != NULL ? all : rule->min;

  if (found < least)
    /* Translators: as in “4 of 5–7 postings: 1 more.” */
    return g_strdup_printf (_("%s: %d more."), count, least - found);
  if (rule->max >= 0 && found > rule->max)
    /* Translators: as in “9 of 5–7 postings: 2 too many.” */
    return g_strdup_printf (_("%s: %d too many."), count, found - rule->max);

  return g_strconcat (count, ".", NULL);
}

static char *
word_list (int   found,
           guint n_contradictions)
{
  if (n_contradictions > 0)
    return g_strdup_printf (ngettext ("The postings contradict %u skill.",
                                      "The postings contradict %u skills.", n_contradictions),
                            n_contradictions);

  return g_strdup_printf (ngettext ("%d skill, borne out by the postings.",
                                    "%d skills, borne out by the postings.", (gulong) found),
                          found);
}

static char *
word (const TrellisTemplateCriterion *rule,
      const TrellisFigures           *figures,
      int                             found,
      gboolean                        met,
      guint                           n_contradictions)
{
  const char *asks = trellis_template_choose_words (rule->message, rule->message_ru);
  int         all = rule->all_of != NULL ? get_figure (rule->all_of, figures) : 0;

  if (rule->max == 0)
    return word_none (rule, found);
  if (rule->list != NULL && (met || n_contradictions > 0))
    return word_list (found, n_contradictions);
  if (rule->unit != NULL && rule->list == NULL && (rule->all_of == NULL || all > 0))
    return word_number (rule, found, all);

  /* Translators: what the course asks for: “Missing: a reason for the choice.” */
  return g_strdup_printf (met ? _("There: %s.") : _("Missing: %s."), asks);
}

/* “A genuine reflection.”: what nobody can count is a sentence of its own. */
static char *
word_judge (const TrellisTemplateCriterion *rule)
{
  g_autofree char *asks
      = capitalise (trellis_template_choose_words (rule->message, rule->message_ru));

  return g_strconcat (asks, ".", NULL);
}

static TrellisCriterion *
evaluate (const TrellisTemplateCriterion *rule,
          const TrellisFigures           *figures,
          GPtrArray                      *contradictions)
{
  TrellisCriterion *criterion = g_new0 (TrellisCriterion, 1);
  guint             n_contradictions = 0;

  criterion->id = rule->id;
  criterion->section = rule->section;
  criterion->min = rule->min;
  criterion->max = rule->max;
  criterion->file = figures->files[rule->section];
  criterion->line = figures->lines[rule->section];

  if (rule->figure == NULL)
    {
      criterion->status = TRELLIS_CRITERION_JUDGE;
      criterion->found = -1;
      criterion->message = word_judge (rule);
      return criterion;
    }

  if (rule->list != NULL)
    n_contradictions = count_contradictions (contradictions, rule->list);
  criterion->found = get_figure (rule->figure, figures);
  criterion->status = is_met (rule, figures, criterion->found, n_contradictions)
                          ? TRELLIS_CRITERION_MET
                          : TRELLIS_CRITERION_UNMET;
  criterion->message = word (rule, figures, criterion->found,
                             criterion->status == TRELLIS_CRITERION_MET, n_contradictions);
  return criterion;
}

/**
 * trellis_criteria_evaluate:
 * @contradictions: (nullable) (element-type TrellisContradiction): what the postings contradict
 *
 * Checks every rule of the template. A contradiction makes the criterion of its list unmet.
 *
 * Returns: (transfer full) (element-type TrellisCriterion): in the template's order; valid as long
 *   as the template
 */
GPtrArray *
trellis_criteria_evaluate (const TrellisTemplate *layout,
                           const TrellisFigures  *figures,
                           GPtrArray             *contradictions)
{
  GPtrArray *criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_criterion_free);

  for (guint i = 0; i < layout->criteria->len; i++)
    g_ptr_array_add (criteria,
                     evaluate (g_ptr_array_index (layout->criteria, i), figures, contradictions));

  return criteria;
}
