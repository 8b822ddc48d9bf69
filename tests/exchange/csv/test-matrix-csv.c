/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "trellis-error.h"
#include "trellis-matrix-csv.h"

static TrellisReport *
read_fine (const char *text)
{
  g_autoptr (GError) error = NULL;
  TrellisReport     *report = trellis_matrix_csv_read (text, "folder/table.csv", &error);

  g_assert_no_error (error);
  g_assert_nonnull (report);
  return report;
}

static char *
write_matrix (const TrellisReport *report,
              TrellisCsvForm       form)
{
  g_autoptr (TrellisMatrix) matrix = trellis_matrix_new ();

  trellis_matrix_load (matrix, report);
  return trellis_matrix_csv_write (matrix, form);
}

/* Reads @text and asserts how the matrix is then written. */
static void
assert_matrix (const char *text,
               const char *expected)
{
  g_autoptr (TrellisReport) report = read_fine (text);
  g_autofree char          *found = write_matrix (report, TRELLIS_CSV_EXCHANGE);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_marks (void)
{
  assert_matrix ("Part,Baker,Waiter\nOven,x,-\nDoor,0,1\nHall,Нет,ДА\nYard,✓,—\n",
                 "\"\",\"Baker\",\"Waiter\"\r\n"
                 "\"Oven\",\"x\",\"\"\r\n\"Door\",\"\",\"x\"\r\n"
                 "\"Hall\",\"\",\"x\"\r\n\"Yard\",\"x\",\"\"\r\n");
}

static void
test_wording (void)
{
  assert_matrix (",Baker\nOven,Baker\nDoor,  Baker\n(nights) \n", "\"\",\"Baker\"\r\n"
                                                                  "\"Oven\",\"x\"\r\n"
                                                                  "\"Door\",\"x\"\r\n"
                                                                  "\"(nights)\",\"\"\r\n");
  assert_matrix (",Baker\nDoor,\"Baker\n (nights)\"\n",
                 "\"\",\"Baker\"\r\n\"Door\",\"Baker (nights)\"\r\n");
}

/* Rows and columns of nothing, short rows, a role twice. */
static void
test_ragged (void)
{
  assert_matrix (",Baker,,BAKER,\nOven,x,,x,\n,,,\nDoor\n\nYard,,,night baker\n",
                 "\"\",\"Baker\"\r\n\"Oven\",\"x\"\r\n\"Door\",\"\"\r\n"
                 "\"Yard\",\"night baker\"\r\n");
  assert_matrix ("Part\nOven\n", "\"\"\r\n\"Oven\"\r\n");
}

static void
test_places (void)
{
  g_autoptr (TrellisReport) report = read_fine (",Baker,Waiter\n\nOven,,x\n");
  TrellisComponent         *oven = g_ptr_array_index (report->components, 0);
  TrellisRole              *waiter = g_ptr_array_index (report->roles, 1);
  TrellisInvolvement       *involvement = g_ptr_array_index (report->involvements, 0);

  g_assert_cmpstr (oven->base.file, ==, "folder/table.csv");
  g_assert_cmpint (oven->base.line, ==, 3);
  g_assert_cmpint (waiter->position, ==, 2);
  g_assert_cmpint (waiter->base.line, ==, 1);
  g_assert_cmpint (involvement->position, ==, 1);
  g_assert_cmpint (involvement->role_id, ==, waiter->base.id);
  g_assert_cmpint (involvement->component_id, ==, oven->base.id);
}

static void
assert_refused (const char *text,
                const char *told)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (TrellisReport) report = trellis_matrix_csv_read (text, "folder/table.csv", &error);

  g_assert_null (report);
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "table.csv"));
  g_assert_nonnull (strstr (error->message, told));
  g_assert_null (strstr (error->message, "folder"));
}

