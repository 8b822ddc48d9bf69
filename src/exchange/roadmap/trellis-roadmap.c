/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-roadmap.h"

#include "trellis-error.h"
#include "trellis-json-reader.h"
#include "trellis-roadmap-node.h"
#include "trellis-roadmap-place.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ADDRESS "https://roadmap.sh/"
#define MAX_SLUG 100

static gboolean
fail (GError    **error,
      int         code,
      const char *format,
      const char *name)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, TRELLIS_ERROR, code, format, name);
#pragma GCC diagnostic pop
  return FALSE;
}

static JsonArray *
get_array (JsonObject *root,
           const char *member)
{
  JsonNode *node = json_object_get_member (root, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* Whether @root is a drawing of nodes; says what it is instead. */
static gboolean
check_root (JsonObject *root,
            const char *name,
            GError    **error)
{
  JsonArray *nodes = root != NULL ? get_array (root, "nodes") : NULL;

  if (nodes == NULL && root != NULL && json_object_has_member (root, "mockup"))
    return fail (error, TRELLIS_ERROR_FORMAT,
                 _("“%s” is a roadmap in the old format, a drawing without topics to read. Save "
                   "the roadmap anew from roadmap.sh."),
                 name);
  if (nodes == NULL)
    return fail (error, TRELLIS_ERROR_FORMAT,
                 _("“%s” is JSON, but no roadmap. Choose one that was saved from roadmap.sh, as "
                   "“backend.json”."),
                 name);
  if (json_array_get_length (nodes) > TRELLIS_ROADMAP_MAX_NODES)
    return fail (error, TRELLIS_ERROR_TOO_LARGE,
                 _("“%s” is too large for a roadmap; nothing was read. Choose another file."),
                 name);

  return TRUE;
}

static gboolean
is_slug (const char *text)
{
  gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-");

  return length > 0 && length <= MAX_SLUG && text[length] == '\0';
}

static char *
dup_stem (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);

  if (g_str_has_suffix (base, ".json"))
    base[strlen (base) - strlen (".json")] = '\0';
  return g_steal_pointer (&base);
}

static char *
read_title (JsonObject      *root,
            const GPtrArray *nodes,
            const char      *name)
{
  JsonNode   *node = json_object_get_member (root, "title");
  JsonObject *titles = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node)
                                                                     : NULL;
  const char *candidates[] = { trellis_roadmap_json_get_string (titles, "page"),
                               trellis_roadmap_json_get_string (titles, "card"),
                               trellis_roadmap_json_get_string (root, "title") };

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      g_autofree char *title = candidates[i] != NULL ? trellis_roadmap_clean_label (candidates[i])
                                                     : NULL;

      if (title != NULL && *title != '\0')
        return g_steal_pointer (&title);
    }

  for (guint i = 0; i < nodes->len; i++)
    {
      const TrellisRoadmapNode *drawn = g_ptr_array_index (nodes, i);

      if (drawn->kind == TRELLIS_NODE_KIND_TITLE)
        return g_strdup (drawn->label);
    }

  return dup_stem (name);
}

/* A file without a slug of its own is named by it; but only the roadmap itself says where it is. */
static void
read_slug (JsonObject     *root,
           const char     *name,
           TrellisRoadmap *roadmap)
{
  const char      *slug = trellis_roadmap_json_get_string (root, "slug");
  g_autofree char *stem = dup_stem (name);

  if (slug != NULL && is_slug (slug))
    {
      g_set_str (&roadmap->slug, slug);
      g_free (roadmap->link);
      roadmap->link = g_strconcat (ADDRESS, slug, NULL);
    }
  else if (is_slug (stem))
    {
      g_set_str (&roadmap->slug, stem);
    }
}

/* Downwards, then to the right. */
static int
compare_places (const TrellisRoadmapNode *a,
                const TrellisRoadmapNode *b)
{
  if (a == b)
    return 0;
  if (a->box.y != b->box.y)
    return a->box.y < b->box.y ? -1 : 1;
  if (a->box.x != b->box.x)
    return a->box.x < b->box.x ? -1 : 1;

  return a->index < b->index ? -1 : 1;
}

/* The topic that it belongs to, or is. */
static const TrellisRoadmapNode *
get_topic (const TrellisRoadmapNode *node)
{
  return node->parent != NULL ? node->parent : node;
}

/* By the place of the topic they belong to, itself first, then by their own. */
static int
by_place (gconstpointer a,
          gconstpointer b)
{
  const TrellisRoadmapNode *x = *(TrellisRoadmapNode *const *) a;
  const TrellisRoadmapNode *y = *(TrellisRoadmapNode *const *) b;
  int                       order = compare_places (get_topic (x), get_topic (y));

  if (order != 0)
    return order;
  if ((x->parent == NULL) != (y->parent == NULL))
    return x->parent == NULL ? -1 : 1;

  return compare_places (x, y);
}

