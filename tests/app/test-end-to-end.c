/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The built program on a display, driven from outside by what assistive technology sees: a file is
 * imported, a cell toggled by keyboard, the change undone, the report exported, the files compared.
 * Arguments: the program, and trellis-cli. */

#include <atspi/atspi.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define KEY_CONTROL 37   /* X keycodes of the standard keyboard */
#define KEY_RIGHT 0xff53 /* keysym */
#define TIMEOUT (30 * G_USEC_PER_SEC)

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

static const char *program;
static const char *cli;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAction, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiEditableText, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)

typedef struct
{
  char            *folder;
  char            *input;
  GSubprocess     *process;
  AtspiAccessible *application;
} Fixture;

typedef struct
{
  AtspiRole   role; /* ATSPI_ROLE_INVALID: any */
  const char *name; /* NULL: any; what it begins with */
  gboolean    showing;
} Wanted;

static gboolean
is_wanted (AtspiAccessible *one,
           const Wanted    *wanted)
{
  g_autofree char          *name = NULL;
  g_autoptr (AtspiStateSet) states = NULL;

  if (wanted->role != ATSPI_ROLE_INVALID && atspi_accessible_get_role (one, NULL) != wanted->role)
    return FALSE;
  name = atspi_accessible_get_name (one, NULL);
  if (wanted->name != NULL && (name == NULL || !g_str_has_prefix (name, wanted->name)))
    return FALSE;
  if (!wanted->showing)
    return TRUE;

  states = atspi_accessible_get_state_set (one);
  return atspi_state_set_contains (states, ATSPI_STATE_SHOWING);
}

/* Returns: (transfer full) (nullable) */
static AtspiAccessible *
find (AtspiAccessible *root,
      const Wanted    *wanted)
{
  int n;

  atspi_accessible_clear_cache_single (root);
  if (is_wanted (root, wanted))
    return g_object_ref (root);

  n = atspi_accessible_get_child_count (root, NULL);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (root, i, NULL);
      AtspiAccessible            *found = child != NULL ? find (child, wanted) : NULL;

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
pause_for (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < until)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
}

static AtspiAccessible *
wait_for (AtspiAccessible *root,
          AtspiRole        role,
          const char      *name)
{
  Wanted wanted = { role, name, TRUE };
  gint64 until = g_get_monotonic_time () + TIMEOUT;

  while (g_get_monotonic_time () < until)
    {
      AtspiAccessible *found = find (root, &wanted);

      if (found != NULL)
        return found;
      pause_for (100);
    }

  g_error ("“%s” does not come", name);
}

/* Waits for it, and no more. */
static void
expect (Fixture    *fixture,
        AtspiRole   role,
        const char *name)
{
  g_object_unref (wait_for (fixture->application, role, name));
}

static void
press (guint key,
       guint modifier)
{
  GError *error = NULL;

  if (modifier != 0)
    atspi_generate_keyboard_event (modifier, NULL, ATSPI_KEY_PRESS, &error);
  g_assert_no_error (error);
  atspi_generate_keyboard_event (key, NULL, ATSPI_KEY_SYM, &error);
  g_assert_no_error (error);
  if (modifier != 0)
    atspi_generate_keyboard_event (modifier, NULL, ATSPI_KEY_RELEASE, &error);
  g_assert_no_error (error);
  pause_for (150);
}

static void
click (AtspiAccessible *button)
{
  g_autoptr (AtspiAction) action = atspi_accessible_get_action_iface (button);
  GError                 *error = NULL;

  g_assert_nonnull (action);
  g_assert_true (atspi_action_do_action (action, 0, &error));
  g_assert_no_error (error);
}

static AtspiAccessible *
find_application (Fixture *fixture)
{
  guint  pid = (guint) g_ascii_strtoull (g_subprocess_get_identifier (fixture->process), NULL, 10);
  gint64 until = g_get_monotonic_time () + TIMEOUT;

  while (g_get_monotonic_time () < until)
    {
      g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
      int                         n = atspi_accessible_get_child_count (desktop, NULL);

      for (int i = 0; i < n; i++)
        {
          g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (desktop, i,
                                                                                   NULL);

          if (child != NULL && atspi_accessible_get_process_id (child, NULL) == pid)
            return g_steal_pointer (&child);
        }
      pause_for (100);
    }

  g_error ("the program does not appear on the accessibility bus");
}