static void
test_refused (void)
{
  assert_refused ("", "has no components");
  assert_refused ("Part,Baker\n,\n", "has no components");
  assert_refused ("Part,Baker\nOven,x\n,x\n", "table.csv:3: A row has no component");
  assert_refused ("Part,,Baker\nOven,x\n", "table.csv:2: A cell stands under no role");
  assert_refused ("skill,postings,of,numbers\r\n\"Baking\",2,5,\"1 2\"\r\n", "table of demand");
}

static TrellisReport *
make_report (void)
{
  TrellisReport       *report = trellis_report_new ();
  TrellisPosting      *posting = trellis_report_add (report, &trellis_posting_type);
  TrellisPostingSkill *skill = trellis_report_add (report, &trellis_posting_skill_type);

  posting->position = 1;
  skill->position = 1;
  skill->posting_id = posting->base.id;
  g_set_str (&skill->name, "@baking, \"slow\"");
  return report;
}

static void
test_demand (void)
{
  g_autoptr (TrellisReport) report = make_report ();
  g_autofree char          *exchange = trellis_demand_csv_write (report, 2, TRELLIS_CSV_EXCHANGE);
  g_autofree char          *sheet = trellis_demand_csv_write (report, 2, TRELLIS_CSV_SPREADSHEET);

  g_assert_cmpstr (exchange, ==,
                   "skill,postings,of,numbers\r\n\"'@baking, \"\"slow\"\"\",1,1,\"1\"\r\n");
  g_assert_cmpstr (sheet, ==,
                   "\xEF\xBB\xBFskill;postings;of;numbers\r\n"
                   "\"'@baking, \"\"slow\"\"\";1;1;\"1\"\r\n");
}

/* Names that say something, with all that has a meaning in a table. */
static char *
make_name (GRand *rand)
{
  static const char *const marks[] = { "=", "+", "\"", ";", ",", "'", "-", "@", " \"", "пирог" };
  GString                 *name = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    g_string_append (name, marks[g_rand_int_range (rand, 0, G_N_ELEMENTS (marks))]);
  g_string_append_printf (name, "%u", g_rand_int (rand));
  return g_strstrip (g_string_free_and_steal (name));
}

static char *
make_table (GRand *rand)
{
  int               n_roles = g_rand_int_range (rand, 0, 6);
  TrellisCsvWriter *csv = trellis_csv_writer_new (TRELLIS_CSV_EXCHANGE);

  for (int row = 0; row < 5; row++)
    {
      for (int column = 0; column <= n_roles; column++)
        {
          g_autofree char *name = make_name (rand);
          gboolean         head = row == 0 || column == 0;
          int              choice = g_rand_int_range (rand, 0, 3);

          if (row == 0 && column == 0)
            trellis_csv_writer_add (csv, "");
          else
            trellis_csv_writer_add (csv, head || choice == 0 ? name : choice == 1 ? "x"
                                                                                  : "");
        }
      trellis_csv_writer_end_row (csv);
    }
  return trellis_csv_writer_end (csv);
}

static void
test_any_matrix (void)
{
  for (guint32 seed = 0; seed < 500; seed++)
    {
      g_autoptr (GRand)         rand = g_rand_new_with_seed (seed);
      g_autofree char          *table = make_table (rand);
      g_autoptr (TrellisReport) report = read_fine (table);
      g_autofree char          *sheet = write_matrix (report, TRELLIS_CSV_SPREADSHEET);

      assert_matrix (table, table);
      assert_matrix (sheet, table);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matrix-csv/a-mark-involves-a-role", test_marks);
  g_test_add_func ("/matrix-csv/other-words-are-the-cells-wording", test_wording);
  g_test_add_func ("/matrix-csv/empty-rows-and-columns-are-no-harm", test_ragged);
  g_test_add_func ("/matrix-csv/records-know-their-line", test_places);
  g_test_add_func ("/matrix-csv/what-is-no-matrix-is-told", test_refused);
  g_test_add_func ("/matrix-csv/demand-goes-out-in-both-forms", test_demand);
  g_test_add_func ("/matrix-csv/any-matrix-comes-back", test_any_matrix);

  return g_test_run ();
}
