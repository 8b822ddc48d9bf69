/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

void
fixture_set_up (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("trellis-cli-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

void
fixture_tear_down (Fixture      *fixture,
                   gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->output);
  g_free (fixture->errors);
}

/* Returns: (transfer full): the path of a file in the fixture's folder */
char *
fixture_get_path (Fixture    *fixture,
                  const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

/* Returns: (transfer full): the path of a file of the project, from its top */
char *
fixture_get_source (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", name, NULL);
}

void
fixture_put (Fixture    *fixture,
             const char *name,
             const char *text)
{
  g_autofree char   *path = fixture_get_path (fixture, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

char *
fixture_read (Fixture    *fixture,
              const char *name)
{
  g_autofree char   *path = fixture_get_path (fixture, name);
  g_autoptr (GError) error = NULL;
  char              *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* "@sample" in a command is the two files of the sample; "@NAME" is a report of tests/data. */
static void
add_argument (GStrvBuilder *argv,
              const char   *word)
{
  g_autofree char *name = NULL;

  if (g_str_equal (word, "@sample"))
    {
      g_strv_builder_take (argv, fixture_get_source ("resources/sample/roles-and-skills.md"));
      g_strv_builder_take (argv, fixture_get_source ("resources/sample/me-and-market.md"));
    }
  else if (*word == '@')
    {
      name = g_strconcat ("tests/data/reports/", word + 1, NULL);
      g_strv_builder_take (argv, fixture_get_source (name));
    }
  else
    g_strv_builder_add (argv, word);
}

/* Runs `trellis-cli COMMAND`; quoting is the shell's. */
void
fixture_run (Fixture    *fixture,
             const char *command)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GError)       error = NULL;
  g_auto (GStrv)           words = NULL;
  g_auto (GStrv)           argv = NULL;
  int                      wait_status;

  g_strv_builder_add (builder, g_getenv ("TRELLIS_CLI"));
  if (*command != '\0')
    g_shell_parse_argv (command, NULL, &words, &error);
  g_assert_no_error (error);
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    add_argument (builder, words[i]);
  argv = g_strv_builder_end (builder);

  g_clear_pointer (&fixture->output, g_free);
  g_clear_pointer (&fixture->errors, g_free);
  g_spawn_sync (fixture->folder, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &fixture->output,
                &fixture->errors, &wait_status, &error);
  g_assert_no_error (error);
  if (!WIFEXITED (wait_status))
    g_error ("“%s” ended by signal %d: %s", command, WTERMSIG (wait_status), fixture->errors);
  fixture->status = WEXITSTATUS (wait_status);
}

void
fixture_assert_fine (Fixture    *fixture,
                     const char *command)
{
  fixture_run (fixture, command);
  g_assert_cmpstr (fixture->errors, ==, "");
  g_assert_cmpint (fixture->status, ==, 0);
}

/* One line on standard error, none on standard output, and 2. */
void
fixture_assert_wrong (Fixture    *fixture,
                      const char *command,
                      const char *told)
{
  fixture_run (fixture, command);
  g_assert_cmpint (fixture->status, ==, 2);
  g_assert_cmpstr (fixture->output, ==, "");
  if (strstr (fixture->errors, told) == NULL)
    g_error ("“%s” says “%s”, not “%s”", command, fixture->errors, told);
  if (strchr (fixture->errors, '\n') != fixture->errors + strlen (fixture->errors) - 1)
    g_error ("“%s” says more than a line: %s", command, fixture->errors);
}
