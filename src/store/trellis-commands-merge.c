/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-commands-private.h"

#include "trellis-text.h"

/* Merging two roles that are one. No word is lost: the name that goes becomes an alias, and the
 * wording of each cell that had it; responsibilities, notes and aliases are joined. */

typedef struct
{
  TrellisTransaction *transaction;
  TrellisRole        *from;
  TrellisRole        *into;
} Merge;

static char *
join (const char *first,
      const char *second,
      const char *separator)
{
  if (*first == '\0' || *second == '\0')
    return g_strconcat (first, second, NULL);

  return g_strconcat (first, separator, second, NULL);
}

static gboolean
is_known (const Merge     *merge,
          const GPtrArray *aliases,
          const char      *alias)
{
  if (*alias == '\0' || trellis_text_equal_folded (alias, merge->into->name))
    return TRUE;

  for (guint i = 0; i < aliases->len; i++)
    if (trellis_text_equal_folded (alias, g_ptr_array_index (aliases, i)))
      return TRUE;

  return FALSE;
}

static char *
join_aliases (const Merge *merge)
{
  g_autofree char      *all = g_strjoin ("\n", merge->into->aliases, merge->from->name,
                                         merge->from->wording, merge->from->aliases, NULL);
  g_auto (GStrv)        names = g_strsplit (all, "\n", -1);
  g_autoptr (GPtrArray) aliases = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    if (!is_known (merge, aliases, names[i]))
      g_ptr_array_add (aliases, names[i]);

  g_ptr_array_add (aliases, NULL);
  return g_strjoinv ("\n", (char **) aliases->pdata);
}

static gboolean
set_text (const Merge             *merge,
          const TrellisRecordType *type,
          gint64                   id,
          const char              *field,
          const char              *value,
          GError                 **error)
{
  return trellis_transaction_set_text (merge->transaction, type, id, field, value, error);
}

/* The other cell gets what this one says beyond its role's name. */
static gboolean
merge_into_cell (const Merge              *merge,
                 const TrellisInvolvement *cell,
                 gint64                    other_id,
                 GError                  **error)
{
  TrellisInvolvement *other = trellis_transaction_load (merge->transaction,
                                                        &trellis_involvement_type, other_id, error);
  g_autofree char    *said = NULL;
  g_autofree char    *note = NULL;

  if (other == NULL)
    return FALSE;

  said = join (cell->wording, cell->note, "; ");
  note = join (other->note, said, "; ");
  trellis_record_free (&trellis_involvement_type, other);
  return set_text (merge, &trellis_involvement_type, other_id, "note", note, error)
         && trellis_transaction_delete (merge->transaction, &trellis_involvement_type,
                                        cell->base.id, error);
}

static gboolean
merge_cell (const Merge              *merge,
            const TrellisInvolvement *cell,
            GError                  **error)
{
  const char *wording = *cell->wording != '\0' ? cell->wording : merge->from->name;
  gint64      other_id;

  if (!trellis_transaction_find_involvement (merge->transaction, cell->component_id,
                                             merge->into->base.id, &other_id, error))
    return FALSE;
  if (other_id != 0)
    return merge_into_cell (merge, cell, other_id, error);

  return trellis_transaction_set_int (merge->transaction, &trellis_involvement_type,
                                      cell->base.id, "role_id", merge->into->base.id, error)
         && set_text (merge, &trellis_involvement_type, cell->base.id, "wording",
                      g_str_equal (wording, merge->into->name) ? "" : wording, error);
}

static gboolean
merge_cells (const Merge *merge,
             gint64       report_id,
             GError     **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  gboolean              done;

  done = trellis_transaction_load_part (merge->transaction, &trellis_involvement_type, report_id,
                                        cells, error);
  for (guint i = 0; i < cells->len; i++)
    {
      TrellisInvolvement *cell = g_ptr_array_index (cells, i);

      if (done && cell->role_id == merge->from->base.id)
        done = merge_cell (merge, cell, error);
      trellis_record_free (&trellis_involvement_type, cell);
    }

  return done;
}

static gboolean
merge_texts (const Merge *merge,
             GError     **error)
{
  const TrellisRole *from = merge->from;
  const TrellisRole *into = merge->into;
  g_autofree char   *aliases = join_aliases (merge);
  g_autofree char   *duties = join (into->responsibilities, from->responsibilities, "\n\n");

  return set_text (merge, &trellis_role_type, into->base.id, "aliases", aliases, error)
         && set_text (merge, &trellis_role_type, into->base.id, "responsibilities", duties, error)
         && trellis_transaction_set_int (merge->transaction, &trellis_role_type, into->base.id,
                                         "described",
                                         into->described > 0 ? into->described : from->described,
                                         error);
}

static gboolean
run_merge (const Merge *merge,
           GError     **error)
{
  gint64 report_id = trellis_transaction_get_report (merge->transaction, &trellis_role_type,
                                                     merge->into->base.id, error);

  if (report_id == 0)
    return FALSE;

  trellis_transaction_describe (merge->transaction, TRELLIS_CHANGE_MERGE, report_id,
                                merge->from->name, merge->into->name, 0);
  return merge_cells (merge, report_id, error) && merge_texts (merge, error)
         && trellis_transaction_delete (merge->transaction, &trellis_role_type,
                                        merge->from->base.id, error);
}

static gboolean
merge_roles (TrellisTransaction *transaction,
             gpointer            data,
             GError            **error)
{
  TrellisCommandData *args = data;
  Merge               merge = { .transaction = transaction };
  gboolean            done;

  if (args->id == args->other_id)
    return TRUE;

  merge.from = trellis_transaction_load (transaction, &trellis_role_type, args->id, error);
  if (merge.from == NULL)
    return FALSE;

  merge.into = trellis_transaction_load (transaction, &trellis_role_type, args->other_id, error);
  done = merge.into != NULL && run_merge (&merge, error);
  trellis_record_free (&trellis_role_type, merge.from);
  trellis_record_free (&trellis_role_type, merge.into);
  return done;
}

/* Makes @role_id part of @into_id: its cells move and keep the old name as their wording, and its
 * name becomes an alias. */
gboolean
trellis_commands_merge_roles (TrellisStore *store,
                              gint64        role_id,
                              gint64        into_id,
                              GError      **error)
{
  TrellisCommandData *args = trellis_command_data_new (&trellis_role_type, role_id);

  args->other_id = into_id;
  return trellis_command_data_run (args, store, merge_roles, NULL, error);
}
