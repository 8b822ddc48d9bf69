/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to the roadmap reader: which nodes are near a point or in a box, found by their centres
 * without looking at all of them. */

#include "trellis-roadmap-node.h"

G_BEGIN_DECLS

typedef struct _TrellisRoadmapIndex TrellisRoadmapIndex;

TrellisRoadmapIndex *trellis_roadmap_index_new (void);
void                 trellis_roadmap_index_free (TrellisRoadmapIndex *self);
void                 trellis_roadmap_index_add (TrellisRoadmapIndex *self,
                                                TrellisRoadmapNode  *node);
TrellisRoadmapNode  *trellis_roadmap_index_find_nearest (TrellisRoadmapIndex     *self,
                                                         TrellisRoadmapPoint      point,
                                                         const TrellisRoadmapBox *within);
void                 trellis_roadmap_index_take (TrellisRoadmapIndex     *self,
                                                 const TrellisRoadmapBox *box,
                                                 GPtrArray               *taken);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisRoadmapIndex, trellis_roadmap_index_free)

G_END_DECLS
