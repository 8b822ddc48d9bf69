/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-csv.h"
#include "trellis-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* RFC 4180, and what is met in its place: any line end, semicolons or tabs, a byte order mark, a
 * first line "sep=;", words behind a closing quote. */

typedef struct
{
  const char *next;
  char        separator;
  int         line;
} Reader;

static void
row_free (TrellisCsvRow *row)
{
  g_ptr_array_unref (row->cells);
  g_free (row);
}

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* The separator that the first row has most of; of two as frequent not the comma, which stands in
 * sentences too. */
static char
find_separator (const char *text)
{
  static const char separators[] = { '\t', ';', ',' };
  guint             counts[G_N_ELEMENTS (separators)] = { 0 };
  guint             best = G_N_ELEMENTS (separators) - 1;
  gboolean          quoted = FALSE;

  for (const char *p = text; *p != '\0' && (quoted || !is_line_end (*p)); p++)
    {
      quoted ^= *p == '"';
      for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
        counts[i] += !quoted && *p == separators[i];
    }
  for (guint i = G_N_ELEMENTS (separators); i > 0; i--)
    if (counts[i - 1] > 0 && counts[i - 1] >= counts[best])
      best = i - 1;
  return separators[best];
}

static void
take_line_end (Reader *self)
{
  if (self->next[0] == '\r' && self->next[1] == '\n')
    self->next++;
  self->next++;
  self->line++;
}

static void
take_plain (Reader  *self,
            GString *cell)
{
  const char *begin = self->next;

  while (*self->next != '\0' && *self->next != self->separator && !is_line_end (*self->next))
    self->next++;
  g_string_append_len (cell, begin, self->next - begin);
}

/* Takes what stands between quotes. Returns: whether it ends */
static gboolean
take_quoted (Reader  *self,
             GString *cell)
{
  for (self->next++; *self->next != '\0';)
    {
      if (is_line_end (*self->next))
        {
          g_string_append_c (cell, '\n');
          take_line_end (self);
          continue;
        }
      if (*self->next == '"' && *++self->next != '"')
        return TRUE;
      g_string_append_c (cell, *self->next++);
    }
  return FALSE;
}

static char *
take_cell (Reader     *self,
           const char *name,
           GError    **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  int                 line = self->line;

  if (*self->next == '"' && !take_quoted (self, cell))
    {
      /* Translators: a file, and a line of it. */
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_SYNTAX,
                   _("%s:%d: A cell begins with a quotation mark and does not end. Close it."),
                   name, line);
      return NULL;
    }
  take_plain (self, cell);
  return g_strdup (trellis_csv_unguard (cell->str));
}

static TrellisCsvRow *
take_row (Reader     *self,
          const char *name,
          GError    **error)
{
  TrellisCsvRow *row = g_new (TrellisCsvRow, 1);

  row->line = self->line;
  row->cells = g_ptr_array_new_with_free_func (g_free);
  for (;;)
    {
      char *cell = take_cell (self, name, error);

      if (cell == NULL)
        {
          row_free (row);
          return NULL;
        }
      g_ptr_array_add (row->cells, cell);
      if (*self->next != self->separator)
        break;
      self->next++;
    }
  if (*self->next != '\0')
    take_line_end (self);
  return row;
}

/* "sep=;" in the first line tells a spreadsheet the separator. */
static void
take_declaration (Reader *self)
{
  if (g_ascii_strncasecmp (self->next, "sep=", 4) != 0 || self->next[4] == '\0'
      || strchr (",;\t", self->next[4]) == NULL || !is_line_end (self->next[5]))
    return;
  self->separator = self->next[4];
  self->next += 5;
  take_line_end (self);
}

/**
 * trellis_csv_read:
 * @text: UTF-8
 * @name: of the file, for messages
 * @error: SYNTAX
 *
 * Reads a table of cells, in time and memory that grow with its length only. Lines without any
 * character are left out.
 *
 * Returns: (transfer full) (element-type TrellisCsvRow): its rows, or %NULL
 */
GPtrArray *
trellis_csv_read (const char *text,
                  const char *name,
                  GError    **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  Reader                reader = { text, ',', 1 };

  if (g_str_has_prefix (text, "\xEF\xBB\xBF"))
    reader.next += 3;
  while (is_line_end (*reader.next))
    take_line_end (&reader);
  reader.separator = find_separator (reader.next);
  take_declaration (&reader);
  while (*reader.next != '\0')
    {
      TrellisCsvRow *row;

      if (is_line_end (*reader.next))
        {
          take_line_end (&reader);
          continue;
        }
      row = take_row (&reader, name, error);
      if (row == NULL)
        return NULL;
      g_ptr_array_add (rows, row);
    }
  return g_steal_pointer (&rows);
}
