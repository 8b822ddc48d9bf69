/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define LIBRARY " --library library.db"

/* Returns: (transfer full): what list prints */
static JsonNode *
list (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  JsonNode          *node;

  fixture_assert_fine (fixture, "list --format json" LIBRARY);
  node = json_from_string (fixture->output, &error);
  g_assert_no_error (error);
  return node;
}

static char *
import (Fixture    *fixture,
        const char *arguments)
{
  g_autofree char *command = g_strconcat ("import ", arguments, LIBRARY, NULL);

  fixture_run (fixture, command);
  g_assert_cmpint (fixture->status, ==, 0);
  return g_strdup (g_strstrip (fixture->output));
}

static void export (Fixture    *fixture,
                    const char *id,
                    const char *name)
{
  g_autofree char *command = g_strdup_printf ("export %s -o %s" LIBRARY, id, name);

  fixture_assert_fine (fixture, command);
}

static void
test_empty (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *path = fixture_get_path (fixture, "library.db");

  fixture_run (fixture, "list --format json" LIBRARY);
  g_assert_cmpstr (fixture->output, ==, "[]\n");
  fixture_run (fixture, "list" LIBRARY);
  g_assert_cmpstr (fixture->output, ==, "");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->errors, ==, "There is no library “library.db” yet.\n");

  fixture_assert_wrong (fixture, "export 1 -o out.md" LIBRARY, "There is no library “library.db”");
  fixture_assert_wrong (fixture, "templates remove x" LIBRARY, "There is no library “library.db”");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_import (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char     *id = import (fixture, "@sample");
  g_autoptr (JsonNode) reports = list (fixture);
  JsonObject          *report = json_array_get_object_element (json_node_get_array (reports), 0);
  g_autofree char     *number = g_strdup_printf ("%" G_GINT64_FORMAT,
                                                 json_object_get_int_member (report, "id"));

  g_assert_cmpstr (id, ==, number);
  g_assert_cmpstr (json_object_get_string_member (report, "template"), ==, "two-file");
  g_assert_cmpint (json_object_get_int_member (report, "components"), ==, 7);
  g_assert_cmpint (json_object_get_int_member (report, "postings"), ==, 6);
  fixture_assert_fine (fixture, "list" LIBRARY);
  g_assert_true (g_str_has_prefix (fixture->output, id));
}

static void
assert_named (Fixture    *fixture,
              const char *text,
              const char *title)
{
  g_autofree char *told = NULL;
  g_autofree char *id = NULL;

  fixture_put (fixture, "a-file.md", text);
  id = import (fixture, "a-file.md");
  fixture_assert_fine (fixture, "list" LIBRARY);
  told = g_strdup_printf ("%s\t%s\t", id, title);
  g_assert_true (g_str_has_prefix (fixture->output, told));
}

static void
test_names (Fixture      *fixture,
            gconstpointer data)
{
  assert_named (fixture, "# Quillbox, a shelf\n\n## Components and roles\n\n- A\n  - Tester\n",
                "Quillbox, a shelf");
  assert_named (fixture, "---\ntitle: \"Notes of a miller\"\n---\n\n## Reflection\n\nI mill.\n",
                "Notes of a miller");
  assert_named (fixture, "# Roles and skills\n\n## Common skills\n\n- Git\n", "Roles and skills");
  assert_named (fixture, "## Common skills\n\n- Git\n", "a-file");
}

static void
test_again (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *first = import (fixture, "@sample");
  g_autofree char *second = NULL;
  g_autofree char *told = g_strdup_printf ("as report %s. Next time, “--into %s”", first, first);
  g_autofree char *into = g_strdup_printf ("@sample --into %s", first);

  g_assert_cmpstr (fixture->errors, ==, "");
  second = import (fixture, "@sample");
  g_assert_cmpstr (first, !=, second);
  g_assert_nonnull (strstr (fixture->errors, told));
  g_free (import (fixture, into));
  g_assert_cmpstr (fixture->errors, ==, "");
  g_free (import (fixture, "@museum.md"));
  g_assert_cmpstr (fixture->errors, ==, "");
}

static void
test_strangers (Fixture      *fixture,
                gconstpointer data)
{
  const char *report = "## Components and roles\n\n- A\n  - Tester\n\n## Common skills\n\n- Git\n";

  fixture_put (fixture, "mill.md", report);
  fixture_put (fixture, "bakery.md", report);
  g_free (import (fixture, "mill.md bakery.md"));
  g_assert_cmpstr (
      fixture->errors, ==,
      "“mill.md” and “bakery.md” have the same sections. If they are two reports, name "
      "each by itself.\n");
}

