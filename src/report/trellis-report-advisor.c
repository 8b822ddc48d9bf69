/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-advisor.h"

#include <string.h>

#include "trellis-criteria.h"
#include "trellis-report-parts.h"
#include "trellis-report-words.h"

#define APPENDIX_LEVEL 2

static void
set_attribute (TrellisNode     *node,
               TrellisAttribute attribute,
               const char      *value)
{
  if (value != NULL && *value != '\0')
    trellis_node_set (node, attribute, value);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const char *const *x = a, *const *y = b;

  return strcmp (*x, *y);
}

/* The days on which postings were captured, in order, and how many postings have none. */
static void
add_captured (TrellisNode         *cover,
              const TrellisReport *report,
              const char          *language)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new ();
  int                   undated = 0;

  for (guint i = 0; i < report->postings->len; i++)
    {
      const TrellisPosting *posting = g_ptr_array_index (report->postings, i);

      if (*posting->captured == '\0')
        undated++;
      else
        g_ptr_array_add (days, posting->captured);
    }
  g_ptr_array_sort (days, compare_days);
  for (guint i = 0; i < days->len; i++)
    {
      const char *day = g_ptr_array_index (days, i);

      if (i == 0 || !g_str_equal (day, g_ptr_array_index (days, i - 1)))
        trellis_node_add_value (cover, day);
    }
  if (undated > 0 && days->len > 0)
    {
      g_autofree char *rest
          = trellis_report_word_undated (language, undated, (int) report->postings->len);

      trellis_node_add_value (cover, rest);
    }
}

/* The heading that all of the document stands below: it begins with it and has no other H1. */
static TrellisNode *
find_title (TrellisNode *document)
{
  TrellisNode *title = NULL;

  for (TrellisNode *node = document->first_child; node != NULL; node = node->next)
    {
      if (node->type == TRELLIS_NODE_FRONT_MATTER || node->type == TRELLIS_NODE_DEFINITION)
        continue;
      if ((node->type == TRELLIS_NODE_HEADING && node->number == 1) != (title == NULL))
        return NULL;
      if (title == NULL)
        title = node;
    }
  return title;
}

/* Takes the document's own title away if it can stand on the cover: where the report was given
 * another one, both are told. */
static char *
take_title (TrellisNode *document,
            const char  *given)
{
  TrellisNode     *heading = find_title (document);
  g_autofree char *title = NULL;

  if (heading == NULL)
    return NULL;
  title = g_strstrip (trellis_node_to_plain_text (heading));
  if (*title == '\0' || (*given != '\0' && !g_str_equal (title, given)))
    return NULL;
  trellis_node_free (trellis_node_unlink (heading));
  return g_steal_pointer (&title);
}

/* Sets the cover before all else: who wrote what for whom, and when the postings were captured. */
void
trellis_report_advisor_add_cover (TrellisNode         *document,
                                  const TrellisReport *report,
                                  const char          *language)
{
  TrellisNode     *cover = trellis_node_new (TRELLIS_NODE_COVER);
  g_autofree char *own = take_title (document, report->title);
  g_autofree char *edited = g_strndup (report->edited, 10); /* of "2026-05-04T10:00:00Z" */
  const char      *title = *report->title != '\0' ? report->title : own;

  if (title == NULL)
    title = trellis_report_word (language, TRELLIS_WORD_TITLE);
  set_attribute (cover, TRELLIS_ATTRIBUTE_NAME, title);
  set_attribute (cover, TRELLIS_ATTRIBUTE_AUTHOR, report->author);
  set_attribute (cover, TRELLIS_ATTRIBUTE_COURSE, report->course);
  set_attribute (cover, TRELLIS_ATTRIBUTE_ADVISOR, report->advisor);
  set_attribute (cover, TRELLIS_ATTRIBUTE_DATE, edited);
  add_captured (cover, report, language);
  if (document->first_child != NULL)
    trellis_node_insert_before (document->first_child, cover);
  else
    trellis_node_append (document, cover);
}

/* Takes `content`. */
static void
append_titled (TrellisNode *document,
               const char  *language,
               TrellisWord  title,
               TrellisNode *content)
{
  if (content->first_child != NULL)
    trellis_report_parts_append_heading (document, trellis_report_word (language, title),
                                         APPENDIX_LEVEL);
  trellis_node_append_children_of (document, content);
}

static void
append_criteria (TrellisNode *parent,
                 GPtrArray   *criteria,
                 const char  *language)
{
  TrellisNode *node = trellis_node_append (parent, trellis_node_new (TRELLIS_NODE_CRITERIA));

  for (guint i = 0; i < criteria->len; i++)
    {
      const TrellisCriterion *criterion = g_ptr_array_index (criteria, i);
      TrellisNode            *child
          = trellis_node_append (node, trellis_node_new (TRELLIS_NODE_CRITERION));

      g_autofree char *sentence = trellis_criterion_word (criterion, language);

      set_attribute (child, TRELLIS_ATTRIBUTE_NAME, sentence);
      child->number = (int) criterion->status;
    }
}

/* Appends demand, evidence and, where `criteria` (TrellisCriterion) are given, the rules with how
 * far they are met; each below a heading of its own, and only where there is something. */
void
trellis_report_advisor_append_appendix (TrellisNode                *document,
                                        const TrellisReport        *report,
                                        GPtrArray                  *criteria,
                                        const TrellisComputedRules *rules)
{
  TrellisNode *demand = trellis_node_new (TRELLIS_NODE_DOCUMENT);
  TrellisNode *evidence = trellis_node_new (TRELLIS_NODE_DOCUMENT);
  TrellisNode *rules_met = trellis_node_new (TRELLIS_NODE_DOCUMENT);

  trellis_report_computed_append_demand (demand, report, rules);
  trellis_report_computed_append_evidence (evidence, report, rules);
  if (criteria != NULL && criteria->len > 0)
    append_criteria (rules_met, criteria, rules->language);
  append_titled (document, rules->language, TRELLIS_WORD_DEMAND, demand);
  append_titled (document, rules->language, TRELLIS_WORD_EVIDENCE, evidence);
  append_titled (document, rules->language, TRELLIS_WORD_CRITERIA, rules_met);
}
