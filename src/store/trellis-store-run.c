/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-store-private.h"

#include "trellis-error.h"
#include "trellis-history.h"

#include <glib/gi18n-lib.h>

/* While a main loop runs, a command waits for another process half a frame at most, is then kept,
 * and tried again until it has waited long enough to be given up. */
#define PATIENCE_MS 8
#define RETRY_MS 25
#define LONG_PATIENCE_MS 5000

/* Typing into the same place after a longer pause is another change. */
#define MERGE_PAUSE_US (3 * G_USEC_PER_SEC)

static void flush (TrellisStore *self);

static gboolean
is_merging (TrellisStore         *self,
            const TrellisRequest *request)
{
  return request->merge_key != NULL && g_strcmp0 (request->merge_key, self->merge_key) == 0
         && g_get_monotonic_time () - self->merge_time < MERGE_PAUSE_US;
}

static void
remember_merge (TrellisStore         *self,
                const TrellisRequest *request)
{
  TrellisChange *change = request->announcement->change;

  g_set_str (&self->merge_key, change->id != 0 ? request->merge_key : NULL);
  self->merge_id = change->id;
  self->merge_time = g_get_monotonic_time ();
}

/* A revision that does not follow the last is left for poll() to notice. */
static void
announce (TrellisStore   *self,
          TrellisRequest *request)
{
  if (request->announcement == NULL)
    return;

  remember_merge (self, request);
  if (request->revision == self->revision + 1)
    self->revision++;
  trellis_store_checkpoint_if_due (self);
  trellis_store_emit_changed (self, request->announcement);
}

static gboolean
perform (TrellisStore   *self,
         TrellisRequest *request,
         guint           patience_ms,
         gboolean       *busy,
         GError        **error)
{
  gint64 merge_into = is_merging (self, request) ? self->merge_id : 0;

  if (!trellis_request_run (request, self->connection, merge_into, patience_ms, busy, error))
    return FALSE;

  announce (self, request);
  return TRUE;
}

