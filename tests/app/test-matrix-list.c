/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The matrix in a narrow window: one component with its roles, or one role with its components. */

#include "app-fixture.h"

#include "trellis-matrix-list.h"

typedef struct
{
  AppFixture *app;
  GtkWidget  *list;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->app = app_fixture_new_with_sample ();
  app_fixture_resize (fixture->app, 360, 700);
  app_fixture_show_page (fixture->app, "matrix");
  fixture->list = app_find_by_type (app_fixture_get_page (fixture->app),
                                    TRELLIS_TYPE_MATRIX_LIST);
  app_wait_until (gtk_widget_get_mapped (fixture->list)
                  && app_find_by_type (fixture->list, ADW_TYPE_SWITCH_ROW) != NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  app_fixture_free (fixture->app);
}

static TrellisMatrix *
get_matrix (Fixture *fixture)
{
  return trellis_session_get_matrix (app_fixture_get_session (fixture->app));
}

/* The switch of that name. */
static GtkWidget *
find_row (Fixture    *fixture,
          const char *name)
{
  GtkWidget *row = app_find_by_title (fixture->list, name);

  return row != NULL && ADW_IS_SWITCH_ROW (row) ? row : NULL;
}

static gboolean
is_on (Fixture    *fixture,
       const char *name)
{
  return adw_switch_row_get_active (ADW_SWITCH_ROW (find_row (fixture, name)));
}

/* Whether the switches say of the component, or the role, what the matrix says. */
static void
assert_shows (Fixture *fixture,
              gboolean component,
              guint    line)
{
  TrellisMatrix *matrix = get_matrix (fixture);
  guint          n = component ? trellis_matrix_get_n_columns (matrix)
                               : trellis_matrix_get_n_rows (matrix);

  for (guint i = 0; i < n; i++)
    {
      guint       row = component ? line : i;
      guint       column = component ? i : line;
      const char *name = component ? trellis_matrix_get_column_name (matrix, i)
                                   : trellis_matrix_get_row_name (matrix, i);

      g_assert_nonnull (find_row (fixture, name));
      g_assert_true (is_on (fixture, name) == trellis_matrix_is_involved (matrix, row, column));
    }
}

static void
test_steps (Fixture      *fixture,
            gconstpointer data)
{
  guint n = trellis_matrix_get_n_rows (get_matrix (fixture));

  assert_shows (fixture, TRUE, 0);
  for (guint i = 1; i < n; i++)
    {
      gtk_widget_activate_action (fixture->list, "list.next", NULL);
      assert_shows (fixture, TRUE, i);
    }
  gtk_widget_activate_action (fixture->list, "list.next", NULL);
  assert_shows (fixture, TRUE, n - 1);
  gtk_widget_activate_action (fixture->list, "list.previous", NULL);
  assert_shows (fixture, TRUE, n - 2);
}

static void
test_axis (Fixture      *fixture,
           gconstpointer data)
{
  GtkWidget *axis = app_find_by_type (fixture->list, ADW_TYPE_TOGGLE_GROUP);

  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (axis), "role");
  assert_shows (fixture, FALSE, 0);
  gtk_widget_activate_action (fixture->list, "list.next", NULL);
  assert_shows (fixture, FALSE, 1);
}

static void
test_switch (Fixture      *fixture,
             gconstpointer data)
{
  TrellisMatrix   *matrix = get_matrix (fixture);
  g_autofree char *name = g_strdup (trellis_matrix_get_column_name (matrix, 0));
  gboolean         before = trellis_matrix_is_involved (matrix, 0, 0);

  adw_switch_row_set_active (ADW_SWITCH_ROW (find_row (fixture, name)), !before);
  app_wait_until (trellis_matrix_is_involved (matrix, 0, 0) != before);

  app_fixture_activate (fixture->app, "win.undo");
  app_wait_until (is_on (fixture, name) == before);
  g_assert_true (trellis_matrix_is_involved (matrix, 0, 0) == before);
}

static void
test_wide (Fixture      *fixture,
           gconstpointer data)
{
  app_fixture_resize (fixture->app, 1100, 700);
  app_wait_until (!gtk_widget_get_mapped (fixture->list));
  app_fixture_resize (fixture->app, 360, 700);
  app_wait_until (gtk_widget_get_mapped (fixture->list));
  assert_shows (fixture, TRUE, 0);
}

static void
test_add (Fixture      *fixture,
          gconstpointer data)
{
  TrellisMatrix *matrix = get_matrix (fixture);
  guint          n = trellis_matrix_get_n_columns (matrix);
  GtkWidget     *add = app_find_by_type (fixture->list, ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (add), "  ");
  g_signal_emit_by_name (add, "entry-activated");
  gtk_editable_set_text (GTK_EDITABLE (add), "Sound designer");
  g_signal_emit_by_name (add, "entry-activated");
  app_wait_until (find_row (fixture, "Sound designer") != NULL);
  g_assert_cmpuint (trellis_matrix_get_n_columns (matrix), ==, n + 1);
  g_assert_false (is_on (fixture, "Sound designer"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (add)), ==, "");
}

static void
test_record (Fixture      *fixture,
             gconstpointer data)
{
  TrellisMatrix *matrix = get_matrix (fixture);
  gint64         id = trellis_matrix_get_row_id (matrix, 2);

  g_assert_true (trellis_page_show_record (TRELLIS_PAGE (app_fixture_get_page (fixture->app)),
                                           &trellis_component_type, id));
  assert_shows (fixture, TRUE, 2);
  id = trellis_matrix_get_column_id (matrix, 1);
  g_assert_true (trellis_page_show_record (TRELLIS_PAGE (app_fixture_get_page (fixture->app)),
                                           &trellis_role_type, id));
  assert_shows (fixture, FALSE, 1);
}

#define ADD(path, function) \
  g_test_add ("/matrix-list/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  ADD ("each-component-shows-its-roles", test_steps);
  ADD ("each-role-shows-its-components", test_axis);
  ADD ("a-switch-is-a-change-that-undo-takes-back", test_switch);
  ADD ("a-wide-window-shows-the-grid-instead", test_wide);
  ADD ("a-role-is-added-below-the-others", test_add);
  ADD ("a-record-is-found", test_record);

  return g_test_run ();
}
