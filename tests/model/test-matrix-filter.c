/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-matrix-filter.h"

/* Three components and three roles: the gateway has a QA and a DBA, worded; the ledger has none,
 * the QA bench has a QA; nobody is a Designer. */
typedef struct
{
  TrellisReport       *report;
  TrellisMatrix       *whole;
  TrellisMatrixFilter *filter;
  TrellisMatrix       *matrix;
} Fixture;

static void
involve (Fixture    *fixture,
         guint       row,
         guint       column,
         const char *wording)
{
  TrellisInvolvement *cell = trellis_report_add (fixture->report, &trellis_involvement_type);

  cell->component_id = trellis_matrix_get_row_id (fixture->whole, row);
  cell->role_id = trellis_matrix_get_column_id (fixture->whole, column);
  g_set_str (&cell->wording, wording);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  static const char *const components[] = { "Gateway", "Ledger", "QA bench" };
  static const char *const roles[] = { "QA engineer", "DBA", "Designer" };

  fixture->report = trellis_report_new ();
  fixture->whole = trellis_matrix_new ();
  for (guint i = 0; i < 3; i++)
    {
      TrellisComponent *component = trellis_report_add (fixture->report, &trellis_component_type);
      TrellisRole      *role = trellis_report_add (fixture->report, &trellis_role_type);

      g_set_str (&component->name, components[i]);
      g_set_str (&role->name, roles[i]);
    }
  trellis_matrix_load (fixture->whole, fixture->report);
  involve (fixture, 0, 0, "");
  involve (fixture, 0, 1, "Database engineer");
  involve (fixture, 2, 0, "");
  trellis_matrix_load (fixture->whole, fixture->report);
  fixture->filter = trellis_matrix_filter_new (fixture->whole);
  fixture->matrix = trellis_matrix_filter_get_matrix (fixture->filter);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->filter);
  g_object_unref (fixture->whole);
  trellis_report_free (fixture->report);
}

/* "Gateway, Ledger × QA engineer, DBA" */
static void
assert_lines (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < trellis_matrix_get_n_rows (fixture->matrix); i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? ", " : "",
                            trellis_matrix_get_row_name (fixture->matrix, i));
  g_string_append (lines, " × ");
  for (guint i = 0; i < trellis_matrix_get_n_columns (fixture->matrix); i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? ", " : "",
                            trellis_matrix_get_column_name (fixture->matrix, i));
  g_assert_cmpstr (lines->str, ==, expected);
}

static void
test_all (Fixture      *fixture,
          gconstpointer data)
{
  assert_lines (fixture, "Gateway, Ledger, QA bench × QA engineer, DBA, Designer");
  g_assert_cmpstr (trellis_matrix_get_wording (fixture->matrix, 0, 1), ==, "Database engineer");
  g_assert_cmpuint (trellis_matrix_count (fixture->matrix), ==, 3);
}

static void
test_empty (Fixture      *fixture,
            gconstpointer data)
{
  trellis_matrix_filter_set (fixture->filter, TRELLIS_MATRIX_EMPTY_LINES, "");
  assert_lines (fixture, "Ledger × QA engineer, DBA, Designer");

  /* It stays while it is filled, and goes when one asks again. */
  involve (fixture, 1, 1, "");
  trellis_matrix_load (fixture->whole, fixture->report);
  assert_lines (fixture, "Ledger × QA engineer, DBA, Designer");
  g_assert_true (trellis_matrix_is_involved (fixture->matrix, 0, 1));
  g_assert_cmpuint (trellis_matrix_count_row (fixture->matrix, 0), ==, 1);

  trellis_matrix_filter_set (fixture->filter, TRELLIS_MATRIX_EMPTY_LINES, "");
  assert_lines (fixture, "Gateway, Ledger, QA bench × Designer");

  involve (fixture, 1, 2, "");
  trellis_matrix_load (fixture->whole, fixture->report);
  trellis_matrix_filter_set (fixture->filter, TRELLIS_MATRIX_EMPTY_LINES, "");
  assert_lines (fixture, " × ");
}

static void
test_worded (Fixture      *fixture,
             gconstpointer data)
{
  trellis_matrix_filter_set (fixture->filter, TRELLIS_MATRIX_WORDED_LINES, "");
  assert_lines (fixture, "Gateway × DBA");
  g_assert_cmpuint (trellis_matrix_count_row (fixture->matrix, 0), ==, 2);
}

static void
test_named (Fixture      *fixture,
            gconstpointer data)
{
  trellis_matrix_filter_set (fixture->filter, TRELLIS_MATRIX_ALL_LINES, "lEDG");
  assert_lines (fixture, "Ledger × QA engineer, DBA, Designer");
  trellis_matrix_filter_set (fixture->filter, TRELLIS_MATRIX_ALL_LINES, "design");
  assert_lines (fixture, "Gateway, Ledger, QA bench × Designer");
  trellis_matrix_filter_set (fixture->filter, TRELLIS_MATRIX_ALL_LINES, "qa");
  assert_lines (fixture, "QA bench × QA engineer, DBA, Designer");
  trellis_matrix_filter_set (fixture->filter, TRELLIS_MATRIX_ALL_LINES, "zeppelin");
  assert_lines (fixture, " × ");
}

static void
test_reset (Fixture      *fixture,
            gconstpointer data)
{
  TrellisComponent *component;

  trellis_matrix_filter_set (fixture->filter, TRELLIS_MATRIX_EMPTY_LINES, "");
  component = trellis_report_add (fixture->report, &trellis_component_type);
  g_set_str (&component->name, "Billing");
  trellis_matrix_load (fixture->whole, fixture->report);
  assert_lines (fixture, "Ledger, Billing × QA engineer, DBA, Designer");
}

#define ADD(path, function) \
  g_test_add ("/matrix-filter/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("all-lines-are-the-whole", test_all);
  ADD ("an-empty-line-stays-until-one-asks-again", test_empty);
  ADD ("worded-lines-cross-at-a-wording", test_worded);
  ADD ("a-name-is-of-a-component-or-else-of-a-role", test_named);
  ADD ("lines-that-come-are-chosen-from", test_reset);

  return g_test_run ();
}
