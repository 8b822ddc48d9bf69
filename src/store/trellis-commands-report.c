/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-commands-private.h"

#include <glib/gi18n-lib.h>

/* Old ids to new ones, for one type of record each. */
typedef struct
{
  const TrellisRecordType *type;
  GHashTable              *ids;
} IdMap;

static void
id_map_clear (gpointer map)
{
  g_hash_table_unref (((IdMap *) map)->ids);
}

static gint64
look_up_id (GArray                  *maps,
            const TrellisRecordType *type,
            gint64                   id)
{
  for (guint i = 0; i < maps->len; i++)
    {
      IdMap  *map = &g_array_index (maps, IdMap, i);
      gint64 *found = map->type == type ? g_hash_table_lookup (map->ids, &id) : NULL;

      if (found != NULL)
        return *found;
    }

  return 0; /* refers to nothing; the database refuses it where it has to */
}

static void
map_references (GArray                  *maps,
                const TrellisRecordType *type,
                gpointer                 record)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const TrellisField *field = &type->fields[i];

      if (trellis_field_is_ref (field))
        trellis_record_set_ref (field, record,
                                look_up_id (maps, field->target,
                                            trellis_record_get_ref (field, record)));
    }
}

static gboolean
insert_part (TrellisTransaction      *transaction,
             const TrellisRecordType *type,
             gint64                   report_id,
             GPtrArray               *records,
             GArray                  *maps,
             GError                 **error)
{
  IdMap map = { type, g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free) };

  /* Filled as the rows go in: one may stand under another of its type, which comes before it. */
  g_array_append_val (maps, map);
  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = trellis_record_copy (type, g_ptr_array_index (records, i));
      gint64   old_id = ((TrellisRecord *) record)->id;
      gint64   id;

      map_references (maps, type, record);
      id = trellis_transaction_insert (transaction, type, report_id, record, error);
      trellis_record_free (type, record);
      if (id == 0)
        return FALSE;
      g_hash_table_insert (map.ids, g_memdup2 (&old_id, sizeof old_id),
                           g_memdup2 (&id, sizeof id));
    }

  return TRUE;
}

/* Adds the parts of those @types, parents before children and NULL-terminated, under new ids. */
gboolean
trellis_command_insert_parts (TrellisTransaction             *transaction,
                              const TrellisRecordType *const *types,
                              const TrellisReport            *report,
                              gint64                          report_id,
                              GError                        **error)
{
  g_autoptr (GArray) maps = g_array_new (FALSE, FALSE, sizeof (IdMap));

  g_array_set_clear_func (maps, id_map_clear);
  for (guint i = 0; types[i] != NULL; i++)
    if (!insert_part (transaction, types[i], report_id,
                      trellis_report_get_part (report, types[i]), maps, error))
      return FALSE;

  return TRUE;
}

static gboolean
insert_parts (TrellisTransaction  *transaction,
              const TrellisReport *report,
              gint64               report_id,
              GError             **error)
{
  return trellis_command_insert_parts (transaction, trellis_report_parts, report, report_id, error);
}

static gboolean
insert_report (TrellisTransaction  *transaction,
               const TrellisReport *report,
               TrellisChangeKind    kind,
               GError             **error)
{
  gint64 id = trellis_transaction_insert (transaction, &trellis_report_type, 0, report, error);

  if (id == 0 || !insert_parts (transaction, report, id, error))
    return FALSE;

  trellis_transaction_describe (transaction, kind, id, report->title, "", 0);
  return TRUE;
}

static char *
get_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

static gboolean
create_report (TrellisTransaction *transaction,
               gpointer            data,
               GError            **error)
{
  TrellisCommandData *args = data;

  return insert_report (transaction, args->report, (TrellisChangeKind) args->number, error);
}

/* Days that the report does not know are today. */
static TrellisReport *
copy_dated (const TrellisReport *report)
{
  TrellisReport   *copy = trellis_report_copy (report);
  g_autofree char *now = get_now ();

  if (*copy->created == '\0')
    g_set_str (&copy->created, now);
  if (*copy->edited == '\0')
    g_set_str (&copy->edited, now);
  return copy;
}

static TrellisCommandData *
new_report_data (const TrellisReport *report,
                 TrellisChangeKind    kind)
{
  TrellisCommandData *args = trellis_command_data_new (&trellis_report_type, 0);

  args->number = kind;
  args->report = copy_dated (report);
  return args;
}

