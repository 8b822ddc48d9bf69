/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "trellis-text.h"

static char *
read_source (const char *name)
{
  g_autofree char   *path = fixture_get_source (name);
  g_autoptr (GError) error = NULL;
  char              *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
assert_keeps_words (const char *before,
                    const char *after)
{
  g_autofree char *missing = trellis_text_missing_words (before, after);

  g_assert_cmpstr (missing, ==, NULL);
}

/* Every report of tests/data: no word is lost, the second time changes nothing, and our JSON on the
 * way changes nothing either. */
static void
test_words (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *folder = fixture_get_source ("tests/data/reports");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source_name = g_strconcat ("tests/data/reports/", name, NULL);
      g_autofree char *to_markdown = g_strdup_printf ("convert @%s -o once.md", name);
      g_autofree char *to_json = g_strdup_printf ("convert @%s -o once.json", name);
      g_autofree char *source = NULL, *once = NULL, *twice = NULL, *by_json = NULL;

      if (!g_str_has_suffix (name, ".md"))
        continue;
      source = read_source (source_name);
      fixture_assert_fine (fixture, to_markdown);
      fixture_assert_fine (fixture, "convert once.md -o twice.md");
      fixture_assert_fine (fixture, to_json);
      fixture_assert_fine (fixture, "convert once.json -o by-json.md");

      once = fixture_read (fixture, "once.md");
      twice = fixture_read (fixture, "twice.md");
      by_json = fixture_read (fixture, "by-json.md");
      assert_keeps_words (source, once);
      g_assert_cmpstr (once, ==, twice);
      g_assert_cmpstr (once, ==, by_json);
    }
}

static void
test_json (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;

  fixture_assert_fine (fixture, "convert @sample -o once.json");
  fixture_assert_fine (fixture, "convert once.json -o twice.json");
  once = fixture_read (fixture, "once.json");
  twice = fixture_read (fixture, "twice.json");
  g_assert_cmpstr (once, ==, twice);
  g_assert_nonnull (strstr (once, "\"trellis-report\""));
}

/* One file a document of the template; what else lies there stays. */
static void
test_folder (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *folder = fixture_get_path (fixture, "out");
  g_autofree char *other = NULL, *roles = NULL, *me = NULL, *source = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  fixture_put (fixture, "out/notes.md", "mine");
  fixture_put (fixture, "out/me-and-market.md", "old");

  fixture_assert_fine (fixture, "convert @sample -o out");
  other = fixture_read (fixture, "out/notes.md");
  roles = fixture_read (fixture, "out/roles-and-skills.md");
  me = fixture_read (fixture, "out/me-and-market.md");
  g_assert_cmpstr (other, ==, "mine");
  source = read_source ("resources/sample/roles-and-skills.md");
  assert_keeps_words (source, roles);
  g_assert_nonnull (strstr (me, "## Market snapshot"));
  g_assert_null (strstr (me, "## Components and roles"));

  fixture_assert_fine (fixture, "convert @sample -o new/deep/");
  g_free (roles);
  roles = fixture_read (fixture, "new/deep/roles-and-skills.md");
  assert_keeps_words (source, roles);
}

/* Another template: its order and headings, every word. */
static void
test_template (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *before = read_source ("resources/sample/me-and-market.md");
  g_autofree char *text = NULL;

  fixture_assert_fine (fixture, "convert @sample -o out.md --template classic");
  text = fixture_read (fixture, "out.md");
  g_assert_nonnull (strstr (text, "## Job market snapshot"));
  g_assert_nonnull (strstr (text, "### Skills that appear in several postings"));
  g_assert_nonnull (strstr (text, "Elasticsearch"));
  g_assert_null (strstr (text, "## Market snapshot"));

  fixture_assert_fine (fixture, "check out.md --template classic");
}

/* Whichever file is named first. */
static void
test_titles (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const commands[] = {
    "convert parts.md me.md -o out.md --template classic",
    "convert me.md parts.md -o out.md --template classic",
  };

  fixture_put (
      fixture, "parts.md",
      "# Quillbox\n\nA shelf for notes.\n\n## Components and roles\n\n- Shelf\n  - Tester\n");
  fixture_put (fixture, "me.md",
               "# My role and skills\n\nI test.\n\n## My role\n\nTester.\n");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *text = NULL;

      fixture_assert_fine (fixture, commands[i]);
      text = fixture_read (fixture, "out.md");
      g_assert_true (g_str_has_prefix (text, "# Quillbox\n\nA shelf for notes.\n\nI test.\n\n"
                                             "## Components and roles\n"));
    }
}

static void
test_language (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *text = NULL;

  fixture_assert_fine (fixture, "convert @sample -o out.md --template classic --language ru");
  text = fixture_read (fixture, "out.md");
  g_assert_nonnull (strstr (text, "## Компоненты и роли"));
  g_assert_nonnull (strstr (text, "Reservation service"));
}

