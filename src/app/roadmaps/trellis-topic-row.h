/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-topic-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A topic of a roadmap: its state as a mark, its name, and how much below it is done. */

#define TRELLIS_TYPE_TOPIC_ROW (trellis_topic_row_get_type ())
G_DECLARE_FINAL_TYPE (TrellisTopicRow, trellis_topic_row, TRELLIS, TOPIC_ROW, AdwBin)

GtkWidget *trellis_topic_row_new (void);
void       trellis_topic_row_bind (TrellisTopicRow *self,
                                   GtkTreeListRow  *row);

G_END_DECLS
