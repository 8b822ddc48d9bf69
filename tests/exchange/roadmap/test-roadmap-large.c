/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-roadmap.h"

/* Twenty thousand nodes, drawn so that anything quadratic would be felt. Measured: 0.3 to 0.5 s
 * each; the limit is for slow and sanitized machines. */
#define N_NODES 20000
#define MAX_SECONDS 10

typedef void (*Draw) (GString *json,
                      guint    i);

static void
append_node (GString    *json,
             guint       i,
             const char *type,
             guint       x,
             guint       y,
             guint       size)
{
  g_string_append_printf (json,
                          "%s{\"id\":\"n%u\",\"type\":\"%s\",\"position\":{\"x\":%u,\"y\":%u},"
                          "\"measured\":{\"width\":%u,\"height\":%u},"
                          "\"data\":{\"label\":\"Stitch %u\"}}",
                          i > 0 ? "," : "", i, type, x, y, size, size, i);
}

static void
draw_spread (GString *json,
             guint    i)
{
  append_node (json, i, i % 5 == 0 ? "topic" : "subtopic", i * 7919 % 10007, i * 104729 % 30011,
               20);
}

/* All in one place, so that no distance tells them apart. */
static void
draw_heap (GString *json,
           guint    i)
{
  append_node (json, i, i % 2 == 0 ? "topic" : "subtopic", 5, 5, 20);
}

/* Box around box, each with a topic and subtopics in all of them. */
static void
draw_boxes (GString *json,
            guint    i)
{
  const char *const types[] = { "section", "topic", "subtopic", "label" };

  if (i % 4 == 0)
    append_node (json, i, "section", i, i, 2 * (N_NODES - i));
  else
    append_node (json, i, types[i % 4], N_NODES + i * 31 % 50, N_NODES + i * 17 % 50, 4);
}

/* Boxes over subtopics with no topic in any. */
static void
draw_bare_boxes (GString *json,
                 guint    i)
{
  if (i == 0)
    append_node (json, i, "topic", 0, 0, 1);
  else
    append_node (json, i, i % 2 == 0 ? "section" : "subtopic", i, i, i % 2 == 0 ? N_NODES : 2);
}

static void
append_edges (GString *json)
{
  for (guint i = 0; i < N_NODES; i++)
    g_string_append_printf (json, "%s{\"source\":\"n%u\",\"target\":\"n%u\"}", i > 0 ? "," : "",
                            i * 13 % N_NODES, i % 3 == 0 ? 1 : i * 29 % N_NODES);
}

static void
read_large (Draw     draw,
            gboolean has_edges)
{
  g_autoptr (GString)       json = g_string_new ("{\"nodes\":[");
  g_autoptr (TrellisReport) report = NULL;
  g_autoptr (GError)        error = NULL;
  guint                     n_under = 0;

  for (guint i = 0; i < N_NODES; i++)
    draw (json, i);
  g_string_append (json, "],\"edges\":[");
  if (has_edges)
    append_edges (json);
  g_string_append (json, "]}");

  g_test_timer_start ();
  report = trellis_roadmap_read (json->str, "large.json", &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, MAX_SECONDS);
  g_test_message ("%.2f s", g_test_timer_last ());

  for (guint i = 0; i < report->roadmap_topics->len; i++)
    {
      const TrellisRoadmapTopic *topic = g_ptr_array_index (report->roadmap_topics, i);

      g_assert_true ((topic->parent_id == 0) == (topic->kind == TRELLIS_TOPIC_MAIN));
      n_under += topic->parent_id != 0;
    }
  g_assert_cmpuint (n_under, >, 0);
}

static void
test_large (gconstpointer data)
{
  const Draw *draw = data;

  read_large (*draw, FALSE);
  read_large (*draw, TRUE);
}

int
main (int    argc,
      char **argv)
{
  static const Draw draws[] = { draw_spread, draw_heap, draw_boxes, draw_bare_boxes };

  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/roadmap-large/spread", &draws[0], test_large);
  g_test_add_data_func ("/roadmap-large/in-one-place", &draws[1], test_large);
  g_test_add_data_func ("/roadmap-large/box-around-box", &draws[2], test_large);
  g_test_add_data_func ("/roadmap-large/boxes-without-topics", &draws[3], test_large);

  return g_test_run ();
}
