/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-new-report.h"

/**
 * trellis_new_report:
 * @language: of the headings: "en" or "ru"
 *
 * Returns: (transfer full): an empty report with the template's sections, those it can do without
 *   aside
 */
TrellisReport *
trellis_new_report (const TrellisTemplate *layout,
                    const char            *language)
{
  TrellisReport *report = trellis_report_new ();
  gboolean       russian = g_str_has_prefix (language, "ru");

  g_set_str (&report->layout, layout->id);
  g_set_str (&report->language, language);
  for (guint i = 0; i < layout->documents->len; i++)
    {
      const TrellisTemplateDocument *document = layout->documents->pdata[i];

      for (guint j = 0; j < document->sections->len; j++)
        {
          const TrellisTemplateSection *wanted = document->sections->pdata[j];
          TrellisSection               *section;

          if (wanted->optional)
            continue;

          section = trellis_report_add (report, &trellis_section_type);
          section->position = (int) report->sections->len;
          section->kind = (int) wanted->kind;
          section->level = wanted->level;
          g_set_str (&section->document, document->file);
          g_set_str (&section->heading, russian ? wanted->heading_ru : wanted->heading);
        }
    }

  return report;
}
