/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-csv.h"

struct _TrellisCsvWriter
{
  GString *out;
  char     separator;
  gboolean in_row;
};

TrellisCsvWriter *
trellis_csv_writer_new (TrellisCsvForm form)
{
  TrellisCsvWriter *self = g_new0 (TrellisCsvWriter, 1);
  gboolean          opened = form == TRELLIS_CSV_SPREADSHEET;

  self->out = g_string_new (opened ? "\xEF\xBB\xBF" : "");
  self->separator = opened ? ';' : ',';
  return self;
}

void
trellis_csv_writer_free (TrellisCsvWriter *self)
{
  if (self == NULL)
    return;

  g_string_free (self->out, TRUE);
  g_free (self);
}

static void
begin_cell (TrellisCsvWriter *self)
{
  if (self->in_row)
    g_string_append_c (self->out, self->separator);
  self->in_row = TRUE;
}

/**
 * trellis_csv_writer_add:
 * @text: any words; a cell of them is quoted, and no spreadsheet takes it for a formula
 */
void
trellis_csv_writer_add (TrellisCsvWriter *self,
                        const char       *text)
{
  begin_cell (self);
  g_string_append (self->out, trellis_csv_is_formula (text) ? "\"'" : "\"");
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->out, '"');
      g_string_append_c (self->out, *p);
    }
  g_string_append_c (self->out, '"');
}

/* Adds a word of our own, as it is. */
void
trellis_csv_writer_add_word (TrellisCsvWriter *self,
                             const char       *word)
{
  begin_cell (self);
  g_string_append (self->out, word);
}

void
trellis_csv_writer_add_number (TrellisCsvWriter *self,
                               guint             number)
{
  begin_cell (self);
  g_string_append_printf (self->out, "%u", number);
}

void
trellis_csv_writer_end_row (TrellisCsvWriter *self)
{
  g_string_append (self->out, "\r\n");
  self->in_row = FALSE;
}

/**
 * trellis_csv_writer_end:
 * @self: (transfer full)
 *
 * Returns: (transfer full): what was written
 */
char *
trellis_csv_writer_end (TrellisCsvWriter *self)
{
  char *text = g_strdup (self->out->str);

  trellis_csv_writer_free (self);
  return text;
}
