/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The matrix's page over a library: what comes back there, and what is left when it is filtered. */

#include "app-fixture.h"

#include "trellis-commands.h"
#include "trellis-matrix-grid.h"

static GtkWidget *
show_grid (AppFixture *fixture)
{
  GtkWidget *grid;

  app_fixture_show_page (fixture, "matrix");
  grid = app_find_by_type (app_fixture_get_page (fixture), TRELLIS_TYPE_MATRIX_GRID);
  app_wait_until (gtk_widget_get_width (grid) > 0);
  return grid;
}

/* How many lines the grid has now. */
static int
count_rows (GtkWidget *grid)
{
  return trellis_matrix_grid_get_geometry (TRELLIS_MATRIX_GRID (grid))->n_rows;
}

static int
count_columns (GtkWidget *grid)
{
  return trellis_matrix_grid_get_geometry (TRELLIS_MATRIX_GRID (grid))->n_columns;
}

/* Types into the bar of the filter. */
static void
filter (AppFixture *fixture,
        const char *text)
{
  GtkWidget *page = app_fixture_get_page (fixture);
  GtkWidget *bar = app_find_by_type (page, GTK_TYPE_SEARCH_BAR);

  if (!gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (bar)))
    gtk_widget_activate_action (page, "page.filter", NULL);
  gtk_editable_set_text (GTK_EDITABLE (app_find_by_type (bar, GTK_TYPE_SEARCH_ENTRY)), text);
}

static void
add_component (AppFixture *fixture,
               const char *name)
{
  TrellisStore     *store = fixture->store;
  TrellisComponent *component = trellis_record_new (&trellis_component_type);
  gint64            report = trellis_session_get_report_id (app_fixture_get_session (fixture));
  guint             n = app_fixture_get_report (fixture)->components->len;

  g_set_str (&component->name, name);
  g_assert_true (trellis_commands_add (store, &trellis_component_type, report, component, NULL,
                                       NULL));
  trellis_record_free (&trellis_component_type, component);
  app_wait_until (app_fixture_get_report (fixture)->components->len == n + 1);
}

static void
what_is_deleted_in_the_matrix_comes_back_there (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  const TrellisReport   *report = app_fixture_get_report (fixture);
  guint                  n = report->components->len;
  TrellisComponent      *component = report->components->pdata[0];
  g_autofree char       *told = NULL;
  guint                  n_cells = 0;
  GtkWidget             *grid;

  for (guint i = 0; i < report->involvements->len; i++)
    n_cells += ((TrellisInvolvement *) report->involvements->pdata[i])->component_id
               == component->base.id;
  told = g_strdup_printf ("Deleted “%s” and %u involvements", component->name, n_cells);

  grid = show_grid (fixture);
  trellis_matrix_grid_focus_place (TRELLIS_MATRIX_GRID (grid),
                                   (TrellisMatrixPlace) { 0, TRELLIS_MATRIX_HEAD_LINE });
  gtk_widget_activate_action (grid, "matrix.delete", NULL);
  app_wait_until (app_fixture_get_report (fixture)->components->len == n - 1);
  app_wait_until (app_find_by_label (GTK_WIDGET (fixture->window), told) != NULL);

  app_fixture_activate (fixture, "win.undo");
  app_wait_until (app_fixture_get_report (fixture)->components->len == n);
  g_assert_cmpstr (trellis_window_get_page_name (fixture->window), ==, "matrix");
}

static void
a_filter_leaves_the_lines_of_that_name (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkWidget             *grid = show_grid (fixture);
  int                    n_rows = count_rows (grid), n_columns = count_columns (grid);

  filter (fixture, "MEMBER a");
  app_wait_until (count_rows (grid) == 1);
  g_assert_cmpint (count_columns (grid), ==, n_columns);

  filter (fixture, "designer");
  app_wait_until (count_columns (grid) == 1);
  g_assert_cmpint (count_rows (grid), ==, n_rows);

  filter (fixture, "zeppelin");
  app_wait_until (count_rows (grid) == 0);
  g_assert_nonnull (app_find_by_label (app_fixture_get_page (fixture), "Nothing Found"));

  gtk_widget_activate_action (app_fixture_get_page (fixture), "page.filter", NULL);
  app_wait_until (count_rows (grid) == n_rows && count_columns (grid) == n_columns);
}

static void
an_empty_line_stays_while_it_is_filled (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkWidget             *grid = show_grid (fixture);
  const TrellisReport   *report = app_fixture_get_report (fixture);
  int                    n_rows;
  guint                  n_cells;
  GtkWidget             *lines;

  add_component (fixture, "Barn door");
  report = app_fixture_get_report (fixture);
  n_rows = count_rows (grid);
  n_cells = report->involvements->len;

  filter (fixture, "");
  lines = app_find_by_type (app_fixture_get_page (fixture), ADW_TYPE_TOGGLE_GROUP);
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (lines), 1);
  app_wait_until (count_rows (grid) == 1);

  trellis_matrix_grid_focus_place (TRELLIS_MATRIX_GRID (grid), (TrellisMatrixPlace) { 0, 2 });
  gtk_widget_activate_action (grid, "matrix.toggle", NULL);
  app_wait_until (app_fixture_get_report (fixture)->involvements->len == n_cells + 1);
  g_assert_cmpint (count_rows (grid), ==, 1);

  report = app_fixture_get_report (fixture);
  for (guint i = 0; i < report->involvements->len; i++)
    {
      TrellisInvolvement *cell = report->involvements->pdata[i];
      TrellisComponent   *component
          = trellis_report_find (report, &trellis_component_type, cell->component_id);

      n_cells -= !g_str_equal (component->name, "Barn door");
    }
  g_assert_cmpuint (n_cells, ==, 0);

  gtk_widget_activate_action (app_fixture_get_page (fixture), "page.filter", NULL);
  app_wait_until (count_rows (grid) == n_rows);
}

#define ADD(path, function) g_test_add_func ("/matrix-page/" path, function)

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  ADD ("what-is-deleted-in-the-matrix-comes-back-there",
       what_is_deleted_in_the_matrix_comes_back_there);
  ADD ("a-filter-leaves-the-lines-of-that-name", a_filter_leaves_the_lines_of_that_name);
  ADD ("an-empty-line-stays-while-it-is-filled", an_empty_line_stays_while_it_is_filled);

  return g_test_run ();
}
