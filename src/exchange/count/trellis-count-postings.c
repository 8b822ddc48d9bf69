/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-count-postings.h"

#include <string.h>

#include "trellis-count-links.h"
#include "trellis-count-private.h"
#include "trellis-count-text.h"
#include "trellis-count-words.h"

#define MIN_SKILLS 3
#define MAX_SKILLS 5

void
trellis_count_posting_free (TrellisCountPosting *posting)
{
  g_free (posting->title);
  g_free (posting->line);
  g_ptr_array_unref (posting->links);
  g_ptr_array_unref (posting->skills);
  g_free (posting);
}

static void
collect_links (TrellisCountPosting *posting, const char *text)
{
  g_autoptr (GPtrArray) links = trellis_links_find (text);

  for (guint i = 0; i < links->len; i++)
    if (!g_ptr_array_find_with_equal_func (posting->links, g_ptr_array_index (links, i),
                                           g_str_equal, NULL))
      g_ptr_array_add (posting->links, g_strdup (g_ptr_array_index (links, i)));
}

/* What is left of a line as a title: no number, label, address or empty link text. */
static char *
take_title (const char *text)
{
  g_autofree char *plain = trellis_count_plain (text);
  g_autofree char *dropped = trellis_links_drop (plain);
  g_autofree char *title = trellis_count_drop_ordinal (dropped);
  g_autofree char *label = NULL;
  const char      *rest;

  if (trellis_count_split_label (title, &label, &rest) && trellis_words_label_title (label))
    {
      g_autofree char *behind = trellis_count_drop_ordinal (rest);

      g_free (title);
      title = g_steal_pointer (&behind);
    }
  if (!trellis_count_has_letters (title) || trellis_words_label_ordinal (title)
      || trellis_words_are_empty_link (title))
    return g_strdup ("");
  return g_steal_pointer (&title);
}

/* Splits what a line says into skills. */
static void
add_skills (TrellisCountPosting *posting, const char *text)
{
  g_autofree char      *dropped = trellis_links_drop (text);
  g_autofree char      *label = NULL;
  g_autoptr (GPtrArray) pieces = NULL;
  const char           *rest = dropped;

  if (trellis_count_split_label (dropped, &label, &rest)
      && trellis_posting_field (dropped) != TRELLIS_POSTING_FIELD_SKILLS && *rest != '\0')
    rest = dropped;
  pieces = trellis_count_split_pieces (rest);
  for (guint i = 0; i < pieces->len; i++)
    {
      g_autofree char *outside = trellis_count_drop_brackets (g_ptr_array_index (pieces, i));

      if (trellis_count_has_letters (outside))
        g_ptr_array_add (posting->skills, g_strdup (g_ptr_array_index (pieces, i)));
    }
}

/* "[Brightwave](https://…)": the line is its link, whatever the link's text says. */
static gboolean
is_whole_link (const char *plain)
{
  const char *inner = strstr (plain, "](");

  return *plain == '[' && inner != NULL && strstr (inner + 2, "](") == NULL
         && strchr (inner, ')') != NULL && strchr (inner, ')')[1] == '\0';
}

/* A line below the first: a title where there is none yet and no skills were announced, a field,
 * or skills. */
static void
read_body_line (TrellisCountPosting *posting, const TrellisLine *line, gboolean *announced)
{
  g_autofree char *plain = trellis_count_plain (line->text);

  switch (trellis_posting_field (plain))
    {
    case TRELLIS_POSTING_FIELD_OTHER:
      return;
    case TRELLIS_POSTING_FIELD_SKILLS:
      *announced = TRUE;
      add_skills (posting, plain);
      return;
    case TRELLIS_POSTING_FIELD_TITLE:
    case TRELLIS_POSTING_FIELD_NONE:
      break;
    }
  if (trellis_posting_is_bare_link (plain))
    return;
  if (*posting->title == '\0' && !*announced)
    {
      g_free (posting->title);
      posting->title = take_title (plain);
      if (*posting->title != '\0')
        return;
    }
  if (trellis_posting_field (plain) != TRELLIS_POSTING_FIELD_TITLE && !is_whole_link (plain))
    add_skills (posting, plain);
}

static void
read_body (TrellisCountPosting *posting, TrellisCountSpan body)
{
  gboolean announced = FALSE;

  for (guint i = body.begin; i < body.end; i++)
    {
      const TrellisLine *line = trellis_count_line (body, i);

      if (line->kind != TRELLIS_LINE_TEXT && line->kind != TRELLIS_LINE_ITEM
          && line->kind != TRELLIS_LINE_NUMBERED && line->kind != TRELLIS_LINE_HEADING)
        continue;
      collect_links (posting, line->text);
      if (!trellis_count_is_nothing (line->text))
        read_body_line (posting, line, &announced);
    }
}

