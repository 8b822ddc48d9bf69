/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-roadmap-place.h"

#include "trellis-roadmap-index.h"

/* The drawing says in several ways what belongs together, and fewer than half of the subtopics have
 * an edge to a topic. A subtopic stands under
 *   1. the nearest topic that an edge joins it to;
 *   2. else, in the smallest box around it that has a topic or a name: the nearest topic in that
 *      box; or the one that edges join to the box, to its name or to other subtopics in it; or the
 *      name itself;
 *   3. else the topic of a subtopic that edges join it to, directly or by way of others;
 *   4. else the nearest topic.
 * So topics and names are never under anything, and there is no circle to fall into. */

typedef struct
{
  GPtrArray           *nodes;     /* TrellisRoadmapNode */
  GPtrArray           *neighbors; /* by index: GPtrArray of nodes that edges join it to, or NULL */
  TrellisRoadmapIndex *topics;
  GPtrArray           *sections; /* the smallest first */
  GPtrArray           *owners;   /* by index of a section: a joined topic, its name, or NULL */
} Places;

static gboolean
is_topic (const TrellisRoadmapNode *node)
{
  return node->kind == TRELLIS_NODE_KIND_TOPIC;
}

static gboolean
is_subtopic (const TrellisRoadmapNode *node)
{
  return node->kind == TRELLIS_NODE_KIND_SUBTOPIC;
}

/* Squared: only which is less matters. */
static double
get_distance (const TrellisRoadmapNode *a,
              const TrellisRoadmapNode *b)
{
  TrellisRoadmapPoint x = trellis_roadmap_node_get_centre (a);
  TrellisRoadmapPoint y = trellis_roadmap_node_get_centre (b);

  return (x.x - y.x) * (x.x - y.x) + (x.y - y.y) * (x.y - y.y);
}

static double
get_area (const TrellisRoadmapNode *node)
{
  return node->box.width * node->box.height;
}

static int
by_area (gconstpointer a,
         gconstpointer b)
{
  const TrellisRoadmapNode *x = *(TrellisRoadmapNode *const *) a;
  const TrellisRoadmapNode *y = *(TrellisRoadmapNode *const *) b;

  if (get_area (x) != get_area (y))
    return get_area (x) < get_area (y) ? -1 : 1;

  return (x->index > y->index) - (x->index < y->index);
}

static void
join (Places                   *self,
      const TrellisRoadmapNode *from,
      TrellisRoadmapNode       *to)
{
  GPtrArray **neighbors = (GPtrArray **) &self->neighbors->pdata[from->index];

  if (*neighbors == NULL)
    *neighbors = g_ptr_array_new ();
  g_ptr_array_add (*neighbors, to);
}

static TrellisRoadmapNode *
find_end (GHashTable *ids,
          JsonObject *edge,
          const char *member)
{
  const char *id = trellis_roadmap_json_get_string (edge, member);

  return id != NULL ? g_hash_table_lookup (ids, id) : NULL;
}

/* Edges that lead nowhere, or to something that is only drawn, join nothing. */
static void
read_edges (Places    *self,
            JsonArray *edges)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      TrellisRoadmapNode *node = g_ptr_array_index (self->nodes, i);

      g_hash_table_insert (ids, node->id, node);
    }

  for (guint i = 0; edges != NULL && i < json_array_get_length (edges); i++)
    {
      JsonNode           *element = json_array_get_element (edges, i);
      JsonObject         *edge = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element)
                                                                  : NULL;
      TrellisRoadmapNode *source = find_end (ids, edge, "source");
      TrellisRoadmapNode *target = find_end (ids, edge, "target");

      if (source == NULL || target == NULL || source == target)
        continue;
      join (self, source, target);
      join (self, target, source);
    }
}

/* The nearest topic that an edge joins @node to, or NULL. */
static TrellisRoadmapNode *
find_joined_topic (const Places             *self,
                   const TrellisRoadmapNode *node)
{
  const GPtrArray    *neighbors = g_ptr_array_index (self->neighbors, node->index);
  TrellisRoadmapNode *nearest = NULL;

  for (guint i = 0; neighbors != NULL && i < neighbors->len; i++)
    {
      TrellisRoadmapNode *other = g_ptr_array_index (neighbors, i);

      if (is_topic (other)
          && (nearest == NULL || get_distance (node, other) < get_distance (node, nearest)))
        nearest = other;
    }

  return nearest;
}

static void
place_by_edges (Places *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      TrellisRoadmapNode *node = g_ptr_array_index (self->nodes, i);

      if (is_subtopic (node))
        node->parent = find_joined_topic (self, node);
    }
}

/* The topic that something in a section leads to: its name's, or that of a subtopic in it. */
static TrellisRoadmapNode *
find_owner (const Places             *self,
            const TrellisRoadmapNode *section,
            const GPtrArray          *inside)
{
  TrellisRoadmapNode *owner = find_joined_topic (self, section);

  for (guint i = 0; owner == NULL && i < inside->len; i++)
    owner = find_joined_topic (self, g_ptr_array_index (inside, i));

  return owner;
}

/* The label that stands uppermost in a section. */
static TrellisRoadmapNode *
find_name (const GPtrArray *inside)
{
  TrellisRoadmapNode *name = NULL;

  for (guint i = 0; i < inside->len; i++)
    {
      TrellisRoadmapNode *node = g_ptr_array_index (inside, i);

      if (node->kind == TRELLIS_NODE_KIND_LABEL && (name == NULL || node->box.y < name->box.y))
        name = node;
    }

  return name;
}

