/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "trellis-figures.h"

/* Runs check; the answer must be the contract's object. Returns: (transfer full): it */
static JsonNode *
check (Fixture    *fixture,
       const char *command)
{
  static const char *const members[] = { "template", "counts", "criteria", "contradictions",
                                         "lints" };
  g_autofree char         *whole = g_strconcat ("check --format=json ", command, NULL);
  g_autoptr (GError)       error = NULL;
  JsonNode                *node;
  JsonObject              *object;

  fixture_run (fixture, whole);
  g_assert_cmpstr (fixture->errors, ==, "");
  node = json_from_string (fixture->output, &error);
  g_assert_no_error (error);
  object = json_node_get_object (node);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_true (json_object_has_member (object, members[i]));
  g_assert_cmpuint (json_object_get_size (object), ==, G_N_ELEMENTS (members));
  return node;
}

static JsonObject *
get_counts (JsonNode *answer)
{
  return json_object_get_object_member (json_node_get_object (answer), "counts");
}

/* Files and lines stand together; without a source both are null. */
static void
assert_place (JsonObject *object)
{
  gboolean has_file = !json_object_get_null_member (object, "file");

  if (has_file)
    g_assert_true (g_str_has_suffix (json_object_get_string_member (object, "file"), ".md"));
  else
    g_assert_true (json_object_get_null_member (object, "line"));
}

static void
check_criterion (JsonArray *array,
                 guint      index,
                 JsonNode  *node,
                 gpointer   has_unmet)
{
  JsonObject *criterion = json_node_get_object (node);
  const char *status = json_object_get_string_member (criterion, "status");

  g_assert_nonnull (json_object_get_string_member (criterion, "id"));
  g_assert_true (g_str_has_suffix (json_object_get_string_member (criterion, "message"), "."));
  g_assert_true (g_str_equal (status, "judge") == json_object_get_null_member (criterion, "found"));
  assert_place (criterion);
  *(gboolean *) has_unmet |= g_str_equal (status, "unmet");
}

static void
check_finding (JsonArray *array,
               guint      index,
               JsonNode  *node,
               gpointer   data)
{
  JsonObject *finding = json_node_get_object (node);

  g_assert_nonnull (json_object_get_string_member (finding, "message"));
  assert_place (finding);
}

/* The shape is the same whatever is read, and the exit status follows the criteria. */
static void
assert_contract (Fixture  *fixture,
                 JsonNode *answer)
{
  JsonObject *object = json_node_get_object (answer);
  JsonObject *counts = get_counts (answer);
  gboolean    has_unmet = FALSE;
  guint       n = 0;

  for (const TrellisFigure *figure = trellis_figures_table; figure->name != NULL; figure++)
    if (figure->printed)
      {
        g_assert_true (json_object_has_member (counts, figure->name));
        g_assert_cmpint (json_object_get_int_member (counts, figure->name), >=, 0);
        n++;
      }
  g_assert_cmpuint (json_object_get_size (counts), ==, n);

  json_array_foreach_element (json_object_get_array_member (object, "criteria"), check_criterion,
                              &has_unmet);
  json_array_foreach_element (json_object_get_array_member (object, "contradictions"),
                              check_finding, NULL);
  json_array_foreach_element (json_object_get_array_member (object, "lints"), check_finding, NULL);
  g_assert_cmpint (fixture->status, ==, has_unmet ? 1 : 0);
}

static void
test_sample (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (JsonNode) answer = check (fixture, "@sample");
  g_autoptr (JsonNode) classic = NULL;

  assert_contract (fixture, answer);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (answer), "template"), ==,
                   "two-file");
  g_assert_cmpint (json_object_get_int_member (get_counts (answer), "components"), ==, 7);

  classic = check (fixture, "@sample --template classic");
  assert_contract (fixture, classic);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (classic), "template"), ==,
                   "classic");
}

/* Every report that lies in tests/data. */
static void
test_reports (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *folder = fixture_get_source ("tests/data/reports");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;
  guint            n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char     *argument = g_strconcat ("@", name, NULL);
      g_autoptr (JsonNode) answer = NULL;

      if (!g_str_has_suffix (name, ".md"))
        continue;
      answer = check (fixture, argument);
      assert_contract (fixture, answer);
      n++;
    }

  g_assert_cmpuint (n, >, 0);
}

