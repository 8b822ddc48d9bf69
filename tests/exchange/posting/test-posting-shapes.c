/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shapes in which job sites, browsers and people hand on a posting: each file of
 * tests/data/postings/shapes is read, and NAME.expected says what has to be found, or the sentence
 * that refuses it. With TRELLIS_UPDATE_GOLDEN set, that is written instead. */

#include "trellis-posting-import.h"

#include <string.h>

#define EXPECTED ".expected"

static void
add_line (GString    *out,
          const char *name,
          const char *value)
{
  if (*value != '\0')
    g_string_append_printf (out, "%s: %s\n", name, value);
}

static void
add_posting (GString                   *out,
             const TrellisPostingFound *found)
{
  add_line (out, "title", found->title);
  add_line (out, "employer", found->employer);
  add_line (out, "place", found->place);
  add_line (out, "link", found->link);
  add_line (out, "published", found->published);
  add_line (out, "source", found->source);
  for (guint i = 0; i < found->skills->len; i++)
    add_line (out, "skill", g_ptr_array_index (found->skills, i));
  for (guint i = 0; found->choices != NULL && i < found->choices->len; i++)
    add_line (out, "or", ((TrellisPostingFound *) found->choices->pdata[i])->title);
  if (found->is_partial)
    add_line (out, "partial", "yes");
  g_string_append_printf (out, "\n%s\n", found->text);
}

/* What is found, in words. */
static char *
describe (const char *path)
{
  g_autofree char      *name = g_path_get_basename (path);
  g_autofree char      *contents = NULL;
  gsize                 length;
  g_autoptr (GBytes)    bytes = NULL;
  g_autoptr (GPtrArray) postings = NULL;
  g_autoptr (GError)    error = NULL;
  GString              *out = g_string_new (NULL);

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  postings = trellis_posting_import_bytes (bytes, name, &error);
  if (postings == NULL)
    add_line (out, "refused", error->message);
  for (guint i = 0; postings != NULL && i < postings->len; i++)
    {
      if (i > 0)
        g_string_append (out, "----\n");
      add_posting (out, g_ptr_array_index (postings, i));
    }

  return g_string_free_and_steal (out);
}

static void
test_shape (gconstpointer path)
{
  g_autofree char *found = describe (path);
  g_autofree char *expected_path = g_strconcat (path, EXPECTED, NULL);
  g_autofree char *expected = NULL;

  if (g_getenv ("TRELLIS_UPDATE_GOLDEN") != NULL)
    g_assert_true (g_file_set_contents (expected_path, found, -1, NULL));
  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  g_assert_cmpstr (found, ==, expected);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char      *name;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "data", "postings", "shapes", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, EXPECTED))
      {
        g_autofree char *test = g_strconcat ("/posting/shape/", name, NULL);

        g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_shape,
                                   g_free);
      }
  return g_test_run ();
}
