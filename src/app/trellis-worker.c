/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-worker.h"

#include "trellis-markdown.h"
#include "trellis-pdf.h"

typedef struct
{
  GTask          *task;
  GTaskThreadFunc func;
} Work;

static void
work_cb (gpointer data,
         gpointer user_data)
{
  g_autofree Work  *work = data;
  g_autoptr (GTask) task = work->task;

  if (!g_task_return_error_if_cancelled (task))
    work->func (task, g_task_get_source_object (task), g_task_get_task_data (task),
                g_task_get_cancellable (task));
}

/* Fonts belong to a thread, and finding them takes longer than setting a report: an exclusive pool
 * of one keeps its thread, and with it the fonts. */
static GThreadPool *
get_pool (void)
{
  static GThreadPool *pool;

  if (g_once_init_enter_pointer (&pool))
    g_once_init_leave_pointer (&pool, g_thread_pool_new (work_cb, NULL, 1, TRUE, NULL));
  return pool;
}

/**
 * trellis_worker_run:
 * @func: returns through the task
 *
 * Like g_task_run_in_thread(), but in the thread whose fonts are warm, after what came before. A
 * task that was cancelled while it waited is not begun.
 */
void
trellis_worker_run (GTask          *task,
                    GTaskThreadFunc func)
{
  Work *work = g_new (Work, 1);

  *work = (Work) { g_object_ref (task), func };
  g_thread_pool_push (get_pool (), work, NULL);
}

static void
warm_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  g_autoptr (TrellisNode)  tree = trellis_markdown_parse ("# A\n\nA *A* **A** `A`\n");
  g_autoptr (TrellisPages) pages = trellis_pages_new (tree, NULL, cancellable, NULL);

  g_task_return_boolean (task, TRUE);
}

/**
 * trellis_worker_warm:
 *
 * Looks for the fonts while somebody is still choosing where a report goes.
 */
void
trellis_worker_warm (void)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  trellis_worker_run (task, warm_thread);
}
