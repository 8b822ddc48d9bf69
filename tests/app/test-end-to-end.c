/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The built program on a display, driven from outside by what assistive technology sees: a file is
 * imported, a cell toggled by keyboard, the change undone, the report exported, the files compared.
 */

#include "outside.h"

#define KEY_RIGHT 0xff53

static const char report[] = "## Components and roles\n"
                             "\n"
                             "- Kite frame\n"
                             "  - Carpenter engineer\n"
                             "- Line winch\n"
                             "  - Carpenter engineer\n"
                             "  - QA engineer\n"
                             "\n"
                             "## Weather\n"
                             "\n"
                             "Wind matters, and so does rain.\n";

typedef struct
{
  Outside outside;
  char   *input;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->outside.folder = g_dir_make_tmp ("trellis-end-XXXXXX", NULL);
  fixture->input = g_build_filename (fixture->outside.folder, "kite.md", NULL);
  g_assert_true (g_file_set_contents (fixture->input, report, -1, NULL));
  outside_start (&fixture->outside, fixture->input);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  outside_stop (&fixture->outside);
  g_free (fixture->input);
}

static gboolean
has_focus (Fixture    *fixture,
           const char *name)
{
  g_autoptr (AtspiAccessible) cell = outside_find (fixture->outside.application,
                                                   ATSPI_ROLE_TABLE_CELL, name);

  return cell != NULL && outside_has_state (cell, ATSPI_STATE_FOCUSED);
}

/* From the grid's first cell to one in its row. */
static void
move_to (Fixture    *fixture,
         const char *name)
{
  for (int i = 0; i < 6 && !has_focus (fixture, name); i++)
    outside_press (KEY_RIGHT, 0);
  g_assert_true (has_focus (fixture, name));
}

/* By the file chooser, as a person would: the path is typed, the button pressed. */
static char *
export_markdown (Fixture    *fixture,
                 const char *name)
{
  g_autofree char              *path = g_build_filename (fixture->outside.folder, name, NULL);
  g_autoptr (AtspiAccessible)   row = NULL;
  g_autoptr (AtspiAccessible)   button = NULL;
  g_autoptr (AtspiAccessible)   chooser = NULL;
  g_autoptr (AtspiAccessible)   entry = NULL;
  g_autoptr (AtspiAccessible)   accept = NULL;
  g_autoptr (AtspiEditableText) text = NULL;
  char                         *written = NULL;
  gint64                        until;

  outside_press ('e', OUTSIDE_CONTROL);
  row = outside_wait_for (fixture->outside.application, ATSPI_ROLE_LIST_ITEM, "One Markdown File");
  button = outside_wait_for (row, ATSPI_ROLE_BUTTON, NULL);
  outside_click (button);

  chooser = outside_wait_for (fixture->outside.application, ATSPI_ROLE_DIALOG, "Export Report");
  entry = outside_wait_for (chooser, ATSPI_ROLE_TEXT, NULL);
  text = atspi_accessible_get_editable_text_iface (entry);
  g_assert_true (atspi_editable_text_set_text_contents (text, path, NULL));
  outside_pause (300);
  accept = outside_wait_for (chooser, ATSPI_ROLE_BUTTON, "Save");
  outside_click (accept);

  until = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;
  while (!g_file_get_contents (path, &written, NULL, NULL))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      outside_pause (100);
    }
  return written;
}

/* What the command line makes of the same file. */
static char *
convert (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->outside.folder, "cli.md", NULL);
  char            *written = NULL;

  g_free (outside_run_cli ("convert", fixture->input, "-o", path, NULL));
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  return written;
}

static void
a_toggled_cell_is_handed_in_and_undo_takes_it_back (Fixture      *fixture,
                                                    gconstpointer data)
{
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;
  g_autofree char *expected = convert (fixture);

  outside_expect (&fixture->outside, ATSPI_ROLE_INVALID, "Overview");
  atspi_generate_mouse_event (300, 300, "abs", NULL);
  outside_pause (500);
  outside_press ('2', OUTSIDE_CONTROL);
  outside_expect (&fixture->outside, ATSPI_ROLE_TABLE_CELL, "QA engineer, Kite frame: not");
  move_to (fixture, "QA engineer, Kite frame");
  outside_press (' ', 0);
  outside_expect (&fixture->outside, ATSPI_ROLE_TABLE_CELL, "QA engineer, Kite frame: inv");
  with = export_markdown (fixture, "with.md");
  g_assert_cmpstr (with, !=, expected);
  g_assert_nonnull (
      g_strstr_len (with, -1, "- Kite frame\n  - Carpenter engineer\n  - QA engineer\n"));

  outside_press ('z', OUTSIDE_CONTROL);
  outside_expect (&fixture->outside, ATSPI_ROLE_TABLE_CELL, "QA engineer, Kite frame: not");
  without = export_markdown (fixture, "without.md");
  g_assert_cmpstr (without, ==, expected);
}

int
main (int    argc,
      char **argv)
{
  outside_init (&argc, &argv);

  g_test_add ("/end-to-end/a-toggled-cell-is-handed-in-and-undo-takes-it-back", Fixture, NULL,
              set_up, a_toggled_cell_is_handed_in_and_undo_takes_it_back, tear_down);
  return g_test_run ();
}
