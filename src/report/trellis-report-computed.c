/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-computed.h"

#include "trellis-demand.h"
#include "trellis-evidence.h"
#include "trellis-report-parts.h"
#include "trellis-report-words.h"

#define DEFAULT_SEVERAL 2

static int
most_allowed (const TrellisTemplate *layout,
              const char            *figure)
{
  for (guint i = 0; layout != NULL && i < layout->criteria->len; i++)
    {
      const TrellisTemplateCriterion *criterion = g_ptr_array_index (layout->criteria, i);

      if (g_strcmp0 (criterion->figure, figure) == 0 && criterion->max >= 0)
        return criterion->max;
    }
  return -1;
}

/* The rules of `layout`, or, when it is NULL, of the template that the report has chosen. */
TrellisComputedRules
trellis_report_computed_rules (const TrellisReport   *report,
                               const TrellisTemplate *layout,
                               const char            *language)
{
  TrellisComputedRules rules = { .language = language };

  if (layout == NULL && *report->layout != '\0')
    layout = trellis_template_get (report->layout);
  rules.several = layout != NULL ? layout->several : DEFAULT_SEVERAL;
  rules.max_recurring = most_allowed (layout, "recurring");
  rules.max_single = most_allowed (layout, "single");
  return rules;
}

static void
append_plain (TrellisNode *parent,
              char        *taken)
{
  g_autofree char *plain = taken;
  TrellisNode     *paragraph
      = trellis_node_append (parent, trellis_node_new (TRELLIS_NODE_PARAGRAPH));

  trellis_node_append (paragraph, trellis_node_new_text (TRELLIS_NODE_TEXT, plain));
}

static char *
name_posting (const TrellisReport        *report,
              const TrellisComputedRules *rules,
              int                         number)
{
  const TrellisPosting *posting = g_ptr_array_index (report->postings, number - 1);

  return trellis_report_word_posting (rules->language, number, posting->title);
}

static char *
count_of (const TrellisReport        *report,
          const TrellisComputedRules *rules,
          const TrellisDemand        *demand)
{
  return trellis_report_word_count (rules->language, (int) demand->postings->len,
                                    (int) report->postings->len);
}

/* Appends the skills of one bucket, most asked for first, at most `most` of them. */
static void
append_bucket (TrellisNode                *parent,
               const TrellisReport        *report,
               const TrellisSection       *section,
               const TrellisComputedRules *rules,
               TrellisDemandBucket         bucket,
               int                         most)
{
  g_autoptr (GPtrArray) demand = trellis_demand_compute (report, rules->several, rules->vocabulary);
  TrellisNode          *list = NULL;
  int                   n = 0;

  for (guint i = 0; i < demand->len && (most < 0 || n < most); i++)
    {
      const TrellisDemand *skill = g_ptr_array_index (demand, i);
      TrellisNode         *node;

      if (skill->bucket != bucket)
        continue;
      if (list == NULL)
        list = trellis_report_parts_append_list (parent, section->style);
      node = trellis_node_append (list, trellis_node_new (TRELLIS_NODE_SKILL));
      trellis_node_set (node, TRELLIS_ATTRIBUTE_NAME, skill->skill);
      append_plain (node,
                    bucket == TRELLIS_DEMAND_SINGLE
                        ? name_posting (report, rules, g_array_index (skill->postings, int, 0))
                        : count_of (report, rules, skill));
      n++;
    }
}

/* Skills that several postings ask for: "Git — 4 of 6 postings", most asked for first. */
void
trellis_report_computed_append_recurring (TrellisNode                *parent,
                                          const TrellisReport        *report,
                                          const TrellisSection       *section,
                                          const TrellisComputedRules *rules)
{
  append_bucket (parent, report, section, rules, TRELLIS_DEMAND_SEVERAL, rules->max_recurring);
}

/* Skills that one posting asks for, with that posting: "Helm — posting 4, “Platform engineer”". */
void
trellis_report_computed_append_single (TrellisNode                *parent,
                                       const TrellisReport        *report,
                                       const TrellisSection       *section,
                                       const TrellisComputedRules *rules)
{
  append_bucket (parent, report, section, rules, TRELLIS_DEMAND_SINGLE, rules->max_single);
}

