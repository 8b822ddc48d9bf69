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

static gboolean
speaks_russian (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "ru");
}

static guint
count_contradictions (GPtrArray  *contradictions,
                      const char *list)
{
  TrellisClaimList wanted = g_str_equal (list, "single") ? TRELLIS_CLAIM_SINGLE : TRELLIS_CLAIM_RECURRING;
  guint            n = 0;

  for (guint i = 0; contradictions != NULL && i < contradictions->len; i++)
    n += ((TrellisContradiction *) g_ptr_array_index (contradictions, i))->list == wanted;

  return n;
}

static int
get_figure (const char          *name,
            const TrellisFigures *figures)
{
  return trellis_figure_get (trellis_figure_find (name), figures);
}

/* All of none is not all: a report without postings has no direct links either. */
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
  if (rule->list != NULL && (found == 0 || n_contradictions > 0))
    return FALSE;

  return TRUE;
}

static char *
word (const TrellisTemplateCriterion *rule,
      const TrellisFigures           *figures,
      int                             found,
      gboolean                        met,
      guint                           n_contradictions)
{
  const char *asks = speaks_russian () ? rule->message_ru : rule->message;

  if (rule->list != NULL && n_contradictions > 0)
    /* Translators: what the postings contradict, and what the course asks for. */
    return g_strdup_printf (ngettext ("%u skill is contradicted by the postings; asked for: %s",
                                      "%u skills are contradicted by the postings; asked for: %s",
                                      n_contradictions),
                            n_contradictions, asks);
  if (rule->all_of != NULL)
    /* Translators: for how many of how many something is there, and what the course asks for. */
    return g_strdup_printf (_("%d of %d; asked for: %s"), found, get_figure (rule->all_of, figures), asks);
  if (rule->list != NULL || (rule->min == 1 && rule->max < 0))
    return g_strdup_printf (met ? _("There; asked for: %s") : _("Missing; asked for: %s"), asks);

  /* Translators: a number that was counted, and what the course asks for. */
  return g_strdup_printf (_("%d found; asked for: %s"), found, asks);
}

static TrellisCriterion *
evaluate (const TrellisTemplateCriterion *rule,
          const TrellisFigures           *figures,
          GPtrArray                      *contradictions)
{
  TrellisCriterion *criterion = g_new0 (TrellisCriterion, 1);
  guint n_contradictions = rule->list != NULL ? count_contradictions (contradictions, rule->list) : 0;

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
      criterion->message
          = g_strdup_printf (_("For a person to judge: %s"), speaks_russian () ? rule->message_ru : rule->message);
      return criterion;
    }

  criterion->found = get_figure (rule->figure, figures);
  criterion->status = is_met (rule, figures, criterion->found, n_contradictions) ? TRELLIS_CRITERION_MET
                                                                                 : TRELLIS_CRITERION_UNMET;
  criterion->message = word (rule, figures, criterion->found, criterion->status == TRELLIS_CRITERION_MET,
                             n_contradictions);
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
    g_ptr_array_add (criteria, evaluate (g_ptr_array_index (layout->criteria, i), figures, contradictions));

  return criteria;
}
