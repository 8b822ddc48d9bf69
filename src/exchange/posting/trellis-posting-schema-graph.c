/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-schema-graph.h"

#include "trellis-posting-json.h"

#include <string.h>

/* References that lead to references; two that name each other must come to an end. */
#define MAX_HOPS 8

/* Where sites hang a posting. */
static const char *const branches[] = {
  "@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "about", "hasPart",
};

TrellisPostingGraph *
trellis_posting_graph_new (void)
{
  TrellisPostingGraph *self = g_new0 (TrellisPostingGraph, 1);

  self->roots = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->postings = g_ptr_array_new ();
  return self;
}

void
trellis_posting_graph_free (TrellisPostingGraph *self)
{
  g_ptr_array_unref (self->postings);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->roots);
  g_free (self);
}

/* "JobPosting", "schema:JobPosting", "http://schema.org/JobPosting" */
static gboolean
is_job_posting (JsonNode *node)
{
  g_autoptr (GPtrArray) types
      = trellis_posting_json_list (trellis_posting_json_get (node, "@type"));

  for (guint i = 0; i < types->len; i++)
    {
      const char *type = trellis_posting_json_string (g_ptr_array_index (types, i));
      const char *name = type;

      for (const char *p = type; p != NULL && *p != '\0'; p++)
        if (*p == '/' || *p == ':' || *p == '#')
          name = p + 1;
      if (name != NULL && g_ascii_strcasecmp (name, "JobPosting") == 0)
        return TRUE;
    }
  return FALSE;
}

/* Remembers every object that has an id and says something of itself. */
static void
index_ids (TrellisPostingGraph *self,
           JsonNode            *node)
{
  const char *id = trellis_posting_json_string (trellis_posting_json_get (node, "@id"));

  if (id != NULL && json_object_get_size (json_node_get_object (node)) > 1
      && !g_hash_table_contains (self->by_id, id))
    g_hash_table_insert (self->by_id, (gpointer) id, node);

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) members = json_object_get_values (json_node_get_object (node));

      for (GList *l = members; l != NULL; l = l->next)
        index_ids (self, l->data);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autoptr (GPtrArray) list = trellis_posting_json_list (node);

      for (guint i = 0; i < list->len; i++)
        index_ids (self, g_ptr_array_index (list, i));
    }
}

static void
find_postings (TrellisPostingGraph *self,
               JsonNode            *node)
{
  g_autoptr (GPtrArray) list = trellis_posting_json_list (node);

  for (guint i = 0; i < list->len; i++)
    {
      JsonNode *element = g_ptr_array_index (list, i);

      if (JSON_NODE_HOLDS_ARRAY (element))
        find_postings (self, element);
      if (!JSON_NODE_HOLDS_OBJECT (element))
        continue;

      if (is_job_posting (element))
        g_ptr_array_add (self->postings, element);
      for (guint j = 0; j < G_N_ELEMENTS (branches); j++)
        find_postings (self, trellis_posting_json_get (element, branches[j]));
    }
}

/* Adds a block; takes @root. Parsed JSON nests 64 deep at most, so walking it may recurse. */
void
trellis_posting_graph_add (TrellisPostingGraph *self,
                           JsonNode            *root)
{
  g_ptr_array_add (self->roots, root);
  index_ids (self, root);
  find_postings (self, root);
}

/**
 * trellis_posting_graph_resolve:
 *
 * Returns: (transfer none) (nullable): what `{"@id": …}` stands for in this document; @node itself
 *   when it says more than an id, or nothing here has it
 */
JsonNode *
trellis_posting_graph_resolve (TrellisPostingGraph *self,
                               JsonNode            *node)
{
  for (int i = 0; i < MAX_HOPS; i++)
    {
      const char *id = trellis_posting_json_string (trellis_posting_json_get (node, "@id"));
      JsonNode   *target;

      if (id == NULL || json_object_get_size (json_node_get_object (node)) > 1)
        break;
      target = g_hash_table_lookup (self->by_id, id);
      if (target == NULL || target == node)
        break;
      node = target;
    }
  return node;
}
