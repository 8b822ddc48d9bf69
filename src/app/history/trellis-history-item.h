/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-change.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A change of the library as an item of a list. */

#define TRELLIS_TYPE_HISTORY_ITEM (trellis_history_item_get_type ())
G_DECLARE_FINAL_TYPE (TrellisHistoryItem, trellis_history_item, TRELLIS, HISTORY_ITEM, GObject)

TrellisHistoryItem *trellis_history_item_new (const TrellisChange *change,
                                              const char          *report,
                                              gboolean             here);

gint64      trellis_history_item_get_id (TrellisHistoryItem *self);
gboolean    trellis_history_item_is_undone (TrellisHistoryItem *self);
gboolean    trellis_history_item_is_here (TrellisHistoryItem *self);
const char *trellis_history_item_get_label (TrellisHistoryItem *self);
const char *trellis_history_item_get_report (TrellisHistoryItem *self);
char       *trellis_history_item_format_time (TrellisHistoryItem *self);
char       *trellis_history_item_format_day (TrellisHistoryItem *self);
char       *trellis_history_item_describe (TrellisHistoryItem *self);
int         trellis_history_item_compare_days (TrellisHistoryItem *a,
                                               TrellisHistoryItem *b);

G_END_DECLS
