/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-matrix-cell.h"
#include "trellis-matrix-grid.h"
#include "trellis-matrix-row.h"

#include <adwaita.h>

/* The grid in a real window: what it asks for, what it realizes, where the focus goes. */

typedef struct
{
  GtkWidget           *window;
  TrellisMatrixGrid   *grid;
  TrellisMatrix       *matrix;
  TrellisReport       *report;
  TrellisMatrixCommand last;
  char                *text;
  guint                n_commands;
} Fixture;

static void
fill_report (TrellisReport *report,
             int            n_components,
             int            n_roles)
{
  static const char *const roles[] = { "Designer", "Developer", "DBA", "Tester" };

  for (int i = 0; i < n_components; i++)
    {
      TrellisComponent *component = trellis_report_add (report, &trellis_component_type);

      g_free (component->name);
      component->name = g_strdup_printf ("Component %d", i);
    }

  for (int i = 0; i < n_roles; i++)
    {
      TrellisRole *role = trellis_report_add (report, &trellis_role_type);

      g_free (role->name);
      role->name = i < 4 ? g_strdup (roles[i]) : g_strdup_printf ("Role %d", i);
    }
}

static void
assign (Fixture           *fixture,
        TrellisMatrixPlace place,
        gboolean           state)
{
  gint64              component = trellis_matrix_get_row_id (fixture->matrix, (guint) place.row);
  gint64              role = trellis_matrix_get_column_id (fixture->matrix, (guint) place.column);
  TrellisInvolvement *cell = trellis_report_find_involvement (fixture->report, component, role);

  if (state && cell == NULL)
    {
      cell = trellis_report_add (fixture->report, &trellis_involvement_type);
      cell->component_id = component;
      cell->role_id = role;
    }
  else if (!state && cell != NULL)
    {
      g_ptr_array_remove (fixture->report->involvements, cell);
      trellis_record_free (&trellis_involvement_type, cell);
    }
}

/* What the page does, without a store. */
static void
command_cb (Fixture                    *fixture,
            const TrellisMatrixCommand *command)
{
  fixture->last = *command;
  fixture->n_commands++;
  g_set_str (&fixture->text, command->text);

  if (command->kind == TRELLIS_MATRIX_ASSIGN)
    for (guint i = 0; i < command->n_places; i++)
      assign (fixture, command->places[i], command->state);
  trellis_matrix_load (fixture->matrix, fixture->report);
}

static void
settle (void)
{
  for (int i = 0; i < 3; i++)
    {
      gint64 end = g_get_monotonic_time () + 20 * 1000;

      while (g_get_monotonic_time () < end)
        g_main_context_iteration (NULL, FALSE);
    }
}

static void
wait_until_mapped (GtkWidget *widget)
{
  gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  while (gtk_widget_get_width (widget) == 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static void
set_up (Fixture *fixture,
        int      n_components,
        int      n_roles)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  *fixture = (Fixture) { .report = trellis_report_new (), .matrix = trellis_matrix_new () };
  fill_report (fixture->report, n_components, n_roles);
  trellis_matrix_load (fixture->matrix, fixture->report);
  fixture->grid = TRELLIS_MATRIX_GRID (trellis_matrix_grid_new ());
  trellis_matrix_grid_set_matrix (fixture->grid, fixture->matrix);
  g_signal_connect_swapped (fixture->grid, "command", G_CALLBACK (command_cb), fixture);

  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 500);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->grid));
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until_mapped (GTK_WIDGET (fixture->grid));
}

static void
tear_down (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->matrix);
  trellis_report_free (fixture->report);
  g_free (fixture->text);
  settle ();
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->grid), action, NULL));
  settle ();
}

static void
go (Fixture *fixture,
    int      row,
    int      column)
{
  trellis_matrix_grid_focus_place (fixture->grid, (TrellisMatrixPlace) { row, column });
  settle ();
}

static guint
count_widgets (GtkWidget *widget,
               GType      type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (widget), type);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child, type);

  return n;
}

static void
test_space_toggles_the_cell_with_the_focus (void)
{
  Fixture fixture;

  set_up (&fixture, 4, 3);
  go (&fixture, 2, 1);
  act (&fixture, "matrix.toggle");
  g_assert_true (trellis_matrix_is_involved (fixture.matrix, 2, 1));
  act (&fixture, "matrix.toggle");
  g_assert_false (trellis_matrix_is_involved (fixture.matrix, 2, 1));
  g_assert_cmpuint (fixture.n_commands, ==, 2);
  tear_down (&fixture);
}

