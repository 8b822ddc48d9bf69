/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-matrix.h"

static TrellisReport *
make_report (int n_components,
             int n_roles)
{
  TrellisReport *report = trellis_report_new ();

  for (int i = 0; i < n_components; i++)
    {
      TrellisComponent *component = trellis_report_add (report, &trellis_component_type);

      component->position = i + 1;
      g_free (component->name);
      component->name = g_strdup_printf ("Component %d", i + 1);
    }

  for (int i = 0; i < n_roles; i++)
    {
      TrellisRole *role = trellis_report_add (report, &trellis_role_type);

      role->position = i + 1;
      g_free (role->name);
      role->name = g_strdup_printf ("Role %d", i + 1);
    }

  return report;
}

static void
involve (TrellisReport *report,
         guint          row,
         guint          column,
         const char    *wording)
{
  TrellisInvolvement *cell = trellis_report_add (report, &trellis_involvement_type);

  cell->component_id = ((TrellisComponent *) g_ptr_array_index (report->components, row))->base.id;
  cell->role_id = ((TrellisRole *) g_ptr_array_index (report->roles, column))->base.id;
  g_set_str (&cell->wording, wording);
}

typedef struct
{
  guint resets;
  guint changes;
  guint row;
  guint column;
} Log;

static void
reset_cb (Log *log)
{
  log->resets++;
}

static void
cell_changed_cb (Log  *log,
                 guint row,
                 guint column)
{
  log->changes++;
  log->row = row;
  log->column = column;
}

static TrellisMatrix *
make_matrix (TrellisReport *report,
             Log           *log)
{
  TrellisMatrix *matrix = trellis_matrix_new ();

  trellis_matrix_load (matrix, report);
  g_signal_connect_swapped (matrix, "reset", G_CALLBACK (reset_cb), log);
  g_signal_connect_swapped (matrix, "cell-changed", G_CALLBACK (cell_changed_cb), log);
  return matrix;
}

static void
test_margins_count_the_involvements (void)
{
  g_autoptr (TrellisReport) report = make_report (3, 4);
  g_autoptr (TrellisMatrix) matrix = NULL;
  Log                       log = { 0 };

  involve (report, 0, 1, "");
  involve (report, 0, 3, "");
  involve (report, 2, 3, "DBA (PostgreSQL)");
  matrix = make_matrix (report, &log);

  g_assert_cmpuint (trellis_matrix_count (matrix), ==, 3);
  g_assert_cmpuint (trellis_matrix_count_row (matrix, 0), ==, 2);
  g_assert_cmpuint (trellis_matrix_count_row (matrix, 1), ==, 0);
  g_assert_cmpuint (trellis_matrix_count_column (matrix, 3), ==, 2);
  g_assert_cmpstr (trellis_matrix_get_wording (matrix, 0, 1), ==, "");
  g_assert_cmpstr (trellis_matrix_get_wording (matrix, 2, 3), ==, "DBA (PostgreSQL)");
  g_assert_null (trellis_matrix_get_wording (matrix, 1, 1));
  g_assert_true (trellis_matrix_is_involved (matrix, 0, 3));
}

static void
test_a_cell_named_twice_counts_once (void)
{
  g_autoptr (TrellisReport) report = make_report (1, 1);
  g_autoptr (TrellisMatrix) matrix = NULL;
  Log                       log = { 0 };

  involve (report, 0, 0, "first");
  involve (report, 0, 0, "second");
  matrix = make_matrix (report, &log);

  g_assert_cmpuint (trellis_matrix_count (matrix), ==, 1);
  g_assert_cmpstr (trellis_matrix_get_wording (matrix, 0, 0), ==, "first");
}

static void
test_a_toggle_announces_its_cell_alone (void)
{
  g_autoptr (TrellisReport) report = make_report (5, 5);
  Log                       log = { 0 };
  g_autoptr (TrellisMatrix) matrix = make_matrix (report, &log);

  involve (report, 3, 2, "");
  trellis_matrix_load (matrix, report);

  g_assert_cmpuint (log.resets, ==, 0);
  g_assert_cmpuint (log.changes, ==, 1);
  g_assert_cmpuint (log.row, ==, 3);
  g_assert_cmpuint (log.column, ==, 2);
}

static void
test_a_reload_of_the_same_is_silent (void)
{
  g_autoptr (TrellisReport) report = make_report (2, 2);
  Log                       log = { 0 };
  g_autoptr (TrellisMatrix) matrix = make_matrix (report, &log);

  trellis_matrix_load (matrix, report);
  g_assert_cmpuint (log.resets + log.changes, ==, 0);
}

static void
test_a_new_name_or_line_is_a_reset (void)
{
  g_autoptr (TrellisReport) report = make_report (2, 2);
  Log                       log = { 0 };
  g_autoptr (TrellisMatrix) matrix = make_matrix (report, &log);
  TrellisRole              *role = g_ptr_array_index (report->roles, 1);
  guint                     column;

  g_set_str (&role->name, "Tester");
  trellis_matrix_load (matrix, report);
  g_assert_cmpuint (log.resets, ==, 1);

  role = trellis_report_add (report, &trellis_role_type);
  trellis_matrix_load (matrix, report);
  g_assert_cmpuint (log.resets, ==, 2);
  g_assert_cmpuint (trellis_matrix_get_n_columns (matrix), ==, 3);
  g_assert_true (trellis_matrix_find_column (matrix, role->base.id, &column));
  g_assert_cmpuint (column, ==, 2);
  g_assert_false (trellis_matrix_find_column (matrix, 4711, &column));
}

static void
test_markdown_keeps_bars_in_names (void)
{
  g_autoptr (TrellisReport) report = make_report (1, 2);
  g_autoptr (TrellisMatrix) matrix = NULL;
  g_autofree char          *markdown = NULL;
  Log                       log = { 0 };

  g_set_str (&((TrellisRole *) g_ptr_array_index (report->roles, 0))->name, "Dev|Ops");
  involve (report, 0, 0, "");
  matrix = make_matrix (report, &log);
  markdown = trellis_matrix_to_markdown (matrix);

  g_assert_cmpstr (markdown, ==,
                   "|  | Dev\\|Ops | Role 2 |\n"
                   "| --- | --- | --- |\n"
                   "| Component 1 | ● |  |\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matrix/margins-count-the-involvements", test_margins_count_the_involvements);
  g_test_add_func ("/matrix/a-cell-named-twice-counts-once", test_a_cell_named_twice_counts_once);
  g_test_add_func ("/matrix/a-toggle-announces-its-cell-alone",
                   test_a_toggle_announces_its_cell_alone);
  g_test_add_func ("/matrix/a-reload-of-the-same-is-silent", test_a_reload_of_the_same_is_silent);
  g_test_add_func ("/matrix/a-new-name-or-line-is-a-reset", test_a_new_name_or_line_is_a_reset);
  g_test_add_func ("/matrix/markdown-keeps-bars-in-names", test_markdown_keeps_bars_in_names);

  return g_test_run ();
}
