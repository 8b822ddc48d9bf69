/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"

G_BEGIN_DECLS

/* Files → a report, in a thread. Nothing is changed until the report is given to the store. */

void           trellis_import_read_async (GListModel         *files,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
GPtrArray     *trellis_import_read_finish (GAsyncResult *result,
                                           GError      **error);
TrellisReport *trellis_import_read_sample (GError **error);
char          *trellis_import_describe (const TrellisReport *report);

G_END_DECLS
