/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-my-role.h"

static TrellisReport *
create_report (const char *text)
{
  static const char *const names[] = { "DBA", "Back-end engineer", "Engineer", "C++ developer" };
  TrellisReport           *report = trellis_report_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_set_str (&((TrellisRole *) trellis_report_add (report, &trellis_role_type))->name, names[i]);

  if (text != NULL)
    {
      TrellisSection *section = trellis_report_add (report, &trellis_section_type);

      section->kind = TRELLIS_SECTION_ROLE;
      g_set_str (&section->text, text);
    }
  return report;
}

static void
assert_found (const char *text,
              const char *name)
{
  g_autoptr (TrellisReport) report = create_report (text);
  const TrellisRole        *role = trellis_my_role_find (report);

  g_assert_cmpstr (role != NULL ? role->name : NULL, ==, name);
}

static void
assert_chosen (const char *text,
               guint       role,
               const char *expected)
{
  g_autoptr (TrellisReport) report = create_report (text);
  g_autofree char          *chosen = trellis_my_role_choose (report, report->roles->pdata[role]);

  g_assert_cmpstr (chosen, ==, expected);
}

static void
the_role_named_first_is_the_chosen_one (void)
{
  assert_found ("DBA, rather than Back-end engineer.", "DBA");
  assert_found ("I chose **DBA** because I like order.", "DBA");
}

static void
of_two_names_at_one_place_the_longer_counts (void)
{
  assert_found ("Back-end engineer, because I like rules.", "Back-end engineer");
}

static void
case_does_not_matter_but_words_are_whole (void)
{
  assert_found ("dba", "DBA");
  assert_found ("I was in the dbase club.", NULL);
  assert_found ("Engineering", NULL);
  assert_found ("c++ Developer", "C++ developer");
}

static void
a_report_without_the_section_names_no_role (void)
{
  assert_found (NULL, NULL);
  assert_found ("", NULL);
}

static void
choosing_puts_the_name_in_place_of_the_old_one (void)
{
  assert_chosen ("**DBA**, because I like order.", 1,
                 "**Back-end engineer**, because I like order.");
}

static void
choosing_where_none_is_named_keeps_the_reason (void)
{
  assert_chosen ("Because I like order.", 0, "DBA\n\nBecause I like order.");
  assert_chosen ("", 0, "DBA");
  assert_chosen (NULL, 0, "DBA");
}

#define ADD(path, function) g_test_add_func ("/my-role/" path, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("the-role-named-first-is-the-chosen-one", the_role_named_first_is_the_chosen_one);
  ADD ("of-two-names-at-one-place-the-longer-counts", of_two_names_at_one_place_the_longer_counts);
  ADD ("case-does-not-matter-but-words-are-whole", case_does_not_matter_but_words_are_whole);
  ADD ("a-report-without-the-section-names-no-role", a_report_without_the_section_names_no_role);
  ADD ("choosing-puts-the-name-in-place-of-the-old-one",
       choosing_puts_the_name_in_place_of_the_old_one);
  ADD ("choosing-where-none-is-named-keeps-the-reason",
       choosing_where_none_is_named_keeps_the_reason);
  return g_test_run ();
}
