/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-error.h"
#include "trellis-roadmap.h"

#include <string.h>

/* Topics a, b, c and d; c was done before. */
static TrellisReport *
new_report (void)
{
  TrellisReport  *report = trellis_report_new ();
  TrellisRoadmap *roadmap = trellis_report_add (report, &trellis_roadmap_type);

  for (guint i = 0; i < 4; i++)
    {
      TrellisRoadmapTopic *topic = trellis_report_add (report, &trellis_roadmap_topic_type);

      topic->roadmap_id = roadmap->base.id;
      g_free (topic->node);
      topic->node = g_strdup_printf ("%c", 'a' + i);
      topic->state = i == 2 ? TRELLIS_TOPIC_DONE : TRELLIS_TOPIC_TODO;
    }

  return report;
}

static void
assert_states (const char *json,
               guint       n_found,
               const char *expected)
{
  const TrellisRecordType  *type = &trellis_roadmap_topic_type;
  const TrellisField       *field = trellis_record_type_find_field (type, "state");
  g_autoptr (TrellisReport) report = new_report ();
  g_autoptr (GString)       states = g_string_new (NULL);
  g_autoptr (GError)        error = NULL;
  guint                     n;

  g_assert_true (trellis_roadmap_apply_progress (report, 1, json, "progress.json", &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, n_found);
  for (guint i = 0; i < 4; i++)
    {
      const TrellisRoadmapTopic *topic = g_ptr_array_index (report->roadmap_topics, i);

      g_string_append_printf (states, "%s%s", i > 0 ? " " : "",
                              trellis_field_name_of (field, topic->state));
    }
  g_assert_cmpstr (states->str, ==, expected);
}

static void
test_states (void)
{
  assert_states ("{\"done\":[\"a\"],\"learning\":[\"b\"],\"skipped\":[\"d\"]}", 3,
                 "done learning done skipped");
  assert_states ("{\"learning\":[\"c\"],\"totalTopicCount\":9,\"isFavorite\":true}", 1,
                 "todo todo learning todo");
  assert_states ("{\"done\":[]}", 0, "todo todo done todo");
  assert_states ("{\"done\":[\"kiln-building@a\",\"@b\"]}", 2, "done done done todo");
}

static void
test_strange (void)
{
  assert_states ("{\"done\":[\"elsewhere\",7,null,[\"a\"],{}],\"learning\":\"b\"}", 0,
                 "todo todo done todo");
  assert_states ("{\"skipped\":[\"a\",\"b\"],\"learning\":[\"a\",\"b\"],\"done\":[\"a\",\"a\"]}", 2,
                 "done learning done todo");
}

static void
test_other_roadmap (void)
{
  g_autoptr (TrellisReport) report = new_report ();
  g_autoptr (TrellisReport) before = trellis_report_copy (report);
  guint                     n;

  g_assert_true (trellis_roadmap_apply_progress (report, 2, "{\"done\":[\"a\"]}", "p", &n, NULL));
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (trellis_report_equal (report, before));
}

static void
assert_refused (const char      *json,
                TrellisErrorCode code)
{
  g_autoptr (TrellisReport) report = new_report ();
  g_autoptr (TrellisReport) before = trellis_report_copy (report);
  g_autoptr (GError)        error = NULL;

  g_assert_false (trellis_roadmap_apply_progress (report, 1, json, "progress.json", NULL, &error));
  g_assert_error (error, TRELLIS_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "“progress.json”"));
  g_assert_true (trellis_report_equal (report, before));
}

static void
test_refused (void)
{
  g_autofree char *blank = g_strnfill (TRELLIS_ROADMAP_MAX_BYTES + 1, ' ');

  assert_refused ("{\"nodes\":[]}", TRELLIS_ERROR_FORMAT);
  assert_refused ("{\"done\":{}}", TRELLIS_ERROR_FORMAT);
  assert_refused ("[\"a\"]", TRELLIS_ERROR_FORMAT);
  assert_refused ("{\"done\":[\"a\"", TRELLIS_ERROR_SYNTAX);
  assert_refused ("", TRELLIS_ERROR_SYNTAX);
  assert_refused (blank, TRELLIS_ERROR_TOO_LARGE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/roadmap-progress/lists-give-states", test_states);
  g_test_add_func ("/roadmap-progress/strange-entries-are-passed-over", test_strange);
  g_test_add_func ("/roadmap-progress/other-roadmaps-keep-theirs", test_other_roadmap);
  g_test_add_func ("/roadmap-progress/anything-else-is-refused-and-changes-nothing", test_refused);

  return g_test_run ();
}