/* The nodes that are knowledge, and what names some of them, in reading order. */
static GPtrArray *
list_topics (const GPtrArray *nodes)
{
  GPtrArray *topics = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    {
      TrellisRoadmapNode *node = g_ptr_array_index (nodes, i);

      if (node->kind == TRELLIS_NODE_KIND_TOPIC || node->kind == TRELLIS_NODE_KIND_SUBTOPIC
          || node->is_group)
        g_ptr_array_add (topics, node);
    }

  g_ptr_array_sort (topics, by_place);
  return topics;
}

static TrellisTopicKind
get_kind (const TrellisRoadmapNode *node)
{
  if (node->is_group)
    return TRELLIS_TOPIC_GROUP;

  return node->kind == TRELLIS_NODE_KIND_TOPIC ? TRELLIS_TOPIC_MAIN : TRELLIS_TOPIC_SUB;
}

static void
add_topics (TrellisReport        *report,
            const TrellisRoadmap *roadmap,
            const GPtrArray      *topics)
{
  g_autoptr (GHashTable) records = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < topics->len; i++)
    {
      TrellisRoadmapNode        *node = g_ptr_array_index (topics, i);
      TrellisRoadmapTopic       *topic = trellis_report_add (report, &trellis_roadmap_topic_type);
      const TrellisRoadmapTopic *above = node->parent != NULL
                                             ? g_hash_table_lookup (records, node->parent)
                                             : NULL;

      topic->roadmap_id = roadmap->base.id;
      topic->parent_id = above != NULL ? above->base.id : 0;
      topic->position = (int) i + 1;
      g_set_str (&topic->node, node->id);
      g_set_str (&topic->name, node->label);
      topic->kind = get_kind (node);
      topic->priority = node->priority;
      g_hash_table_insert (records, node, topic);
    }
}

static TrellisReport *
read_root (JsonObject *root,
           const char *name,
           GError    **error)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();
  g_autoptr (GPtrArray)     nodes = trellis_roadmap_node_read_all (get_array (root, "nodes"));
  g_autoptr (GPtrArray)     topics = NULL;
  TrellisRoadmap           *roadmap;

  trellis_roadmap_place (nodes, get_array (root, "edges"));
  topics = list_topics (nodes);
  if (topics->len == 0)
    {
      fail (
          error, TRELLIS_ERROR_EMPTY,
          _("No topics found in “%s”. It may be only the beginning of a roadmap; choose another."),
          name);
      return NULL;
    }

  roadmap = trellis_report_add (report, &trellis_roadmap_type);
  roadmap->position = 1;
  g_free (roadmap->title);
  roadmap->title = read_title (root, nodes, name);
  read_slug (root, name, roadmap);
  add_topics (report, roadmap, topics);
  return g_steal_pointer (&report);
}

/**
 * trellis_roadmap_read:
 * @json: UTF-8: the roadmap as roadmap.sh gives it at https://roadmap.sh/SLUG.json, a drawing in
 *   the nodes and edges of React Flow
 * @name: of the file, for messages; names the roadmap if nothing else does
 * @error: TOO_LARGE, SYNTAX, FORMAT for something else or the old format, EMPTY without topics
 *
 * What is only drawn is left out, and so are edges that lead nowhere. Each topic comes before its
 * subtopics, both in the order they are read in: downwards, then to the right. All are to do.
 *
 * Returns: (transfer full) (nullable): a report that holds one roadmap and its topics, for
 *   trellis_commands_add_roadmap()
 */
TrellisReport *
trellis_roadmap_read (const char *json,
                      const char *name,
                      GError    **error)
{
  TrellisJsonReader    reader = { .name = name,
                                  .code = TRELLIS_ERROR_FORMAT,
                                  .phrase = _("the roadmap") };
  g_autoptr (JsonNode) node = NULL;
  JsonObject          *root;

  if (strlen (json) > TRELLIS_ROADMAP_MAX_BYTES)
    {
      fail (error, TRELLIS_ERROR_TOO_LARGE,
            _("“%s” is too large for a roadmap; nothing was read. Choose another file."), name);
      return NULL;
    }

  node = trellis_json_reader_parse (&reader, json);
  if (node == NULL)
    {
      g_propagate_error (error, reader.error);
      return NULL;
    }

  root = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  return check_root (root, name, error) ? read_root (root, name, error) : NULL;
}
