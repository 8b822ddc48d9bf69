/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-check.h"

#include "trellis-check-links.h"
#include "trellis-count.h"

/* Which postings are wrong is more use than how many. */
static void
name_links (GPtrArray *criteria, const TrellisTemplate *layout, const TrellisReport *evidence)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      const TrellisTemplateCriterion *rule = g_ptr_array_index (layout->criteria, i);
      TrellisCriterion               *criterion = g_ptr_array_index (criteria, i);

      if (criterion->status == TRELLIS_CRITERION_UNMET
          && g_strcmp0 (rule->figure, "postings_with_direct_link") == 0)
        trellis_check_name_links (evidence, criterion);
    }
}

/* A criterion about what is left over leads to the first of it. */
static void
place_leftovers (GPtrArray *criteria,
                 GPtrArray *lints)
{
  const TrellisLint *first = NULL;

  for (guint i = 0; first == NULL && i < lints->len; i++)
    {
      const TrellisLint *lint = g_ptr_array_index (lints, i);

      if (g_str_equal (lint->id, "placeholder") || g_str_equal (lint->id, "task-text"))
        first = lint;
    }

  for (guint i = 0; first != NULL && i < criteria->len; i++)
    {
      TrellisCriterion *criterion = g_ptr_array_index (criteria, i);

      if (criterion->section != TRELLIS_SECTION_TEXT)
        continue;
      criterion->file = first->file;
      criterion->line = first->line;
    }
}

/**
 * trellis_check_new:
 * @outlines: (element-type TrellisOutline): the files of one report, in order
 * @layout: (nullable): the template to judge by, which must outlive the result; NULL: the one the
 *   headings tell
 * @report: (nullable): what was read of it as rows, to tell which sections stayed text
 * @vocabulary: (nullable): what tells skills apart; NULL: the one that ships
 *
 * Counts, and holds the counts against the template's criteria and the author's lists against the
 * postings. Everything but the notes about rows comes from the lines, so that a section that
 * cannot become rows is judged like any other.
 *
 * Returns: (transfer full): the findings
 */
TrellisCheck *
trellis_check_new (GPtrArray               *outlines,
                   const TrellisTemplate   *layout,
                   const TrellisReport     *report,
                   const TrellisVocabulary *vocabulary)
{
  TrellisCheck               *self = g_new0 (TrellisCheck, 1);
  g_autoptr (TrellisSections) sections = NULL;
  g_autoptr (TrellisReport)   evidence = NULL;

  self->layout = layout != NULL ? layout : trellis_sections_choose_template (outlines);
  sections = trellis_sections_new (outlines, self->layout);
  trellis_count (sections, &self->figures, &evidence);
  self->lints = trellis_lint_find (sections, evidence, report);
  self->figures.placeholders = trellis_lint_count (self->lints, "placeholder")
                               + trellis_lint_count (self->lints, "task-text");
  self->contradictions = trellis_contradictions_find (evidence, self->layout->several, vocabulary);
  self->criteria = trellis_criteria_evaluate (self->layout, &self->figures, self->contradictions);
  name_links (self->criteria, self->layout, evidence);
  place_leftovers (self->criteria, self->lints);
  return self;
}

/* Counts the criteria that are met, of all that are not for a person to judge. */
void
trellis_check_count (const TrellisCheck *self,
                     guint              *met,
                     guint              *all)
{
  *met = *all = 0;
  for (guint i = 0; i < self->criteria->len; i++)
    {
      const TrellisCriterion *criterion = g_ptr_array_index (self->criteria, i);

      *all += criterion->status != TRELLIS_CRITERION_JUDGE;
      *met += criterion->status == TRELLIS_CRITERION_MET;
    }
}

void
trellis_check_free (TrellisCheck *self)
{
  g_ptr_array_unref (self->criteria);
  g_ptr_array_unref (self->contradictions);
  g_ptr_array_unref (self->lints);
  g_free (self);
}
