/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-error.h"
#include "trellis-roadmap.h"

#include <string.h>

static TrellisReport *
read_json (const char *json)
{
  g_autoptr (GError) error = NULL;
  TrellisReport     *report = trellis_roadmap_read (json, "weaving.json", &error);

  g_assert_no_error (error);
  return report;
}

static guint
get_depth (const TrellisReport       *report,
           const TrellisRoadmapTopic *topic)
{
  guint depth = 0;

  while (topic->parent_id != 0)
    {
      topic = trellis_report_find (report, &trellis_roadmap_topic_type, topic->parent_id);
      g_assert_nonnull (topic);
      depth++;
    }

  return depth;
}

/* The tree as text: "Clay", and "  Porcelain (alternative)" under it. */
static char *
dump (const TrellisReport *report)
{
  const TrellisField   *priority = trellis_record_type_find_field (&trellis_roadmap_topic_type,
                                                                   "priority");
  const TrellisRoadmap *roadmap = g_ptr_array_index (report->roadmaps, 0);
  GString              *out = g_string_new (NULL);

  g_string_printf (out, "%s | %s | %s\n", roadmap->title, roadmap->slug, roadmap->link);
  for (guint i = 0; i < report->roadmap_topics->len; i++)
    {
      const TrellisRoadmapTopic *topic = g_ptr_array_index (report->roadmap_topics, i);

      g_string_append_printf (out, "%*s%s", (int) get_depth (report, topic) * 2, "", topic->name);
      if (topic->priority != TRELLIS_PRIORITY_NONE)
        g_string_append_printf (out, " (%s)", trellis_field_name_of (priority, topic->priority));
      g_string_append_c (out, '\n');
    }

  return g_string_free_and_steal (out);
}

static void
check_file (const char *folder,
            const char *name)
{
  g_autofree char          *path = g_build_filename (folder, name, NULL);
  g_autofree char          *stem = g_strndup (path, strlen (path) - strlen (".json"));
  g_autofree char          *golden = g_strconcat (stem, ".txt", NULL);
  g_autofree char          *json = NULL;
  g_autofree char          *expected = NULL;
  g_autofree char          *tree = NULL;
  g_autoptr (TrellisReport) report = NULL;
  g_autoptr (GError)        error = NULL;

  g_file_get_contents (path, &json, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (golden, &expected, NULL, &error);
  g_assert_no_error (error);
  report = trellis_roadmap_read (json, name, &error);
  g_assert_no_error (error);
  tree = dump (report);
  g_assert_cmpstr (tree, ==, expected);
}

/* Every roadmap in the folder, against the tree that stands beside it. */
static void
test_files (void)
{
  g_autofree char   *folder = g_test_build_filename (G_TEST_DIST, "data", "roadmaps", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir)   dir = g_dir_open (folder, 0, &error);
  const char        *name;
  guint              n = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      {
        check_file (folder, name);
        n++;
      }
  g_assert_cmpuint (n, >=, 3);
}

#define TOPIC(id, x, y, label)                                    \
  "{\"id\":\"" id "\",\"type\":\"topic\",\"position\":{\"x\":" #x \
  ",\"y\":" #y "},\"data\":{\"label\":\"" label "\"}}"

static void
test_records (void)
{
  const char               *weft = TOPIC ("b", 0, 9, "Weft");
  const char               *warp = TOPIC ("a", 0, 1, "Warp");
  g_autofree char          *json = g_strdup_printf ("{\"slug\":\"weaving\",\"nodes\":[%s,%s]}",
                                                    weft, warp);
  g_autoptr (TrellisReport) report = read_json (json);
  TrellisRoadmap           *roadmap = g_ptr_array_index (report->roadmaps, 0);

  g_assert_cmpuint (report->roadmaps->len, ==, 1);
  g_assert_cmpuint (report->roadmap_topics->len, ==, 2);
  g_assert_cmpstr (roadmap->title, ==, "weaving");
  g_assert_cmpstr (roadmap->link, ==, "https://roadmap.sh/weaving");
  for (guint i = 0; i < 2; i++)
    {
      TrellisRoadmapTopic *topic = g_ptr_array_index (report->roadmap_topics, i);

      g_assert_cmpstr (topic->node, ==, i == 0 ? "a" : "b");
      g_assert_cmpint (topic->roadmap_id, ==, roadmap->base.id);
      g_assert_cmpint (topic->parent_id, ==, 0);
      g_assert_cmpint (topic->position, ==, (int) i + 1);
      g_assert_cmpint (topic->kind, ==, TRELLIS_TOPIC_MAIN);
      g_assert_cmpint (topic->state, ==, TRELLIS_TOPIC_TODO);
    }
}

/* The title as the file tells it, in order of preference. */
/* However often an id comes again, the first topic has it. */
static void
test_repeated (void)
{
  const char      *one = TOPIC ("a", 0, 1, "Warp");
  const char      *two = TOPIC ("a", 0, 2, "Weft");
  const char      *three = TOPIC ("a", 0, 3, "Loom");
  g_autofree char *json
      = g_strdup_printf ("{\"slug\":\"weaving\",\"nodes\":[%s,%s,%s]}", one, two, three);
  g_autoptr (TrellisReport) report = read_json (json);

  g_assert_cmpuint (report->roadmap_topics->len, ==, 1);
  g_assert_cmpstr (((TrellisRoadmapTopic *) report->roadmap_topics->pdata[0])->name, ==, "Warp");
}

static void
test_titles (void)
{
  static const struct
  {
    const char *member, *title;
  } titles[] = {
    { "\"title\":{\"page\":\"Weaver\",\"card\":\"Weaving\"}", "Weaver" },
    { "\"title\":{\"page\":null,\"card\":\" Weaving \"}", "Weaving" },
    { "\"title\":\"Looms\\nand\\tyarn\"", "Looms and yarn" },
    { "\"title\":7", "weaving" },
    { "\"slug\":\"not a slug\"", "weaving" },
  };

  const char *warp = TOPIC ("a", 0, 0, "Warp");

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char          *json = g_strdup_printf ("{%s,\"nodes\":[%s]}", titles[i].member,
                                                        warp);
      g_autoptr (TrellisReport) report = read_json (json);
      TrellisRoadmap           *roadmap = g_ptr_array_index (report->roadmaps, 0);

      g_assert_cmpstr (roadmap->title, ==, titles[i].title);
      g_assert_cmpstr (roadmap->slug, ==, "weaving");
      g_assert_cmpstr (roadmap->link, ==, "");
    }
}

