/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-roadmap-index.h"

/* Against looking at every node. */

static GPtrArray *
new_nodes (GRand *rand,
           guint  n,
           int    spread)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_roadmap_node_free);

  for (guint i = 0; i < n; i++)
    {
      TrellisRoadmapNode *node = g_new0 (TrellisRoadmapNode, 1);

      node->index = i;
      node->box.x = g_rand_int_range (rand, 0, spread);
      node->box.y = g_rand_int_range (rand, 0, spread);
      g_ptr_array_add (nodes, node);
    }

  return nodes;
}

static TrellisRoadmapIndex *
new_index (const GPtrArray *nodes)
{
  TrellisRoadmapIndex *index = trellis_roadmap_index_new ();

  for (guint i = 0; i < nodes->len; i++)
    trellis_roadmap_index_add (index, g_ptr_array_index (nodes, i));
  return index;
}

static TrellisRoadmapBox
new_box (GRand *rand,
         int    spread)
{
  return (TrellisRoadmapBox) { g_rand_int_range (rand, -5, spread),
                               g_rand_int_range (rand, -5, spread),
                               g_rand_int_range (rand, 0, spread),
                               g_rand_int_range (rand, 0, spread) };
}

static gboolean
is_in (const TrellisRoadmapNode *node,
       const TrellisRoadmapBox  *box)
{
  return node->box.x >= box->x && node->box.x <= box->x + box->width && node->box.y >= box->y
         && node->box.y <= box->y + box->height;
}

static double
get_distance (const TrellisRoadmapNode *node,
              TrellisRoadmapPoint       point)
{
  double x = node->box.x - point.x;
  double y = node->box.y - point.y;

  return x * x + y * y;
}

static void
assert_nearest (const GPtrArray          *nodes,
                TrellisRoadmapPoint       point,
                const TrellisRoadmapBox  *within,
                const TrellisRoadmapNode *found)
{
  guint n_in = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      const TrellisRoadmapNode *node = g_ptr_array_index (nodes, i);

      if (within != NULL && !is_in (node, within))
        continue;
      n_in++;
      g_assert_nonnull (found);
      g_assert_cmpfloat (get_distance (found, point), <=, get_distance (node, point));
    }

  g_assert_true ((found != NULL) == (n_in > 0));
  if (found != NULL && within != NULL)
    g_assert_true (is_in (found, within));
}

static void
test_nearest (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint round = 0; round < 300; round++)
    {
      int                             spread = g_rand_int_range (rand, 1, 60);
      guint                           n = (guint) g_rand_int_range (rand, 0, 80);
      g_autoptr (GPtrArray)           nodes = new_nodes (rand, n, spread);
      g_autoptr (TrellisRoadmapIndex) index = new_index (nodes);

      for (guint i = 0; i < 20; i++)
        {
          TrellisRoadmapBox   box = new_box (rand, spread);
          TrellisRoadmapPoint point = { box.x, box.y };

          assert_nearest (nodes, point, NULL,
                          trellis_roadmap_index_find_nearest (index, point, NULL));
          assert_nearest (nodes, point, &box,
                          trellis_roadmap_index_find_nearest (index, point, &box));
        }
    }
}

/* Boxes take what is in them and was not taken before, each node once. */
static void
test_take (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint round = 0; round < 300; round++)
    {
      int                             spread = g_rand_int_range (rand, 1, 60);
      g_autoptr (GPtrArray)           nodes = new_nodes (rand, 60, spread);
      g_autoptr (TrellisRoadmapIndex) index = new_index (nodes);
      g_autoptr (GPtrArray)           left = g_ptr_array_copy (nodes, NULL, NULL);

      g_ptr_array_set_free_func (left, NULL);
      for (guint i = 0; i < 10; i++)
        {
          TrellisRoadmapBox     box = new_box (rand, spread);
          g_autoptr (GPtrArray) taken = g_ptr_array_new ();

          trellis_roadmap_index_take (index, &box, taken);
          for (guint j = 0; j < taken->len; j++)
            {
              g_assert_true (is_in (g_ptr_array_index (taken, j), &box));
              g_assert_true (g_ptr_array_remove (left, g_ptr_array_index (taken, j)));
            }
          for (guint j = 0; j < left->len; j++)
            g_assert_false (is_in (g_ptr_array_index (left, j), &box));
          if (left->len > 0)
            g_assert_nonnull (trellis_roadmap_index_find_nearest (
                index, (TrellisRoadmapPoint) { box.x, box.y }, NULL));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/roadmap-index/the-nearest-is-nearest", test_nearest);
  g_test_add_func ("/roadmap-index/a-box-takes-what-is-in-it-once", test_take);

  return g_test_run ();
}
