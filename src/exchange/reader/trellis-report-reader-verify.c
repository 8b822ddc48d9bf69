/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-reader-verify.h"

#include "trellis-count.h"
#include "trellis-markdown.h"
#include "trellis-report-builder.h"
#include "trellis-text.h"

/* How often what was written is read again before a section counts as unstable. Twice is enough
 * for all that people wrote so far. */
#define MAX_ROUNDS 3

static char *
write_section (const TrellisReport  *report,
               const TrellisSection *section)
{
  g_autoptr (TrellisNode) tree = trellis_report_build_section (report, section, report->language);

  return trellis_markdown_write (tree);
}

/* The section of `report` that is being read: always the last. */
static TrellisSection *
last_section (const TrellisReport *report)
{
  return g_ptr_array_index (report->sections, report->sections->len - 1);
}

/* A copy of the report so far, with the section added to it, still without rows. */
static TrellisReport *
begin_trial (const TrellisReport  *report,
             const TrellisSection *section)
{
  TrellisReport  *trial = trellis_report_copy (report);
  TrellisSection *added = trellis_report_add (trial, &trellis_section_type);
  gint64          id = added->base.id;

  trellis_record_free (&trellis_section_type, added);
  added = trellis_record_copy (&trellis_section_type, section);
  added->base.id = id;
  added->position = (int) trial->sections->len;
  g_ptr_array_index (trial->sections, trial->sections->len - 1) = added;
  return trial;
}

/* Reads back what was written of a section, in the one shape that our writer makes. */
static TrellisReport *
read_back (const TrellisReport  *report,
           const TrellisSection *section,
           const char           *written)
{
  g_autoptr (TrellisOutline) outline = trellis_outline_new (written, section->base.file);
  TrellisReaderRange         body = { outline, 0, outline->lines->len };
  g_autoptr (TrellisReport)  again = begin_trial (report, section);

  if (section->level > 0)
    body.begin++;
  if (body.begin > body.end
      || !trellis_reader_read_rows (again, last_section (again), body, TRELLIS_SHAPE_ITEMS))
    return NULL;
  return g_steal_pointer (&again);
}

static gboolean
loses_words (const char *before,
             const char *after)
{
  g_autofree char *missing = trellis_text_missing_words (before, after);

  return missing != NULL && *missing != '\0';
}

static void
count_text (const char            *text,
            const TrellisTemplate *layout,
            TrellisFigures        *figures)
{
  g_autoptr (GPtrArray) outlines
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_outline_free);
  g_autoptr (TrellisSections) sections = NULL;
  g_autoptr (TrellisReport)   evidence = NULL;

  g_ptr_array_add (outlines, trellis_outline_new (text, NULL));
  sections = trellis_sections_new (outlines, layout);
  trellis_count (sections, figures, &evidence);
}

/* Whether a careful reader would count otherwise in what was written. */
static gboolean
changes_figures (const char            *before,
                 const char            *after,
                 const TrellisTemplate *layout)
{
  TrellisFigures was = { 0 };
  TrellisFigures is = { 0 };

  count_text (before, layout, &was);
  count_text (after, layout, &is);
  for (const TrellisFigure *figure = trellis_figures_table; figure->name != NULL; figure++)
    if (figure->printed
        && trellis_figure_get (figure, &was) != trellis_figure_get (figure, &is))
      return TRUE;
  return FALSE;
}

/* Records that were read from our own writing stand where the ones in the source stood. */
void
trellis_reader_adopt_lines (TrellisReport       *report,
                            const TrellisReport *source)
{
  for (guint i = 0; trellis_report_parts[i] != NULL; i++)
    {
      GPtrArray *to = trellis_report_get_part (report, trellis_report_parts[i]);
      GPtrArray *from = trellis_report_get_part (source, trellis_report_parts[i]);

      for (guint j = 0; j < MIN (to->len, from->len); j++)
        {
          TrellisRecord       *record = g_ptr_array_index (to, j);
          const TrellisRecord *original = g_ptr_array_index (from, j);

          record->file = original->file;
          record->line = original->line;
        }
    }
}

/* The rows hold when writing them gives back every word of the source and every figure, and reading
 * what was written gives the same rows. Where the first writing made things regular ("**OS:
 * Linux**" becomes a name and a note), the rows read back are the ones to keep; they have to hold
 * too. */
static TrellisReport *
settle (const TrellisReport   *report,
        const TrellisSection  *section,
        TrellisReport         *first,
        const char            *source,
        const TrellisTemplate *layout)
{
  g_autoptr (TrellisReport) trial = first;

  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      g_autofree char          *written = write_section (trial, last_section (trial));
      g_autoptr (TrellisReport) again = NULL;

      if (loses_words (source, written))
        return NULL;
      again = read_back (report, section, written);
      if (again == NULL)
        return NULL;
      if (trellis_report_equal (trial, again))
        return changes_figures (source, written, layout) ? NULL : g_steal_pointer (&trial);
      trellis_reader_adopt_lines (again, trial);
      g_clear_pointer (&trial, trellis_report_free);
      trial = g_steal_pointer (&again);
    }
  return NULL;
}

/* Tries to read the lines `body` of a section as rows. Returns a copy of `report` with the section
 * and its rows, or NULL when no shape gives back every word and figure of `source`, its heading
 * included; `layout` tells which section that is. */
TrellisReport *
trellis_reader_try_rows (const TrellisReport   *report,
                         const TrellisSection  *section,
                         TrellisReaderRange     body,
                         const char            *source,
                         const TrellisTemplate *layout)
{
  for (int shape = 0; shape < TRELLIS_N_SHAPES; shape++)
    {
      g_autoptr (TrellisReport) trial = begin_trial (report, section);
      TrellisReport            *settled;

      if (!trellis_reader_read_rows (trial, last_section (trial), body, shape))
        continue;
      settled = settle (report, section, g_steal_pointer (&trial), source, layout);
      if (settled != NULL)
        return settled;
    }
  return NULL;
}
