/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "trellis-count-private.h"
#include "trellis-count-text.h"

/* Sub-headings that hold no items are the skills. */
static int
count_headings (TrellisCountSpan span)
{
  g_autoptr (GArray) headings = trellis_count_find_headings (span);
  g_autoptr (GArray) items = trellis_count_find_items (span);
  int                skills = 0;

  for (guint i = 0; i < headings->len && items->len == 0; i++)
    skills
        += trellis_count_has_content (trellis_count_body (span, trellis_count_block (headings, i)));
  return skills;
}

/* The items below, where every top item is the name of a role. */
static int
count_below_roles (TrellisCountSpan span)
{
  g_autoptr (GArray) items = trellis_count_find_items (span);
  int                skills = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const TrellisCountBlock *item = trellis_count_block (items, i);

      if (item->top && !trellis_sections_is_role_name (item->line->text))
        return 0;
      skills += !item->top && !trellis_count_is_nothing (item->line->text);
    }
  return skills;
}

static gboolean
ends_in_colon (const char *text)
{
  g_autofree char *plain = trellis_count_plain (text);

  return g_str_has_suffix (plain, ":");
}

/* The numbered items that end in a colon, where bullets follow at the same depth. */
static int
count_numbered (TrellisCountSpan span)
{
  g_autoptr (GArray) tops = trellis_count_find_top_items (span);
  int                skills = 0;

  for (guint i = 0; i + 1 < tops->len; i++)
    {
      const TrellisLine *line = trellis_count_block (tops, i)->line;

      skills += line->ordinal >= 0 && ends_in_colon (line->text)
                && trellis_count_block (tops, i + 1)->line->ordinal < 0;
    }
  return skills;
}

static int
count_items (TrellisCountSpan span)
{
  g_autoptr (GArray) tops = trellis_count_find_top_items (span);

  return (int) tops->len;
}

static int
count_rows (TrellisCountSpan span)
{
  g_autoptr (GArray) rows = trellis_count_find_rows (span);

  return (int) rows->len;
}

/* Lines that begin in bold: the numbered ones, else those with something behind the bold. */
static int
count_bold_lines (TrellisCountSpan span)
{
  g_autoptr (GArray) lines = trellis_count_find_bold_lines (span);
  int                numbered = 0;
  int                labels = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const TrellisLine *line = trellis_count_block (lines, i)->line;
      g_autofree char   *plain = trellis_count_plain (line->text);

      numbered += g_ascii_isdigit (*plain);
      labels += !trellis_line_is_bold (line);
    }
  return numbered > 0 ? numbered : labels > 1 ? labels
                                              : 0;
}

static int
count_pieces (TrellisCountSpan span)
{
  g_autoptr (GArray) lines = trellis_count_find_lines (span);
  int                skills = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const TrellisLine    *line = trellis_count_block (lines, i)->line;
      g_autofree char      *plain = trellis_count_plain (line->text);
      g_autoptr (GPtrArray) pieces = NULL;

      if (g_str_has_suffix (plain, ":"))
        continue;
      pieces = trellis_count_split_pieces (plain);
      skills += (int) pieces->len;
    }
  return skills;
}

void
trellis_count_common (TrellisCount *count)
{
  static int (*const ways[]) (TrellisCountSpan) = {
    count_headings,
    count_below_roles,
    count_numbered,
    count_items,
    count_rows,
    count_bold_lines,
    count_pieces,
  };

  for (guint i = 0; i < count->sections->ranges->len; i++)
    {
      const TrellisSectionRange *range = trellis_sections_get (count->sections, i);
      int                        skills = 0;

      if (range->kind != TRELLIS_SECTION_COMMON)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (ways) && skills == 0; j++)
        skills = ways[j](trellis_count_range_span (range));
      count->figures->common_skills += skills;
    }
}