/* Each of these is a report, if a poor one. */
static void
test_odd_reports (Fixture      *fixture,
                  gconstpointer data)
{
  static const char *const texts[] = {
    "x",
    "## Job market snapshot\n",
    "## Components and roles\r\n\r\n- Kite\r\n  - Weaver\r\n",
    "## Job market snapshot\n\n1. [Weaver](https://example.com/1)\n\n### Skills specific to a "
    "single posting\n\n- Loom\n",
    "<!-- nothing",
    "```\n## Components and roles\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JsonNode) answer = NULL;

      fixture_put (fixture, "odd.md", texts[i]);
      answer = check (fixture, "odd.md");
      assert_contract (fixture, answer);
      g_assert_cmpint (fixture->status, ==, 1);
    }
}

static void
test_contradiction (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (JsonNode) answer = NULL;
  JsonObject          *found;

  fixture_put (
      fixture, "kites.md",
      "## Job market snapshot\n\n"
      "1. Sail maker\n   - <https://kites.test/vacancy/51962748>\n   - Skills: Nylon, Sewing, "
      "Knots\n"
      "2. Rigger\n   - <https://kites.test/vacancy/48317209>\n   - Skills: Knots, Carbon, "
      "Winches\n\n"
      "### Skills that appear in several postings\n\n- Knots — 2 of 2\n- Carbon — 2 of 2\n\n"
      "### Skills specific to a single posting\n\n- Sewing — posting 1\n- Knots — posting 2\n");
  answer = check (fixture, "kites.md");
  assert_contract (fixture, answer);

  g_assert_cmpint (json_object_get_int_member (get_counts (answer), "postings"), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (
                        json_node_get_object (answer), "contradictions")),
                    ==, 2);
  found = json_array_get_object_element (
      json_object_get_array_member (json_node_get_object (answer), "contradictions"), 0);
  g_assert_cmpstr (json_object_get_string_member (found, "list"), ==, "recurring");
  g_assert_cmpstr (json_object_get_string_member (found, "skill"), ==, "Carbon");
  g_assert_cmpint (json_object_get_int_member (found, "claimed"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (found, "actual"), ==, 1);
  g_assert_cmpint (json_array_get_int_element (json_object_get_array_member (found, "postings"), 0),
                   ==, 2);
  g_assert_cmpstr (json_object_get_string_member (found, "file"), ==, "kites.md");
  g_assert_cmpint (json_object_get_int_member (found, "line"), ==, 13);

  found = json_array_get_object_element (
      json_object_get_array_member (json_node_get_object (answer), "contradictions"), 1);
  g_assert_cmpstr (json_object_get_string_member (found, "list"), ==, "single");
  g_assert_true (json_object_get_null_member (found, "claimed"));
}

/* Our JSON is judged by the Markdown it would print; it has no lines to point to. */
static void
test_json (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (JsonNode) by_markdown = check (fixture, "@sample");
  g_autoptr (JsonNode) by_json = NULL;
  JsonArray           *criteria;

  fixture_assert_fine (fixture, "convert @sample -o sample.json");
  by_json = check (fixture, "sample.json");
  assert_contract (fixture, by_json);

  for (const TrellisFigure *figure = trellis_figures_table; figure->name != NULL; figure++)
    if (figure->printed)
      g_assert_cmpint (json_object_get_int_member (get_counts (by_markdown), figure->name), ==,
                       json_object_get_int_member (get_counts (by_json), figure->name));

  criteria = json_object_get_array_member (json_node_get_object (by_json), "criteria");
  g_assert_true (
      json_object_get_null_member (json_array_get_object_element (criteria, 0), "file"));
}

/* A name may be any bytes; the answer is UTF-8 all the same. */
static void
test_odd_name (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (JsonNode) answer = NULL;

  fixture_put (fixture, "\xe9t\xe9.md", "## Components and roles\n\n- Kiln\n  - Potter\n");
  answer = check (fixture, "\xe9t\xe9.md");
  g_assert_true (g_utf8_validate (fixture->output, -1, NULL));
  assert_contract (fixture, answer);
}

static void
test_text (Fixture      *fixture,
           gconstpointer data)
{
  fixture_run (fixture, "check @sample");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->output, "Market snapshot\n  ✓ 6 of 5–7 postings.\n"));
  g_assert_nonnull (strstr (fixture->output, "  ? A genuine reflection.\n"));
  g_assert_true (g_str_has_suffix (fixture->output, "\n27 of 27 criteria met (Two files)\n"));

  fixture_put (fixture, "a.md", "# Clay\n\n## Job market snapshot\n\n- Potter\n");
  fixture_run (fixture, "check a.md");
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->output, "  ✗ 0 of 5–7 postings: 5 more. (a.md:3)\n"));
}

