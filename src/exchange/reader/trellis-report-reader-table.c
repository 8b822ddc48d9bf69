/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-reader-rows.h"

#include <string.h>

#include "trellis-text.h"

/* What the columns of a table of postings hold; -1: no such column. */
typedef struct
{
  int number;
  int title;
  int link;
  int skills;
} Columns;

static gboolean
heads (const char        *cell,
       const char *const *words)
{
  g_autofree char *folded = trellis_text_fold (cell);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
read_columns (char   **cells,
              Columns *columns)
{
  static const char *const links[] = { "link", "url", "ссылк", NULL };
  static const char *const skills[] = { "skill", "requir", "навык", "требован", NULL };
  static const char *const titles[]
      = { "title", "role", "position", "posting", "vacancy", "job", "ваканси", "должност", NULL };

  *columns = (Columns) { -1, -1, -1, -1 };
  for (int i = 0; cells[i] != NULL; i++)
    {
      int *column = trellis_reader_heads_numbers (cells[i]) ? &columns->number
                    : heads (cells[i], links)               ? &columns->link
                    : heads (cells[i], skills)              ? &columns->skills
                    : heads (cells[i], titles)              ? &columns->title
                                                            : NULL;

      if (column != NULL && *column >= 0)
        return FALSE;
      if (column != NULL)
        *column = i;
    }
  return columns->title >= 0 && columns->link >= 0;
}

static void
read_link_cell (TrellisPosting *posting,
                const char     *cell)
{
  g_auto (TrellisReaderLink) link = { 0 };

  if (!trellis_reader_find_link (cell, &link))
    return;
  g_set_str (&posting->link, link.target);
  g_free (posting->link_text);
  posting->link_text = trellis_reader_plain (link.text);
}

static void
read_skills_cell (TrellisReport            *report,
                  TrellisPosting           *posting,
                  const TrellisReaderEntry *entry,
                  const char               *cell)
{
  g_autoptr (GPtrArray) pieces = trellis_reader_split_pieces (cell);

  for (guint i = 0; i < pieces->len; i++)
    {
      TrellisPostingSkill *skill
          = trellis_reader_add (report, &trellis_posting_skill_type, entry->body, entry->line);

      skill->posting_id = posting->base.id;
      skill->position = (int) i + 1;
      g_set_str (&skill->name, g_ptr_array_index (pieces, i));
    }
}

static gboolean
is_field (const Columns *columns,
          int            column)
{
  return column == columns->number || column == columns->title || column == columns->link
         || column == columns->skills;
}

/* What stands in the other columns, behind their heads: "Company: Brightwave". */
static char *
note_of_row (const Columns *columns,
             char         **head,
             char         **cells)
{
  g_autoptr (GString) note = g_string_new (NULL);

  for (int i = 0; cells[i] != NULL; i++)
    if (!is_field (columns, i) && *cells[i] != '\0')
      g_string_append_printf (note, "%s: %s\n\n", head[i], cells[i]);
  return trellis_reader_canonical (note->str);
}

/* A row becomes a posting; the heads of the columns become its labels, so that no word of the
 * table's head is lost. */
static gboolean
read_row (TrellisReport            *report,
          const TrellisReaderEntry *entry,
          const Columns            *columns,
          char                    **head,
          guint                     n_columns)
{
  char          **cells = entry->line->cells;
  TrellisPosting *posting;

  if (cells == NULL || g_strv_length (cells) != n_columns)
    return FALSE;
  posting = trellis_reader_add (report, &trellis_posting_type, entry->body, entry->line);
  posting->position = (int) report->postings->len;
  g_free (posting->title);
  posting->title = trellis_reader_plain (cells[columns->title]);
  g_free (posting->label);
  posting->label = trellis_reader_plain (head[columns->title]);
  g_free (posting->link_label);
  posting->link_label = trellis_reader_plain (head[columns->link]);
  read_link_cell (posting, cells[columns->link]);
  if (columns->skills >= 0)
    {
      g_free (posting->skills_label);
      posting->skills_label = trellis_reader_plain (head[columns->skills]);
      read_skills_cell (report, posting, entry, cells[columns->skills]);
    }
  g_free (posting->note);
  posting->note = note_of_row (columns, head, cells);
  return *posting->title != '\0' || *posting->link != '\0';
}

static gboolean
counts_up (const TrellisReaderEntries *entries,
           int                         column)
{
  for (guint i = 1; i < entries->entries->len; i++)
    {
      const TrellisReaderEntry *entry = g_ptr_array_index (entries->entries, i);
      char                    **cells = entry->line->cells;
      g_autofree char          *number = g_strdup_printf ("%u", i);

      if (cells == NULL || g_strv_length (cells) <= (guint) column
          || !g_str_equal (cells[column], number))
        return FALSE;
    }
  return TRUE;
}

/* Postings from the rows of a table whose head names title, link and skills. */
gboolean
trellis_reader_read_posting_table (TrellisReport        *report,
                                   TrellisReaderEntries *entries)
{
  const TrellisReaderEntry *first = g_ptr_array_index (entries->entries, 0);
  char                    **head = first->line->cells;
  Columns                   columns;

  if (head == NULL || entries->entries->len < 2 || !read_columns (head, &columns))
    return FALSE;
  if (columns.number >= 0 && !counts_up (entries, columns.number))
    return FALSE;
  for (guint i = 1; i < entries->entries->len; i++)
    if (!read_row (report, g_ptr_array_index (entries->entries, i), &columns, head,
                   g_strv_length (head)))
      return FALSE;
  entries->style = columns.number >= 0 ? TRELLIS_LIST_NUMBERS : TRELLIS_LIST_BULLETS;
  return TRUE;
}
