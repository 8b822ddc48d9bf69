/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report.h"

static TrellisReport *
new_report (void)
{
  TrellisReport      *report = trellis_report_new ();
  TrellisComponent   *component = trellis_report_add (report, &trellis_component_type);
  TrellisRole        *role = trellis_report_add (report, &trellis_role_type);
  TrellisInvolvement *cell = trellis_report_add (report, &trellis_involvement_type);

  g_set_str (&component->name, "Kiln controller");
  g_set_str (&role->name, "Database administrator");
  g_set_str (&role->aliases, "DBA\nадминистратор БД");
  cell->component_id = component->base.id;
  cell->role_id = role->base.id;
  return report;
}

static void
test_new (void)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();

  g_assert_cmpstr (report->language, ==, "en");
  for (guint i = 0; trellis_report_parts[i] != NULL; i++)
    g_assert_cmpuint (trellis_report_get_part (report, trellis_report_parts[i])->len, ==, 0);
}

static void
test_add (void)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();

  for (guint i = 0; trellis_report_parts[i] != NULL; i++)
    for (guint n = 0; n < 3; n++)
      {
        TrellisRecord *record = trellis_report_add (report, trellis_report_parts[i]);

        g_assert_cmpint (record->id, >, 0);
        g_assert_true (trellis_report_find (report, trellis_report_parts[i], record->id) == record);
        g_assert_null (trellis_report_find (report, trellis_report_parts[i], record->id + 1));
      }
}

/* Records that came from elsewhere keep their ids; new ones go beyond them. */
static void
test_add_after_load (void)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();
  TrellisRecord            *loaded = trellis_report_add (report, &trellis_role_type);

  loaded->id = 41;
  g_assert_cmpint (((TrellisRecord *) trellis_report_add (report, &trellis_role_type))->id, ==, 42);
  g_assert_true (trellis_report_find (report, &trellis_role_type, 41) == loaded);
}

static void
test_copy (void)
{
  g_autoptr (TrellisReport) report = new_report ();
  g_autoptr (TrellisReport) copy = trellis_report_copy (report);
  TrellisRole              *role = g_ptr_array_index (copy->roles, 0);

  g_assert_true (trellis_report_equal (report, copy));
  g_set_str (&role->name, "Tester");
  g_assert_false (trellis_report_equal (report, copy));
  g_assert_nonnull (trellis_report_find_role (report, "Database administrator"));
}

static void
test_equal (void)
{
  g_autoptr (TrellisReport) a = new_report ();
  g_autoptr (TrellisReport) b = new_report ();

  g_assert_true (trellis_report_equal (a, b));
  g_set_str (&b->title, "Clay");
  g_assert_false (trellis_report_equal (a, b));
  g_set_str (&b->title, "");
  trellis_report_add (b, &trellis_claim_type);
  g_assert_false (trellis_report_equal (a, b));
}

static void
test_find_role (void)
{
  g_autoptr (TrellisReport) report = new_report ();
  TrellisRole              *role = g_ptr_array_index (report->roles, 0);

  g_assert_true (trellis_report_find_role (report, "database ADMINISTRATOR") == role);
  g_assert_true (trellis_report_find_role (report, "dba") == role);
  g_assert_true (trellis_report_find_role (report, "Администратор бд") == role);
  g_assert_null (trellis_report_find_role (report, "DB"));
  g_assert_null (trellis_report_find_role (report, ""));
}

static void
test_find_involvement (void)
{
  g_autoptr (TrellisReport) report = new_report ();
  TrellisInvolvement       *cell = g_ptr_array_index (report->involvements, 0);

  g_assert_true (trellis_report_find_involvement (report, cell->component_id, cell->role_id)
                 == cell);
  g_assert_null (trellis_report_find_involvement (report, cell->component_id, cell->role_id + 1));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/a-new-one-has-all-parts-empty", test_new);
  g_test_add_func ("/report/what-is-added-is-found-by-its-id", test_add);
  g_test_add_func ("/report/ids-go-on-after-loaded-ones", test_add_after_load);
  g_test_add_func ("/report/a-copy-is-its-own", test_copy);
  g_test_add_func ("/report/any-difference-counts", test_equal);
  g_test_add_func ("/report/a-role-is-found-by-any-of-its-names", test_find_role);
  g_test_add_func ("/report/a-cell-is-found-by-its-line-and-column", test_find_involvement);

  return g_test_run ();
}