/* Adds a report that the user begins: @report has its details and what the template puts in. */
gboolean
trellis_commands_new_report (TrellisStore        *store,
                             const TrellisReport *report,
                             gint64              *id,
                             GError             **error)
{
  return trellis_command_data_run (new_report_data (report, TRELLIS_CHANGE_NEW_REPORT), store,
                                   create_report, id, error);
}

/* Adds a report that was read, all of it in one change. Its ids become new ones. */
gboolean
trellis_commands_import_report (TrellisStore        *store,
                                const TrellisReport *report,
                                gint64              *id,
                                GError             **error)
{
  return trellis_command_data_run (new_report_data (report, TRELLIS_CHANGE_IMPORT), store,
                                   create_report, id, error);
}

/* The same in the worker; trellis_store_run_finish() gives the report's id. */
void
trellis_commands_import_report_async (TrellisStore        *store,
                                      const TrellisReport *report,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  trellis_store_run_async (store, create_report, new_report_data (report, TRELLIS_CHANGE_IMPORT),
                           trellis_command_data_free, cancellable, callback, user_data);
}

static gboolean
import_reports (TrellisTransaction *transaction,
                gpointer            data,
                GError            **error)
{
  TrellisCommandData *args = data;

  for (guint i = 0; i < args->reports->len; i++)
    {
      TrellisReport *report = g_ptr_array_index (args->reports, i);
      gint64         id
          = trellis_transaction_insert (transaction, &trellis_report_type, 0, report, error);

      if (id == 0 || !insert_parts (transaction, report, id, error))
        return FALSE;
      trellis_transaction_describe (transaction, TRELLIS_CHANGE_IMPORT, id, report->title, "",
                                    args->reports->len);
    }

  return TRUE;
}

/* Adds reports that were read, in the worker and all in one change; trellis_store_run_finish()
 * gives the first one's id.
 * @reports: (element-type TrellisReport): one or more */
void
trellis_commands_import_reports_async (TrellisStore       *store,
                                       GPtrArray          *reports,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  TrellisCommandData *args = trellis_command_data_new (&trellis_report_type, 0);

  args->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_report_free);
  for (guint i = 0; i < reports->len; i++)
    g_ptr_array_add (args->reports, copy_dated (g_ptr_array_index (reports, i)));
  trellis_store_run_async (store, import_reports, args, trellis_command_data_free, cancellable,
                           callback, user_data);
}

static TrellisReport *
load_report (TrellisTransaction *transaction,
             gint64              report_id,
             GError            **error)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();
  TrellisReport            *row;

  row = trellis_transaction_load (transaction, &trellis_report_type, report_id, error);
  if (row == NULL)
    return NULL;

  for (guint i = 0; i < trellis_report_type.n_fields; i++)
    {
      const TrellisField *field = &trellis_report_type.fields[i];

      if (field->type == TRELLIS_FIELD_TEXT || field->type == TRELLIS_FIELD_MARKDOWN)
        trellis_record_set_text (field, report, trellis_record_get_text (field, row));
      else
        trellis_record_set_int (field, report, trellis_record_get_int (field, row));
    }
  trellis_record_free (&trellis_report_type, row);

  for (guint i = 0; trellis_report_parts[i] != NULL; i++)
    if (!trellis_transaction_load_part (transaction, trellis_report_parts[i], report_id,
                                        trellis_report_get_part (report, trellis_report_parts[i]),
                                        error))
      return NULL;

  return g_steal_pointer (&report);
}

/* Roadmaps stand in no document: a report that has none of its own leaves them alone. */
static gboolean
is_kept (const TrellisRecordType *type,
         const TrellisReport     *newer)
{
  return (type == &trellis_roadmap_type || type == &trellis_roadmap_topic_type)
         && newer->roadmaps->len == 0;
}

/* Children before parents, so that nothing refers to what is gone. */
static gboolean
delete_parts (TrellisTransaction  *transaction,
              const TrellisReport *report,
              const TrellisReport *newer,
              GError             **error)
{
  guint n = 0;

  while (trellis_report_parts[n] != NULL)
    n++;

  while (n-- > 0)
    {
      GPtrArray *records = trellis_report_get_part (report, trellis_report_parts[n]);

      /* Backwards: a topic comes before those that stand under it. */
      for (guint i = is_kept (trellis_report_parts[n], newer) ? 0 : records->len; i > 0; i--)
        {
          const TrellisRecord *record = g_ptr_array_index (records, i - 1);

          if (!trellis_transaction_delete (transaction, trellis_report_parts[n], record->id, error))
            return FALSE;
        }
    }

  return TRUE;
}

