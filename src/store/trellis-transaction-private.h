/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-connection.h"
#include "trellis-transaction.h"

G_BEGIN_DECLS

gboolean trellis_transaction_run (TrellisConnection    *connection,
                                  TrellisCommand        command,
                                  gpointer              data,
                                  gint64                merge_into,
                                  TrellisAnnouncement **announcement,
                                  gint64               *id,
                                  GError              **error);

G_END_DECLS
