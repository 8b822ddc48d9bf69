/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A report made from nothing by the keyboard alone, page after page, in the built program; what the
 * command line then exports of the library is what was typed. */

#include "outside.h"

#include <string.h>

#define KEY_RETURN 0xff0d
#define KEY_TAB 0xff09
#define KEY_DOWN 0xff54
#define KEY_RIGHT 0xff53
#define KEY_F6 0xffc3

static const char posting[]
    = "Kite engineer at Windward Yard. You know Python, PostgreSQL and Git. "
      "Docker is a plus.";

static void
expect_page (Outside    *outside,
             guint       key,
             const char *shown)
{
  outside_press (key, OUTSIDE_CONTROL);
  outside_expect (outside, ATSPI_ROLE_INVALID, shown);
}

static void
begin (Outside *outside)
{
  outside_start (outside, NULL);
  outside_expect (outside, ATSPI_ROLE_BUTTON, "New Report");
  outside_press ('n', OUTSIDE_CONTROL);
  outside_expect (outside, ATSPI_ROLE_DIALOG, "New Report");
  outside_pause (300);
  outside_type ("Kites by hand\n");
  outside_expect (outside, ATSPI_ROLE_INVALID, "Overview");
  outside_pause (400);
}

/* On a page of a list: each line is one of its records. */
static void
add_names (Outside    *outside,
           guint       key,
           const char *shown,
           const char *lines)
{
  g_auto (GStrv) names = g_strsplit (lines, "\n", -1);

  expect_page (outside, key, shown);
  outside_press ('n', OUTSIDE_CONTROL | OUTSIDE_SHIFT);
  for (guint i = 0; names[i] != NULL; i++)
    {
      outside_type (names[i]);
      outside_press (KEY_RETURN, 0);
      outside_expect (outside, ATSPI_ROLE_LIST_ITEM, names[i]);
    }
}

/* The first role works on the first component, the second on the next, and so on in turn. */
static void
fill_matrix (Outside *outside)
{
  expect_page (outside, '2', "Matrix");
  outside_expect (outside, ATSPI_ROLE_TABLE_CELL, "Carpenter engineer, Kite frame: not");
  outside_press (' ', 0);
  outside_expect (outside, ATSPI_ROLE_TABLE_CELL, "Carpenter engineer, Kite frame: inv");
  outside_press (KEY_DOWN, 0);
  outside_press (KEY_RIGHT, 0);
  outside_press (' ', 0);
  outside_expect (outside, ATSPI_ROLE_TABLE_CELL, "QA engineer, Line winch: inv");
}

/* The first page of the report's own words stands after Demand in the sidebar. */
static void
go_to_reflection (Outside *outside)
{
  expect_page (outside, '7', "Demand");
  outside_press (KEY_F6, 0);
  outside_press (KEY_DOWN, 0);
  outside_press (KEY_RETURN, 0);
  outside_pause (300);
}

/* Typed where there is room for it, cut and pasted: the clipboard is the program's own. */
static void
paste_posting (Outside *outside)
{
  go_to_reflection (outside);
  outside_type (posting);
  outside_press ('a', OUTSIDE_CONTROL);
  outside_press ('x', OUTSIDE_CONTROL);
  expect_page (outside, '6', "Postings");
  outside_press ('v', OUTSIDE_CONTROL | OUTSIDE_SHIFT);
  outside_expect (outside, ATSPI_ROLE_LIST_ITEM, "Kite engineer");
}

static void
assert_has (const char *text,
            const char *what)
{
  if (strstr (text, what) == NULL)
    g_error ("“%s” is not in what was exported:\n%s", what, text);
}

static void
assert_is_exported (Outside *outside)
{
  g_autofree char *markdown = g_build_filename (outside->folder, "kites.md", NULL);
  g_autofree char *pdf = g_build_filename (outside->folder, "kites.pdf", NULL);
  g_autofree char *text = NULL;
  g_autofree char *pages = NULL;

  g_free (outside_run_cli ("export", "1", "-o", markdown, "--library", outside->library, NULL));
  g_free (outside_run_cli ("export", "1", "-o", pdf, "--library", outside->library, NULL));
  g_assert_true (g_file_get_contents (markdown, &text, NULL, NULL));
  g_assert_true (g_file_get_contents (pdf, &pages, NULL, NULL));

  assert_has (text, "- Kite frame\n  - Carpenter engineer\n");
  assert_has (text, "- Line winch\n  - QA engineer\n");
  assert_has (text, "Wood bending");
  assert_has (text, "Wind decides what a kite is for.");
  assert_has (text, "Windward Yard");
  assert_has (text, "PostgreSQL");
  assert_has (pages, "%PDF-");
}

static void
a_report_is_made_from_nothing_by_the_keyboard_alone (void)
{
  Outside outside = { 0 };

  begin (&outside);
  add_names (&outside, '1', "Components", "Kite frame\nLine winch\nWind meter");
  add_names (&outside, '3', "Roles", "Carpenter engineer\nQA engineer");
  fill_matrix (&outside);
  add_names (&outside, '4', "Skills", "Wood bending");
  paste_posting (&outside);
  go_to_reflection (&outside);
  outside_type ("Wind decides what a kite is for.");
  expect_page (&outside, '1', "Components");
  assert_is_exported (&outside);
  outside_stop (&outside);
}

int
main (int    argc,
      char **argv)
{
  outside_init (&argc, &argv);

  g_test_add_func ("/whole-report/a-report-is-made-from-nothing-by-the-keyboard-alone",
                   a_report_is_made_from_nothing_by_the_keyboard_alone);
  return g_test_run ();
}
