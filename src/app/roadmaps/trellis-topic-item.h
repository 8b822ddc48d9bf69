/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"

G_BEGIN_DECLS

/* A topic of a roadmap as an item of a list, with those that stand under it.
 *
 * Signal
 *   changed ()   its state or the counts are others */

#define TRELLIS_TYPE_TOPIC_ITEM (trellis_topic_item_get_type ())
G_DECLARE_FINAL_TYPE (TrellisTopicItem, trellis_topic_item, TRELLIS, TOPIC_ITEM, GObject)

gint64            trellis_topic_item_get_id (TrellisTopicItem *self);
const char       *trellis_topic_item_get_name (TrellisTopicItem *self);
TrellisTopicState trellis_topic_item_get_state (TrellisTopicItem *self);
gboolean          trellis_topic_item_is_group (TrellisTopicItem *self);
GListModel       *trellis_topic_item_get_children (TrellisTopicItem *self);
void              trellis_topic_item_count (TrellisTopicItem *self,
                                            guint            *done,
                                            guint            *all);
char             *trellis_topic_item_describe (TrellisTopicItem *self);
gboolean          trellis_topic_item_matches (TrellisTopicItem *self,
                                              const char       *wanted);

GListModel *trellis_topic_items_new (const TrellisReport *report,
                                     gint64               roadmap_id);
gboolean    trellis_topic_items_update (GListModel          *items,
                                        const TrellisReport *report,
                                        gint64               roadmap_id);

G_END_DECLS
