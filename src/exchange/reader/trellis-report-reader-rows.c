/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-reader-rows.h"

#include <string.h>

/* Adds a record that remembers where it was read. */
gpointer
trellis_reader_add (TrellisReport           *report,
                    const TrellisRecordType *type,
                    TrellisReaderRange       range,
                    const TrellisLine       *line)
{
  TrellisRecord *record = trellis_report_add (report, type);

  record->file = g_intern_string (range.outline->file);
  record->line = line->number;
  return record;
}

static gboolean
is_idle (const TrellisLine *line)
{
  return line->kind == TRELLIS_LINE_BLANK || line->kind == TRELLIS_LINE_RULE;
}

/* The range without blank lines and rules at either end. */
TrellisReaderRange
trellis_reader_trim (TrellisReaderRange range)
{
  while (range.begin < range.end && is_idle (trellis_reader_line (range, range.begin)))
    range.begin++;
  while (range.begin < range.end && is_idle (trellis_reader_line (range, range.end - 1)))
    range.end--;
  return range;
}

/* Whether there is a letter or digit: "…" names nothing. */
gboolean
trellis_reader_says_something (const char *name)
{
  for (; *name != '\0'; name = g_utf8_next_char (name))
    if (g_unichar_isalnum (g_utf8_get_char (name)))
      return TRUE;
  return FALSE;
}

/* What was written about an entry: `rest` of its first line, then its other lines. A plain line
 * directly below goes on with the sentence. */
char *
trellis_reader_note (const char        *rest,
                     TrellisReaderRange body)
{
  g_autofree char *source = trellis_reader_source (body);
  g_autofree char *joined = NULL;
  gboolean         continues;

  if (*g_strchomp (source) == '\0')
    return trellis_reader_canonical (rest);
  continues = trellis_reader_line (body, body.begin)->kind == TRELLIS_LINE_TEXT && *rest != '\0';
  joined = g_strconcat (rest, *rest == '\0' ? "" : continues ? "\n"
                                                             : "\n\n",
                        source, NULL);
  return trellis_reader_canonical (joined);
}

static gboolean
read_entries (TrellisReport        *report,
              const TrellisSection *section,
              TrellisReaderEntries *entries,
              TrellisReaderShape    shape)
{
  if (shape == TRELLIS_SHAPE_ROWS && section->kind != TRELLIS_SECTION_POSTINGS
      && !trellis_reader_flatten_table (entries))
    return FALSE;

  switch ((TrellisSectionKind) section->kind)
    {
    case TRELLIS_SECTION_MATRIX:
      return trellis_reader_read_matrix (report, entries, shape);
    case TRELLIS_SECTION_ROLES:
      return trellis_reader_read_roles (report, entries, shape);
    case TRELLIS_SECTION_COMMON:
      return trellis_reader_read_common (report, entries);
    case TRELLIS_SECTION_HAVE:
      return trellis_reader_read_standings (report, entries, TRELLIS_STANDING_HAVE);
    case TRELLIS_SECTION_LACK:
      return trellis_reader_read_standings (report, entries, TRELLIS_STANDING_LACK);
    case TRELLIS_SECTION_POSTINGS:
      return shape == TRELLIS_SHAPE_ROWS ? trellis_reader_read_posting_table (report, entries)
                                         : trellis_reader_read_postings (report, entries);
    case TRELLIS_SECTION_RECURRING:
      return trellis_reader_read_claims (report, entries, TRELLIS_CLAIM_RECURRING);
    case TRELLIS_SECTION_SINGLE:
      return trellis_reader_read_claims (report, entries, TRELLIS_CLAIM_SINGLE);
    default:
      return FALSE;
    }
}

/* Which shapes are tried for a kind of section: a list of skills has no sub-headings with text,
 * and a plain line is a skill but no component. */
static gboolean
may_have_shape (TrellisSectionKind kind,
                TrellisReaderShape shape)
{
  switch (shape)
    {
    case TRELLIS_SHAPE_ITEMS:
      return TRUE;
    case TRELLIS_SHAPE_HEADINGS:
      return kind == TRELLIS_SECTION_MATRIX || kind == TRELLIS_SECTION_ROLES
             || kind == TRELLIS_SECTION_POSTINGS || kind == TRELLIS_SECTION_COMMON;
    case TRELLIS_SHAPE_NUMBERED:
      return kind == TRELLIS_SECTION_ROLES || kind == TRELLIS_SECTION_COMMON;
    case TRELLIS_SHAPE_LABELS:
      return kind == TRELLIS_SECTION_MATRIX || kind == TRELLIS_SECTION_ROLES;
    case TRELLIS_SHAPE_BOLD:
      return kind == TRELLIS_SECTION_ROLES || kind == TRELLIS_SECTION_POSTINGS
             || kind == TRELLIS_SECTION_COMMON || kind == TRELLIS_SECTION_MATRIX;
    case TRELLIS_SHAPE_NAMES:
      return kind == TRELLIS_SECTION_ROLES;
    case TRELLIS_SHAPE_LINES:
      return kind != TRELLIS_SECTION_POSTINGS && kind != TRELLIS_SECTION_COMMON;
    case TRELLIS_SHAPE_ROWS:
      return TRUE;
    case TRELLIS_SHAPE_PARAGRAPHS:
      return kind == TRELLIS_SECTION_POSTINGS;
    case TRELLIS_SHAPE_PIECES:
      return kind == TRELLIS_SECTION_COMMON;
    default:
      return FALSE;
    }
}

static char *
markdown_before (const TrellisReaderEntries *entries)
{
  char            *before = trellis_reader_markdown (entries->before);
  g_autofree char *taken = NULL;
  g_autofree char *both = NULL;

  if (entries->lead == NULL || *entries->lead == '\0')
    return before;
  taken = before;
  both = g_strconcat (before, "\n\n", entries->lead, NULL);
  return trellis_reader_canonical (both);
}

/* Reads the lines of a section as entries of one shape. On TRUE the rows stand in `report` and
 * `section` has its list style and the Markdown before and after the list; on FALSE `report` may
 * hold rows already and is to be thrown away. */
gboolean
trellis_reader_read_rows (TrellisReport     *report,
                          TrellisSection    *section,
                          TrellisReaderRange body,
                          TrellisReaderShape shape)
{
  gboolean grouped
      = section->kind == TRELLIS_SECTION_MATRIX || section->kind == TRELLIS_SECTION_COMMON;
  g_autoptr (TrellisReaderEntries) entries = NULL;

  if (!may_have_shape (section->kind, shape))
    return FALSE;
  entries = trellis_reader_find_entries (body, shape, grouped && shape == TRELLIS_SHAPE_ITEMS);
  if (entries == NULL || !read_entries (report, section, entries, shape))
    return FALSE;

  section->style = entries->style;
  g_free (section->before);
  section->before = markdown_before (entries);
  g_free (section->after);
  section->after = trellis_reader_markdown (entries->after);
  return TRUE;
}
