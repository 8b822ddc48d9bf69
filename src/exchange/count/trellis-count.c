/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-count.h"

#include "trellis-count-private.h"

static void
note_places (const TrellisSections *sections, TrellisFigures *figures)
{
  for (guint i = 0; i < sections->ranges->len; i++)
    {
      const TrellisSectionRange *range = trellis_sections_get (sections, i);

      if (range->heading == NULL || figures->lines[range->kind] != 0)
        continue;
      figures->lines[range->kind] = range->heading->number;
      figures->files[range->kind] = g_intern_string (range->outline->file);
    }
}

/**
 * trellis_count:
 * @sections: a report's sections
 * @figures: (out caller-allocates): what a careful reader counts in it
 * @evidence: (out) (transfer full): the postings with their skills, and what the author's lists
 *   claim of them, each with its file and line: enough to find contradictions, also where a
 *   section cannot become rows
 *
 * Counts over the source lines. Linear, and never fails.
 */
void
trellis_count (const TrellisSections *sections, TrellisFigures *figures, TrellisReport **evidence)
{
  TrellisCount count = { .sections = sections, .figures = figures };

  *figures = (TrellisFigures) { 0 };
  *evidence = count.evidence = trellis_report_new ();
  count.matrix_roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  count.postings = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_count_posting_free);
  note_places (sections, figures);

  trellis_count_components (&count);
  trellis_count_roles (&count);
  trellis_count_common (&count);
  trellis_count_role (&count);
  trellis_count_standings (&count);
  trellis_count_postings (&count);
  trellis_count_claims (&count);
  trellis_count_reflection (&count);
  trellis_count_improve (&count);

  g_ptr_array_unref (count.postings);
  g_hash_table_unref (count.matrix_roles);
}
