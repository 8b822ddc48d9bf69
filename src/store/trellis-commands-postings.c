/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-commands-private.h"

static gboolean
insert_skills (TrellisTransaction  *transaction,
               const TrellisReport *found,
               gint64               found_id,
               gint64               report_id,
               gint64               posting_id,
               GError             **error)
{
  for (guint i = 0; i < found->posting_skills->len; i++)
    {
      TrellisPostingSkill *skill = g_ptr_array_index (found->posting_skills, i);
      TrellisPostingSkill *copy;
      gint64               id;

      if (skill->posting_id != found_id)
        continue;
      copy = trellis_record_copy (&trellis_posting_skill_type, skill);
      copy->posting_id = posting_id;
      id = trellis_transaction_insert (transaction, &trellis_posting_skill_type, report_id, copy,
                                       error);
      trellis_record_free (&trellis_posting_skill_type, copy);
      if (id == 0)
        return FALSE;
    }
  return TRUE;
}

/* At position 0 a record goes last. */
static gint64
insert_posting (TrellisTransaction   *transaction,
                const TrellisPosting *posting,
                gint64                report_id,
                GError              **error)
{
  TrellisPosting *copy = trellis_record_copy (&trellis_posting_type, posting);
  gint64          id;

  copy->position = 0;
  id = trellis_transaction_insert (transaction, &trellis_posting_type, report_id, copy, error);
  trellis_record_free (&trellis_posting_type, copy);
  return id;
}

static gboolean
add_postings (TrellisTransaction *transaction,
              gpointer            data,
              GError            **error)
{
  TrellisCommandData  *args = data;
  const TrellisReport *found = args->report;

  trellis_transaction_describe (transaction, TRELLIS_CHANGE_ADD_POSTINGS, args->report_id, "", "",
                                found->postings->len);
  for (guint i = 0; i < found->postings->len; i++)
    {
      const TrellisPosting *posting = g_ptr_array_index (found->postings, i);
      gint64                id = insert_posting (transaction, posting, args->report_id, error);

      if (id == 0
          || !insert_skills (transaction, found, posting->base.id, args->report_id, id, error))
        return FALSE;
    }
  return TRUE;
}

static TrellisCommandData *
new_postings_data (gint64               report_id,
                   const TrellisReport *found)
{
  TrellisCommandData *args = trellis_command_data_new (&trellis_posting_type, 0);

  args->report_id = report_id;
  args->report = trellis_report_copy (found);
  return args;
}

/* Adds the postings of @found with their skills behind those of the report, in one change. */
gboolean
trellis_commands_add_postings (TrellisStore        *store,
                               gint64               report_id,
                               const TrellisReport *found,
                               GError             **error)
{
  return trellis_command_data_run (new_postings_data (report_id, found), store, add_postings, NULL,
                                   error);
}

/* The same in the worker, for many; trellis_store_run_finish() ends it. */
void
trellis_commands_add_postings_async (TrellisStore        *store,
                                     gint64               report_id,
                                     const TrellisReport *found,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  trellis_store_run_async (store, add_postings, new_postings_data (report_id, found),
                           trellis_command_data_free, cancellable, callback, user_data);
}

static gboolean
add_posting_skills (TrellisTransaction *transaction,
                    gpointer            data,
                    GError            **error)
{
  TrellisCommandData        *args = data;
  const TrellisPostingSkill *first = g_ptr_array_index (args->records, 0);
  gint64                     report_id = trellis_transaction_get_report (
      transaction, &trellis_posting_type, args->id, error);

  if (report_id == 0)
    return FALSE;
  trellis_transaction_describe (transaction,
                                first->requirement == TRELLIS_REQUIREMENT_DISMISSED
                                    ? TRELLIS_CHANGE_DISMISS
                                : args->records->len == 1 ? TRELLIS_CHANGE_ADD
                                                          : TRELLIS_CHANGE_ADD_SKILLS,
                                report_id, first->name, "", args->records->len);
  for (guint i = 0; i < args->records->len; i++)
    {
      TrellisPostingSkill *skill = g_ptr_array_index (args->records, i);

      skill->posting_id = args->id;
      skill->position = 0;
      if (trellis_transaction_insert (transaction, &trellis_posting_skill_type, report_id, skill,
                                      error)
          == 0)
        return FALSE;
    }
  return TRUE;
}

/* Adds skills behind those of a posting: asked for, or all of them dismissed. @skills
 * (TrellisPostingSkill), one at least, are copied. */
gboolean
trellis_commands_add_posting_skills (TrellisStore *store,
                                     gint64        posting_id,
                                     GPtrArray    *skills,
                                     GError      **error)
{
  TrellisCommandData *args = trellis_command_data_new (&trellis_posting_skill_type, posting_id);

  args->records = g_ptr_array_new ();
  for (guint i = 0; i < skills->len; i++)
    g_ptr_array_add (args->records, trellis_record_copy (&trellis_posting_skill_type,
                                                         g_ptr_array_index (skills, i)));
  return trellis_command_data_run (args, store, add_posting_skills, NULL, error);
}
