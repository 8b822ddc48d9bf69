/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-commands-private.h"
#include "trellis-text.h"

/* To add more cells takes longer than a frame. */
#define LONG_CELLS 500

/* The ids of the report's records by their folded names. */
static GHashTable *
load_names (TrellisTransaction      *transaction,
            const TrellisRecordType *type,
            gint64                   report_id,
            GError                 **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray)  records = g_ptr_array_new ();
  gboolean               loaded;

  loaded = trellis_transaction_load_part (transaction, type, report_id, records, error);
  for (guint i = 0; i < records->len; i++)
    {
      gpointer         record = records->pdata[i];
      g_autofree char *name = trellis_command_get_name (transaction, type, record);

      g_hash_table_insert (ids, trellis_text_fold (name),
                           g_memdup2 (&((TrellisRecord *) record)->id, sizeof (gint64)));
      trellis_record_free (type, record);
    }
  return loaded ? g_steal_pointer (&ids) : NULL;
}

/* The id in the store for each record that was read, as a gint64 by its own id: of the record of
 * that name, or of a copy that is added. */
static GHashTable *
match_records (TrellisTransaction      *transaction,
               const TrellisRecordType *type,
               GPtrArray               *read,
               gint64                   report_id,
               GError                 **error)
{
  g_autoptr (GHashTable) names = load_names (transaction, type, report_id, error);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; names != NULL && i < read->len; i++)
    {
      const TrellisRecord *record = read->pdata[i];
      g_autofree char     *name = trellis_command_get_name (transaction, type, record);
      g_autofree char     *key = trellis_text_fold (name);
      const gint64        *there = g_hash_table_lookup (names, key);
      gint64               id = there != NULL ? *there : 0;

      if (there == NULL)
        {
          gpointer copy = trellis_record_copy (type, record);

          trellis_record_set_int (trellis_record_type_find_field (type, "position"), copy, 0);
          id = trellis_transaction_insert (transaction, type, report_id, copy, error);
          trellis_record_free (type, copy);
          if (id == 0)
            return NULL;
          g_hash_table_insert (names, g_steal_pointer (&key), g_memdup2 (&id, sizeof id));
        }
      g_hash_table_insert (ids, g_memdup2 (&record->id, sizeof id), g_memdup2 (&id, sizeof id));
    }
  return names != NULL ? g_steal_pointer (&ids) : NULL;
}

/* A cell that is there keeps what it says, unless the file has words for it. */
static gboolean
import_cell (TrellisTransaction       *transaction,
             gint64                    report_id,
             gint64                    component_id,
             gint64                    role_id,
             const TrellisInvolvement *read,
             GError                  **error)
{
  TrellisInvolvement involvement = { .component_id = component_id,
                                     .role_id = role_id,
                                     .wording = read->wording,
                                     .note = (char *) "" };
  gint64             id = 0;

  if (!trellis_transaction_find_involvement (transaction, component_id, role_id, &id, error))
    return FALSE;
  if (id == 0)
    return trellis_transaction_insert (transaction, &trellis_involvement_type, report_id,
                                       &involvement, error)
           != 0;
  return *read->wording == '\0'
         || trellis_transaction_set_text (transaction, &trellis_involvement_type, id, "wording",
                                          read->wording, error);
}

static gboolean
import_matrix (TrellisTransaction *transaction,
               gpointer            data,
               GError            **error)
{
  TrellisCommandData    *args = data;
  GPtrArray             *cells = args->report->involvements;
  g_autoptr (GHashTable) components = NULL;
  g_autoptr (GHashTable) roles = NULL;

  trellis_transaction_describe (transaction, TRELLIS_CHANGE_IMPORT_MATRIX, args->report_id, "", "",
                                cells->len);
  components = match_records (transaction, &trellis_component_type, args->report->components,
                              args->report_id, error);
  if (components == NULL)
    return FALSE;

  roles = match_records (transaction, &trellis_role_type, args->report->roles, args->report_id,
                         error);
  if (roles == NULL)
    return FALSE;

  for (guint i = 0; i < cells->len; i++)
    {
      const TrellisInvolvement *cell = cells->pdata[i];
      const gint64             *component = g_hash_table_lookup (components, &cell->component_id);
      const gint64             *role = g_hash_table_lookup (roles, &cell->role_id);

      if (component != NULL && role != NULL
          && !import_cell (transaction, args->report_id, *component, *role, cell, error))
        return FALSE;
    }
  return TRUE;
}

/* Adds the components, roles and cells of @matrix that the report does not have yet, known by their
 * names; a cell that has other words there takes them. Nothing is removed. */
gboolean
trellis_commands_import_matrix (TrellisStore        *store,
                                gint64               report_id,
                                const TrellisReport *matrix,
                                GError             **error)
{
  TrellisCommandData *args = trellis_command_data_new (&trellis_involvement_type, 0);

  args->report_id = report_id;
  args->report = trellis_report_copy (matrix);
  if (matrix->involvements->len > LONG_CELLS)
    return trellis_command_data_run_long (args, store, import_matrix, NULL, error);
  return trellis_command_data_run (args, store, import_matrix, NULL, error);
}
