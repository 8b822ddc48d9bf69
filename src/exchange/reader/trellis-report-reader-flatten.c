/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-reader-rows.h"

#include <string.h>

#include "trellis-sections.h"

/* What is no list, as the items that would say the same: the rows of a table ("**Name** — cell —
 * cell") and the pieces of a sentence that only lists. */

#define DASH " — "
#define MIN_PIECES 3
#define MAX_PIECE_BYTES 120

typedef struct
{
  char   **cells; /* the head's */
  guint    n_columns;
  guint    name;   /* the column of names: the first but for a column of numbers */
  gboolean places; /* the other columns are roles, with marks where they work */
} Table;

static gboolean
is_ordinal (const char *cell)
{
  return *cell != '\0' && strspn (cell, "0123456789.)") == strlen (cell);
}

/* Whether the head of a column says that it counts the rows. */
gboolean
trellis_reader_heads_numbers (const char *cell)
{
  static const char *const heads[] = { "#", "№", "no", "no.", "n", "nr", "№ п/п", NULL };
  g_autofree char         *folded = g_utf8_strdown (cell, -1);

  return g_strv_contains (heads, g_strstrip (folded));
}

/* More than half of the heads behind the names are roles: a table of marks. */
static gboolean
names_roles (const Table *table)
{
  guint roles = 0;

  for (guint i = table->name + 1; i < table->n_columns; i++)
    roles += trellis_sections_is_role_name (table->cells[i]);
  return roles * 2 > table->n_columns - table->name - 1;
}

/* The first `n_columns` cells of a row have to be all that it has. */
static gboolean
fits (const Table *table,
      char       **cells)
{
  return cells != NULL && g_strv_length (cells) <= table->n_columns;
}

static const char *
get_cell (char **cells,
          guint  column)
{
  for (guint i = 0; cells[i] != NULL; i++)
    if (i == column)
      return cells[i];
  return "";
}

/* A cell of a table of marks: the role itself, with what the cell says beyond a mark. */
static void
append_mark (GString    *text,
             const char *separator,
             const char *role,
             const char *cell)
{
  g_string_append_printf (text, "%s%s", separator, role);
  if (trellis_reader_says_something (cell))
    g_string_append_printf (text, " (%s)", cell);
}

static void
append_cells (GString     *text,
              const Table *table,
              char       **cells)
{
  gboolean any = FALSE;

  for (guint i = table->name + 1; i < table->n_columns; i++)
    {
      const char *cell = get_cell (cells, i);

      if (*cell == '\0')
        continue;
      if (table->places)
        append_mark (text, any ? ", " : DASH, table->cells[i], cell);
      else
        g_string_append_printf (text, "%s%s", DASH, cell);
      any = TRUE;
    }
}

static char *
write_row (const Table *table,
           char       **cells)
{
  const char *name = get_cell (cells, table->name);
  GString    *text = g_string_new (NULL);

  g_string_append_printf (text, strchr (name, '*') == NULL ? "**%s**" : "%s", name);
  append_cells (text, table, cells);
  return g_string_free_and_steal (text);
}

/* A row without a name goes on with the one above. */
static void
continue_entry (TrellisReaderEntry *entry,
                const Table        *table,
                char              **cells)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char    *head = entry->head;

  append_cells (text, table, cells);
  if (g_str_has_prefix (text->str, DASH))
    g_string_erase (text, 0, strlen (DASH));
  entry->head = g_strconcat (head, ", ", text->str, NULL);
}

/* The words of the head that no row repeats: they introduce the list. */
static char *
write_lead (const Table *table)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < table->n_columns && (i <= table->name || !table->places); i++)
    if (trellis_reader_says_something (table->cells[i]))
      g_ptr_array_add (words, table->cells[i]);
  if (words->len == 0)
    return g_strdup ("");
  g_ptr_array_add (words, NULL);
  return g_strjoinv (DASH, (char **) words->pdata);
}

static gboolean
read_head (Table              *table,
           TrellisReaderEntry *entry)
{
  table->cells = entry->line->cells;
  if (table->cells == NULL)
    return FALSE;
  table->n_columns = g_strv_length (table->cells);
  table->name = trellis_reader_heads_numbers (get_cell (table->cells, 0)) ? 1 : 0;
  if (table->n_columns < table->name + 2)
    return FALSE;
  table->places = names_roles (table);
  return TRUE;
}

