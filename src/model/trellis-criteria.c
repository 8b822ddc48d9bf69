/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-criteria.h"

void
trellis_criterion_free (TrellisCriterion *self)
{
  for (guint i = 0; i < TRELLIS_N_LINK_FAULTS; i++)
    g_free (self->links[i]);
  g_free (self->message);
  g_free (self);
}

/* Returns: (transfer full): the same finding; it needs the template as much as the first one */
TrellisCriterion *
trellis_criterion_copy (const TrellisCriterion *self)
{
  TrellisCriterion *copy = g_memdup2 (self, sizeof *self);

  for (guint i = 0; i < TRELLIS_N_LINK_FAULTS; i++)
    copy->links[i] = g_strdup (self->links[i]);
  copy->message = g_strdup (self->message);
  return copy;
}

/* Takes `links`: what is wrong with the postings' links, to be told with the figure. */
void
trellis_criterion_set_links (TrellisCriterion *self,
                             TrellisLinkFault  fault,
                             char             *links)
{
  g_free (self->links[fault]);
  self->links[fault] = links;
  g_free (self->message);
  self->message = trellis_criterion_word (self, NULL);
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

static void
count (TrellisCriterion     *self,
       const TrellisFigures *figures,
       GPtrArray            *contradictions)
{
  const TrellisTemplateCriterion *rule = self->rule;

  if (rule->list != NULL)
    self->n_contradictions = count_contradictions (contradictions, rule->list);
  if (rule->all_of != NULL)
    self->all = get_figure (rule->all_of, figures);
  self->found = get_figure (rule->figure, figures);
  self->status = is_met (rule, figures, self->found, self->n_contradictions)
                     ? TRELLIS_CRITERION_MET
                     : TRELLIS_CRITERION_UNMET;
}

static TrellisCriterion *
evaluate (const TrellisTemplateCriterion *rule,
          const TrellisFigures           *figures,
          GPtrArray                      *contradictions)
{
  TrellisCriterion *criterion = g_new0 (TrellisCriterion, 1);

  criterion->rule = rule;
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
    }
  else
    {
      count (criterion, figures, contradictions);
    }
  criterion->message = trellis_criterion_word (criterion, NULL);
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