/* All that the postings ask for, as bars. */
void
trellis_report_computed_append_demand (TrellisNode                *parent,
                                       const TrellisReport        *report,
                                       const TrellisComputedRules *rules)
{
  g_autoptr (GPtrArray) demand = trellis_demand_compute (report, rules->several, rules->vocabulary);
  TrellisNode          *node;

  if (demand->len == 0)
    return;
  node = trellis_node_append (parent, trellis_node_new (TRELLIS_NODE_DEMAND));
  node->number = (int) report->postings->len;
  for (guint i = 0; i < demand->len; i++)
    {
      const TrellisDemand *skill = g_ptr_array_index (demand, i);
      TrellisNode         *bar
          = trellis_node_append (node, trellis_node_new (TRELLIS_NODE_DEMAND_BAR));

      trellis_node_set (bar, TRELLIS_ATTRIBUTE_NAME, skill->skill);
      bar->number = (int) skill->postings->len;
      bar->flag = skill->have;
      for (guint j = 0; j < skill->postings->len; j++)
        {
          g_autofree char *number = g_strdup_printf ("%d", g_array_index (skill->postings, int, j));

          trellis_node_add_value (bar, number);
        }
    }
}

/* "posting 3, “Go developer”: “You deploy with Docker daily.”" */
static void
append_posting (TrellisNode                *list,
                const TrellisReport        *report,
                const TrellisComputedRules *rules,
                int                         number,
                const TrellisQuote         *quote)
{
  TrellisNode     *item = trellis_node_append (list, trellis_node_new (TRELLIS_NODE_ITEM));
  g_autofree char *name = name_posting (report, rules, number);
  g_autofree char *said
      = quote != NULL ? trellis_report_word_quote (rules->language, quote->text) : NULL;

  append_plain (item, said != NULL ? g_strconcat (name, ": ", said, NULL) : g_strdup (name));
}

/* "**Docker**: 4 of 5 postings" */
static void
append_skill (TrellisNode *item,
              const char  *skill,
              const char  *count)
{
  g_autofree char *rest = g_strconcat (": ", count, NULL);
  TrellisNode     *paragraph = trellis_node_append (item,
                                                    trellis_node_new (TRELLIS_NODE_PARAGRAPH));
  TrellisNode     *strong = trellis_node_append (paragraph,
                                                 trellis_node_new (TRELLIS_NODE_STRONG));

  trellis_node_append (strong, trellis_node_new_text (TRELLIS_NODE_TEXT, skill));
  trellis_node_append (paragraph, trellis_node_new_text (TRELLIS_NODE_TEXT, rest));
}

static void
append_evidence_of (TrellisNode                *list,
                    const TrellisReport        *report,
                    const TrellisComputedRules *rules,
                    TrellisEvidence            *evidence,
                    const TrellisDemand        *skill)
{
  TrellisNode     *item = trellis_node_append (list, trellis_node_new (TRELLIS_NODE_ITEM));
  g_autofree char *count = count_of (report, rules, skill);
  TrellisNode     *postings;

  append_skill (item, skill->skill, count);
  postings = trellis_report_parts_append_list (item, TRELLIS_LIST_BULLETS);
  for (guint i = 0; i < skill->postings->len; i++)
    {
      int                      number = g_array_index (skill->postings, int, i);
      g_autoptr (TrellisQuote) quote = trellis_evidence_quote (evidence, skill->skill, number);

      append_posting (postings, report, rules, number, quote);
    }
}

/* The postings behind each recurring skill, with what their texts say of it. */
void
trellis_report_computed_append_evidence (TrellisNode                *parent,
                                         const TrellisReport        *report,
                                         const TrellisComputedRules *rules)
{
  g_autoptr (GPtrArray) demand
      = trellis_demand_compute (report, rules->several, rules->vocabulary);
  g_autoptr (TrellisEvidence) evidence = trellis_evidence_new (report, rules->vocabulary);
  TrellisNode                *list = NULL;

  for (guint i = 0; i < demand->len; i++)
    {
      const TrellisDemand *skill = g_ptr_array_index (demand, i);

      if (skill->bucket != TRELLIS_DEMAND_SEVERAL)
        continue;
      if (list == NULL)
        list = trellis_report_parts_append_list (
            trellis_node_append (parent, trellis_node_new (TRELLIS_NODE_EVIDENCE)),
            TRELLIS_LIST_BULLETS);
      append_evidence_of (list, report, rules, evidence, skill);
    }
}
