/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-builder.h"

#include "trellis-report-advisor.h"
#include "trellis-report-levels.h"
#include "trellis-report-parts.h"
#include "trellis-report-plan.h"
#include "trellis-report-words.h"

/* The body of a section: what stands before its list, the list, what stands after, and its text.
 * A section that could not become rows has nothing but text; once rows are added to it by hand
 * both are printed, so that nothing is hidden. The author's own text of a list that is now
 * computed gives way to the computed one. */
static void
append_body (TrellisNode                *parent,
             const TrellisReport        *report,
             const TrellisSection       *section,
             const TrellisComputedRules *rules)
{
  gboolean computed
      = report->lists == TRELLIS_LISTS_COMPUTED
        && (section->kind == TRELLIS_SECTION_RECURRING || section->kind == TRELLIS_SECTION_SINGLE);

  trellis_report_parts_append_markdown (parent, section->before);
  if (!computed)
    trellis_report_parts_append_markdown (parent, section->text);
  trellis_report_parts_append (parent, report, section, rules);
  trellis_report_parts_append_markdown (parent, section->after);
}

static void
append_missing (TrellisNode *parent,
                const char  *language)
{
  TrellisNode *paragraph = trellis_node_append (parent, trellis_node_new (TRELLIS_NODE_PARAGRAPH));
  TrellisNode *emphasis = trellis_node_append (paragraph, trellis_node_new (TRELLIS_NODE_EMPHASIS));

  trellis_node_append (
      emphasis, trellis_node_new_text (TRELLIS_NODE_TEXT,
                                       trellis_report_word (language, TRELLIS_WORD_MISSING)));
}

/* What is missing shows in the advisor's pages; Markdown to hand in simply lacks it. */
static void
append_planned (TrellisNode                *document,
                const TrellisReport        *report,
                const TrellisPlanEntry     *entry,
                const TrellisComputedRules *rules,
                gboolean                    advisor)
{
  if (entry->section == NULL && !entry->groups && !advisor)
    return;

  if (entry->level > 0 && *entry->heading != '\0')
    trellis_report_parts_append_heading (document, entry->heading, entry->level);
  if (entry->section != NULL)
    append_body (document, report, entry->section, rules);
  else if (!entry->groups)
    append_missing (document, rules->language);
}

/* Builds the document tree of a report. `options` may be NULL. The caller owns the tree.
 *
 * Heading levels never jump, and a document has at most one H1: markdownlint and PDF/UA both ask
 * for it. */
TrellisNode *
trellis_report_build (const TrellisReport       *report,
                      const TrellisBuildOptions *options)
{
  static const TrellisBuildOptions plain = { 0 };
  g_autoptr (GPtrArray)            plan = NULL;
  TrellisNode                     *document = trellis_node_new (TRELLIS_NODE_DOCUMENT);
  TrellisComputedRules             rules;
  const char                      *language;

  if (options == NULL)
    options = &plain;
  language = options->language != NULL ? options->language : report->language;
  rules = trellis_report_computed_rules (report, options->layout, language);
  rules.vocabulary = options->vocabulary;
  trellis_node_set (document, TRELLIS_ATTRIBUTE_LANGUAGE, language);
  if (*report->title != '\0')
    trellis_node_set (document, TRELLIS_ATTRIBUTE_NAME, report->title);

  plan = trellis_report_plan (report, options->layout, options->document, language);
  for (guint i = 0; i < plan->len; i++)
    append_planned (document, report, plan->pdata[i], &rules, options->advisor);
  if (options->advisor)
    {
      trellis_report_advisor_add_cover (document, report, language);
      trellis_report_advisor_append_appendix (document, report, options->criteria, &rules);
    }

  trellis_report_levels_repair (document);
  return document;
}

/* Builds one section alone, with its heading: what the importer compares with its source. */
TrellisNode *
trellis_report_build_section (const TrellisReport  *report,
                              const TrellisSection *section,
                              const char           *language)
{
  TrellisNode         *document = trellis_node_new (TRELLIS_NODE_DOCUMENT);
  TrellisComputedRules rules = trellis_report_computed_rules (report, NULL, language);

  if (section->level > 0 && *section->heading != '\0')
    trellis_report_parts_append_heading (document, section->heading, section->level);
  append_body (document, report, section, &rules);
  return document;
}

/* The file names that a report is handed in as, in order, NULL-terminated: the layout's documents
 * that hold something, or the report's own. */
char **
trellis_report_documents (const TrellisReport   *report,
                          const TrellisTemplate *layout)
{
  g_autoptr (GPtrArray)    plan = trellis_report_plan (report, layout, NULL, report->language);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  const char              *previous = NULL;

  for (guint i = 0; i < plan->len; i++)
    {
      const TrellisPlanEntry *entry = plan->pdata[i];

      if ((entry->section == NULL && !entry->groups) || g_strcmp0 (entry->document, previous) == 0)
        continue;
      g_strv_builder_add (names, entry->document);
      previous = entry->document;
    }
  return g_strv_builder_end (names);
}