/* "Posting 2: Data analyst, Peony" without its label, whose colon parts no skills from a title. */
static const char *
skip_title_label (const char *plain)
{
  g_autofree char *label = NULL;
  const char      *rest;

  return trellis_count_split_label (plain, &label, &rest) && trellis_words_label_title (label)
             ? rest
             : plain;
}

/* Skills on the first line itself: behind the address, or behind the title's dash or colon. */
static void
read_first_line_skills (TrellisCountPosting *posting, const char *plain)
{
  const char *behind = trellis_links_behind (plain);

  if (behind == NULL
      && trellis_count_find_separator (skip_title_label (plain), &behind) == NULL)
    return;
  while (*behind != '\0' && !g_unichar_isalnum (g_utf8_get_char (behind)))
    behind = g_utf8_next_char (behind);
  if (strchr (behind, ',') != NULL || strchr (behind, ';') != NULL)
    add_skills (posting, behind);
}

static gboolean
is_number (const char *cell)
{
  return *cell != '\0' && strspn (cell, "0123456789.# ") == strlen (cell);
}

/* The cell's column head, or "". */
static const char *
column_head (const TrellisCountBlock *row, guint column)
{
  for (guint i = 0; row->head != NULL && row->head->cells[i] != NULL; i++)
    if (i == column)
      return row->head->cells[i];
  return "";
}

static void
read_row (TrellisCountPosting *posting, const TrellisCountBlock *row)
{
  char **cells = row->line->cells;

  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *plain = trellis_count_plain (cells[i]);
      const char      *head = column_head (row, i);

      collect_links (posting, plain);
      if (is_number (plain) || !trellis_count_has_letters (plain))
        continue;
      if (*posting->title == '\0' && !trellis_words_label_skills (head))
        {
          g_free (posting->title);
          posting->title = take_title (plain);
          if (*posting->title != '\0')
            continue;
        }
      if (!trellis_posting_is_bare_link (plain) && !trellis_words_label_field (head))
        add_skills (posting, plain);
    }
}

/* The title and what the table says beside it of who and where, but not the skills. */
static char *
join_row (const TrellisCountPosting *posting, const TrellisCountBlock *row)
{
  GString *line = g_string_new (posting->title);
  char   **cells = row->line->cells;

  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *plain = trellis_count_plain (cells[i]);

      if (trellis_words_label_field (column_head (row, i)) && !trellis_links_has (plain))
        g_string_append_printf (line, " %s", plain);
    }
  return g_string_free_and_steal (line);
}

static TrellisCountPosting *
read_posting (TrellisCountSpan span, const TrellisCountBlock *block)
{
  TrellisCountPosting *posting = g_new0 (TrellisCountPosting, 1);
  g_autofree char     *plain = trellis_count_plain (block->line->text);

  posting->links = g_ptr_array_new_with_free_func (g_free);
  posting->skills = g_ptr_array_new_with_free_func (g_free);
  posting->file = g_intern_string (span.outline->file);
  posting->number = block->line->number;
  posting->title = g_strdup ("");
  posting->line = g_strdup (plain);
  if (block->line->kind == TRELLIS_LINE_ROW)
    {
      read_row (posting, block);
      g_free (posting->line);
      posting->line = join_row (posting, block);
      return posting;
    }
  g_free (posting->title);
  posting->title = take_title (plain);
  collect_links (posting, plain);
  read_body (posting, trellis_count_body (span, block));
  if (posting->skills->len < MIN_SKILLS)
    read_first_line_skills (posting, plain);
  if (posting->title != NULL && strstr (posting->line, posting->title) == NULL)
    {
      char *line = g_strconcat (posting->line, " ", posting->title, NULL);

      g_free (posting->line);
      posting->line = line;
    }
  return posting;
}

/**
 * trellis_count_find_postings:
 * @span: lines in which postings stand
 *
 * Returns: (transfer full) (element-type TrellisCountPosting): what is said about each
 */
GPtrArray *
trellis_count_find_postings (TrellisCountSpan span)
{
  GPtrArray *postings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_count_posting_free);
  g_autoptr (GArray) blocks = trellis_posting_find_blocks (span);

  for (guint i = 0; i < blocks->len; i++)
    g_ptr_array_add (postings, read_posting (span, trellis_count_block (blocks, i)));
  return postings;
}

/* The span without the postings that follow its own list. */
TrellisCountSpan
trellis_count_before_postings (TrellisCountSpan span)
{
  return (TrellisCountSpan) { span.outline, span.begin, trellis_posting_find_begin (span) };
}

