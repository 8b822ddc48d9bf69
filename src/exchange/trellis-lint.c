/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-lint.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trellis-count-blocks.h"
#include "trellis-count-links.h"
#include "trellis-count-text.h"
#include "trellis-count-words.h"
#include "trellis-lint-unknown.h"

#define MAX_PLACEHOLDER_BYTES 200

static const char *const placeholder_words[]
    = { "todo", "tbd", "tba", "fixme", "xxx", "lorem ipsum" };

void
trellis_lint_free (TrellisLint *self)
{
  g_free (self->message);
  g_free (self);
}

static void
add_lint (GPtrArray *lints, const char *id, const char *file, int line, char *message)
{
  TrellisLint *lint = g_new0 (TrellisLint, 1);

  lint->id = id;
  lint->file = g_intern_string (file);
  lint->line = line;
  lint->message = message;
  g_ptr_array_add (lints, lint);
}

/* "<Role>", "[Your answer]": nothing but a word in brackets that is neither tag, link nor box. */
static gboolean
is_bracketed (const char *plain)
{
  gsize length = strlen (plain);

  if (length < 4 || strchr (plain, '/') != NULL || strchr (plain + 1, '<') != NULL)
    return FALSE;
  if (plain[0] == '<' && plain[length - 1] == '>')
    return strchr (plain, '>') == plain + length - 1 && strchr (plain, '@') == NULL
           && strchr (plain, '=') == NULL;
  return plain[0] == '[' && plain[length - 1] == ']' && strchr (plain + 1, '[') == NULL
         && g_str_has_prefix (plain, "[Your ");
}

static gboolean
is_placeholder (const TrellisLine *line)
{
  g_autofree char *plain = NULL;
  g_autofree char *folded = NULL;

  if (strlen (line->text) > MAX_PLACEHOLDER_BYTES)
    return FALSE;
  plain = trellis_count_plain (line->text);
  if (line->kind == TRELLIS_LINE_ITEM && trellis_count_is_nothing (plain))
    return TRUE;
  if (is_bracketed (plain))
    return TRUE;
  folded = trellis_count_fold (plain);
  for (guint i = 0; i < G_N_ELEMENTS (placeholder_words); i++)
    {
      gsize length = strlen (placeholder_words[i]);

      if (strncmp (folded, placeholder_words[i], length) == 0 && !g_ascii_isalnum (folded[length]))
        return TRUE;
    }
  return FALSE;
}

static void
look_at_line (GPtrArray *lints, const char *file, const TrellisLine *line)
{
  if (line->kind != TRELLIS_LINE_TEXT && line->kind != TRELLIS_LINE_ITEM
      && line->kind != TRELLIS_LINE_NUMBERED)
    return;
  if (strstr (line->text, "<!--") != NULL && strchr (line->text, '`') == NULL)
    add_lint (lints, "open-comment", file, line->number,
              g_strdup (_("A comment begins here and is never closed; close it with “-->”.")));
  else if (trellis_words_are_task (line->text))
    add_lint (lints, "task-text", file, line->number,
              g_strdup (_("This is text of the assignment; replace it with your own.")));
  else if (is_placeholder (line))
    add_lint (lints, "placeholder", file, line->number,
              g_strdup (_("This is a placeholder; fill it in or remove it.")));
}

static gboolean
needs_text (TrellisSectionKind kind)
{
  return kind != TRELLIS_SECTION_TEXT && kind != TRELLIS_SECTION_TITLE && kind != TRELLIS_SECTION_ME
         && kind != TRELLIS_SECTION_POSTINGS;
}

static void
look_at_section (GPtrArray *lints, const TrellisSectionRange *range, guint *seen)
{
  TrellisCountSpan span = trellis_count_range_span (range);

  for (guint i = range->begin; i < range->end; i++)
    look_at_line (lints, range->outline->file, trellis_count_line (span, i));
  if (range->heading == NULL)
    return;
  if (needs_text (range->kind) && range->rest == NULL && !trellis_count_has_content (span))
    add_lint (lints, "empty-section", range->outline->file, range->heading->number,
              g_strdup_printf (_("The section “%s” is empty."), range->heading->text));
  else if (needs_text (range->kind) && (*seen & 1u << range->kind) != 0)
    add_lint (lints, "second-section", range->outline->file, range->heading->number,
              g_strdup_printf (_("“%s” is a second section of its kind; join it with the first."),
                               range->heading->text));
  *seen |= 1u << range->kind;
}

