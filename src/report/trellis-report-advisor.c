/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-advisor.h"

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

/* Appends the cover: who wrote what for whom, and when the postings were captured. A report that
 * was given no title gets a plain one: its first heading would stand there twice. */
void
trellis_report_advisor_append_cover (TrellisNode         *document,
                                     const TrellisReport *report,
                                     const char          *language)
{
  const char            *plain = trellis_report_word (language, TRELLIS_WORD_TITLE);
  const char            *title = *report->title != '\0' ? report->title : plain;
  TrellisNode           *cover;
  g_autofree char       *edited = g_strndup (report->edited, 10); /* of "2026-05-04T10:00:00Z" */
  g_autoptr (GHashTable) days = g_hash_table_new (g_str_hash, g_str_equal);

  cover = trellis_node_append (document, trellis_node_new (TRELLIS_NODE_COVER));
  set_attribute (cover, TRELLIS_ATTRIBUTE_NAME, title);
  set_attribute (cover, TRELLIS_ATTRIBUTE_AUTHOR, report->author);
  set_attribute (cover, TRELLIS_ATTRIBUTE_COURSE, report->course);
  set_attribute (cover, TRELLIS_ATTRIBUTE_ADVISOR, report->advisor);
  set_attribute (cover, TRELLIS_ATTRIBUTE_DATE, edited);
  for (guint i = 0; i < report->postings->len; i++)
    {
      const TrellisPosting *posting = g_ptr_array_index (report->postings, i);

      if (*posting->captured != '\0' && g_hash_table_add (days, posting->captured))
        trellis_node_add_value (cover, posting->captured);
    }
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
                 GPtrArray   *criteria)
{
  TrellisNode *node = trellis_node_append (parent, trellis_node_new (TRELLIS_NODE_CRITERIA));

  for (guint i = 0; i < criteria->len; i++)
    {
      const TrellisCriterion *criterion = g_ptr_array_index (criteria, i);
      TrellisNode            *child
          = trellis_node_append (node, trellis_node_new (TRELLIS_NODE_CRITERION));

      set_attribute (child, TRELLIS_ATTRIBUTE_NAME, criterion->message);
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
    append_criteria (rules_met, criteria);
  append_titled (document, rules->language, TRELLIS_WORD_DEMAND, demand);
  append_titled (document, rules->language, TRELLIS_WORD_EVIDENCE, evidence);
  append_titled (document, rules->language, TRELLIS_WORD_CRITERIA, rules_met);
}
