/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-schema-graph.h"

#include "trellis-posting-json.h"

#include <string.h>

/* What stands before a member's name where a page has not agreed on a short one. */
static const char *const prefixes[] = { "schema:", "http://schema.org/", "https://schema.org/" };

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

/* Renames what has a prefix, so that nobody has to ask for both. */
static void
drop_prefixes (JsonObject *object)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next)
    for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
      if (g_str_has_prefix (l->data, prefixes[i]))
        {
          g_autofree char *name = g_strdup ((const char *) l->data + strlen (prefixes[i]));
          JsonNode        *value = json_node_ref (json_object_get_member (object, l->data));

          json_object_remove_member (object, l->data);
          if (!json_object_has_member (object, name))
            json_object_set_member (object, name, value);
          else
            json_node_unref (value);
          break;
        }
}

/* Of several objects with one id, the one that says most is meant. */
static void
index_id (TrellisPostingGraph *self,
          JsonNode            *node)
{
  const char *id = trellis_posting_json_string (trellis_posting_json_get (node, "@id"));
  JsonNode   *known = id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
  guint       size = json_object_get_size (json_node_get_object (node));

  if (id != NULL && size > 1
      && (known == NULL || json_object_get_size (json_node_get_object (known)) < size))
    g_hash_table_replace (self->by_id, (gpointer) id, node);
}

/* Sites hang a posting under many names, so all are looked into; but what hangs in a posting is a
 * part of it. */
static void
visit (TrellisPostingGraph *self,
       JsonNode            *node,
       gboolean             is_inside)
{
  if (JSON_NODE_HOLDS_OBJECT (node) && json_node_get_object (node) != NULL)
    {
      g_autoptr (GList) members = NULL;

      drop_prefixes (json_node_get_object (node));
      index_id (self, node);
      if (!is_inside && is_job_posting (node))
        {
          g_ptr_array_add (self->postings, node);
          is_inside = TRUE;
        }
      members = json_object_get_values (json_node_get_object (node));
      for (GList *l = members; l != NULL; l = l->next)
        visit (self, l->data, is_inside);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autoptr (GPtrArray) list = trellis_posting_json_list (node);

      for (guint i = 0; i < list->len; i++)
        visit (self, g_ptr_array_index (list, i), is_inside);
    }
}

/* Adds a block; takes @root. Parsed JSON nests 64 deep at most, so walking it may recurse. */
void
trellis_posting_graph_add (TrellisPostingGraph *self,
                           JsonNode            *root)
{
  g_ptr_array_add (self->roots, root);
  visit (self, root, FALSE);
}

/**
 * trellis_posting_graph_resolve:
 *
 * Returns: (transfer none) (nullable): what `{"@id": …}` stands for in this document; @node itself
 *   when nothing here with that id says more
 */
JsonNode *
trellis_posting_graph_resolve (TrellisPostingGraph *self,
                               JsonNode            *node)
{
  const char *id = trellis_posting_json_string (trellis_posting_json_get (node, "@id"));
  JsonNode   *target = id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;

  if (target == NULL
      || json_object_get_size (json_node_get_object (target))
             <= json_object_get_size (json_node_get_object (node)))
    return node;
  return target;
}