/* A template of one's own is as good as one that ships. */
static void
test_own_template (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (JsonNode) answer = NULL;

  fixture_put (
      fixture, "lab.json",
      "{\"format\": \"trellis-template\", \"version\": 1, \"id\": \"lab\","
      "\"name\": {\"en\": \"Lab\", \"ru\": \"Лаба\"}, \"several\": 2,"
      "\"documents\": [{\"file\": \"lab.md\", \"sections\": [{\"kind\": \"matrix\", \"level\": 2,"
      "\"heading\": {\"en\": \"Parts\", \"ru\": \"Части\"}}]}],"
      "\"criteria\": [{\"id\": \"parts\", \"section\": \"matrix\","
      "\"asks\": {\"en\": \"2 parts\", \"ru\": \"2 части\"}, \"figure\": \"components\", \"min\": "
      "2}]}");
  fixture_put (fixture, "a.md", "## Parts\n\n- Kiln\n  - Potter\n- Wheel\n  - Turner\n");
  answer = check (fixture, "a.md --template lab.json");
  assert_contract (fixture, answer);
  g_assert_cmpint (fixture->status, ==, 0);

  fixture_put (fixture, "broken.json",
               "{\"format\": \"trellis-template\", \"version\": 1, \"idd\": \"lab\"}");
  fixture_assert_wrong (fixture, "check a.md --template broken.json",
                        "“broken.json”, $.idd: “idd” is unknown. Did you mean “id”?");
}

static void
test_bad_input (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *path = fixture_get_path (fixture, "binary.md");
  g_autofree char *large = g_strnfill (11 * 1024 * 1024, 'x');

  fixture_put (fixture, "empty.md", " \n");
  fixture_put (fixture, "marks.md", "# \n\n- \n- \n");
  fixture_put (fixture, "latin.md", "a\nb\n\xe9\n");
  fixture_put (fixture, "other.json", "{\"name\": \"x\"}");
  fixture_put (fixture, "newer.json", "{\"format\": \"trellis-report\", \"version\": 99}");
  fixture_put (fixture, "large.md", large);
  g_assert_true (g_file_set_contents (path, "PK\3\4\0\0", 6, NULL));

  fixture_assert_wrong (fixture, "check empty.md", "“empty.md” is empty");
  fixture_assert_wrong (fixture, "check marks.md", "“marks.md” is empty");
  fixture_assert_wrong (fixture, "check latin.md", "“latin.md”, line 3, is not UTF-8");
  fixture_assert_wrong (fixture, "check binary.md", "“binary.md” is not a text file");
  fixture_assert_wrong (fixture, "check large.md", "at most 10");
  fixture_assert_wrong (fixture, "check other.json", "no report of Trellis");
  fixture_assert_wrong (fixture, "check newer.json", "“newer.json” comes from a newer Trellis");
  fixture_assert_wrong (fixture, "check @kite.md other.json", "Name it alone");
  fixture_assert_wrong (fixture, "check @kite.md empty.md", "“empty.md” is empty");
}

/* The vocabulary is still being read in its thread when such a run ends; one in 50 told of it. */
static void
test_ends_early (Fixture      *fixture,
                 gconstpointer data)
{
  fixture_put (fixture, "empty.md", " \n");
  for (guint i = 0; i < 100; i++)
    fixture_assert_wrong (fixture, "check empty.md", "“empty.md” is empty");
}

/* Neither leaves anything behind: no library, no cache. */
static void
test_no_store (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *home = fixture_get_path (fixture, "home");
  g_autofree char *old = g_strdup (g_getenv ("XDG_DATA_HOME"));

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  fixture_run (fixture, "check @sample");
  fixture_run (fixture, "convert @sample -o a.md");
  g_assert_false (g_file_test (home, G_FILE_TEST_EXISTS));
  if (old != NULL)
    g_setenv ("XDG_DATA_HOME", old, TRUE);
  else
    g_unsetenv ("XDG_DATA_HOME");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD ("/check/the-sample-meets-both-templates", test_sample);
  FIXTURE_ADD ("/check/every-report-gets-the-contracts-object", test_reports);
  FIXTURE_ADD ("/check/odd-reports-get-it-too", test_odd_reports);
  FIXTURE_ADD ("/check/a-contradiction-carries-claim-fact-and-place", test_contradiction);
  FIXTURE_ADD ("/check/our-json-is-judged-like-its-markdown", test_json);
  FIXTURE_ADD ("/check/a-name-may-be-any-bytes", test_odd_name);
  FIXTURE_ADD ("/check/text-goes-by-section", test_text);
  FIXTURE_ADD ("/check/a-template-of-ones-own-counts", test_own_template);
  FIXTURE_ADD ("/check/bad-input-is-told-in-one-line", test_bad_input);
  FIXTURE_ADD ("/check/bad-input-ends-it-at-any-moment", test_ends_early);
  FIXTURE_ADD ("/check/no-library-is-opened", test_no_store);

  return g_test_run ();
}
