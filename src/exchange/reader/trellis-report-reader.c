/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-reader.h"

#include "trellis-report-front.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trellis-count-postings.h"
#include "trellis-count-words.h"
#include "trellis-error.h"
#include "trellis-lint.h"
#include "trellis-markdown.h"
#include "trellis-report-builder.h"
#include "trellis-report-reader-verify.h"
#include "trellis-sections.h"
#include "trellis-text.h"

/* How often the whole report is read back before it has to be stable. */
#define MAX_ROUNDS 3

typedef struct
{
  TrellisReport         *report;
  const TrellisTemplate *layout;
  GPtrArray             *lints;
  guint                  seen; /* kinds that have had their section, a bit each */
} Reader;

static char *
document_name (const TrellisOutline *outline)
{
  return outline->file == NULL ? g_strdup ("") : g_path_get_basename (outline->file);
}

/* Whether a section of this kind is drawn from tables. */
static gboolean
has_tables (TrellisSectionKind kind)
{
  switch (kind)
    {
    case TRELLIS_SECTION_MATRIX:
    case TRELLIS_SECTION_ROLES:
    case TRELLIS_SECTION_COMMON:
    case TRELLIS_SECTION_HAVE:
    case TRELLIS_SECTION_LACK:
    case TRELLIS_SECTION_POSTINGS:
    case TRELLIS_SECTION_RECURRING:
    case TRELLIS_SECTION_SINGLE:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The heading's Markdown, from its source: a comment in it is no part of its text. */
static char *
heading_markdown (const TrellisLine *line)
{
  g_autofree char *source = g_strstrip (g_strdup (line->source));
  const char      *begin
      = line->kind == TRELLIS_LINE_HEADING ? source + strspn (source, "# \t") : source;

  if (strstr (begin, "<!--") == NULL)
    begin = line->full;
  return trellis_reader_canonical_inline (begin);
}

/* A plain line that is nothing but a known name is a heading too: one of the level that the
 * template gives it. */
static int
heading_level (const Reader      *reader,
               int                kind,
               const TrellisLine *heading)
{
  const TrellisTemplateSection *section;

  if (heading->kind == TRELLIS_LINE_HEADING)
    return heading->level;
  section = trellis_template_find_section (reader->layout, kind, NULL);
  return section != NULL ? section->level : 2;
}

static TrellisSection *
new_section (const Reader      *reader,
             TrellisReaderRange body,
             int                kind,
             const TrellisLine *heading)
{
  TrellisSection *section = trellis_record_new (&trellis_section_type);

  section->base.file = g_intern_string (body.outline->file);
  section->base.line = heading != NULL         ? heading->number
                       : body.begin < body.end ? trellis_reader_line (body, body.begin)->number
                                               : 0;
  g_free (section->document);
  section->document = document_name (body.outline);
  section->kind = kind;
  if (heading != NULL)
    {
      section->level = heading_level (reader, kind, heading);
      g_free (section->heading);
      section->heading = heading_markdown (heading);
    }
  return section;
}

static void
add_lint (Reader               *reader,
          const char           *id,
          const TrellisSection *section,
          const char           *message)
{
  TrellisLint *lint = g_new0 (TrellisLint, 1);

  lint->id = id;
  lint->file = section->base.file;
  lint->line = section->base.line;
  lint->message = g_strdup (message);
  g_ptr_array_add (reader->lints, lint);
}

/* The source of a section without its heading, as Markdown that our writer would write. */
static void
keep_as_text (Reader            *reader,
              TrellisSection    *section,
              TrellisReaderRange body)
{
  gint64    id = ((TrellisRecord *) trellis_report_add (reader->report, &trellis_section_type))->id;
  gpointer *place
      = &g_ptr_array_index (reader->report->sections, reader->report->sections->len - 1);

  trellis_record_free (&trellis_section_type, *place);
  section->base.id = id;
  section->position = (int) reader->report->sections->len;
  g_free (section->text);
  section->text = trellis_reader_markdown (body);
  *place = section;
}

/* Tries the lines as they are, then as our writer would write them as plain text: what a second
 * conversion would see has to be read the same way as the first. */
static TrellisReport *
try_rows (Reader               *reader,
          const TrellisSection *section,
          TrellisReaderRange    body,
          const TrellisLine    *heading)
{
  g_autofree char *source = trellis_reader_source (body);
  g_autofree char *whole
      = g_strconcat (heading != NULL ? heading->source : "", "\n", source, NULL);
  g_autofree char           *canonical = NULL;
  g_autoptr (TrellisOutline) outline = NULL;
  TrellisReport             *read = trellis_reader_try_rows (reader->report, section, body, whole,
                                                             reader->layout);

  if (read != NULL)
    return read;
  canonical = trellis_reader_canonical (source);
  outline = trellis_outline_new (canonical, body.outline->file);
  return trellis_reader_try_rows (reader->report, section,
                                  (TrellisReaderRange) { outline, 0, outline->lines->len }, whole,
                                  reader->layout);
}

static void
read_section (Reader            *reader,
              int                kind,
              const TrellisLine *heading,
              TrellisReaderRange body)
{
  TrellisSection *section = new_section (reader, body, kind, heading);
  TrellisReport  *read;

  if (has_tables (kind) && (reader->seen & (1u << kind)) != 0)
    {
      section->kind = TRELLIS_SECTION_TEXT;
      add_lint (reader, "second-section", section, _("A second section of this kind stays text."));
    }
  reader->seen |= 1u << kind;

  /* The underline of a title stands in its body. */
  if (heading != NULL && heading->kind == TRELLIS_LINE_HEADING
      && strchr (heading->source, '#') == NULL && body.begin < body.end
      && trellis_reader_line (body, body.begin)->kind == TRELLIS_LINE_RULE)
    body.begin++;
  read = has_tables (section->kind) ? try_rows (reader, section, body, heading) : NULL;
  if (read == NULL)
    {
      keep_as_text (reader, section, body);
      if (has_tables (section->kind) && *section->text != '\0')
        add_lint (reader, "kept-as-text", section,
                  _("This section could not become rows without losing words, so it stays text."));
      return;
    }
  trellis_record_free (&trellis_section_type, section);
  trellis_report_free (reader->report);
  reader->report = read;
}

static gboolean
has_words (TrellisReaderRange range)
{
  for (guint i = range.begin; i < range.end; i++)
    if (trellis_reader_line (range, i)->kind != TRELLIS_LINE_BLANK)
      return TRUE;
  return FALSE;
}

/* The section of postings may be a heading over the lists, and the postings stand below those. */
static gboolean
has_section_of_postings (const TrellisSections *sections)
{
  for (guint i = 0; i < sections->ranges->len; i++)
    {
      const TrellisSectionRange *range = trellis_sections_get (sections, i);

      if (range->kind == TRELLIS_SECTION_POSTINGS
          && has_words ((TrellisReaderRange) { range->outline, range->begin, range->end }))
        return TRUE;
    }
  return FALSE;
}

static gboolean
may_hold_postings (TrellisSectionKind kind)
{
  return kind == TRELLIS_SECTION_HAVE || kind == TRELLIS_SECTION_LACK
         || kind == TRELLIS_SECTION_RECURRING || kind == TRELLIS_SECTION_SINGLE;
}

/* Where postings begin in the lines of a section of something else; its end when they do not. A
 * posting's own heading does not part them from that section once they are rows. */
static guint
find_postings (const TrellisSectionRange *range)
{
  TrellisCountSpan   span = { range->outline, range->begin, range->end };
  guint              begin = may_hold_postings (range->kind) ? trellis_posting_find_begin (span)
                                                             : range->end;
  const TrellisLine *line;

  if (begin == range->end)
    return begin;
  line = trellis_outline_get_line (range->outline, begin);
  return line->kind == TRELLIS_LINE_HEADING && !trellis_words_name_postings (line->text)
             ? range->end
             : begin;
}

/* Reads a section, and then the postings that stand at its end where they have no section of their
 * own. The empty one of that name is no more than a heading then. */
static void
read_range (Reader                    *reader,
            const TrellisSectionRange *range,
            gboolean                   astray)
{
  guint              begin = astray ? find_postings (range) : range->end;
  TrellisReaderRange body = { range->outline, range->begin, begin };
  TrellisReaderRange postings = { range->outline, begin, range->end };
  const TrellisLine *heading = NULL;
  int                kind = range->kind;

  if (astray && kind == TRELLIS_SECTION_POSTINGS)
    kind = TRELLIS_SECTION_TEXT;
  read_section (reader, kind, range->heading, body);
  if (begin == range->end)
    return;
  if (trellis_reader_line (postings, begin)->kind == TRELLIS_LINE_HEADING)
    heading = trellis_reader_line (postings, postings.begin++);
  read_section (reader, TRELLIS_SECTION_POSTINGS, heading, postings);
}

/* Whether the report's postings stand in a section of something else. */
static gboolean
are_astray (const TrellisSections *sections)
{
  if (has_section_of_postings (sections))
    return FALSE;
  for (guint i = 0; i < sections->ranges->len; i++)
    {
      const TrellisSectionRange *range = trellis_sections_get (sections, i);

      if (find_postings (range) < range->end)
        return TRUE;
    }
  return FALSE;
}

/* "ru" when most letters are Cyrillic. */
static const char *
language_of (GPtrArray *outlines)
{
  gsize cyrillic = 0;
  gsize latin = 0;

  for (guint i = 0; i < outlines->len; i++)
    {
      const TrellisOutline *outline = g_ptr_array_index (outlines, i);

      for (guint j = 0; j < outline->lines->len; j++)
        {
          const TrellisLine *line = g_ptr_array_index (outline->lines, j);

          for (const char *at = line->text; *at != '\0'; at = g_utf8_next_char (at))
            {
              gunichar c = g_utf8_get_char (at);

              cyrillic += c >= 0x400 && c < 0x530;
              latin += g_ascii_isalpha (*at) != 0;
            }
        }
    }
  return cyrillic > latin ? "ru" : "en";
}

/* The first H1 that says more than the template's own. */
static void
take_title (Reader *reader)
{
  for (guint i = 0; i < reader->report->sections->len; i++)
    {
      const TrellisSection *section = g_ptr_array_index (reader->report->sections, i);
      TrellisSectionKind    kind;
      g_autofree char      *plain = NULL;

      if (section->level != 1)
        continue;
      plain = trellis_reader_plain (section->heading);
      if (trellis_template_match_heading (reader->layout, plain, &kind))
        continue;
      g_set_str (&reader->report->title, plain);
      return;
    }
}

/* Whether no letter or digit stands anywhere: marks without words make no report. */
static gboolean
is_blank (const GPtrArray *outlines)
{
  for (guint i = 0; i < outlines->len; i++)
    {
      const TrellisOutline *outline = g_ptr_array_index (outlines, i);

      for (guint j = 0; j < outline->lines->len; j++)
        if (trellis_reader_says_something (trellis_outline_get_line (outline, j)->source))
          return FALSE;
    }
  return TRUE;
}

static TrellisReport *
read_once (GPtrArray             *outlines,
           const TrellisTemplate *layout,
           GPtrArray             *lints)
{
  g_autoptr (TrellisSections) sections = NULL;
  Reader                      reader = { .lints = lints };
  gboolean                    astray;

  reader.layout = layout != NULL ? layout : trellis_sections_choose_template (outlines);
  reader.report = trellis_report_new ();
  reader.report->lists = TRELLIS_LISTS_AUTHORED;
  g_set_str (&reader.report->language, language_of (outlines));
  g_set_str (&reader.report->layout, reader.layout->id);
  sections = trellis_sections_new (outlines, reader.layout);
  astray = are_astray (sections);
  for (guint i = 0; i < sections->ranges->len; i++)
    {
      const TrellisSectionRange *range = trellis_sections_get (sections, i);
      TrellisReaderRange         body = { range->outline, range->begin, range->end };

      if (range->heading != NULL || has_words (body))
        read_range (&reader, range, astray);
    }
  take_title (&reader);
  return reader.report;
}

/* The report's files as they would be written. Elements: char *. */
static GPtrArray *
write_documents (const TrellisReport *report)
{
  g_auto (GStrv) names = trellis_report_documents (report, NULL);
  GPtrArray     *documents = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; names[i] != NULL; i++)
    {
      TrellisBuildOptions     options = { .document = names[i] };
      g_autoptr (TrellisNode) tree = trellis_report_build (report, &options);

      g_ptr_array_add (documents, trellis_markdown_write (tree));
    }
  return documents;
}

static GPtrArray *
outline_documents (const TrellisReport *report,
                   GPtrArray           *documents)
{
  g_auto (GStrv) names = trellis_report_documents (report, NULL);
  GPtrArray     *outlines = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_outline_free);

  for (guint i = 0; i < documents->len; i++)
    g_ptr_array_add (outlines, trellis_outline_new (g_ptr_array_index (documents, i), names[i]));
  return outlines;
}

