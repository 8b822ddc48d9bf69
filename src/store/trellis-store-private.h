/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-connection.h"
#include "trellis-store-worker.h"
#include "trellis-store.h"

G_BEGIN_DECLS

/* Between the files of the store: trellis-store.c opens and closes it, -run.c changes, -read.c
 * reads, -keep.c makes backups. */

struct _TrellisStore
{
  GObject parent_instance;

  TrellisConnection  *connection; /* NULL once closed */
  TrellisStoreWorker *worker;
  char               *path;

  GQueue   kept;       /* TrellisRequest, to be done in order when the worker is through */
  guint    n_writing;  /* requests that the worker has */
  guint    retry;      /* source */
  gint64   busy_since; /* monotonic time since which another process is in the way, or 0 */
  gboolean interactive;

  guint    n_journal_pages; /* after the last commit on our connection */
  guint    n_pages_asked;   /* of them, when the worker was asked for a checkpoint */
  gboolean is_checkpointing;

  char  *merge_key; /* of the last change, or NULL */
  gint64 merge_id;
  gint64 merge_time;

  gint64 data_version; /* SQLite's, of other connections' writes */
  gint64 revision;     /* the last one that we know of */
};

void   trellis_store_notify_busy (TrellisStore *self);
void   trellis_store_emit_changed (TrellisStore        *self,
                                   TrellisAnnouncement *announcement);
void   trellis_store_emit_failed (TrellisStore *self,
                                  const GError *error);
gint64 trellis_store_read_data_version (TrellisStore *self);
void   trellis_store_drain (TrellisStore *self);
void   trellis_store_watch_journal (TrellisStore *self);
void   trellis_store_checkpoint_if_due (TrellisStore *self);

/* Something to be done to the library: a command, or a step of undo or redo. It is made by the
 * store's thread and run by it or by the worker, never by both at a time. */
typedef struct
{
  TrellisCause   cause; /* DO, UNDO or REDO */
  TrellisCommand command;
  gpointer       data;
  GDestroyNotify destroy;
  char          *merge_key;
  gboolean       is_long; /* for the worker, while a main loop runs */
  GTask         *task;    /* who asked for the worker and waits, or NULL */

  TrellisAnnouncement *announcement; /* what it did, NULL for nothing */
  gint64               id;           /* the first record inserted */
  gint64               revision;     /* of the library afterwards */
} TrellisRequest;

TrellisRequest *trellis_request_new (TrellisCause   cause,
                                     TrellisCommand command,
                                     gpointer       data,
                                     GDestroyNotify destroy);
void            trellis_request_free (TrellisRequest *self);
gboolean        trellis_request_run (TrellisRequest    *self,
                                     TrellisConnection *connection,
                                     gint64             merge_into,
                                     guint              patience_ms,
                                     gboolean          *busy,
                                     GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisRequest, trellis_request_free)

G_END_DECLS