/* A course's template comes into the library with the report, and serves it until it is removed. */
static void
test_own_template (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *path = fixture_get_source ("resources/templates/classic.json");
  g_autofree char *id = NULL, *command = NULL, *template = NULL;

  g_assert_true (g_file_get_contents (path, &template, NULL, NULL));
  memcpy (strstr (template, "\"classic\""), "\"a-class\"", strlen ("\"classic\""));
  fixture_put (fixture, "own.json", template);
  id = import (fixture, "@museum.md --template own.json");
  command = g_strdup_printf ("export %s -o out.md" LIBRARY, id);
  fixture_assert_fine (fixture, command);
  fixture_assert_fine (fixture, "templates" LIBRARY);
  g_assert_nonnull (strstr (fixture->output, "\na-class\t"));
  fixture_assert_fine (fixture, "templates show a-class" LIBRARY);
  g_assert_true (g_str_has_prefix (fixture->output, "a-class: "));

  fixture_assert_fine (fixture, "templates remove a-class" LIBRARY);
  fixture_run (fixture, command);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->errors, ==,
                   "The template “a-class” is not here; “classic” is used instead.\n");
  fixture_run (fixture, "templates remove a-class" LIBRARY);
  g_assert_cmpint (fixture->status, ==, 2);

  fixture_assert_fine (fixture, "templates add own.json" LIBRARY);
  fixture_assert_fine (fixture, command);
}

/* Through the library or not, the same comes out. */
static void
test_export (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *id = import (fixture, "@sample");
  g_autofree char *direct = NULL, *stored = NULL;

  fixture_assert_fine (fixture, "convert @sample -o direct.md");
  export (fixture, id, "stored.md");
  direct = fixture_read (fixture, "direct.md");
  stored = fixture_read (fixture, "stored.md");
  g_assert_cmpstr (direct, ==, stored);

  export (fixture, id, "stored.pdf --paper letter");
  export (fixture, id, "stored.json");
  export (fixture, id, "folder/");
  g_free (stored);
  stored = fixture_read (fixture, "folder/me-and-market.md");
  g_assert_nonnull (strstr (stored, "## Market snapshot"));
}

static void
test_json_round (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *first = import (fixture, "@museum.md");
  g_autofree char *second = NULL, *once = NULL, *twice = NULL;

  export (fixture, first, "once.json");
  second = import (fixture, "once.json");
  export (fixture, first, "once.md");
  export (fixture, second, "twice.md");
  g_assert_cmpstr (first, !=, second);
  once = fixture_read (fixture, "once.md");
  twice = fixture_read (fixture, "twice.md");
  g_assert_cmpstr (once, ==, twice);
}

/* A script keeps the id it was given; the other reports are left alone. */
static void
test_into (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char     *id = import (fixture, "@kite.md");
  g_autofree char     *other = import (fixture, "@museum.md");
  g_autofree char     *arguments = g_strconcat ("@sample --into ", id, NULL);
  g_autofree char     *before = NULL, *again = NULL, *text = NULL, *direct = NULL, *after = NULL;
  g_autoptr (JsonNode) reports = NULL;

  export (fixture, other, "before.md");
  again = import (fixture, arguments);
  g_assert_cmpstr (id, ==, again);

  reports = list (fixture);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (reports)), ==, 2);
  fixture_assert_fine (fixture, "convert @sample -o direct.md");
  export (fixture, id, "text.md");
  export (fixture, other, "after.md");
  text = fixture_read (fixture, "text.md");
  direct = fixture_read (fixture, "direct.md");
  before = fixture_read (fixture, "before.md");
  after = fixture_read (fixture, "after.md");
  g_assert_cmpstr (text, ==, direct);
  g_assert_cmpstr (before, ==, after);
}

static void
test_wrong (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *id = import (fixture, "@kite.md");
  g_autofree char *kept = NULL;

  fixture_assert_wrong (fixture, "export 99 -o out.md" LIBRARY,
                        "There is no report 99 in “library.db”");
  fixture_assert_wrong (fixture, "import @sample --into 99" LIBRARY,
                        "There is no report 99 in “library.db”");
  fixture_assert_wrong (fixture, "import none.md" LIBRARY, "“none.md” is not there");

  fixture_put (fixture, "text.db",
               "This is no library, but a text that is long enough to be one.\n");
  fixture_assert_wrong (fixture, "list --library text.db", "text.db");
  fixture_assert_wrong (fixture, "import @kite.md --library text.db", "text.db");
  fixture_assert_wrong (fixture, "import @kite.md --library text.db/library.db",
                        "“text.db” cannot be made");
  kept = fixture_read (fixture, "text.db");
  g_assert_true (g_str_has_prefix (kept, "This is no library"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD ("/library/two-reports-in-one-are-told", test_strangers);
  FIXTURE_ADD ("/library/keeps-the-template-of-a-course", test_own_template);
  FIXTURE_ADD ("/library/a-report-is-named-after-its-title", test_names);
  FIXTURE_ADD ("/library/the-same-report-again-is-told", test_again);
  FIXTURE_ADD ("/library/an-empty-one-lists-nothing", test_empty);
  FIXTURE_ADD ("/library/what-is-imported-is-listed-by-its-id", test_import);
  FIXTURE_ADD ("/library/export-gives-what-convert-gives", test_export);
  FIXTURE_ADD ("/library/json-carries-a-report-over", test_json_round);
  FIXTURE_ADD ("/library/a-report-can-take-anothers-place", test_into);
  FIXTURE_ADD ("/library/what-is-not-there-or-no-library-is-told", test_wrong);

  return g_test_run ();
}
