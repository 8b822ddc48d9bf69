/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "trellis-store-worker.h"

#include <glib/gstdio.h>

/* The worker alone */

typedef struct
{
  GString *order;
  char     mark;
  gboolean waits; /* until it is cancelled */
} Job;

static void
run_job (GTask             *task,
         TrellisConnection *connection,
         gpointer           data)
{
  Job    *job = data;
  GError *error = NULL;

  g_string_append_c (job->order, job->mark);
  if (job->waits
      && !trellis_connection_exec (connection, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL"
                                               " SELECT i + 1 FROM n) SELECT count(*) FROM n",
                                   &error))
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_return_boolean (task, TRUE);
}

static void
on_job_done (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  GAsyncResult **where = data;

  *where = g_object_ref (result);
}

static void
push (TrellisStoreWorker *worker,
      Job                *job,
      GCancellable       *cancellable,
      GAsyncResult      **result)
{
  GTask *task = g_task_new (NULL, cancellable, on_job_done, result);

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, NULL);
  trellis_store_worker_push (worker, task, run_job);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_order (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (TrellisStoreWorker) worker = trellis_store_worker_new (self->path);
  g_autoptr (GString)            order = g_string_new (NULL);
  GAsyncResult                  *results[26] = { NULL };
  Job                            jobs[26];

  for (guint i = 0; i < 26; i++)
    {
      jobs[i] = (Job) { order, (char) ('a' + i), FALSE };
      push (worker, &jobs[i], NULL, &results[i]);
    }
  for (guint i = 0; i < 26; i++)
    {
      wait_for (&results[i]);
      g_assert_true (g_task_propagate_boolean (G_TASK (results[i]), NULL));
      g_object_unref (results[i]);
    }
  g_assert_cmpstr (order->str, ==, "abcdefghijklmnopqrstuvwxyz");
}

