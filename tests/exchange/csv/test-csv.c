/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "trellis-csv.h"
#include "trellis-error.h"

static GPtrArray *
read_fine (const char *text)
{
  g_autoptr (GError) error = NULL;
  GPtrArray         *rows = trellis_csv_read (text, "table.csv", &error);

  g_assert_no_error (error);
  g_assert_nonnull (rows);
  return rows;
}

/* The rows as "line: cell|cell", one a line. */
static char *
print (GPtrArray *rows)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const TrellisCsvRow *row = g_ptr_array_index (rows, i);

      g_string_append_printf (out, "%d: ", row->line);
      for (guint j = 0; j < row->cells->len; j++)
        g_string_append_printf (out, "%s%s", j > 0 ? "|" : "",
                                (char *) g_ptr_array_index (row->cells, j));
      g_string_append_c (out, '\n');
    }
  return g_string_free_and_steal (out);
}

static void
assert_read (const char *text,
             const char *expected)
{
  g_autoptr (GPtrArray) rows = read_fine (text);
  g_autofree char      *found = print (rows);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_rows (void)
{
  assert_read ("", "");
  assert_read ("a", "1: a\n");
  assert_read ("a,b\r\nc,d\r\n", "1: a|b\n2: c|d\n");
  assert_read ("a,b\nc,d", "1: a|b\n2: c|d\n");
  assert_read ("a,b\rc,d\r", "1: a|b\n2: c|d\n");
  assert_read ("\n\na,b\n\n\nc\n", "3: a|b\n6: c\n");
  assert_read (",\n,,\n", "1: |\n2: ||\n");
  assert_read ("\"\"\nb\n", "1: \n2: b\n");
}

static void
test_quotes (void)
{
  assert_read ("\"a,b\",\"say \"\"hi\"\"\"\n", "1: a,b|say \"hi\"\n");
  assert_read ("\"two\r\nlines\",b\nc,d\n", "1: two\nlines|b\n3: c|d\n");
  assert_read ("\"a\" behind,b\n", "1: a behind|b\n");
  assert_read ("5\" wide,b\n", "1: 5\" wide|b\n");
}

static void
test_separators (void)
{
  assert_read ("a;b\n1,5;2\n", "1: a|b\n2: 1,5|2\n");
  assert_read ("a\tb;c\td\n", "1: a|b;c|d\n");
  assert_read ("Door, left;Baker\n", "1: Door, left|Baker\n");
  assert_read ("\"a;b;c\",d\n", "1: a;b;c|d\n");
  assert_read ("sep=;\na,b,c;d\n", "2: a,b,c|d\n");
  assert_read ("\xEF\xBB\xBF\"a\";b\n", "1: a|b\n");
}

static void
test_unclosed (void)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) rows = trellis_csv_read ("a,b\nc,\"d\ne,f\n", "table.csv", &error);

  g_assert_null (rows);
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, "table.csv:2: "));
}

static void
test_formulas (void)
{
  static const char *const formulas[]
      = { "=1+2", "+1+2", "-1+2", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "\xEF\xBB\xBF=1",
          "\xC2\xA0@x", "'=1", "''=1", "＝1", "- none", "-", "+7 999 123-45-67", "+79991234567",
          "-1-1", "=", " -5" };
  static const char *const words[]
      = { "", "a=b", "5", "-5", "+2.5", "-0,75", "C++", "'tis", "'", "x", "it's =" };

  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      g_test_message ("%s", formulas[i]);
      g_assert_true (trellis_csv_is_formula (formulas[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s", words[i]);
      g_assert_false (trellis_csv_is_formula (words[i]));
      g_assert_cmpstr (trellis_csv_unguard (words[i]), ==, words[i]);
    }
}

static void
test_writer (void)
{
  TrellisCsvWriter *csv = trellis_csv_writer_new (TRELLIS_CSV_SPREADSHEET);
  g_autofree char  *text = NULL;

  trellis_csv_writer_add_word (csv, "skill");
  trellis_csv_writer_add_number (csv, 7);
  trellis_csv_writer_end_row (csv);
  trellis_csv_writer_add (csv, "=HYPERLINK(\"a\")");
  trellis_csv_writer_add (csv, "");
  trellis_csv_writer_end_row (csv);
  text = trellis_csv_writer_end (csv);
  g_assert_cmpstr (text, ==,
                   "\xEF\xBB\xBFskill;7\r\n\"'=HYPERLINK(\"\"a\"\")\";\"\"\r\n");
}

static char *
make_cell (GRand *rand)
{
  static const char *const pieces[]
      = { "=", "'", "\"", ",", ";", "\t", "\n", " ", "-", "+", "@", "5", "word", "Ё", "＝",
          "\xC2\xA0", "sep=" };
  GString *cell = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 0, 6); n > 0; n--)
    g_string_append (cell, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free_and_steal (cell);
}

/* Any cells come back as they were; no one of them is a formula on the way. */
static void
test_any_cells (void)
{
  for (guint32 seed = 0; seed < 3000; seed++)
    {
      g_autoptr (GRand)     rand = g_rand_new_with_seed (seed);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) rows = NULL;
      TrellisCsvWriter     *csv = trellis_csv_writer_new (seed % 2);
      g_autofree char      *text = NULL;
      guint                 width = (guint) g_rand_int_range (rand, 1, 5);

      for (guint i = 0; i < 3 * width; i++)
        {
          char *cell = make_cell (rand);

          trellis_csv_writer_add (csv, cell);
          g_ptr_array_add (cells, cell);
          if (i % width == width - 1)
            trellis_csv_writer_end_row (csv);
        }
      text = trellis_csv_writer_end (csv);
      rows = read_fine (text);
      g_assert_cmpuint (rows->len, ==, 3);
      for (guint i = 0; i < cells->len; i++)
        {
          const TrellisCsvRow *row = g_ptr_array_index (rows, i / width);

          g_assert_cmpuint (row->cells->len, ==, width);
          g_assert_cmpstr (g_ptr_array_index (row->cells, i % width), ==, cells->pdata[i]);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/a-row-is-a-line-whatever-ends-it", test_rows);
  g_test_add_func ("/csv/quotes-keep-separators-and-lines", test_quotes);
  g_test_add_func ("/csv/the-separator-is-found-in-the-first-row", test_separators);
  g_test_add_func ("/csv/a-quote-that-does-not-end-is-told", test_unclosed);
  g_test_add_func ("/csv/what-may-be-a-formula-is-known", test_formulas);
  g_test_add_func ("/csv/a-spreadsheet-gets-semicolons-and-a-mark", test_writer);
  g_test_add_func ("/csv/any-cells-come-back", test_any_cells);

  return g_test_run ();
}