static gboolean
are_same (GPtrArray *a,
          GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

/* Each section by itself is stable; together they may still be read otherwise than they were
 * written (a heading moved down, a paragraph that now reads like one). Then what was read back
 * is the report. */
static TrellisReport *
settle (TrellisReport         *taken,
        const TrellisTemplate *layout)
{
  g_autoptr (TrellisReport) report = taken;
  g_autoptr (GPtrArray)     documents = write_documents (report);

  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      g_autoptr (GPtrArray) ignored
          = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_lint_free);
      g_autoptr (GPtrArray)     outlines = outline_documents (report, documents);
      g_autoptr (TrellisReport) again
          = is_blank (outlines) ? NULL : read_once (outlines, layout, ignored);
      g_autoptr (GPtrArray) rewritten = again == NULL ? NULL : write_documents (again);

      if (again == NULL || are_same (documents, rewritten))
        break;
      trellis_reader_adopt_lines (again, report);
      trellis_report_free (report);
      report = g_steal_pointer (&again);
      g_ptr_array_unref (documents);
      documents = g_steal_pointer (&rewritten);
    }
  return g_steal_pointer (&report);
}

/* Reads the files of one report. `outlines` (TrellisOutline) are its files in order; `layout` NULL
 * chooses the template by its headings. A section becomes rows only where writing the rows gives
 * back every word; everything else stays text. A second section of a kind stays text.
 *
 * `lints`, if not NULL, receives TrellisLint elements. Returns NULL with an error only when
 * there is no word in it. */
TrellisReport *
trellis_report_read (GPtrArray             *outlines,
                     const TrellisTemplate *layout,
                     GPtrArray            **lints,
                     GError               **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_lint_free);
  TrellisReport        *report;

  if (is_blank (outlines))
    {
      g_set_error_literal (error, TRELLIS_ERROR, TRELLIS_ERROR_EMPTY,
                           _("There is nothing to read in this report."));
      return NULL;
    }

  report = settle (read_once (outlines, layout, found), layout);
  trellis_report_take_front_matter (report, outlines);
  if (lints != NULL)
    *lints = g_steal_pointer (&found);
  return report;
}
