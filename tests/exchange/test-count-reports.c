/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "count-fixture.h"

#include <json-glib/json-glib.h>

/* Every NAME.expected.json below tests/data/reports holds what a person counted in NAME.md. */

#define SUFFIX ".expected.json"

static void
compare_counts (JsonObject *counts, const TrellisFigures *figures)
{
  g_autoptr (GList) names = json_object_get_members (counts);

  for (GList *at = names; at != NULL; at = at->next)
    {
      const TrellisFigure *figure = trellis_figure_find (at->data);

      g_test_message ("%s", (const char *) at->data);
      g_assert_nonnull (figure);
      g_assert_cmpint (trellis_figure_get (figure, figures), ==,
                       json_object_get_int_member (counts, at->data));
    }
}

static void
test_report (gconstpointer data)
{
  const char            *expected = data;
  g_autofree char       *stem = g_strndup (expected, strlen (expected) - strlen (SUFFIX));
  g_autofree char       *path = g_strconcat (stem, ".md", NULL);
  g_autofree char       *text = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError)     error = NULL;
  JsonObject            *root;
  TrellisFigures         figures;

  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_true (json_parser_load_from_file (parser, expected, &error));
  root = json_node_get_object (json_parser_get_root (parser));
  figures = count_text (text);
  compare_counts (json_object_get_object_member (root, "counts"), &figures);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char      *name;
  int              found = 0;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "data", "reports", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, SUFFIX))
      {
        g_autofree char *test
            = g_strdup_printf ("/reports/%.*s", (int) (strlen (name) - strlen (SUFFIX)), name);

        g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_report,
                                   g_free);
        found++;
      }
  g_assert_cmpint (found, >=, 10);
  return g_test_run ();
}