static void
assert_refused (const char      *json,
                TrellisErrorCode code,
                const char      *told)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (trellis_roadmap_read (json, "weaving.json", &error));
  g_assert_error (error, TRELLIS_ERROR, (int) code);
  if (strstr (error->message, told) == NULL || strstr (error->message, "“weaving.json”") == NULL)
    g_error ("“%s” does not say “%s”", error->message, told);
}

static void
test_refused (void)
{
  g_autofree char *deep = g_strnfill (100 * 1000, '[');
  g_autofree char *deep_nodes = g_strconcat ("{\"nodes\":", deep, NULL);

  assert_refused ("{\"mockup\":{\"controls\":{}},\"groupOffset\":{}}", TRELLIS_ERROR_FORMAT,
                  "old format");
  assert_refused ("{\"nodes\":[],\"edges\":[]}", TRELLIS_ERROR_EMPTY, "No topics found");
  assert_refused ("{\"nodes\":[{\"id\":\"a\",\"type\":\"section\"}]}", TRELLIS_ERROR_EMPTY,
                  "No topics found");
  assert_refused ("{\"nodes\":{}}", TRELLIS_ERROR_FORMAT, "no roadmap");
  assert_refused ("{}", TRELLIS_ERROR_FORMAT, "no roadmap");
  assert_refused ("[]", TRELLIS_ERROR_FORMAT, "no roadmap");
  assert_refused ("null", TRELLIS_ERROR_FORMAT, "no roadmap");
  assert_refused ("", TRELLIS_ERROR_SYNTAX, "JSON");
  assert_refused ("{\"nodes\":[\n{]}", TRELLIS_ERROR_SYNTAX, "line 2, is not JSON");
  assert_refused (deep_nodes, TRELLIS_ERROR_SYNTAX, "nested deeper than 64");
}

static void
test_too_large (void)
{
  g_autofree char    *blank = g_strnfill (TRELLIS_ROADMAP_MAX_BYTES + 1, ' ');
  g_autoptr (GString) nodes = g_string_new ("{\"nodes\":[0");

  assert_refused (blank, TRELLIS_ERROR_TOO_LARGE, "too large");
  for (guint i = 0; i < TRELLIS_ROADMAP_MAX_NODES; i++)
    g_string_append (nodes, ",0");
  g_string_append (nodes, "]}");
  assert_refused (nodes->str, TRELLIS_ERROR_TOO_LARGE, "too large");
}

/* Numbers that are none, or of no drawing. */
static void
test_strange_places (void)
{
  static const char *const places[] = {
    "null",
    "{}",
    "[]",
    "{\"x\":\"left\",\"y\":true}",
    "{\"x\":1e400,\"y\":-1e400}",
    "{\"x\":1e300,\"y\":1e300}",
    "{\"x\":null}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *json = g_strdup_printf (
          "{\"nodes\":[" TOPIC (
              "a", 0, 0,
              "Warp") ",{\"id\":\"s\",\"type\":\"subtopic\",\"position\":%s,"
                      "\"measured\":{\"width\":-5,\"height\":\"tall\"},"
                      "\"data\":{\"label\":\"Heddles\"}},{\"id\":\"b\",\"type\":\"section\","
                      "\"position\":%s}]}",
          places[i], places[i]);
      g_autoptr (TrellisReport) report = NULL;
      g_autoptr (GError)        error = NULL;
      g_autofree char          *tree = NULL;

      report = trellis_roadmap_read (json, "weaving.json", &error);
      if (report == NULL)
        continue; /* json-glib need not take a number beyond all doubles */
      tree = dump (report);
      g_assert_cmpstr (tree, ==, "weaving | weaving | \nWarp\n  Heddles\n");
    }
}

static void
test_long_label (void)
{
  g_autofree char          *word = g_strnfill (5000, 'w');
  g_autofree char          *json = g_strdup_printf ("{\"nodes\":[{\"id\":\"a\",\"type\":\"topic\","
                                                             "\"data\":{\"label\":\"%s\"}}]}",
                                                    word);
  g_autoptr (TrellisReport) report = read_json (json);

  g_assert_cmpuint (strlen (((TrellisRoadmapTopic *) report->roadmap_topics->pdata[0])->name), ==,
                    300);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/roadmap/files-give-the-trees-beside-them", test_files);
  g_test_add_func ("/roadmap/becomes-records-to-do", test_records);
  g_test_add_func ("/roadmap/an-id-belongs-to-the-first-that-has-it", test_repeated);
  g_test_add_func ("/roadmap/has-the-best-title-there-is", test_titles);
  g_test_add_func ("/roadmap/anything-else-is-refused-with-a-reason", test_refused);
  g_test_add_func ("/roadmap/too-much-is-refused", test_too_large);
  g_test_add_func ("/roadmap/strange-places-do-no-harm", test_strange_places);
  g_test_add_func ("/roadmap/a-name-has-an-end", test_long_label);

  return g_test_run ();
}