static void
test_delete_removes_a_cell_and_asks_for_a_line (void)
{
  Fixture fixture;

  set_up (&fixture, 4, 3);
  go (&fixture, 1, 1);
  act (&fixture, "matrix.delete");
  g_assert_cmpuint (fixture.n_commands, ==, 0);
  act (&fixture, "matrix.toggle");
  act (&fixture, "matrix.delete");
  g_assert_false (trellis_matrix_is_involved (fixture.matrix, 1, 1));

  go (&fixture, TRELLIS_MATRIX_HEAD_LINE, 2);
  act (&fixture, "matrix.delete");
  g_assert_cmpint (fixture.last.kind, ==, TRELLIS_MATRIX_DELETE);
  g_assert_cmpint (fixture.last.place.row, ==, TRELLIS_MATRIX_HEAD_LINE);
  g_assert_cmpint (fixture.last.place.column, ==, 2);
  tear_down (&fixture);
}

static void
test_lines_move_within_their_bounds (void)
{
  Fixture fixture;

  set_up (&fixture, 3, 3);
  go (&fixture, 0, TRELLIS_MATRIX_HEAD_LINE);
  act (&fixture, "matrix.move-earlier");
  g_assert_cmpuint (fixture.n_commands, ==, 0);
  act (&fixture, "matrix.move-later");
  g_assert_cmpint (fixture.last.kind, ==, TRELLIS_MATRIX_MOVE);
  g_assert_cmpint (fixture.last.target, ==, 1);
  go (&fixture, TRELLIS_MATRIX_HEAD_LINE, 2);
  act (&fixture, "matrix.move-later");
  g_assert_cmpuint (fixture.n_commands, ==, 1);
  act (&fixture, "matrix.move-earlier");
  g_assert_cmpint (fixture.last.target, ==, 1);
  g_assert_cmpint (fixture.last.place.column, ==, 2);
  tear_down (&fixture);
}

static void
test_the_focus_stays_with_its_component_when_lines_come_and_go (void)
{
  Fixture           fixture;
  TrellisComponent *first;

  set_up (&fixture, 4, 3);
  go (&fixture, 2, 1);
  first = g_ptr_array_steal_index (fixture.report->components, 0);
  trellis_record_free (&trellis_component_type, first);
  trellis_matrix_load (fixture.matrix, fixture.report);
  settle ();

  g_assert_cmpint (trellis_matrix_grid_get_place (fixture.grid).row, ==, 1);
  g_assert_true (TRELLIS_IS_MATRIX_CELL (gtk_window_get_focus (GTK_WINDOW (fixture.window))));
  tear_down (&fixture);
}

static void
test_deleting_the_line_with_the_focus_leaves_it_on_the_next (void)
{
  Fixture           fixture;
  TrellisComponent *last;

  set_up (&fixture, 3, 3);
  go (&fixture, 2, TRELLIS_MATRIX_HEAD_LINE);
  last = g_ptr_array_steal_index (fixture.report->components, 2);
  trellis_record_free (&trellis_component_type, last);
  trellis_matrix_load (fixture.matrix, fixture.report);
  settle ();

  g_assert_cmpint (trellis_matrix_grid_get_place (fixture.grid).row, ==, 1);
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (fixture.window)));
  tear_down (&fixture);
}

static void
test_only_what_is_seen_has_widgets (void)
{
  Fixture                      fixture;
  const TrellisMatrixGeometry *geometry;
  guint                        most;

  /* What fits, two more on each side, one cut at each edge, and the one with the focus. */
  set_up (&fixture, 1000, 200);
  geometry = trellis_matrix_grid_get_geometry (fixture.grid);
  most = (guint) ((geometry->height / geometry->row_height + 7)
                  * (geometry->width / geometry->cell_width + 7));
  g_assert_cmpuint (count_widgets (GTK_WIDGET (fixture.grid), TRELLIS_TYPE_MATRIX_CELL), >, 50);

  for (int i = 0; i < 20; i++)
    go (&fixture, g_test_rand_int_range (0, 1000), g_test_rand_int_range (0, 200));
  g_assert_cmpuint (count_widgets (GTK_WIDGET (fixture.grid), TRELLIS_TYPE_MATRIX_CELL), <, most);
  g_assert_cmpuint (count_widgets (GTK_WIDGET (fixture.grid), TRELLIS_TYPE_MATRIX_ROW), <, 30);
  tear_down (&fixture);
}

static void
test_the_focus_survives_scrolling_away (void)
{
  Fixture        fixture;
  GtkAdjustment *adjustment;
  GtkWidget     *focus;

  set_up (&fixture, 500, 5);
  go (&fixture, 3, 2);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture.window));
  g_object_get (fixture.grid, "vadjustment", &adjustment, NULL);
  gtk_adjustment_set_value (adjustment, 10000);
  settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.window)) == focus);
  g_assert_cmpint (trellis_matrix_cell_get_column (TRELLIS_MATRIX_CELL (focus)), ==, 2);
  g_object_unref (adjustment);
  tear_down (&fixture);
}

