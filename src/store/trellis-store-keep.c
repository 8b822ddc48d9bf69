/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-store-private.h"

#include "trellis-backup.h"

#define BACKUP_LABEL "copy"

/* In the worker. Old backups go only after a new one has been found sound. */
static void
make_backup (GTask             *task,
             TrellisConnection *connection,
             gpointer           data)
{
  g_autofree char *folder = trellis_backup_get_folder (connection->path);
  GError *error = NULL;
  char *path;

  if (!trellis_backup_make (connection, folder, BACKUP_LABEL, &path, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  trellis_backup_prune (folder, BACKUP_LABEL, TRELLIS_STORE_BACKUPS);
  g_task_return_pointer (task, path, g_free);
}

/* Copies the library into its folder of backups, in the worker, while editing goes on, and keeps
 * the last TRELLIS_STORE_BACKUPS. */
void
trellis_store_backup_async (TrellisStore       *self,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  trellis_store_worker_push (self->worker,
                             g_task_new (self, cancellable, callback, user_data), make_backup);
}

/* Returns: the backup's path */
char *
trellis_store_backup_finish (TrellisStore *self,
                             GAsyncResult *result,
                             GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* In the worker. PASSIVE keeps nobody from reading or writing. */
static void
checkpoint (GTask             *task,
            TrellisConnection *connection,
            gpointer           data)
{
  GError *error = NULL;

  if (trellis_connection_exec (connection, "PRAGMA wal_checkpoint (PASSIVE)", &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Moves what was committed from the journal into the library's file and onto the disk, in the
 * worker. Call it now and then while the user rests. */
void
trellis_store_checkpoint_async (TrellisStore       *self,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  trellis_store_worker_push (self->worker,
                             g_task_new (self, cancellable, callback, user_data), checkpoint);
}

gboolean
trellis_store_checkpoint_finish (TrellisStore *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
