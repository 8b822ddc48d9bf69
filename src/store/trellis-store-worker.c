/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-store-worker.h"

#include "trellis-library.h"

struct _TrellisStoreWorker
{
  char        *path;
  GAsyncQueue *jobs;   /* Job */
  GThread     *thread; /* NULL before the first job */
};

typedef struct
{
  GTask          *task; /* NULL: the last job, the thread ends */
  TrellisStoreJob run;
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->task);
  g_free (job);
}

/* Called in the thread that cancels. */
static void
on_cancelled (GCancellable *cancellable,
              gpointer      db)
{
  sqlite3_interrupt (db);
}

static void
run_job (Job               *job,
         TrellisConnection *connection)
{
  GCancellable *cancellable = g_task_get_cancellable (job->task);
  gulong        handler = 0;

  if (g_task_return_error_if_cancelled (job->task))
    return;

  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled), connection->db, NULL);
  job->run (job->task, connection, g_task_get_task_data (job->task));
  g_cancellable_disconnect (cancellable, handler);
}

/* A library that cannot be opened is tried again with the next job. */
static gpointer
run_jobs (gpointer data)
{
  TrellisStoreWorker           *self = data;
  g_autoptr (TrellisConnection) connection = NULL;

  for (;;)
    {
      Job               *job = g_async_queue_pop (self->jobs);
      g_autoptr (GError) error = NULL;
      gboolean           is_last = job->task == NULL;

      if (!is_last && connection == NULL)
        connection = trellis_library_open (self->path, &error);

      if (error != NULL)
        g_task_return_error (job->task, g_steal_pointer (&error));
      else if (!is_last)
        run_job (job, connection);

      job_free (job);
      if (is_last)
        return NULL;
    }
}

TrellisStoreWorker *
trellis_store_worker_new (const char *path)
{
  TrellisStoreWorker *self = g_new0 (TrellisStoreWorker, 1);

  self->path = g_strdup (path);
  self->jobs = g_async_queue_new_full ((GDestroyNotify) job_free);
  return self;
}

static void
push (TrellisStoreWorker *self,
      GTask              *task,
      TrellisStoreJob     run)
{
  Job *job = g_new0 (Job, 1);

  job->task = task;
  job->run = run;
  g_async_queue_push (self->jobs, job);
}

/* Has @job run in the thread. Takes @task, whose callback comes in the main context that it was
 * made in. Cancelling interrupts what SQLite is doing; a job that has committed stays done. */
void
trellis_store_worker_push (TrellisStoreWorker *self,
                           GTask              *task,
                           TrellisStoreJob     job)
{
  if (self->thread == NULL)
    self->thread = g_thread_new ("trellis-store", run_jobs, self);

  push (self, task, job);
}

/* Waits for all jobs that were pushed; none is lost. */
void
trellis_store_worker_free (TrellisStoreWorker *self)
{
  if (self->thread != NULL)
    {
      push (self, NULL, NULL);
      g_thread_join (self->thread);
    }

  g_async_queue_unref (self->jobs);
  g_free (self->path);
  g_free (self);
}
