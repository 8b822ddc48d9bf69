/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to the store: the order of records among their siblings, which share a report, a parent
 * or a list. Stored positions may have gaps; ranks, which everybody else sees, have none. */

#include "trellis-connection.h"
#include "trellis-report.h"

G_BEGIN_DECLS

const TrellisField *trellis_record_order_get_parent (const TrellisRecordType *type);
const TrellisField *trellis_record_order_get_list (const TrellisRecordType *type);
void                trellis_record_order_number (const TrellisRecordType *type,
                                                 GPtrArray               *records);

gboolean trellis_record_order_get_rank (TrellisConnection       *connection,
                                        const TrellisRecordType *type,
                                        gint64                   id,
                                        int                     *rank,
                                        GError                 **error);
gboolean trellis_record_order_list (TrellisConnection       *connection,
                                    const TrellisRecordType *type,
                                    gint64                   id,
                                    GArray                  *ids,
                                    GError                 **error);
gboolean trellis_record_order_set_position (TrellisConnection       *connection,
                                            const TrellisRecordType *type,
                                            gint64                   id,
                                            int                      position,
                                            GError                 **error);
gboolean trellis_record_order_put_last (TrellisConnection       *connection,
                                        const TrellisRecordType *type,
                                        gint64                   id,
                                        GError                 **error);

G_END_DECLS
