/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-section.h"

/**
 * trellis_report_section_add:
 *
 * Gives a report of one kind of thing, as a diagram, a table or a saved page makes it, the section
 * that it is written in, and @layout as its template.
 */
void
trellis_report_section_add (TrellisReport         *report,
                            const TrellisTemplate *layout,
                            TrellisSectionKind     kind)
{
  const TrellisTemplateDocument *document;
  const TrellisTemplateSection  *wanted
      = trellis_template_find_section (layout, kind, &document);
  TrellisSection *section;

  if (wanted == NULL)
    return;

  g_set_str (&report->layout, layout->id);
  section = trellis_report_add (report, &trellis_section_type);
  section->position = (int) report->sections->len;
  section->kind = (int) kind;
  section->level = wanted->level;
  g_set_str (&section->document, document->file);
  g_set_str (&section->heading,
             g_str_equal (report->language, "ru") ? wanted->heading_ru : wanted->heading);
}
