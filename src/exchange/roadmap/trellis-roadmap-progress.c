/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-roadmap.h"

#include "trellis-error.h"
#include "trellis-json-reader.h"
#include "trellis-roadmap-node.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The lists of a progress file; the last one that names a topic decides. */
static const struct
{
  const char       *name;
  TrellisTopicState state;
} lists[] = {
  { "skipped", TRELLIS_TOPIC_SKIPPED },
  { "learning", TRELLIS_TOPIC_LEARNING },
  { "done", TRELLIS_TOPIC_DONE },
};

/* An id may stand behind its topic's name: "kiln-building@Ab12". No id has that sign itself. */
static const char *
get_id (const char *text)
{
  const char *at = strrchr (text, '@');

  return at != NULL ? at + 1 : text;
}

static void
read_list (JsonArray        *array,
           TrellisTopicState state,
           GHashTable       *states)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        g_hash_table_insert (states, g_strdup (get_id (json_node_get_string (node))),
                             GINT_TO_POINTER (state));
    }
}

/* The states by the ids of nodes, or NULL when there is no list at all. */
static GHashTable *
read_states (JsonObject *root)
{
  g_autoptr (GHashTable) states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint                  n_lists = 0;

  for (guint i = 0; root != NULL && i < G_N_ELEMENTS (lists); i++)
    {
      JsonNode *node = json_object_get_member (root, lists[i].name);

      if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
        continue;
      read_list (json_node_get_array (node), lists[i].state, states);
      n_lists++;
    }

  return n_lists > 0 ? g_steal_pointer (&states) : NULL;
}

static guint
set_states (TrellisReport *report,
            gint64         roadmap_id,
            GHashTable    *states)
{
  guint n_found = 0;

  for (guint i = 0; i < report->roadmap_topics->len; i++)
    {
      TrellisRoadmapTopic *topic = g_ptr_array_index (report->roadmap_topics, i);
      gpointer             state;

      if (topic->roadmap_id != roadmap_id
          || !g_hash_table_lookup_extended (states, topic->node, NULL, &state))
        continue;
      topic->state = GPOINTER_TO_INT (state);
      n_found++;
    }

  return n_found;
}

/**
 * trellis_roadmap_apply_progress:
 * @roadmap_id: one of the roadmaps in @report
 * @json: UTF-8: an object with lists of node ids, "done", "learning" and "skipped"
 * @name: of the file, for messages
 * @n_found: (out) (optional): how many topics the lists name
 * @error: TOO_LARGE, SYNTAX, or FORMAT when none of the lists is there
 *
 * Gives the topics of that roadmap the states they have in a progress file. A topic that no list
 * names keeps its own; ids of other roadmaps are passed over. To keep it in the library, hand the
 * report to trellis_commands_mark_topics().
 */
gboolean
trellis_roadmap_apply_progress (TrellisReport *report,
                                gint64         roadmap_id,
                                const char    *json,
                                const char    *name,
                                guint         *n_found,
                                GError       **error)
{
  TrellisJsonReader      reader = { .name = name,
                                    .code = TRELLIS_ERROR_FORMAT,
                                    .phrase = _("the progress") };
  g_autoptr (JsonNode)   node = NULL;
  g_autoptr (GHashTable) states = NULL;
  guint                  n;

  if (strlen (json) > TRELLIS_ROADMAP_MAX_BYTES)
    {
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_TOO_LARGE,
                   _("“%s” is too large; nothing was read. Choose another file."), name);
      return FALSE;
    }

  node = trellis_json_reader_parse (&reader, json);
  if (node == NULL)
    {
      g_propagate_error (error, reader.error);
      return FALSE;
    }

  states = read_states (JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL);
  if (states == NULL)
    {
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                   _("“%s” is JSON, but has none of the lists “done”, “learning” and “skipped”. "
                     "Choose the progress of a roadmap."),
                   name);
      return FALSE;
    }

  n = set_states (report, roadmap_id, states);
  if (n_found != NULL)
    *n_found = n;
  return TRUE;
}