static void
find_owners (Places *self)
{
  g_autoptr (TrellisRoadmapIndex) others = trellis_roadmap_index_new ();

  for (guint i = 0; i < self->nodes->len; i++)
    {
      TrellisRoadmapNode *node = g_ptr_array_index (self->nodes, i);

      if (is_subtopic (node) || node->kind == TRELLIS_NODE_KIND_LABEL)
        trellis_roadmap_index_add (others, node);
    }

  for (guint i = 0; i < self->sections->len; i++)
    {
      const TrellisRoadmapNode *section = g_ptr_array_index (self->sections, i);
      g_autoptr (GPtrArray)     inside = g_ptr_array_new ();

      trellis_roadmap_index_take (others, &section->box, inside);
      self->owners->pdata[section->index] = find_owner (self, section, inside);
      if (self->owners->pdata[section->index] == NULL)
        self->owners->pdata[section->index] = find_name (inside);
    }
}

static void
place_in_section (Places                   *self,
                  TrellisRoadmapIndex      *loose,
                  const TrellisRoadmapNode *section)
{
  TrellisRoadmapNode   *owner = g_ptr_array_index (self->owners, section->index);
  g_autoptr (GPtrArray) inside = g_ptr_array_new ();
  gboolean              has_topics;

  has_topics = trellis_roadmap_index_find_nearest (self->topics,
                                                   trellis_roadmap_node_get_centre (section),
                                                   &section->box)
               != NULL;
  if (!has_topics && owner == NULL)
    return;

  trellis_roadmap_index_take (loose, &section->box, inside);
  for (guint i = 0; i < inside->len; i++)
    {
      TrellisRoadmapNode *node = g_ptr_array_index (inside, i);
      TrellisRoadmapPoint centre = trellis_roadmap_node_get_centre (node);

      node->parent = has_topics ? trellis_roadmap_index_find_nearest (self->topics, centre,
                                                                      &section->box)
                                : owner;
    }
  if (!has_topics && inside->len > 0)
    owner->is_group = owner->kind == TRELLIS_NODE_KIND_LABEL;
}

static void
place_by_sections (Places *self)
{
  g_autoptr (TrellisRoadmapIndex) loose = trellis_roadmap_index_new ();

  for (guint i = 0; i < self->nodes->len; i++)
    {
      TrellisRoadmapNode *node = g_ptr_array_index (self->nodes, i);

      if (is_subtopic (node) && node->parent == NULL)
        trellis_roadmap_index_add (loose, node);
    }

  for (guint i = 0; i < self->sections->len; i++)
    place_in_section (self, loose, g_ptr_array_index (self->sections, i));
}

/* Topics spread along edges between subtopics, each step by step. */
static void
place_by_chains (Places *self)
{
  g_autoptr (GQueue)  queue = g_queue_new ();
  TrellisRoadmapNode *node;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      node = g_ptr_array_index (self->nodes, i);
      if (is_subtopic (node) && node->parent != NULL)
        g_queue_push_tail (queue, node);
    }

  while ((node = g_queue_pop_head (queue)) != NULL)
    {
      const GPtrArray *neighbors = g_ptr_array_index (self->neighbors, node->index);

      for (guint i = 0; neighbors != NULL && i < neighbors->len; i++)
        {
          TrellisRoadmapNode *other = g_ptr_array_index (neighbors, i);

          if (!is_subtopic (other) || other->parent != NULL)
            continue;
          other->parent = node->parent;
          g_queue_push_tail (queue, other);
        }
    }
}

static void
place_by_distance (Places *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      TrellisRoadmapNode *node = g_ptr_array_index (self->nodes, i);

      if (is_subtopic (node) && node->parent == NULL)
        node->parent = trellis_roadmap_index_find_nearest (self->topics,
                                                           trellis_roadmap_node_get_centre (node),
                                                           NULL);
    }
}

static void
unref_neighbors (gpointer neighbors)
{
  if (neighbors != NULL)
    g_ptr_array_unref (neighbors);
}

static void
sort_out (Places *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      TrellisRoadmapNode *node = g_ptr_array_index (self->nodes, i);

      if (is_topic (node))
        trellis_roadmap_index_add (self->topics, node);
      else if (node->kind == TRELLIS_NODE_KIND_SECTION)
        g_ptr_array_add (self->sections, node);
    }

  g_ptr_array_sort (self->sections, by_area);
}

/* Finds the topic of every subtopic; without any topic they stand alone. @edges may be NULL. */
void
trellis_roadmap_place (GPtrArray *nodes,
                       JsonArray *edges)
{
  g_autoptr (GPtrArray)           neighbors = g_ptr_array_new_with_free_func (unref_neighbors);
  g_autoptr (GPtrArray)           sections = g_ptr_array_new ();
  g_autoptr (GPtrArray)           owners = g_ptr_array_new ();
  g_autoptr (TrellisRoadmapIndex) topics = trellis_roadmap_index_new ();
  Places                          self = { .nodes = nodes,
                                           .neighbors = neighbors,
                                           .topics = topics,
                                           .sections = sections,
                                           .owners = owners };

  g_ptr_array_set_size (neighbors, (int) nodes->len);
  g_ptr_array_set_size (owners, (int) nodes->len);
  sort_out (&self);
  read_edges (&self, edges);
  place_by_edges (&self);
  find_owners (&self);
  place_by_sections (&self);
  place_by_chains (&self);
  place_by_distance (&self);
}
