/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outside.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdarg.h>

#define TIMEOUT (30 * G_USEC_PER_SEC)

static const char *program;
static const char *cli;

/* Ends the program with 77 where there is no display, or nothing to drive. */
void
outside_init (int    *argc,
              char ***argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (argc, argv, NULL);
  /* libatspi warns of widgets that are gone when it asks for them. */
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR);
  if (*argc < 3 || g_getenv ("DISPLAY") == NULL || atspi_init () > 1)
    exit (77);
  program = (*argv)[1];
  cli = (*argv)[2];
}

/* Lets the program go on for so long: what it does between two keys is seen by nobody. */
void
outside_pause (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < until)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
}

gboolean
outside_has_state (AtspiAccessible *one,
                   AtspiStateType   state)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (one);

  return states != NULL && atspi_state_set_contains (states, state);
}

static gboolean
is_wanted (AtspiAccessible *one,
           AtspiRole        role,
           const char      *beginning)
{
  g_autofree char *name = NULL;

  if (role != ATSPI_ROLE_INVALID && atspi_accessible_get_role (one, NULL) != role)
    return FALSE;
  name = atspi_accessible_get_name (one, NULL);
  if (beginning != NULL && (name == NULL || !g_str_has_prefix (name, beginning)))
    return FALSE;

  return outside_has_state (one, ATSPI_STATE_SHOWING);
}

/* What is shown at or below @root. @role: ATSPI_ROLE_INVALID: any; @name: (nullable): what its
 * name begins with. Returns: (transfer full) (nullable) */
AtspiAccessible *
outside_find (AtspiAccessible *root,
              AtspiRole        role,
              const char      *name)
{
  int n;

  atspi_accessible_clear_cache_single (root);
  if (is_wanted (root, role, name))
    return g_object_ref (root);

  n = atspi_accessible_get_child_count (root, NULL);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (root, i, NULL);
      AtspiAccessible            *found
          = child != NULL ? outside_find (child, role, name) : NULL;

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Returns: (transfer full): what comes, the test fails otherwise */
AtspiAccessible *
outside_wait_for (AtspiAccessible *root,
                  AtspiRole        role,
                  const char      *name)
{
  gint64 until = g_get_monotonic_time () + TIMEOUT;

  while (g_get_monotonic_time () < until)
    {
      AtspiAccessible *found = outside_find (root, role, name);

      if (found != NULL)
        return found;
      outside_pause (100);
    }

  g_error ("“%s” does not come", name);
}

/* Waits for it, and no more. */
void
outside_expect (Outside    *self,
                AtspiRole   role,
                const char *name)
{
  g_object_unref (outside_wait_for (self->application, role, name));
}

static void
hold (guint             modifiers,
      AtspiKeySynthType how)
{
  /* X keycodes of the standard keyboard */
  static const int keycodes[] = { 37, 50, 64 };

  for (guint i = 0; i < G_N_ELEMENTS (keycodes); i++)
    {
      GError *error = NULL;

      if (modifiers & (1U << i))
        atspi_generate_keyboard_event (keycodes[i], NULL, how, &error);
      g_assert_no_error (error);
    }
}

/* @key: a keysym; @modifiers: of OutsideModifiers */
void
outside_press (guint key,
               guint modifiers)
{
  GError *error = NULL;

  hold (modifiers, ATSPI_KEY_PRESS);
  atspi_generate_keyboard_event (key, NULL, ATSPI_KEY_SYM, &error);
  g_assert_no_error (error);
  hold (modifiers, ATSPI_KEY_RELEASE);
  outside_pause (150);
}

/* Types into what has the focus, key by key. */
void
outside_type (const char *text)
{
  GError *error = NULL;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar unicode = g_utf8_get_char (c);
      guint    key = *c == '\n' ? 0xff0d : unicode < 0x100 ? unicode
                                                           : 0x1000000 | unicode;

      atspi_generate_keyboard_event (key, NULL, ATSPI_KEY_SYM, &error);
      g_assert_no_error (error);
      outside_pause (15);
    }
  outside_pause (100);
}

void
outside_click (AtspiAccessible *button)
{
  g_autoptr (AtspiAction) action = atspi_accessible_get_action_iface (button);
  GError                 *error = NULL;

  g_assert_nonnull (action);
  g_assert_true (atspi_action_do_action (action, 0, &error));
  g_assert_no_error (error);
}

/* Returns: (transfer full) (nullable) */
static AtspiAccessible *
find_focused (AtspiAccessible *root)
{
  int n = 0;

  atspi_accessible_clear_cache_single (root);
  if (outside_has_state (root, ATSPI_STATE_FOCUSED))
    return g_object_ref (root);

  n = atspi_accessible_get_child_count (root, NULL);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (root, i, NULL);
      AtspiAccessible            *found = child != NULL ? find_focused (child) : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Returns: (transfer full) (nullable): the name of what has the focus; %NULL: nothing has it */
char *
outside_get_focus (Outside *self)
{
  g_autoptr (AtspiAccessible) focused = find_focused (self->application);

  return focused != NULL ? atspi_accessible_get_name (focused, NULL) : NULL;
}

static AtspiAccessible *
find_application (Outside *self)
{
  guint  pid = (guint) g_ascii_strtoull (g_subprocess_get_identifier (self->process), NULL, 10);
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
      outside_pause (100);
    }

  g_error ("the program does not appear on the accessibility bus");
}

/* Starts the program, over a library that is empty where there was none. @file: (nullable): what it
 * opens */
void
outside_start (Outside    *self,
               const char *file)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autofree char                *data = NULL;
  g_autofree char                *schemas = NULL;
  GError                         *error = NULL;

  if (self->folder == NULL)
    self->folder = g_dir_make_tmp ("trellis-outside-XXXXXX", NULL);
  data = g_build_filename (self->folder, "data", NULL);
  self->library = g_build_filename (data, "trellis", "library.db", NULL);
  schemas = g_test_build_filename (G_TEST_BUILT, "..", "data", NULL);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", data, TRUE);
  g_subprocess_launcher_setenv (launcher, "GSETTINGS_SCHEMA_DIR", schemas, TRUE);
  g_subprocess_launcher_setenv (launcher, "GSETTINGS_BACKEND", "memory", TRUE);
  g_subprocess_launcher_setenv (launcher, "GDK_DEBUG", "no-portals", TRUE);
  g_subprocess_launcher_setenv (launcher, "GTK_A11Y", "atspi", TRUE);
  self->process = g_subprocess_launcher_spawn (launcher, &error, program, file, NULL);
  g_assert_no_error (error);
  self->application = find_application (self);
}

void
outside_stop (Outside *self)
{
  const char *argv[] = { "rm", "-rf", self->folder, NULL };

  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  g_clear_object (&self->application);
  g_clear_object (&self->process);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                NULL);
  g_free (self->library);
  g_free (self->folder);
}

/* Runs trellis-cli, which succeeds. Returns: (transfer full): what it prints */
char *
outside_run_cli (const char *command,
                 ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char      *complaint = NULL;
  char                 *printed = NULL;
  int                   status = -1;
  va_list               list;

  g_ptr_array_add (arguments, (gpointer) cli);
  va_start (list, command);
  for (const char *one = command; one != NULL; one = va_arg (list, const char *))
    g_ptr_array_add (arguments, (gpointer) one);
  va_end (list);
  g_ptr_array_add (arguments, NULL);

  g_assert_true (g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                               &printed, &complaint, &status, NULL));
  if (status != 0)
    g_error ("trellis-cli %s: %s%s", command, printed, complaint);
  return printed;
}
