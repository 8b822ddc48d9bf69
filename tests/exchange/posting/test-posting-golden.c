/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whole pages as browsers save them: of each PAGE.html in tests/data/postings/pages all that is
 * read stands in PAGE.txt, and the Zeppelin that other parts of the pages are about is not in its
 * text. With TRELLIS_UPDATE_GOLDEN set, what is read is written there, to be looked over. */

#include "fixture.h"

#include <string.h>

static char *
write_found (const TrellisPostingFound *found)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (
      text, "title: %s\nemployer: %s\nplace: %s\nlink: %s\nsource: %s\npublished: %s\n",
      found->title, found->employer, found->place, found->link, found->source, found->published);
  for (guint i = 0; i < found->skills->len; i++)
    g_string_append_printf (text, "skill: %s\n", (char *) found->skills->pdata[i]);
  for (guint i = 0; found->choices != NULL && i < found->choices->len; i++)
    g_string_append_printf (text, "choice: %s\n",
                            ((const TrellisPostingFound *) found->choices->pdata[i])->title);
  g_string_append_printf (text, "\n%s\n", found->text);
  return g_string_free_and_steal (text);
}

static void
compare (gconstpointer data)
{
  const char                     *page = data;
  g_autofree char                *stem = g_strndup (page, strlen (page) - strlen (".html"));
  g_autofree char                *golden = g_strconcat (stem, ".txt", NULL);
  g_autofree char                *html = NULL;
  g_autofree char                *expected = NULL;
  g_autofree char                *actual = NULL;
  g_autoptr (TrellisPostingFound) found = NULL;
  gsize                           length;

  g_assert_true (g_file_get_contents (page, &html, &length, NULL));
  found = fixture_read_bytes (page, html, length);
  actual = write_found (found);
  if (g_getenv ("TRELLIS_UPDATE_GOLDEN") != NULL)
    g_assert_true (g_file_set_contents (golden, actual, -1, NULL));
  g_assert_true (g_file_get_contents (golden, &expected, NULL, NULL));
  g_assert_cmpstr (actual, ==, expected);
  fixture_assert_lacks (found->text, "Zeppelin");
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char      *name;

  g_test_init (&argc, &argv, NULL);

  folder = g_test_build_filename (G_TEST_DIST, "data", "postings", "pages", NULL);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".html"))
      {
        g_autofree char *path = g_strconcat ("/posting/golden/", name, NULL);

        g_test_add_data_func_full (path, g_build_filename (folder, name, NULL), compare, g_free);
      }
  return g_test_run ();
}
