/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to the roadmap reader: the nodes of the drawing that matter. */

#include "trellis-report.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  TRELLIS_NODE_KIND_TOPIC,
  TRELLIS_NODE_KIND_SUBTOPIC,
  TRELLIS_NODE_KIND_SECTION, /* a box around others */
  TRELLIS_NODE_KIND_LABEL,   /* often the name of a box */
  TRELLIS_NODE_KIND_TITLE,   /* the roadmap's name */
} TrellisRoadmapNodeKind;

/* In pixels of the drawing, y downwards. */
typedef struct
{
  double x, y;
} TrellisRoadmapPoint;

typedef struct
{
  double x, y, width, height;
} TrellisRoadmapBox;

typedef struct _TrellisRoadmapNode TrellisRoadmapNode;

struct _TrellisRoadmapNode
{
  TrellisRoadmapNodeKind kind;
  char                  *id;
  char                  *label; /* one line, trimmed */
  TrellisRoadmapBox      box;
  int                    priority; /* TrellisTopicPriority */
  guint                  index;    /* its place among the nodes */
  TrellisRoadmapNode    *parent;   /* the topic, or the name of a box, that it is under, or NULL */
  gboolean               is_group; /* a label that names a box with subtopics under it */
};

GPtrArray          *trellis_roadmap_node_read_all (JsonArray *array);
void                trellis_roadmap_node_free (TrellisRoadmapNode *self);
TrellisRoadmapPoint trellis_roadmap_node_get_centre (const TrellisRoadmapNode *self);
const char         *trellis_roadmap_json_get_string (JsonObject *object,
                                                     const char *member);
char               *trellis_roadmap_clean_label (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisRoadmapNode, trellis_roadmap_node_free)

G_END_DECLS
