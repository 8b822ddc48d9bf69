/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-plan-date.h"

static void
dates_are_known_as_people_write_them (void)
{
  static const char *const texts[]
      = { "2026-10-05", "05.10.2026", "5.10.2026", "5 October 2026", "Oct 5, 2026",
          "October 5 2026", "5 октября 2026", "5 ОКТ 2026" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GDate date;

      g_assert_cmpuint (trellis_plan_date_match (texts[i], &date), ==, strlen (texts[i]));
      g_assert_cmpint (g_date_get_day (&date), ==, 5);
      g_assert_cmpint (g_date_get_month (&date), ==, 10);
      g_assert_cmpint (g_date_get_year (&date), ==, 2026);
    }
}

static void
what_is_no_date_is_none (void)
{
  static const char *const texts[]
      = { "", "2026", "2026-13-01", "2026-02-30", "30.02.2026", "5 lamps 2026", "October",
          "12.10", "2026-10-055", "31 April 2026", "1.2.3", "0000-01-01" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GDate date;

      g_assert_cmpuint (trellis_plan_date_match (texts[i], &date), ==, 0);
    }
}

static void
a_month_is_told_from_its_neighbours (void)
{
  GDate date;

  g_assert_cmpuint (trellis_plan_date_match ("1 марта 2026", &date), >, 0);
  g_assert_cmpint (g_date_get_month (&date), ==, 3);
  g_assert_cmpuint (trellis_plan_date_match ("1 мая 2026", &date), >, 0);
  g_assert_cmpint (g_date_get_month (&date), ==, 5);
  g_assert_cmpuint (trellis_plan_date_match ("1 июля 2026", &date), >, 0);
  g_assert_cmpint (g_date_get_month (&date), ==, 7);
}

static void
a_date_is_written_as_the_one_it_replaces (void)
{
  GDate            date;
  g_autofree char *plain = NULL;
  g_autofree char *dotted = NULL;
  g_autofree char *none = NULL;
  g_autofree char *part = NULL;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 7, 2, 2027);
  plain = trellis_plan_date_replace ("by 2026-10-05, at noon", &date);
  dotted = trellis_plan_date_replace ("до 5.10.2026", &date);
  none = trellis_plan_date_replace ("by", &date);
  part = trellis_plan_date_replace ("v12.10.2026", &date);
  g_assert_cmpstr (plain, ==, "by 2027-02-07, at noon");
  g_assert_cmpstr (dotted, ==, "до 07.02.2027");
  g_assert_cmpstr (none, ==, "by 2027-02-07");
  g_assert_cmpstr (part, ==, "v12.10.2026 2027-02-07");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-date/dates-are-known-as-people-write-them",
                   dates_are_known_as_people_write_them);
  g_test_add_func ("/plan-date/what-is-no-date-is-none", what_is_no_date_is_none);
  g_test_add_func ("/plan-date/a-month-is-told-from-its-neighbours",
                   a_month_is_told_from_its_neighbours);
  g_test_add_func ("/plan-date/a-date-is-written-as-the-one-it-replaces",
                   a_date_is_written_as_the_one_it_replaces);
  return g_test_run ();
}