static void
test_the_grid_tells_a_screen_reader_its_size_and_names (void)
{
  Fixture    fixture;
  GtkWidget *focus;

  set_up (&fixture, 6, 4);
  go (&fixture, 1, 2);
  act (&fixture, "matrix.toggle");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture.window));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture.grid), GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (fixture.grid),
                                       GTK_ACCESSIBLE_RELATION_ROW_COUNT, 7);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (fixture.grid),
                                       GTK_ACCESSIBLE_RELATION_COL_COUNT, 5);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "DBA, Component 1: involved");
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                       4);
  tear_down (&fixture);
}

static void
test_the_focus_begins_at_the_first_cell (void)
{
  Fixture            fixture;
  TrellisMatrixPlace place;

  set_up (&fixture, 3, 3);
  gtk_widget_grab_focus (GTK_WIDGET (fixture.grid));
  settle ();
  place = trellis_matrix_grid_get_place (fixture.grid);
  g_assert_cmpint (place.row, ==, 0);
  g_assert_cmpint (place.column, ==, 0);
  tear_down (&fixture);
}

static void
test_an_empty_matrix_offers_its_add_lines (void)
{
  Fixture fixture;

  set_up (&fixture, 0, 0);
  go (&fixture, 0, 0);
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (fixture.window)));
  act (&fixture, "matrix.toggle");
  g_assert_cmpuint (fixture.n_commands, ==, 0);
  tear_down (&fixture);
}

/* As if the pointer were there, wherever the display's own stands; below zero: it has left. */
static void
point_at (Fixture *fixture,
          double   x,
          double   y)
{
  g_autoptr (GListModel) controllers
      = gtk_widget_observe_controllers (GTK_WIDGET (fixture->grid));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        continue;
      if (x < 0)
        g_signal_emit_by_name (controller, "leave");
      else
        g_signal_emit_by_name (controller, "motion", x, y);
    }
}

static void
test_the_status_line_tells_what_is_there (void)
{
  Fixture          fixture;
  g_autofree char *text = NULL;

  set_up (&fixture, 3, 3);
  go (&fixture, 1, 2);
  point_at (&fixture, -1, -1);
  text = trellis_matrix_grid_describe (fixture.grid);
  g_assert_cmpstr (text, ==, "Component 1 × DBA: not involved");
  tear_down (&fixture);
}

static void
test_the_status_line_keeps_to_the_focus_where_the_pointer_is_on_no_cell (void)
{
  Fixture                      fixture;
  const TrellisMatrixGeometry *geometry;
  g_autofree char             *on_cell = NULL, *on_corner = NULL, *on_add_line = NULL;

  set_up (&fixture, 3, 3);
  go (&fixture, 1, 2);
  geometry = trellis_matrix_grid_get_geometry (fixture.grid);

  point_at (&fixture, geometry->head_width + 4, geometry->head_height + 4);
  on_cell = trellis_matrix_grid_describe (fixture.grid);
  g_assert_true (g_str_has_prefix (on_cell, "Component 0 × "));

  point_at (&fixture, 4, 4);
  on_corner = trellis_matrix_grid_describe (fixture.grid);
  g_assert_cmpstr (on_corner, ==, "Component 1 × DBA: not involved");

  point_at (&fixture, 4, geometry->head_height + 3 * geometry->row_height + 4);
  on_add_line = trellis_matrix_grid_describe (fixture.grid);
  g_assert_cmpstr (on_add_line, ==, "Component 1 × DBA: not involved");
  tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, func) g_test_add_func ("/matrix-grid/" name, func)
  ADD ("space-toggles-the-cell-with-the-focus", test_space_toggles_the_cell_with_the_focus);
  ADD ("delete-removes-a-cell-and-asks-for-a-line", test_delete_removes_a_cell_and_asks_for_a_line);
  ADD ("lines-move-within-their-bounds", test_lines_move_within_their_bounds);
  ADD ("the-focus-stays-with-its-component-when-lines-come-and-go",
       test_the_focus_stays_with_its_component_when_lines_come_and_go);
  ADD ("deleting-the-line-with-the-focus-leaves-it-on-the-next",
       test_deleting_the_line_with_the_focus_leaves_it_on_the_next);
  ADD ("only-what-is-seen-has-widgets", test_only_what_is_seen_has_widgets);
  ADD ("the-focus-survives-scrolling-away", test_the_focus_survives_scrolling_away);
  ADD ("the-grid-tells-a-screen-reader-its-size-and-names",
       test_the_grid_tells_a_screen_reader_its_size_and_names);
  ADD ("the-focus-begins-at-the-first-cell", test_the_focus_begins_at_the_first_cell);
  ADD ("an-empty-matrix-offers-its-add-lines", test_an_empty_matrix_offers_its_add_lines);
  ADD ("the-status-line-tells-what-is-there", test_the_status_line_tells_what_is_there);
  ADD ("the-status-line-keeps-to-the-focus-where-the-pointer-is-on-no-cell",
       test_the_status_line_keeps_to_the_focus_where_the_pointer_is_on_no_cell);
#undef ADD

  return g_test_run ();
}
