/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-worker.h"

#define N_TASKS 20

static void
note_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  g_ptr_array_add (data, g_thread_self ());
  g_task_return_boolean (task, TRUE);
}

static void
count_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  guint *n = data;

  g_assert_true (g_task_propagate_boolean (G_TASK (result), NULL));
  (*n)++;
}

static void
test_one_thread (void)
{
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();
  guint                 n = 0;

  for (guint i = 0; i < N_TASKS; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, count_cb, &n);

      g_task_set_task_data (task, threads, NULL);
      trellis_worker_run (task, note_thread);
    }
  while (n < N_TASKS)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (threads->len, ==, N_TASKS);
  g_assert_true (threads->pdata[0] != g_thread_self ());
  for (guint i = 1; i < threads->len; i++)
    g_assert_true (threads->pdata[i] == threads->pdata[0]);
}

typedef struct
{
  GMutex   mutex;
  GCond    cond;
  gboolean open;
} Gate;

static void
wait_at_gate (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Gate *gate = data;

  g_mutex_lock (&gate->mutex);
  while (!gate->open)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
  g_task_return_boolean (task, TRUE);
}

static void
never (GTask        *task,
       gpointer      source,
       gpointer      data,
       GCancellable *cancellable)
{
  g_assert_not_reached ();
}

static void
cancelled_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (g_task_propagate_boolean (G_TASK (result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  (*(guint *) data)++;
}

static void
test_cancelled (void)
{
  Gate                     gate = { .open = FALSE };
  guint                    n = 0;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask)        first = g_task_new (NULL, NULL, count_cb, &n);
  g_autoptr (GTask)        second = g_task_new (NULL, cancellable, cancelled_cb, &n);

  g_task_set_task_data (first, &gate, NULL);
  trellis_worker_run (first, wait_at_gate);
  trellis_worker_run (second, never);
  g_cancellable_cancel (cancellable);
  g_mutex_lock (&gate.mutex);
  gate.open = TRUE;
  g_cond_signal (&gate.cond);
  g_mutex_unlock (&gate.mutex);
  while (n < 2)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worker/all-pages-are-made-in-one-thread", test_one_thread);
  g_test_add_func ("/worker/what-was-cancelled-while-it-waited-is-not-begun", test_cancelled);
  return g_test_run ();
}
