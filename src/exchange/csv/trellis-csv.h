/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Tables as text: RFC 4180, and what spreadsheets make of it. */

typedef enum
{
  TRELLIS_CSV_EXCHANGE,    /* RFC 4180: commas, UTF-8 */
  TRELLIS_CSV_SPREADSHEET, /* semicolons and a byte order mark, for a double click */
} TrellisCsvForm;

typedef struct
{
  GPtrArray *cells; /* char *, at least one */
  int        line;  /* its first, from 1 */
} TrellisCsvRow;

GPtrArray *trellis_csv_read (const char *text,
                             const char *name,
                             GError    **error);

typedef struct _TrellisCsvWriter TrellisCsvWriter;

TrellisCsvWriter *trellis_csv_writer_new (TrellisCsvForm form);
void              trellis_csv_writer_add (TrellisCsvWriter *self,
                                          const char       *text);
void              trellis_csv_writer_add_word (TrellisCsvWriter *self,
                                               const char       *word);
void              trellis_csv_writer_add_number (TrellisCsvWriter *self,
                                                 guint             number);
void              trellis_csv_writer_end_row (TrellisCsvWriter *self);
char             *trellis_csv_writer_end (TrellisCsvWriter *self);
void              trellis_csv_writer_free (TrellisCsvWriter *self);

/* The apostrophe that keeps a cell from being a formula */

gboolean    trellis_csv_is_formula (const char *text);
const char *trellis_csv_unguard (const char *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisCsvWriter, trellis_csv_writer_free)

G_END_DECLS