static void
look_at_unknown (GPtrArray *lints, const TrellisSections *sections)
{
  g_autoptr (GArray) found = trellis_lint_find_unknown (sections);

  for (guint i = 0; i < found->len; i++)
    {
      const TrellisUnknownSection *unknown = &g_array_index (found, TrellisUnknownSection, i);

      add_lint (lints, "unknown-section", unknown->outline->file, unknown->heading->number,
                /* Translators: a heading of the report, and one that the template asks for. */
                g_strdup_printf (_("“%s” is no heading of this template, and “%s” is missing: "
                                   "is it that?"),
                                 unknown->heading->text, unknown->missing));
    }
}

static void
look_at_links (GPtrArray *lints, const TrellisReport *evidence)
{
  g_autoptr (GPtrArray)  links = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) ids = NULL;

  for (guint i = 0; i < evidence->postings->len; i++)
    g_ptr_array_add (links, ((TrellisPosting *) g_ptr_array_index (evidence->postings, i))->link);
  ids = trellis_links_collect_ids (links);
  for (guint i = 0; i < evidence->postings->len; i++)
    {
      const TrellisPosting *posting = g_ptr_array_index (evidence->postings, i);
      TrellisLinkKind       kind;

      if (*posting->link == '\0')
        continue;
      kind = trellis_links_classify (posting->link, ids);
      if (kind == TRELLIS_LINK_INVENTED)
        add_lint (lints, "invented-link", posting->base.file, posting->base.line,
                  g_strdup_printf (_("“%s” looks invented; link to a posting that you have seen."),
                                   posting->link));
      else if (kind == TRELLIS_LINK_LISTING)
        add_lint (
            lints, "listing-link", posting->base.file, posting->base.line,
            g_strdup_printf (_("“%s” leads to a list of postings; link to the posting itself."),
                             posting->link));
      else if (!g_hash_table_add (seen, posting->link))
        add_lint (
            lints, "repeated-link", posting->base.file, posting->base.line,
            g_strdup_printf (_("“%s” is the link of an earlier posting too."), posting->link));
    }
}

/* Sections that tables could draw, but that were kept as they are written. */
static void
look_at_report (GPtrArray *lints, const TrellisReport *report)
{
  for (guint i = 0; i < report->sections->len; i++)
    {
      const TrellisSection *section = g_ptr_array_index (report->sections, i);

      switch (section->kind)
        {
        case TRELLIS_SECTION_MATRIX:
        case TRELLIS_SECTION_ROLES:
        case TRELLIS_SECTION_COMMON:
        case TRELLIS_SECTION_HAVE:
        case TRELLIS_SECTION_LACK:
        case TRELLIS_SECTION_POSTINGS:
        case TRELLIS_SECTION_RECURRING:
        case TRELLIS_SECTION_SINGLE:
          if (*section->text != '\0')
            add_lint (lints, "kept-as-text", section->base.file, section->base.line,
                      g_strdup_printf (_("“%s” cannot become a list without losing words; "
                                         "it stays text."),
                                       section->heading));
          break;
        default:
          break;
        }
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const TrellisLint *first = *(const TrellisLint *const *) a;
  const TrellisLint *second = *(const TrellisLint *const *) b;
  int                files = g_strcmp0 (first->file, second->file);

  return files != 0 ? files : first->line - second->line;
}

/**
 * trellis_lint_find:
 * @sections: a report's sections
 * @evidence: its postings, of trellis_count()
 * @report: (nullable): what was read as rows
 *
 * Returns: (transfer full) (element-type TrellisLint): what is worth a look, by file and line
 */
GPtrArray *
trellis_lint_find (const TrellisSections *sections,
                   const TrellisReport   *evidence,
                   const TrellisReport   *report)
{
  GPtrArray *lints = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_lint_free);
  guint      seen = 0;

  for (guint i = 0; i < sections->ranges->len; i++)
    look_at_section (lints, trellis_sections_get (sections, i), &seen);
  look_at_unknown (lints, sections);
  look_at_links (lints, evidence);
  if (report != NULL)
    look_at_report (lints, report);
  g_ptr_array_sort (lints, compare_places);
  return lints;
}

/* How many there are of one id. */
int
trellis_lint_count (GPtrArray *lints, const char *id)
{
  int n = 0;

  for (guint i = 0; i < lints->len; i++)
    n += strcmp (((const TrellisLint *) g_ptr_array_index (lints, i))->id, id) == 0;
  return n;
}