/* Whether the number column, where there is one, counts the rows. */
static gboolean
counts (const Table *table,
        char       **cells,
        guint        row)
{
  const char *number = get_cell (cells, 0);

  return table->name == 0 || (is_ordinal (number) && atoi (number) == (int) row);
}

/**
 * trellis_reader_flatten_table:
 * @entries: the rows of a table, its head first
 *
 * Makes the rows what items would say: "**Gateway** — Back-end engineer, QA engineer". A table
 * whose other columns are roles names those that are marked. The words of the head go to `lead`.
 *
 * Returns: FALSE when it is no table of names, or its numbers do not count the rows
 */
gboolean
trellis_reader_flatten_table (TrellisReaderEntries *entries)
{
  Table table;
  guint kept = 1;

  if (entries->entries->len < 2 || !read_head (&table, g_ptr_array_index (entries->entries, 0)))
    return FALSE;
  for (guint i = 1; i < entries->entries->len; i++)
    {
      TrellisReaderEntry *entry = g_ptr_array_index (entries->entries, i);
      char              **cells = entry->line->cells;

      if (!fits (&table, cells))
        return FALSE;
      if (!trellis_reader_says_something (get_cell (cells, table.name)))
        {
          if (kept == 1)
            return FALSE;
          continue_entry (g_ptr_array_index (entries->entries, kept - 1), &table, cells);
          continue;
        }
      if (!counts (&table, cells, kept))
        return FALSE;
      g_free (entry->head);
      entry->head = write_row (&table, cells);
      entries->entries->pdata[i] = entries->entries->pdata[kept];
      entries->entries->pdata[kept++] = entry;
    }
  entries->lead = write_lead (&table);
  entries->style = table.name > 0 ? TRELLIS_LIST_NUMBERS : TRELLIS_LIST_BULLETS;
  g_ptr_array_set_size (entries->entries, (int) kept);
  g_ptr_array_remove_index (entries->entries, 0);
  return entries->entries->len > 0;
}

/* The first run of plain lines in `range`, when it is the only thing in it beside comments. */
static gboolean
find_only_paragraph (TrellisReaderRange  range,
                     TrellisReaderRange *paragraph)
{
  *paragraph = (TrellisReaderRange) { range.outline, 0, 0 };
  for (guint i = range.begin; i < range.end; i++)
    {
      TrellisLineKind kind = trellis_reader_line (range, i)->kind;

      if (kind == TRELLIS_LINE_BLANK || kind == TRELLIS_LINE_COMMENT)
        continue;
      if (kind != TRELLIS_LINE_TEXT || (paragraph->end > 0 && paragraph->end != i))
        return FALSE;
      if (paragraph->end == 0)
        paragraph->begin = i;
      paragraph->end = i + 1;
    }
  return paragraph->end > 0;
}

static char *
join_lines (TrellisReaderRange paragraph)
{
  GString *text = g_string_new (NULL);

  for (guint i = paragraph.begin; i < paragraph.end; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                            trellis_reader_line (paragraph, i)->text);
  return g_string_free_and_steal (text);
}

/**
 * trellis_reader_find_pieces:
 * @range: the lines of a section
 *
 * A section that is one paragraph of short names between commas: each is an entry.
 *
 * Returns: (transfer full) (nullable): the entries, or NULL when it is something else
 */
TrellisReaderEntries *
trellis_reader_find_pieces (TrellisReaderRange range)
{
  TrellisReaderRange    paragraph;
  TrellisReaderEntries *result;
  g_autofree char      *text = NULL;
  g_autoptr (GPtrArray) pieces = NULL;

  if (!find_only_paragraph (range, &paragraph))
    return NULL;
  text = join_lines (paragraph);
  pieces = trellis_reader_split_pieces (text);
  if (pieces->len < MIN_PIECES)
    return NULL;
  for (guint i = 0; i < pieces->len; i++)
    if (strlen (g_ptr_array_index (pieces, i)) > MAX_PIECE_BYTES)
      return NULL;

  result = trellis_reader_entries_new ();
  for (guint i = 0; i < pieces->len; i++)
    trellis_reader_entries_add (
        result, trellis_reader_line (range, paragraph.begin), g_ptr_array_index (pieces, i),
        (TrellisReaderRange) { range.outline, paragraph.end, paragraph.end });
  result->before = (TrellisReaderRange) { range.outline, range.begin, paragraph.begin };
  result->after = (TrellisReaderRange) { range.outline, paragraph.end, range.end };
  result->style = TRELLIS_LIST_BULLETS;
  return result;
}
