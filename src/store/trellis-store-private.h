/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-connection.h"
#include "trellis-store-worker.h"
#include "trellis-store.h"

G_BEGIN_DECLS

/* Between the files of the store. */

TrellisConnection *trellis_store_get_connection (TrellisStore *self);
TrellisStoreWorker *trellis_store_get_worker (TrellisStore *self);

/* Something to be done to the library: a command, or a step of undo or redo. It is made by the
 * store's thread and run by it or by the worker, never by both at a time. */
typedef struct
{
  TrellisCause   cause; /* DO, UNDO or REDO */
  TrellisCommand command;
  gpointer       data;
  GDestroyNotify destroy;
  char          *merge_key;
  GTask         *task; /* who asked for the worker and waits, or NULL */

  TrellisAnnouncement *announcement; /* what it did, NULL for nothing */
  gint64               id;           /* the first record inserted */
  gint64               revision;     /* of the library afterwards */
} TrellisRequest;

TrellisRequest *trellis_request_new (TrellisCause   cause,
                                     TrellisCommand command,
                                     gpointer       data,
                                     GDestroyNotify destroy);
void trellis_request_free (TrellisRequest *self);
gboolean trellis_request_run (TrellisRequest    *self,
                              TrellisConnection *connection,
                              gint64             merge_into,
                              guint              patience_ms,
                              gboolean          *busy,
                              GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisRequest, trellis_request_free)

G_END_DECLS