/* In the worker. */
static void
run_request (GTask             *task,
             TrellisConnection *connection,
             gpointer           data)
{
  TrellisRequest *request = data;
  GError         *error = NULL;
  gboolean        busy;

  if (trellis_request_run (request, connection, 0, LONG_PATIENCE_MS, &busy, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Tells who waits, or everybody when nobody does. Takes @error. */
static void
finish (TrellisStore   *self,
        TrellisRequest *request,
        GError         *error)
{
  if (request->task != NULL && error != NULL)
    g_task_return_error (request->task, g_steal_pointer (&error));
  else if (request->task != NULL)
    g_task_return_int (request->task, request->id);
  else if (error != NULL)
    trellis_store_emit_failed (self, error);

  g_clear_error (&error);
}

/* The worker's writing is another connection's, but no other process's, unless the revision shows
 * that somebody wrote as well. */
static void
note_worker_write (TrellisStore   *self,
                   TrellisRequest *request)
{
  gint64 version = trellis_store_read_data_version (self);

  if (request->announcement != NULL
      && request->revision == trellis_history_get_revision (self->connection))
    self->data_version = version;
}

static void
on_request_done (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  TrellisStore   *self = TRELLIS_STORE (object);
  TrellisRequest *request = g_task_get_task_data (G_TASK (result));
  GError         *error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  self->n_writing--;

  if (self->connection != NULL)
    {
      note_worker_write (self, request);
      announce (self, request);
    }

  finish (self, request, error);
  if (self->connection != NULL)
    flush (self);
}

/* Takes @request. */
static void
hand_over (TrellisStore   *self,
           TrellisRequest *request)
{
  GCancellable *cancellable = request->task != NULL ? g_task_get_cancellable (request->task) : NULL;
  GTask        *task = g_task_new (self, cancellable, on_request_done, NULL);

  /* Whether a cancelled command was done after all, SQLite knows best. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, request, (GDestroyNotify) trellis_request_free);
  self->n_writing++;
  trellis_store_worker_push (self->worker, task, run_request);
}

static gboolean
on_retry (gpointer data)
{
  g_autoptr (TrellisStore) self = g_object_ref (data);

  self->retry = 0;
  flush (self);
  return G_SOURCE_REMOVE;
}

/* Whether the first request kept is to be tried again later. */
static gboolean
wait_for_others (TrellisStore *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->busy_since == 0)
    self->busy_since = now;
  if (now - self->busy_since > LONG_PATIENCE_MS * 1000)
    return FALSE;

  if (self->retry == 0)
    self->retry = g_timeout_add (RETRY_MS, on_retry, self);
  return TRUE;
}

static gboolean
is_for_worker (TrellisStore         *self,
               const TrellisRequest *request)
{
  if (request->task != NULL)
    return TRUE;

  if (!self->interactive)
    return FALSE;

  return request->cause == TRELLIS_CAUSE_DO
             ? request->is_long
             : trellis_history_is_long (self->connection, request->cause);
}

/* Does what was kept, in order, as far as it goes now. A handler of "changed" may add to it. */
static void
flush (TrellisStore *self)
{
  TrellisRequest *request;

  while (self->n_writing == 0 && self->retry == 0
         && (request = g_queue_pop_head (&self->kept)) != NULL)
    {
      GError  *error = NULL;
      gboolean busy = FALSE;

      if (is_for_worker (self, request))
        {
          hand_over (self, request);
          break;
        }

      if (!perform (self, request, 0, &busy, &error) && busy && wait_for_others (self))
        {
          g_clear_error (&error);
          g_queue_push_head (&self->kept, request);
          break;
        }

      self->busy_since = 0;
      finish (self, request, error);
      trellis_request_free (request);
    }

  trellis_store_notify_busy (self);
}

/* Takes @request. */
static void
keep (TrellisStore   *self,
      TrellisRequest *request)
{
  g_queue_push_tail (&self->kept, request);
  flush (self);
}

static gboolean
fail_closed (GError **error)
{
  g_set_error_literal (error, TRELLIS_ERROR, TRELLIS_ERROR_STORE,
                       _("The library is closed. Open it again."));
  return FALSE;
}

/* Takes @request. */
static gboolean
do_or_keep (TrellisStore   *self,
            TrellisRequest *request,
            gint64         *id,
            GError        **error)
{
  g_autoptr (TrellisRequest) owned = request;
  g_autoptr (GError)         local_error = NULL;
  gboolean                   busy = FALSE;

  if (id != NULL)
    *id = 0;
  if (self->connection == NULL)
    return fail_closed (error);

  if (trellis_store_get_busy (self) || is_for_worker (self, request))
    {
      keep (self, g_steal_pointer (&owned));
      return TRUE;
    }

  if (perform (self, request, self->interactive ? PATIENCE_MS : LONG_PATIENCE_MS, &busy,
               &local_error))
    {
      if (id != NULL)
        *id = request->id;
      return TRUE;
    }

  if (busy && self->interactive)
    {
      keep (self, g_steal_pointer (&owned));
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * trellis_store_run:
 * @command: what to do; it may be kept and done later, so it owns what it needs in @data
 * @merge_key: (nullable): successive changes with the same key become one
 * @id: (out) (optional): the first record that it inserted; 0 when there is none or it is kept
 *
 * Runs a command in one transaction, with its row of history, and announces it. A command that
 * changes nothing leaves no change. Fails with nothing changed.
 */
gboolean
trellis_store_run (TrellisStore  *self,
                   TrellisCommand command,
                   gpointer       data,
                   GDestroyNotify destroy,
                   const char    *merge_key,
                   gint64        *id,
                   GError       **error)
{
  TrellisRequest *request = trellis_request_new (TRELLIS_CAUSE_DO, command, data, destroy);

  request->merge_key = g_strdup (merge_key);
  return do_or_keep (self, request, id, error);
}

/* Like trellis_store_run(), for a command that takes longer than a frame: it goes to the worker
 * while a main loop runs, and then counts as done, like one that is kept. */
gboolean
trellis_store_run_long (TrellisStore  *self,
                        TrellisCommand command,
                        gpointer       data,
                        GDestroyNotify destroy,
                        gint64        *id,
                        GError       **error)
{
  TrellisRequest *request = trellis_request_new (TRELLIS_CAUSE_DO, command, data, destroy);

  request->is_long = TRUE;
  return do_or_keep (self, request, id, error);
}

/* Like trellis_store_run(), always in the worker, and tells when it is done. */
void
trellis_store_run_async (TrellisStore       *self,
                         TrellisCommand      command,
                         gpointer            data,
                         GDestroyNotify      destroy,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  TrellisRequest *request = trellis_request_new (TRELLIS_CAUSE_DO, command, data, destroy);
  GError         *error = NULL;

  request->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_check_cancellable (request->task, FALSE);
  g_task_set_source_tag (request->task, trellis_store_run_async);
  if (self->connection != NULL)
    {
      keep (self, request);
      return;
    }

  fail_closed (&error);
  g_task_return_error (request->task, error);
  trellis_request_free (request);
}

gboolean
trellis_store_run_finish (TrellisStore *self,
                          GAsyncResult *result,
                          gint64       *id,
                          GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  gssize             first = g_task_propagate_int (G_TASK (result), &local_error);

  if (id != NULL)
    *id = local_error == NULL ? first : 0;
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Leaving a field: what is typed next is another change. */
void
trellis_store_end_merge (TrellisStore *self)
{
  g_clear_pointer (&self->merge_key, g_free);
}

/* Undoes the last change. Fails with TRELLIS_ERROR_NOT_FOUND when there is none, and with
 * TRELLIS_ERROR_CONFLICT, changing nothing, when another program was there. A long one goes to
 * the worker while a main loop runs: then "failed" tells of errors. */
gboolean
trellis_store_undo (TrellisStore *self,
                    GError      **error)
{
  return do_or_keep (self, trellis_request_new (TRELLIS_CAUSE_UNDO, NULL, NULL, NULL), NULL, error);
}

/* Redoes what was undone last; see trellis_store_undo(). */
gboolean
trellis_store_redo (TrellisStore *self,
                    GError      **error)
{
  return do_or_keep (self, trellis_request_new (TRELLIS_CAUSE_REDO, NULL, NULL, NULL), NULL, error);
}

/* Commits what was kept, when no main loop will do it any more. */
void
trellis_store_drain (TrellisStore *self)
{
  TrellisRequest *request;

  g_clear_handle_id (&self->retry, g_source_remove);
  while ((request = g_queue_pop_head (&self->kept)) != NULL)
    {
      GError  *error = NULL;
      gboolean busy;

      trellis_request_run (request, self->connection, 0, LONG_PATIENCE_MS, &busy, &error);
      finish (self, request, error);
      trellis_request_free (request);
    }
}