static void
test_pdf (Fixture      *fixture,
          gconstpointer data)
{
  g_autofree char *path = fixture_get_path (fixture, "a.pdf");
  g_autofree char *once = NULL, *twice = NULL;
  gsize            n_once, n_twice;

  g_setenv ("SOURCE_DATE_EPOCH", "1770000000", TRUE);
  fixture_assert_fine (fixture, "convert @sample -o a.pdf");
  g_assert_true (g_file_get_contents (path, &once, &n_once, NULL));
  g_setenv ("TZ", "Asia/Vladivostok", TRUE);
  fixture_assert_fine (fixture, "convert @sample -o a.PDF");
  fixture_assert_fine (fixture, "convert @sample -o a.pdf");
  g_assert_true (g_file_get_contents (path, &twice, &n_twice, NULL));
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_unsetenv ("TZ");

  g_assert_true (g_str_has_prefix (once, "%PDF-"));
  g_assert_cmpmem (once, n_once, twice, n_twice);
}

/* A table that a spreadsheet opens: no cell is a formula. */
static void
test_csv (Fixture      *fixture,
          gconstpointer data)
{
  g_autofree char *matrix = NULL;
  g_autofree char *demand = NULL;

  fixture_assert_fine (fixture, "convert @sample -o matrix.csv");
  fixture_assert_fine (fixture, "convert @sample -o demand.csv --table demand");
  matrix = fixture_read (fixture, "matrix.csv");
  demand = fixture_read (fixture, "demand.csv");
  g_assert_nonnull (strstr (matrix, "Locker controller"));
  g_assert_true (
      g_str_has_prefix (demand, "skill,postings,of,numbers\r\n\"Python\",5,6,\"1 2 3 5 6\"\r\n"));
}

/* What says which table to write says that it is CSV; without a posting there is no demand. */
static void
test_table (Fixture      *fixture,
            gconstpointer data)
{
  fixture_assert_fine (fixture, "convert @sample -o - --table demand");
  g_assert_true (g_str_has_prefix (fixture->output, "skill,postings,of,numbers"));
  fixture_assert_wrong (fixture, "convert @sample -o a.md --table demand", "are for CSV");
  fixture_assert_wrong (fixture, "convert @sample -o - --format json --spreadsheet",
                        "are for CSV");
  fixture_put (fixture, "a.md", "## Job market snapshot\n\nI looked, but found none.\n");
  fixture_assert_wrong (fixture, "convert a.md -o demand.csv --table demand",
                        "has no postings to count");
}

static void
test_formula (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *demand = NULL;

  fixture_put (fixture, "a.md",
               "## Job market snapshot\n\n- Clerk\n  - <https://desk.test/vacancy/51962748>\n"
               "  - Skills: =SUM(A1), \"quoted\", plain\n");
  fixture_assert_fine (fixture, "convert a.md -o demand.csv --table demand");
  demand = fixture_read (fixture, "demand.csv");
  g_assert_nonnull (strstr (demand, "\"'=SUM(A1)\""));
  g_assert_null (strstr (demand, "\"=SUM"));
}

/* What cannot be written leaves what was there. */
static void
test_unwritten (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *kept = NULL;

  fixture_put (fixture, "out.md", "old");
  fixture_assert_wrong (fixture, "convert none.md -o out.md", "“none.md” is not there");
  kept = fixture_read (fixture, "out.md");
  g_assert_cmpstr (kept, ==, "old");

  fixture_put (fixture, "file", "old");
  fixture_assert_wrong (fixture, "convert @sample -o file/", "cannot be made");
  fixture_assert_wrong (fixture, "convert @sample -o file/out.md", "was not written");
}

/* The file itself may be the target. */
static void
test_in_place (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *source = read_source ("tests/data/reports/kite.md");
  g_autofree char *text = NULL;

  fixture_put (fixture, "kite.md", source);
  fixture_assert_fine (fixture, "convert kite.md -o kite.md");
  text = fixture_read (fixture, "kite.md");
  assert_keeps_words (source, text);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD ("/convert/titles-come-first-in-another-template", test_titles);
  FIXTURE_ADD ("/convert/no-word-is-lost-and-nothing-changes-twice", test_words);
  FIXTURE_ADD ("/convert/json-comes-back-as-it-was", test_json);
  FIXTURE_ADD ("/convert/a-folder-gets-one-file-a-document", test_folder);
  FIXTURE_ADD ("/convert/a-template-gives-order-and-headings", test_template);
  FIXTURE_ADD ("/convert/a-language-changes-the-headings", test_language);
  FIXTURE_ADD ("/convert/the-same-pdf-comes-out-twice", test_pdf);
  FIXTURE_ADD ("/convert/tables-come-as-csv", test_csv);
  FIXTURE_ADD ("/convert/a-table-is-csv", test_table);
  FIXTURE_ADD ("/convert/a-csv-cell-is-no-formula", test_formula);
  FIXTURE_ADD ("/convert/what-fails-leaves-the-old-file", test_unwritten);
  FIXTURE_ADD ("/convert/a-file-may-be-converted-in-place", test_in_place);

  return g_test_run ();
}
