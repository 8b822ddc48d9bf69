/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads any bytes as a table: its cells come back from what is written of them, and so does the
 * matrix, if it is one. With libFuzzer (-DTRELLIS_LIBFUZZER -fsanitize=fuzzer) the bytes come from
 * there; alone it takes files, or makes some bytes itself. */
#include <string.h>

#include "trellis-matrix-csv.h"

#define MAX_SIZE (16 * 1024)

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static char *
write_cells (GPtrArray     *rows,
             TrellisCsvForm form)
{
  TrellisCsvWriter *csv = trellis_csv_writer_new (form);

  for (guint i = 0; i < rows->len; i++)
    {
      const TrellisCsvRow *row = g_ptr_array_index (rows, i);

      for (guint j = 0; j < row->cells->len; j++)
        trellis_csv_writer_add (csv, g_ptr_array_index (row->cells, j));
      trellis_csv_writer_end_row (csv);
    }
  return trellis_csv_writer_end (csv);
}

/* The separator is told by the first row: a row of one cell has none. */
static void
check_cells (GPtrArray *rows)
{
  g_autofree char      *once = write_cells (rows, TRELLIS_CSV_EXCHANGE);
  g_autoptr (GPtrArray) back = trellis_csv_read (once, "once", NULL);
  g_autofree char      *twice = NULL;

  if (back == NULL || back->len != rows->len)
    g_error ("rows lost in\n%s", once);
  twice = write_cells (back, TRELLIS_CSV_EXCHANGE);
  if (!g_str_equal (once, twice))
    g_error ("cells lost:\n%s\nbecame\n%s", once, twice);
}

static char *
write_matrix (const TrellisReport *report,
              TrellisCsvForm       form)
{
  g_autoptr (TrellisMatrix) matrix = trellis_matrix_new ();

  trellis_matrix_load (matrix, report);
  return trellis_matrix_csv_write (matrix, form);
}

static void
check_matrix (const TrellisReport *report)
{
  g_autofree char          *once = write_matrix (report, TRELLIS_CSV_EXCHANGE);
  g_autofree char          *sheet = write_matrix (report, TRELLIS_CSV_SPREADSHEET);
  g_autoptr (TrellisReport) back = trellis_matrix_csv_read (sheet, "sheet", NULL);
  g_autofree char          *twice = NULL;

  if (back == NULL)
    g_error ("no matrix in\n%s", sheet);
  twice = write_matrix (back, TRELLIS_CSV_EXCHANGE);
  if (!g_str_equal (once, twice))
    g_error ("a matrix changes:\n%s\nbecame\n%s", once, twice);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char          *bytes = g_strndup ((const char *) data, MIN (size, MAX_SIZE));
  g_autofree char          *text = g_utf8_make_valid (bytes, -1);
  g_autoptr (GError)        error = NULL;
  g_autoptr (GPtrArray)     rows = trellis_csv_read (text, "fuzz.csv", NULL);
  g_autoptr (TrellisReport) report = trellis_matrix_csv_read (text, "fuzz.csv", &error);

  if (rows != NULL && rows->len > 0
      && ((TrellisCsvRow *) g_ptr_array_index (rows, 0))->cells->len > 1)
    check_cells (rows);
  if (report != NULL)
    check_matrix (report);
  else if (error == NULL || strchr (error->message, '\n') != NULL)
    g_error ("no matrix, and no sentence");
  return 0;
}

#ifndef TRELLIS_LIBFUZZER

static GString *
make_text (guint32 seed)
{
  static const char *const pieces[]
      = { ",", ",", ",", ";", "\t", "\n", "\r\n", "\"", "\"\"", "'", "=", "-", "x", "Oven",
          "Baker", " ", "sep=;", "\xEF\xBB\xBF", "\xFF", "no", "ё" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GString          *text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 0, 60); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return text;
}

int
main (int   argc,
      char *argv[])
{
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *contents = NULL;
      gsize            length;

      if (g_file_get_contents (argv[i], &contents, &length, NULL))
        LLVMFuzzerTestOneInput ((const guint8 *) contents, length);
    }
  for (guint32 seed = 0; argc < 2 && seed < 20000; seed++)
    {
      g_autoptr (GString) text = make_text (seed);

      LLVMFuzzerTestOneInput ((const guint8 *) text->str, text->len);
    }
  return 0;
}
#endif