static gboolean
on_timeout (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

static void
test_cancel (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (TrellisStoreWorker) worker = trellis_store_worker_new (self->path);
  g_autoptr (GString)            order = g_string_new (NULL);
  g_autoptr (GCancellable)       first = g_cancellable_new ();
  g_autoptr (GCancellable)       second = g_cancellable_new ();
  GAsyncResult                  *results[3] = { NULL };
  Job                            jobs[] = { { order, 'a', TRUE }, { order, 'b' }, { order, 'c' } };
  g_autoptr (GError)             error = NULL;

  push (worker, &jobs[0], first, &results[0]);
  push (worker, &jobs[1], second, &results[1]);
  push (worker, &jobs[2], NULL, &results[2]);
  g_cancellable_cancel (second);
  g_timeout_add (30, on_timeout, first);
  for (guint i = 0; i < 3; i++)
    wait_for (&results[i]);

  g_assert_false (g_task_propagate_boolean (G_TASK (results[0]), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (g_task_propagate_boolean (G_TASK (results[1]), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_task_propagate_boolean (G_TASK (results[2]), NULL));
  g_assert_cmpstr (order->str, ==, "ac");
  for (guint i = 0; i < 3; i++)
    g_object_unref (results[i]);
}

static void
test_shutdown (Fixture      *self,
               gconstpointer data)
{
  TrellisStoreWorker *worker = trellis_store_worker_new (self->path);
  g_autoptr (GString) order = g_string_new (NULL);
  GAsyncResult       *results[50] = { NULL };
  Job                 job = { order, 'x', FALSE };

  for (guint i = 0; i < 50; i++)
    push (worker, &job, NULL, &results[i]);
  trellis_store_worker_free (worker);
  g_assert_cmpuint (order->len, ==, 50);
  for (guint i = 0; i < 50; i++)
    {
      wait_for (&results[i]);
      g_object_unref (results[i]);
    }

  trellis_store_worker_free (trellis_store_worker_new (self->path));
}

static void
test_error (Fixture      *self,
            gconstpointer data)
{
  g_autofree char               *path = g_build_filename (self->folder, "diary.txt", NULL);
  g_autoptr (TrellisStoreWorker) worker = trellis_store_worker_new (path);
  g_autoptr (GError)             error = NULL;
  GAsyncResult                  *result = NULL;
  Job                            job = { NULL, 'x', FALSE };

  g_assert_true (g_file_set_contents (path, "Dear diary", -1, NULL));
  push (worker, &job, NULL, &result);
  wait_for (&result);
  g_assert_false (g_task_propagate_boolean (G_TASK (result), &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT);
  g_object_unref (result);
}

/* The store with its worker */

static TrellisReport *
big_report_new (guint n_postings)
{
  TrellisReport *report = sample_report_new ();

  for (guint i = 0; i < n_postings; i++)
    {
      TrellisPosting *posting = trellis_report_add (report, &trellis_posting_type);

      posting->base.id = 1000 + i;
      posting->position = 3 + (int) i;
      g_free (posting->text);
      posting->text = g_strnfill (20000, 'x');
    }

  g_set_str (&report->title, "Big");
  return report;
}

typedef struct
{
  Fixture *fixture;
  gint64   id;
  GError  *error;
  gboolean done;
  guint    n_announced; /* when it was done */
} Import;

static void
on_imported (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  Import *import = data;

  trellis_store_run_finish (TRELLIS_STORE (object), result, &import->id, &import->error);
  import->n_announced = import->fixture->announced->len;
  import->done = TRUE;
}

/* An edit made while the worker writes is kept, and comes after it. */
static void
test_edit_meanwhile (Fixture      *self,
                     gconstpointer data)
{
  g_autoptr (TrellisReport) report = big_report_new (300);
  g_autoptr (GError)        error = NULL;
  g_autoptr (GPtrArray)     history = NULL;
  Import                    import = { .fixture = self };
  TrellisAnnouncement      *announcement;
  gint64                    started, id = -1;

  trellis_store_set_interactive (self->store, TRUE);
  trellis_commands_import_report_async (self->store, report, NULL, on_imported, &import);
  g_assert_true (trellis_store_get_busy (self->store));

  started = g_get_monotonic_time ();
  g_assert_true (trellis_commands_toggle (self->store, 1, 3, &error));
  g_assert_true (trellis_commands_add_role (self->store, self->report, "Tester", &id, &error));
  g_assert_cmpint (id, ==, 0);
  g_assert_cmpint (g_get_monotonic_time () - started, <, 100000);
  g_assert_cmpuint (self->announced->len, ==, 0);

  fixture_wait_idle (self);
  while (!import.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (import.error);
  g_assert_cmpint (import.id, >, self->report);
  g_assert_cmpuint (import.n_announced, ==, 1);
  g_assert_cmpuint (self->announced->len, ==, 3);
  announcement = g_ptr_array_index (self->announced, 0);
  g_assert_cmpint (announcement->change->kind, ==, TRELLIS_CHANGE_IMPORT);
  g_assert_cmpint (announcement->change->report_id, ==, import.id);

  history = trellis_store_list_history (self->store, &error);
  g_assert_cmpint (((TrellisChange *) g_ptr_array_index (history, 0))->kind, ==,
                   TRELLIS_CHANGE_ADD);
  g_assert_cmpint (((TrellisChange *) g_ptr_array_index (history, 1))->kind, ==,
                   TRELLIS_CHANGE_ASSIGN);
  g_assert_cmpint (((TrellisChange *) g_ptr_array_index (history, 2))->kind, ==,
                   TRELLIS_CHANGE_IMPORT);
  g_assert_false (trellis_store_poll (self->store));
  g_assert_cmpuint (self->failed->len, ==, 0);
}

/* A step over a big change goes to the worker, and steps stay in order. */
static void
test_long_undo (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (TrellisReport) report = big_report_new (300);
  g_autoptr (GError)        error = NULL;
  g_autofree char          *before = raw_dump (self->path);
  g_autofree char          *after = NULL;
  gint64                    started;

  g_assert_true (trellis_commands_import_report (self->store, report, NULL, &error));
  g_assert_true (trellis_commands_toggle (self->store, 1, 3, &error));
  trellis_store_set_interactive (self->store, TRUE);
  g_ptr_array_set_size (self->announced, 0);

  started = g_get_monotonic_time ();
  g_assert_true (trellis_store_undo (self->store, &error));
  g_assert_true (trellis_store_undo (self->store, &error));
  g_assert_true (trellis_store_redo (self->store, &error));
  g_assert_true (trellis_store_redo (self->store, &error));
  g_assert_true (trellis_store_undo (self->store, &error));
  g_assert_true (trellis_store_undo (self->store, &error));
  g_assert_cmpint (g_get_monotonic_time () - started, <, 100000);
  g_assert_true (trellis_store_get_busy (self->store));

  fixture_wait_idle (self);
  g_assert_cmpuint (self->announced->len, ==, 6);
  g_assert_cmpuint (self->failed->len, ==, 0);
  after = raw_dump (self->path);
  g_assert_cmpstr (after, ==, before);
}

/* What touches a long report as a whole is the worker's, and comes in order. */
static void
test_long_commands (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (TrellisReport) report = big_report_new (300);
  g_autoptr (GError)        error = NULL;
  TrellisAnnouncement      *announcement;
  gint64                    big, id, started;

  g_assert_true (trellis_commands_import_report (self->store, report, &big, &error));
  g_assert_true (trellis_commands_duplicate_report (self->store, big, &id, &error));
  g_assert_cmpint (id, ==, big + 1);
  trellis_store_set_interactive (self->store, TRUE);
  g_ptr_array_set_size (self->announced, 0);

  started = g_get_monotonic_time ();
  g_assert_true (trellis_commands_duplicate_report (self->store, big, &id, &error));
  g_assert_cmpint (id, ==, 0);
  g_assert_true (trellis_commands_delete_report (self->store, big, &error));
  g_assert_true (trellis_commands_toggle (self->store, 1, 3, &error));
  g_assert_cmpint (g_get_monotonic_time () - started, <, 100000);
  fixture_wait_idle (self);
  g_assert_cmpuint (self->announced->len, ==, 3);
  announcement = g_ptr_array_index (self->announced, 0);
  g_assert_cmpint (announcement->change->report_id, ==, big + 2);
  announcement = g_ptr_array_index (self->announced, 1);
  g_assert_cmpint (announcement->change->kind, ==, TRELLIS_CHANGE_DELETE);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM report"), ==, 3);
}

static void
test_closed (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (TrellisReport) report = sample_report_new ();
  g_autoptr (GError)        error = NULL;
  Import                    import = { .fixture = self };

  trellis_store_close (self->store);
  g_assert_false (trellis_commands_toggle (self->store, 1, 3, &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_STORE);
  g_assert_false (trellis_store_poll (self->store));
  trellis_commands_import_report_async (self->store, report, NULL, on_imported, &import);
  while (!import.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (import.error, TRELLIS_ERROR, TRELLIS_ERROR_STORE);
  g_clear_error (&import.error);
}

/* What was kept fails later, and says so. */
static void
test_kept_failure (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (TrellisReport) report = big_report_new (50);
  g_autoptr (GError)        error = NULL;
  Import                    import = { .fixture = self };

  trellis_commands_import_report_async (self->store, report, NULL, on_imported, &import);
  g_assert_true (trellis_commands_toggle (self->store, 4711, 3, &error));
  g_assert_true (trellis_commands_toggle (self->store, 1, 3, &error));
  fixture_wait_idle (self);
  g_assert_cmpuint (self->failed->len, ==, 1);
  g_assert_error ((GError *) g_ptr_array_index (self->failed, 0), TRELLIS_ERROR,
                  TRELLIS_ERROR_NOT_FOUND);
  g_assert_cmpuint (self->announced->len, ==, 2);
}

static void
test_cancelled_import (Fixture      *self,
                       gconstpointer data)
{
  g_autoptr (TrellisReport) report = big_report_new (50);
  g_autoptr (GCancellable)  cancellable = g_cancellable_new ();
  g_autofree char          *before = raw_dump (self->path);
  g_autofree char          *after = NULL;
  Import                    import = { .fixture = self };

  g_cancellable_cancel (cancellable);
  trellis_commands_import_report_async (self->store, report, cancellable, on_imported, &import);
  while (!import.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (import.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&import.error);
  after = raw_dump (self->path);
  g_assert_cmpstr (after, ==, before);
}

/* Closing loses neither what the worker has nor what is kept behind it. */
static void
test_close_drains (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (TrellisReport) report = big_report_new (100);
  g_autoptr (GError)        error = NULL;
  Import                    import = { .fixture = self };

  trellis_store_set_interactive (self->store, TRUE);
  trellis_commands_import_report_async (self->store, report, NULL, on_imported, &import);
  trellis_commands_toggle (self->store, 1, 3, &error);
  trellis_commands_toggle (self->store, 3, 3, &error);
  trellis_store_close (self->store);
  while (!import.done)
    g_main_context_iteration (NULL, TRUE);

  g_assert_no_error (import.error);
  g_assert_cmpint (import.id, >, 0);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM report WHERE title = 'Big'"), ==, 1);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM involvement WHERE role_id = 3"
                                        " AND component_id IN (1, 3)"),
                   ==, 2);
  assert_sound (self->path);
}

static void
on_result (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  GAsyncResult **where = data;

  *where = g_object_ref (result);
}

static char *
make_backup (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError)       error = NULL;
  char                    *path;

  trellis_store_backup_async (self->store, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  path = trellis_store_backup_finish (self->store, result, &error);
  g_assert_no_error (error);
  return path;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint            n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;
  return n_files;
}

static void
test_backup (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *first = make_backup (self);
  g_autofree char *folder = g_path_get_dirname (first);
  g_autofree char *expected = raw_dump (self->path);
  g_autofree char *dump = raw_dump (first);

  g_assert_cmpstr (dump, ==, expected);
  assert_sound (first);
  g_assert_false (trellis_store_poll (self->store));

  for (guint i = 0; i < TRELLIS_STORE_BACKUPS; i++)
    {
      g_autofree char *path = make_backup (self);

      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
  g_assert_cmpuint (count_files (folder), ==, TRELLIS_STORE_BACKUPS);
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
}

static void
test_checkpoint (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError)       error = NULL;
  g_autofree char         *copy = g_build_filename (self->folder, "copy.db", NULL);
  g_autofree char         *bytes = NULL;
  gsize                    size;

  trellis_commands_toggle (self->store, 1, 3, &error);
  trellis_store_checkpoint_async (self->store, NULL, on_result, &result);
  g_assert_true (trellis_commands_toggle (self->store, 3, 3, &error));
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (trellis_store_checkpoint_finish (self->store, result, &error));
  g_assert_no_error (error);
  g_assert_false (trellis_store_poll (self->store));

  bytes = read_file (self->path, &size);
  g_assert_true (g_file_set_contents (copy, bytes, (gssize) size, NULL));
  g_assert_cmpint (raw_int (copy, "SELECT count(*) FROM involvement"), >=, 6);
}

static void
test_journal (Fixture      *self,
              gconstpointer data)
{
  g_autofree char   *path = g_strconcat (self->path, "-wal", NULL);
  g_autofree char   *text = g_strnfill (200 * 1024, 'x');
  g_autoptr (GError) error = NULL;
  GStatBuf           info;

  trellis_store_set_interactive (self->store, TRUE);
  for (guint i = 0; i < 100; i++)
    {
      text[0] = (char) ('a' + i % 26);
      trellis_commands_set_text (self->store, &trellis_component_type, 1, "description", text,
                                 &error);
      trellis_store_end_merge (self->store);
      g_assert_no_error (error);

      /* The user rests. */
      for (guint j = 0; j < 30 && i % 20 == 19; j++)
        {
          g_usleep (10000);
          g_main_context_iteration (NULL, FALSE);
        }
    }
  trellis_commands_toggle (self->store, 1, 3, &error);

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_test_message ("journal: %d kB", (int) (info.st_size / 1024));
  g_assert_cmpint (info.st_size, <, 20 * 1024 * 1024);
  assert_sound (self->path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/worker/jobs-run-in-order", test_order);
  fixture_add ("/worker/a-cancelled-job-ends-and-the-next-runs", test_cancel);
  fixture_add ("/worker/shutdown-drains", test_shutdown);
  fixture_add ("/worker/errors-cross-threads", test_error);
  fixture_add ("/worker/an-edit-made-meanwhile-comes-after", test_edit_meanwhile);
  fixture_add ("/worker/a-long-undo-never-blocks", test_long_undo);
  fixture_add ("/worker/long-commands-never-block", test_long_commands);
  fixture_add ("/worker/a-closed-store-says-so", test_closed);
  fixture_add ("/worker/what-was-kept-may-fail-and-says-so", test_kept_failure);
  fixture_add ("/worker/a-cancelled-import-leaves-nothing", test_cancelled_import);
  fixture_add ("/worker/closing-drains", test_close_drains);
  fixture_add ("/worker/backups-are-whole-and-few", test_backup);
  fixture_add ("/worker/a-checkpoint-goes-on-while-editing", test_checkpoint);
  fixture_add ("/worker/the-journal-stays-small", test_journal);

  return g_test_run ();
}
