/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to the store. */

#include "trellis-connection.h"

G_BEGIN_DECLS

/* One thread, one queue, one connection of its own: jobs run one after the other, in the order in
 * which they were pushed. The thread starts with the first job. */
typedef struct _TrellisStoreWorker TrellisStoreWorker;

/* Runs in the thread; ends by returning the task's value or error. */
typedef void (*TrellisStoreJob) (GTask             *task,
                                 TrellisConnection *connection,
                                 gpointer           task_data);

TrellisStoreWorker *trellis_store_worker_new (const char *path);
void                trellis_store_worker_push (TrellisStoreWorker *self,
                                               GTask              *task,
                                               TrellisStoreJob     job);
void                trellis_store_worker_free (TrellisStoreWorker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisStoreWorker, trellis_store_worker_free)

G_END_DECLS