/* What the new report leaves empty stays as it was, and so does the day it was made. */
static gboolean
set_row (TrellisTransaction  *transaction,
         gint64               id,
         const TrellisReport *report,
         GError             **error)
{
  static const char *const fields[]
      = { "title", "author", "course", "advisor", "language", "layout", "edited" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const TrellisField *field = trellis_record_type_find_field (&trellis_report_type, fields[i]);
      const char         *value = trellis_record_get_text (field, report);

      if (*value != '\0'
          && !trellis_transaction_set_text (transaction, &trellis_report_type, id, fields[i], value,
                                            error))
        return FALSE;
    }

  return trellis_transaction_set_int (transaction, &trellis_report_type, id, "lists", report->lists,
                                      error);
}

static gboolean
replace (TrellisTransaction *transaction,
         gpointer            data,
         GError            **error)
{
  TrellisCommandData       *args = data;
  g_autoptr (TrellisReport) old = load_report (transaction, args->id, error);
  const char               *title;

  if (old == NULL || !delete_parts (transaction, old, args->report, error)
      || !set_row (transaction, args->id, args->report, error)
      || !insert_parts (transaction, args->report, args->id, error))
    return FALSE;

  title = *args->report->title != '\0' ? args->report->title : old->title;
  trellis_transaction_describe (transaction, TRELLIS_CHANGE_IMPORT, args->id, title, "", 0);
  return TRUE;
}

/* Puts a report that was read in the place of another, all of it in one change: it keeps the
 * other's id, of its details those that @report does not know, and its roadmaps if @report has
 * none. */
gboolean
trellis_commands_replace_report (TrellisStore        *store,
                                 gint64               report_id,
                                 const TrellisReport *report,
                                 GError             **error)
{
  TrellisCommandData *args = new_report_data (report, TRELLIS_CHANGE_IMPORT);

  args->id = report_id;
  return trellis_command_data_run (args, store, replace, NULL, error);
}

static gboolean
duplicate (TrellisTransaction *transaction,
           gpointer            data,
           GError            **error)
{
  TrellisCommandData       *args = data;
  g_autoptr (TrellisReport) report = load_report (transaction, args->id, error);
  g_autofree char          *now = get_now ();
  g_autofree char          *title = NULL;

  if (report == NULL)
    return FALSE;

  /* Translators: the title of a duplicated report */
  title = g_strdup_printf (_("%s (copy)"), report->title);
  g_set_str (&report->title, title);
  g_set_str (&report->created, now);
  g_set_str (&report->edited, now);
  return insert_report (transaction, report, TRELLIS_CHANGE_DUPLICATE, error);
}

gboolean
trellis_commands_duplicate_report (TrellisStore *store,
                                   gint64        report_id,
                                   gint64       *id,
                                   GError      **error)
{
  TrellisCommandData *args = trellis_command_data_new (&trellis_report_type, report_id);

  if (trellis_store_is_long_report (store, report_id))
    return trellis_command_data_run_long (args, store, duplicate, id, error);

  return trellis_command_data_run (args, store, duplicate, id, error);
}

/* Deletes a report with all its parts. */
gboolean
trellis_commands_delete_report (TrellisStore *store,
                                gint64        report_id,
                                GError      **error)
{
  return trellis_commands_delete (store, &trellis_report_type, report_id, error);
}

static gboolean
set_details (TrellisTransaction *transaction,
             gpointer            data,
             GError            **error)
{
  static const char *const fields[] = { "title", "author", "course", "advisor", "language" };
  TrellisCommandData      *args = data;

  trellis_transaction_describe (transaction, TRELLIS_CHANGE_EDIT_DETAILS, args->id, "", "", 0);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const TrellisField *field = trellis_record_type_find_field (&trellis_report_type, fields[i]);

      if (!trellis_transaction_set_text (transaction, &trellis_report_type, args->id, fields[i],
                                         trellis_record_get_text (field, args->report), error))
        return FALSE;
    }

  return TRUE;
}

/* Sets title, author, course, advisor and language as they are in @details. */
gboolean
trellis_commands_set_details (TrellisStore        *store,
                              gint64               report_id,
                              const TrellisReport *details,
                              GError             **error)
{
  TrellisCommandData *args = trellis_command_data_new (&trellis_report_type, report_id);

  args->report = trellis_report_copy (details);
  return trellis_command_data_run (args, store, set_details, NULL, error);
}
