/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "markdown-fixture.h"

/* Whole documents: NAME.md is read and written; NAME.expected.md is what has to come out, which
 * stays as it is when it is read again. With TRELLIS_UPDATE_GOLDEN set, it is written instead. */

#define EXPECTED ".expected.md"

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char              *contents = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return contents;
}

static void
test_document (gconstpointer data)
{
  const char      *path = data;
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".md"));
  g_autofree char *expected_path = g_strconcat (stem, EXPECTED, NULL);
  g_autofree char *markdown = read_file (path);
  g_autofree char *written = fixture_convert (markdown);
  g_autofree char *expected = NULL;

  if (g_getenv ("TRELLIS_UPDATE_GOLDEN") != NULL)
    g_assert_true (g_file_set_contents (expected_path, written, -1, NULL));
  expected = read_file (expected_path);
  g_assert_cmpstr (written, ==, expected);
  fixture_assert_holds (markdown);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char      *name;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "data", "markdown", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".md") && !g_str_has_suffix (name, EXPECTED))
      {
        g_autofree char *test = g_strconcat ("/markdown/golden/", name, NULL);

        g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_document,
                                   g_free);
      }
  return g_test_run ();
}