static void
add_bare_links (TrellisCount *count, TrellisCountSpan span)
{
  for (guint i = span.begin; i < span.end; i++)
    {
      const TrellisLine *line = trellis_count_line (span, i);
      TrellisCountBlock  block = { .line = line, .index = i, .end = i + 1 };

      if ((line->kind == TRELLIS_LINE_TEXT || line->kind == TRELLIS_LINE_ITEM)
          && trellis_posting_is_bare_link (line->text))
        g_ptr_array_add (count->postings, read_posting (span, &block));
    }
}

/* What stands before the first section may have a link, which is no posting: "See our site". */
static gboolean
is_introduction (TrellisCount *count, const TrellisSectionRange *range)
{
  return (range->kind == TRELLIS_SECTION_TEXT || range->kind == TRELLIS_SECTION_TITLE)
         && range == trellis_sections_get (count->sections, 0) && count->sections->ranges->len > 1;
}

static void
add_postings (TrellisCount *count, const TrellisSectionRange *range)
{
  TrellisCountSpan      span = trellis_count_range_span (range);
  g_autoptr (GPtrArray) found = NULL;

  switch (range->kind)
    {
    case TRELLIS_SECTION_POSTINGS:
      break;
    case TRELLIS_SECTION_TEXT:
    case TRELLIS_SECTION_TITLE:
    case TRELLIS_SECTION_ME:
    case TRELLIS_SECTION_ROLE:
    case TRELLIS_SECTION_HAVE:
    case TRELLIS_SECTION_LACK:
    case TRELLIS_SECTION_RECURRING:
    case TRELLIS_SECTION_SINGLE:
      {
        TrellisCountSpan before = trellis_count_before_postings (span);

        add_bare_links (count, before);
        span.begin = before.end;
        break;
      }
    default:
      return;
    }
  if (span.begin == span.end)
    return;
  found = trellis_count_find_postings (span);
  if (found->len > 1 || !is_introduction (count, range))
    g_ptr_array_extend_and_steal (count->postings, g_steal_pointer (&found));
}

static void
judge_links (TrellisCount *count)
{
  g_autoptr (GPtrArray)  all = g_ptr_array_new ();
  g_autoptr (GHashTable) ids = NULL;

  for (guint i = 0; i < count->postings->len; i++)
    {
      const TrellisCountPosting *posting = g_ptr_array_index (count->postings, i);

      for (guint j = 0; j < posting->links->len; j++)
        g_ptr_array_add (all, g_ptr_array_index (posting->links, j));
    }
  ids = trellis_links_collect_ids (all);
  for (guint i = 0; i < count->postings->len; i++)
    {
      const TrellisCountPosting *posting = g_ptr_array_index (count->postings, i);
      gboolean                   kinds[3] = { FALSE };

      for (guint j = 0; j < posting->links->len; j++)
        kinds[trellis_links_classify (g_ptr_array_index (posting->links, j), ids)] = TRUE;
      count->figures->postings_with_invented_link += kinds[TRELLIS_LINK_INVENTED];
      count->figures->postings_with_listing_link
          += kinds[TRELLIS_LINK_LISTING] && !kinds[TRELLIS_LINK_DIRECT];
      count->figures->postings_with_direct_link += kinds[TRELLIS_LINK_DIRECT];
    }
}

static void
add_evidence (TrellisCount *count, const TrellisCountPosting *posting)
{
  TrellisPosting *record = trellis_report_add (count->evidence, &trellis_posting_type);
  gint64          id = record->base.id;

  record->base.file = posting->file;
  record->base.line = posting->number;
  g_set_str (&record->title, posting->title);
  g_set_str (&record->link, posting->links->len > 0 ? g_ptr_array_index (posting->links, 0) : "");
  for (guint i = 0; i < posting->skills->len; i++)
    {
      TrellisPostingSkill *skill
          = trellis_report_add (count->evidence, &trellis_posting_skill_type);

      skill->posting_id = id;
      skill->position = (int) i + 1;
      g_set_str (&skill->name, g_ptr_array_index (posting->skills, i));
    }
}

/* Postings stand in the market section, or anywhere but in matrix, roles, common skills and
 * reflection. */
void
trellis_count_postings (TrellisCount *count)
{
  TrellisFigures *figures = count->figures;

  for (guint i = 0; i < count->sections->ranges->len; i++)
    add_postings (count, trellis_sections_get (count->sections, i));
  figures->postings = (int) count->postings->len;
  for (guint i = 0; i < count->postings->len; i++)
    {
      const TrellisCountPosting *posting = g_ptr_array_index (count->postings, i);

      figures->postings_with_title += *posting->title != '\0';
      figures->postings_with_3_skills += posting->skills->len >= MIN_SKILLS;
      figures->postings_with_3_to_5_skills
          += posting->skills->len >= MIN_SKILLS && posting->skills->len <= MAX_SKILLS;
      add_evidence (count, posting);
    }
  judge_links (count);
}
