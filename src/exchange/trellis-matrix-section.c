/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-matrix-section.h"

/**
 * trellis_matrix_section_add:
 *
 * Gives a report of components and roles alone, as a diagram or a table makes it, the section that
 * they are written in, and @layout as its template.
 */
void
trellis_matrix_section_add (TrellisReport         *report,
                            const TrellisTemplate *layout)
{
  const TrellisTemplateDocument *document;
  const TrellisTemplateSection  *wanted
      = trellis_template_find_section (layout, TRELLIS_SECTION_MATRIX, &document);
  TrellisSection *section;

  if (wanted == NULL)
    return;

  g_set_str (&report->layout, layout->id);
  section = trellis_report_add (report, &trellis_section_type);
  section->position = (int) report->sections->len;
  section->kind = TRELLIS_SECTION_MATRIX;
  section->level = wanted->level;
  g_set_str (&section->document, document->file);
  g_set_str (&section->heading,
             g_str_equal (report->language, "ru") ? wanted->heading_ru : wanted->heading);
}
