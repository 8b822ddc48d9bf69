/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-roadmap-node.h"

#include "trellis-text.h"

#include <math.h>
#include <string.h>

/* Longer ones are no names. */
#define MAX_LABEL 300
#define MAX_ID 200

/* Beyond it nothing is drawn, and sums stay exact enough. */
#define MAX_COORDINATE 1e7

void
trellis_roadmap_node_free (TrellisRoadmapNode *self)
{
  g_free (self->id);
  g_free (self->label);
  g_free (self);
}

TrellisRoadmapPoint
trellis_roadmap_node_get_centre (const TrellisRoadmapNode *self)
{
  return (TrellisRoadmapPoint) { self->box.x + self->box.width / 2,
                                 self->box.y + self->box.height / 2 };
}

/* The member's text, or NULL: real files have null for nearly everything. */
const char *
trellis_roadmap_json_get_string (JsonObject *object,
                                 const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

static JsonObject *
get_object (JsonObject *object,
            const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* A number, or one in a text as "240px"; FALSE for anything else, and @value is left alone. */
static gboolean
get_number (JsonObject *object,
            const char *member,
            double     *value)
{
  JsonNode   *node = object != NULL ? json_object_get_member (object, member) : NULL;
  const char *text = trellis_roadmap_json_get_string (object, member);
  char       *end = NULL;
  double      number = NAN;

  if (text != NULL)
    {
      number = g_ascii_strtod (text, &end);
      if (end == text)
        return FALSE;
    }
  else if (node != NULL && JSON_NODE_HOLDS_VALUE (node)
           && (json_node_get_value_type (node) == G_TYPE_INT64
               || json_node_get_value_type (node) == G_TYPE_DOUBLE))
    {
      number = json_node_get_double (node);
    }

  if (!isfinite (number))
    return FALSE;

  *value = CLAMP (number, -MAX_COORDINATE, MAX_COORDINATE);
  return TRUE;
}

/* Names as people would write them: composed, on one line, single spaces, nothing invisible. */
char *
trellis_roadmap_clean_label (const char *text)
{
  g_autofree char    *visible = trellis_text_strip_invisible (text);
  g_autofree char    *composed = g_utf8_normalize (visible, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autoptr (GString) label = g_string_new (NULL);
  guint               n = 0;

  for (const char *p = composed; p != NULL && *p != '\0' && n < MAX_LABEL; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean blank = g_unichar_isspace (c) || g_unichar_iscntrl (c);

      if (blank && (label->len == 0 || label->str[label->len - 1] == ' '))
        continue;
      g_string_append_unichar (label, blank ? ' ' : c);
      n++;
    }

  g_strchomp (label->str);
  return g_string_free_and_steal (g_steal_pointer (&label));
}

static gboolean
read_kind (JsonObject             *object,
           TrellisRoadmapNodeKind *kind)
{
  static const char *const names[] = { "topic", "subtopic", "section", "label", "title" };
  const char              *type = trellis_roadmap_json_get_string (object, "type");

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (type, names[i]))
      {
        *kind = (TrellisRoadmapNodeKind) i;
        return TRUE;
      }

  return FALSE;
}

static double
read_size (JsonObject *object,
           const char *member)
{
  JsonObject *measured = get_object (object, "measured");
  JsonObject *style = get_object (object, "style");
  double      size = 0;

  if (get_number (measured, member, &size) || get_number (object, member, &size)
      || get_number (style, member, &size))
    return MAX (size, 0);

  return 0;
}

static TrellisRoadmapBox
read_box (JsonObject *object)
{
  JsonObject       *place = get_object (object, "positionAbsolute");
  TrellisRoadmapBox box = { .width = read_size (object, "width"),
                            .height = read_size (object, "height") };

  if (place == NULL)
    place = get_object (object, "position");
  get_number (place, "x", &box.x);
  get_number (place, "y", &box.y);
  return box;
}

/* What a legend's label means. Each file words it in its own way: "Alternative Option - Pick this
 * or purple", "Order not strict / Learn anytime". */
static int
get_meaning (const char *label)
{
  static const struct
  {
    const char *part;
    int         priority;
  } meanings[] = {
    { "recommend", TRELLIS_PRIORITY_RECOMMENDED },
    { "alternative", TRELLIS_PRIORITY_ALTERNATIVE },
    { "not strict", TRELLIS_PRIORITY_ANYTIME },
    { "anytime", TRELLIS_PRIORITY_ANYTIME },
    { "any time", TRELLIS_PRIORITY_ANYTIME },
  };
  g_autofree char *folded = label != NULL ? trellis_text_fold (label) : NULL;

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (meanings); i++)
    if (strstr (folded, meanings[i].part) != NULL)
      return meanings[i].priority;

  return TRELLIS_PRIORITY_NONE;
}

static int
read_priority (JsonObject *data)
{
  JsonNode  *node = data != NULL ? json_object_get_member (data, "legends") : NULL;
  JsonArray *legends = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node)
                                                                    : NULL;
  int        priority = get_meaning (trellis_roadmap_json_get_string (get_object (data, "legend"),
                                                                      "label"));

  for (guint i = 0;
       priority == TRELLIS_PRIORITY_NONE && legends != NULL && i < json_array_get_length (legends);
       i++)
    {
      JsonNode *legend = json_array_get_element (legends, i);

      if (JSON_NODE_HOLDS_OBJECT (legend))
        priority = get_meaning (
            trellis_roadmap_json_get_string (json_node_get_object (legend), "label"));
    }

  return priority;
}

/* A node that says what it is and has an id; a box needs no name, anything else does. */
static TrellisRoadmapNode *
read_node (JsonObject *object)
{
  g_autoptr (TrellisRoadmapNode) self = NULL;
  TrellisRoadmapNodeKind         kind;
  JsonObject                    *data = get_object (object, "data");
  const char                    *id = trellis_roadmap_json_get_string (object, "id");
  const char                    *label = trellis_roadmap_json_get_string (data, "label");

  if (!read_kind (object, &kind) || id == NULL || *id == '\0' || strlen (id) > MAX_ID)
    return NULL;

  self = g_new0 (TrellisRoadmapNode, 1);
  self->kind = kind;
  self->id = g_strdup (id);
  self->label = trellis_roadmap_clean_label (label != NULL ? label : "");
  self->box = read_box (object);
  self->priority = read_priority (data);
  if (*self->label == '\0' && kind != TRELLIS_NODE_KIND_SECTION)
    return NULL;

  return g_steal_pointer (&self);
}

/* All nodes that matter, TrellisRoadmapNode, as they stand in the file; of two with one id only the
 * first. */
GPtrArray *
trellis_roadmap_node_read_all (JsonArray *array)
{
  GDestroyNotify         destroy = (GDestroyNotify) trellis_roadmap_node_free;
  GPtrArray             *nodes = g_ptr_array_new_with_free_func (destroy);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode           *element = json_array_get_element (array, i);
      TrellisRoadmapNode *node = NULL;

      if (JSON_NODE_HOLDS_OBJECT (element))
        node = read_node (json_node_get_object (element));
      if (node == NULL)
        continue;
      if (g_hash_table_contains (ids, node->id))
        {
          trellis_roadmap_node_free (node);
          continue;
        }

      g_hash_table_add (ids, node->id);
      node->index = nodes->len;
      g_ptr_array_add (nodes, node);
    }

  return nodes;
}
