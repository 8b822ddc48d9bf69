/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-store-private.h"

#include "trellis-backup.h"

#define BACKUP_LABEL "copy"

/* A journal of more pages is moved into the library: 4 MB. */
#define JOURNAL_PAGES 1000

/* In the worker. Old backups go only after a new one has been found sound. */
static void
make_backup (GTask             *task,
             TrellisConnection *connection,
             gpointer           data)
{
  g_autofree char *folder = trellis_backup_get_folder (connection->path);
  GError          *error = NULL;
  char            *path;

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

void
trellis_backup_free (TrellisBackup *self)
{
  g_free (self->path);
  g_clear_pointer (&self->made, g_date_time_unref);
  g_free (self);
}

static guint
count_rows (sqlite3    *db,
            const char *query)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (sqlite3_prepare_v2 (db, query, -1, &statement, NULL) != SQLITE_OK
      || sqlite3_step (statement) != SQLITE_ROW)
    return 0;
  return (guint) sqlite3_column_int64 (statement, 0);
}

static void
count_records (TrellisBackup *self)
{
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (self->path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK)
    {
      self->n_reports = count_rows (db, "SELECT count(*) FROM report");
      self->n_components = count_rows (db, "SELECT count(*) FROM component");
      self->n_postings = count_rows (db, "SELECT count(*) FROM posting");
    }
  sqlite3_close_v2 (db);
}

/**
 * trellis_store_list_backups:
 * @path: of the library
 *
 * Reads all of them, which can take a while: not for the thread of a main loop.
 *
 * Returns: (transfer full) (element-type TrellisBackup): those that are whole, the newest first
 */
GPtrArray *
trellis_store_list_backups (const char *path)
{
  g_autofree char      *folder = trellis_backup_get_folder (path);
  g_autoptr (GPtrArray) paths = trellis_backup_list (folder);
  GPtrArray            *backups
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_backup_free);

  for (guint i = 0; i < paths->len; i++)
    {
      TrellisBackup *backup;

      if (!trellis_backup_is_whole (paths->pdata[i]))
        continue;
      backup = g_new0 (TrellisBackup, 1);
      backup->path = g_strdup (paths->pdata[i]);
      backup->made = trellis_backup_get_time (backup->path);
      count_records (backup);
      g_ptr_array_add (backups, backup);
    }
  return backups;
}

/* Whether there is something to lose that no backup of the last day has. */
gboolean
trellis_store_is_backup_due (TrellisStore *self)
{
  g_autofree char      *folder = trellis_backup_get_folder (self->path);
  g_autoptr (GPtrArray) paths = trellis_backup_list (folder);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) made
      = paths->len > 0 ? trellis_backup_get_time (paths->pdata[0]) : NULL;
  gint64 n_reports = 0;

  if (made != NULL && g_date_time_difference (now, made) < G_TIME_SPAN_DAY)
    return FALSE;
  return trellis_connection_get_int (self->connection, &n_reports, NULL,
                                     "SELECT count(*) FROM report", "")
         && n_reports > 0;
}

/**
 * trellis_store_find_backup:
 * @path: of a library that cannot be opened
 *
 * Returns: (transfer full) (nullable): the newest of its backups that is whole
 */
char *
trellis_store_find_backup (const char *path)
{
  g_autofree char *folder = trellis_backup_get_folder (path);

  return trellis_backup_find_newest (folder);
}

/**
 * trellis_store_restore_backup:
 * @path: of a library that cannot be opened
 * @backup: from trellis_store_find_backup()
 *
 * Puts a copy of the backup in the place of the library. Nothing is deleted: the file that was
 * there is kept beside it under a name that says when. Fails with TRELLIS_ERROR_WRITE.
 */
gboolean
trellis_store_restore_backup (const char *path,
                              const char *backup,
                              GError    **error)
{
  return trellis_backup_restore (backup, path, "damaged", error);
}

/**
 * trellis_store_return_to_backup:
 * @path: of a library that nobody has open
 * @backup: from trellis_store_list_backups()
 *
 * Like trellis_store_restore_backup(), where nothing is wrong with the library.
 */
gboolean
trellis_store_return_to_backup (const char *path,
                                const char *backup,
                                GError    **error)
{
  return trellis_backup_restore (backup, path, "replaced", error);
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
 * worker. The store does so by itself when the journal has grown; before the machine sleeps or the
 * window closes it is worth asking for. */
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

static int
on_commit (void       *data,
           sqlite3    *db,
           const char *schema,
           int         n_pages)
{
  TrellisStore *self = data;

  self->n_journal_pages = (guint) n_pages;
  return SQLITE_OK;
}

/* SQLite's own automatic checkpoint is this hook; ours leaves the work to the worker. */
void
trellis_store_watch_journal (TrellisStore *self)
{
  sqlite3_wal_hook (self->connection->db, on_commit, self);
}

static void
on_checkpoint_done (GObject      *object,
                    GAsyncResult *result,
                    gpointer      data)
{
  TrellisStore *self = TRELLIS_STORE (object);
  gboolean      done = trellis_store_checkpoint_finish (self, result, NULL);

  /* The journal begins anew only when all of it has been moved. One that failed is tried again
   * after the next commit. */
  self->is_checkpointing = FALSE;
  if (done && self->connection != NULL && self->n_journal_pages != self->n_pages_asked)
    trellis_store_checkpoint_if_due (self);
}

/* After a commit. Without a main loop, closing does it. */
void
trellis_store_checkpoint_if_due (TrellisStore *self)
{
  if (!self->interactive || self->is_checkpointing || self->n_journal_pages < JOURNAL_PAGES)
    return;

  self->is_checkpointing = TRUE;
  self->n_pages_asked = self->n_journal_pages;
  trellis_store_checkpoint_async (self, NULL, on_checkpoint_done, NULL);
}
