/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-cli-known.h"

#include "trellis-markdown.h"
#include "trellis-report-builder.h"

static char *
write_markdown (const TrellisReport *report)
{
  g_autoptr (TrellisNode) tree = trellis_report_build (report, NULL);

  return trellis_markdown_write (tree);
}

/* Cheap to tell, so that few reports need to be loaded. */
static gboolean
may_be (const TrellisReportSummary *summary,
        const TrellisReport        *report)
{
  return g_str_equal (summary->title, report->title)
         && g_str_equal (summary->layout, report->layout)
         && summary->n_components == report->components->len
         && summary->n_postings == report->postings->len;
}

/**
 * trellis_cli_known_find:
 *
 * Returns: the id of the first report of the same title that reads the same, word for word; 0 when
 *   there is none
 */
gint64
trellis_cli_known_find (TrellisStore        *store,
                        const TrellisReport *report)
{
  g_autoptr (GPtrArray) summaries = trellis_store_list_reports (store, NULL);
  g_autofree char      *text = NULL;

  for (guint i = 0; summaries != NULL && i < summaries->len; i++)
    {
      const TrellisReportSummary *summary = g_ptr_array_index (summaries, i);
      g_autoptr (TrellisReport)   other = NULL;
      g_autofree char            *other_text = NULL;

      if (!may_be (summary, report))
        continue;
      other = trellis_store_load_report (store, summary->id, NULL);
      if (other == NULL)
        continue;
      if (text == NULL)
        text = write_markdown (report);
      other_text = write_markdown (other);
      if (g_str_equal (text, other_text))
        return summary->id;
    }

  return 0;
}
