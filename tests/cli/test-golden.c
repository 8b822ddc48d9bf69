/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

/* Each folder of tests/data/cli is a case: "command" is the command line, "output" what it prints,
 * "report.md", where there is one, what it reads. With TRELLIS_UPDATE_GOLDEN set, the outputs are
 * written anew, to be looked at. */

static char *
read_case (const char *name,
           const char *file)
{
  g_autofree char *place = g_build_filename ("tests/data/cli", name, file, NULL);
  g_autofree char *path = fixture_get_source (place);
  char            *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static void
write_case (const char *name,
            const char *file,
            const char *text)
{
  g_autofree char   *place = g_build_filename ("tests/data/cli", name, file, NULL);
  g_autofree char   *path = fixture_get_source (place);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
test_case (Fixture      *fixture,
           gconstpointer name)
{
  g_autofree char *command = read_case (name, "command");
  g_autofree char *expected = read_case (name, "output");
  g_autofree char *report = read_case (name, "report.md");
  g_autofree char *got = NULL;

  g_assert_nonnull (command);
  if (report != NULL)
    fixture_put (fixture, "report.md", report);
  fixture_run (fixture, g_strstrip (command));
  got = g_strdup_printf ("%s%sexit %d\n", fixture->output, fixture->errors, fixture->status);

  if (g_getenv ("TRELLIS_UPDATE_GOLDEN") != NULL)
    write_case (name, "output", got);
  else
    g_assert_cmpstr (got, ==, expected);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char      *folder = NULL;
  g_autoptr (GDir)      dir = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char           *name;

  g_test_init (&argc, &argv, NULL);
  folder = fixture_get_source ("tests/data/cli");
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/golden/", name, NULL);

      g_ptr_array_add (names, g_strdup (name));
      g_test_add (path, Fixture, g_ptr_array_index (names, names->len - 1), fixture_set_up,
                  test_case, fixture_tear_down);
    }

  return g_test_run ();
}