static void
start (Fixture *fixture)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autofree char                *data = g_build_filename (fixture->folder, "data", NULL);
  g_autofree char                *schemas = NULL;
  GError                         *error = NULL;

  schemas = g_test_build_filename (G_TEST_BUILT, "..", "data", NULL);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", data, TRUE);
  g_subprocess_launcher_setenv (launcher, "GSETTINGS_SCHEMA_DIR", schemas, TRUE);
  g_subprocess_launcher_setenv (launcher, "GSETTINGS_BACKEND", "memory", TRUE);
  g_subprocess_launcher_setenv (launcher, "GDK_DEBUG", "no-portals", TRUE);
  g_subprocess_launcher_setenv (launcher, "GTK_A11Y", "atspi", TRUE);
  fixture->process
      = g_subprocess_launcher_spawn (launcher, &error, program, fixture->input, NULL);
  g_assert_no_error (error);
  fixture->application = find_application (fixture);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("trellis-end-XXXXXX", NULL);
  fixture->input = g_build_filename (fixture->folder, "kite.md", NULL);
  g_assert_true (g_file_set_contents (fixture->input, report, -1, NULL));
  start (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  const char *argv[] = { "rm", "-rf", fixture->folder, NULL };

  g_subprocess_force_exit (fixture->process);
  g_subprocess_wait (fixture->process, NULL, NULL);
  g_clear_object (&fixture->application);
  g_clear_object (&fixture->process);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                NULL);
  g_free (fixture->input);
  g_free (fixture->folder);
}

static gboolean
has_focus (Fixture    *fixture,
           const char *name)
{
  const Wanted                wanted = { ATSPI_ROLE_TABLE_CELL, name, TRUE };
  g_autoptr (AtspiAccessible) cell = find (fixture->application, &wanted);
  g_autoptr (AtspiStateSet)   states = cell != NULL ? atspi_accessible_get_state_set (cell) : NULL;

  return states != NULL && atspi_state_set_contains (states, ATSPI_STATE_FOCUSED);
}

/* From the grid's first cell to one in its row. */
static void
move_to (Fixture    *fixture,
         const char *name)
{
  for (int i = 0; i < 6 && !has_focus (fixture, name); i++)
    press (KEY_RIGHT, 0);
  g_assert_true (has_focus (fixture, name));
}

/* By the file chooser, as a person would: the path is typed, the button pressed. */
static char *
export_markdown (Fixture    *fixture,
                 const char *name)
{
  g_autofree char              *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (AtspiAccessible)   row = NULL;
  g_autoptr (AtspiAccessible)   button = NULL;
  g_autoptr (AtspiAccessible)   chooser = NULL;
  g_autoptr (AtspiAccessible)   entry = NULL;
  g_autoptr (AtspiAccessible)   accept = NULL;
  g_autoptr (AtspiEditableText) text = NULL;
  char                         *written = NULL;
  gint64                        until;

  press ('e', KEY_CONTROL);
  row = wait_for (fixture->application, ATSPI_ROLE_LIST_ITEM, "One Markdown File");
  button = wait_for (row, ATSPI_ROLE_BUTTON, NULL);
  click (button);

  chooser = wait_for (fixture->application, ATSPI_ROLE_DIALOG, "Export Report");
  entry = wait_for (chooser, ATSPI_ROLE_TEXT, NULL);
  text = atspi_accessible_get_editable_text_iface (entry);
  g_assert_true (atspi_editable_text_set_text_contents (text, path, NULL));
  pause_for (300);
  accept = wait_for (chooser, ATSPI_ROLE_BUTTON, "Save");
  click (accept);

  until = g_get_monotonic_time () + TIMEOUT;
  while (!g_file_get_contents (path, &written, NULL, NULL))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      pause_for (100);
    }
  return written;
}

/* What the command line makes of the same file. */
static char *
convert (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "cli.md", NULL);
  const char      *argv[] = { cli, "convert", fixture->input, "-o", path, NULL };
  char            *written = NULL;
  int              status = -1;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL,
                               &status, NULL));
  g_assert_cmpint (status, ==, 0);
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

  expect (fixture, ATSPI_ROLE_INVALID, "Overview");
  atspi_generate_mouse_event (300, 300, "abs", NULL);
  pause_for (500);
  press ('2', KEY_CONTROL);
  expect (fixture, ATSPI_ROLE_TABLE_CELL, "QA engineer, Kite frame: not");
  move_to (fixture, "QA engineer, Kite frame");
  press (' ', 0);
  expect (fixture, ATSPI_ROLE_TABLE_CELL, "QA engineer, Kite frame: inv");
  with = export_markdown (fixture, "with.md");
  g_assert_cmpstr (with, !=, expected);
  g_assert_nonnull (
      g_strstr_len (with, -1, "- Kite frame\n  - Carpenter engineer\n  - QA engineer\n"));

  press ('z', KEY_CONTROL);
  expect (fixture, ATSPI_ROLE_TABLE_CELL, "QA engineer, Kite frame: not");
  without = export_markdown (fixture, "without.md");
  g_assert_cmpstr (without, ==, expected);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);
  /* libatspi warns of widgets that are gone when it asks for them. */
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR);
  if (argc < 3 || g_getenv ("DISPLAY") == NULL)
    return 77;
  program = argv[1];
  cli = argv[2];
  if (atspi_init () > 1)
    return 77;

  g_test_add ("/end-to-end/a-toggled-cell-is-handed-in-and-undo-takes-it-back", Fixture, NULL,
              set_up, a_toggled_cell_is_handed_in_and_undo_takes_it_back, tear_down);
  return g_test_run ();
}
