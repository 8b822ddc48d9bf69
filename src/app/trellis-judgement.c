/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-judgement.h"

#include "trellis-markdown.h"
#include "trellis-outline.h"
#include "trellis-report-builder.h"

typedef struct
{
  TrellisReport         *report;
  const TrellisTemplate *layout;
  TrellisVocabulary     *vocabulary;
} Task;

static void
task_free (gpointer data)
{
  Task *task = data;

  trellis_report_free (task->report);
  trellis_vocabulary_unref (task->vocabulary);
  g_free (task);
}

TrellisJudgement *
trellis_judgement_new (const TrellisReport     *report,
                       const TrellisTemplate   *layout,
                       const TrellisVocabulary *vocabulary)
{
  TrellisJudgement       *self = g_new0 (TrellisJudgement, 1);
  g_autoptr (TrellisNode) tree = trellis_report_build (
      report, &(TrellisBuildOptions) { .vocabulary = vocabulary });
  g_autofree char *markdown = trellis_markdown_write (tree);

  self->outlines = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_outline_free);
  g_ptr_array_add (self->outlines, trellis_outline_new (markdown, NULL));
  self->check = trellis_check_new (self->outlines, layout, report, vocabulary);
  return self;
}

void
trellis_judgement_free (TrellisJudgement *self)
{
  trellis_check_free (self->check);
  g_ptr_array_unref (self->outlines);
  g_free (self);
}

static void
judge_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  const Task *work = data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task,
                           trellis_judgement_new (work->report, work->layout, work->vocabulary),
                           (GDestroyNotify) trellis_judgement_free);
}

/* Judges a copy of the report in a thread: a large one takes longer than a frame. */
void
trellis_judgement_new_async (const TrellisReport   *report,
                             const TrellisTemplate *layout,
                             TrellisVocabulary     *vocabulary,
                             GCancellable          *cancellable,
                             GAsyncReadyCallback    callback,
                             gpointer               user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Task             *work = g_new0 (Task, 1);

  work->report = trellis_report_copy (report);
  work->layout = layout;
  work->vocabulary = trellis_vocabulary_ref (vocabulary);
  g_task_set_task_data (task, work, task_free);
  g_task_run_in_thread (task, judge_thread);
}

/* Returns: (transfer full): %NULL when it was cancelled */
TrellisJudgement *
trellis_judgement_new_finish (GAsyncResult *result,
                              GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
