/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-store-private.h"

#include "trellis-history.h"
#include "trellis-record-order.h"
#include "trellis-record-sql.h"

#define SUMMARY_SQL                                                 \
  "SELECT id, title, author, course, language, layout, edited,"     \
  " (SELECT count(*) FROM component c WHERE c.report_id = r.id),"   \
  " (SELECT count(*) FROM role o WHERE o.report_id = r.id),"        \
  " (SELECT count(*) FROM involvement i WHERE i.report_id = r.id)," \
  " (SELECT count(*) FROM posting p WHERE p.report_id = r.id)"      \
  " FROM report r ORDER BY edited DESC, id DESC"

/* To change all of a report of more rows, or more text, takes longer than a frame. */
#define LONG_REPORT_ROWS 500
#define LONG_REPORT_BYTES (1024 * 1024)

static TrellisReportSummary *
read_summary (sqlite3_stmt *statement)
{
  TrellisReportSummary *self = g_new0 (TrellisReportSummary, 1);

  self->id = sqlite3_column_int64 (statement, 0);
  self->title = trellis_connection_dup_text (statement, 1);
  self->author = trellis_connection_dup_text (statement, 2);
  self->course = trellis_connection_dup_text (statement, 3);
  self->language = trellis_connection_dup_text (statement, 4);
  self->layout = trellis_connection_dup_text (statement, 5);
  self->edited = trellis_connection_dup_text (statement, 6);
  self->n_components = (guint) sqlite3_column_int (statement, 7);
  self->n_roles = (guint) sqlite3_column_int (statement, 8);
  self->n_involvements = (guint) sqlite3_column_int (statement, 9);
  self->n_postings = (guint) sqlite3_column_int (statement, 10);
  return self;
}

TrellisReportSummary *
trellis_report_summary_copy (const TrellisReportSummary *self)
{
  TrellisReportSummary *copy = g_memdup2 (self, sizeof *self);

  copy->title = g_strdup (self->title);
  copy->author = g_strdup (self->author);
  copy->course = g_strdup (self->course);
  copy->language = g_strdup (self->language);
  copy->layout = g_strdup (self->layout);
  copy->edited = g_strdup (self->edited);
  return copy;
}

void
trellis_report_summary_free (TrellisReportSummary *self)
{
  g_free (self->title);
  g_free (self->author);
  g_free (self->course);
  g_free (self->language);
  g_free (self->layout);
  g_free (self->edited);
  g_free (self);
}

/**
 * trellis_store_list_reports:
 *
 * Returns: (element-type TrellisReportSummary) (transfer full): all reports, the last edited first
 */
GPtrArray *
trellis_store_list_reports (TrellisStore *self,
                            GError      **error)
{
  TrellisConnection    *connection = self->connection;
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                                      trellis_report_summary_free);
  sqlite3_stmt         *statement = trellis_connection_query (connection, error, SUMMARY_SQL, "");
  TrellisStep           step = TRELLIS_STEP_ERROR;

  while (statement != NULL
         && (step = trellis_connection_step (connection, statement, error)) == TRELLIS_STEP_ROW)
    g_ptr_array_add (reports, read_summary (statement));

  return step == TRELLIS_STEP_DONE ? g_steal_pointer (&reports) : NULL;
}

/* Loads the report's own row, and of its parts only @type, or all for NULL. */
static TrellisReport *
load (TrellisConnection       *connection,
      gint64                   report_id,
      const TrellisRecordType *type,
      GError                 **error)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();

  if (!trellis_record_sql_load (connection, &trellis_report_type, report_id, report, error))
    return NULL;

  for (guint i = 0; trellis_report_parts[i] != NULL; i++)
    if ((type == NULL || type == trellis_report_parts[i])
        && !trellis_record_sql_load_part (connection, trellis_report_parts[i], report_id,
                                          trellis_report_get_part (report, trellis_report_parts[i]),
                                          error))
      return NULL;

  return g_steal_pointer (&report);
}

/* What is loaded belongs together, whoever writes meanwhile. */
static TrellisReport *
load_at_once (TrellisStore            *self,
              gint64                   report_id,
              const TrellisRecordType *type,
              GError                 **error)
{
  TrellisConnection *connection = self->connection;
  TrellisReport     *report;

  if (!trellis_connection_run (connection, error, "BEGIN", ""))
    return NULL;

  report = load (connection, report_id, type, error);
  trellis_connection_run (connection, NULL, "COMMIT", "");
  return report;
}

/**
 * trellis_store_load_report:
 *
 * Returns: (transfer full) (nullable): the whole report, its parts in reading order with positions
 * from 1, or NULL with TRELLIS_ERROR_NOT_FOUND
 */
TrellisReport *
trellis_store_load_report (TrellisStore *self,
                           gint64        report_id,
                           GError      **error)
{
  return load_at_once (self, report_id, NULL, error);
}

/**
 * trellis_store_load_part:
 * @type: one of trellis_report_parts, or trellis_report_type for the report's own row only
 *
 * Returns: (transfer full) (nullable): the report with only that part in it
 */
TrellisReport *
trellis_store_load_part (TrellisStore            *self,
                         gint64                   report_id,
                         const TrellisRecordType *type,
                         GError                 **error)
{
  return load_at_once (self, report_id, type, error);
}

/* Whether a change of the whole report, as deleting it, is for the worker. */
gboolean
trellis_store_is_long_report (TrellisStore *self,
                              gint64        report_id)
{
  gint64 n_rows = 0, value;

  if (self->connection == NULL)
    return FALSE;

  for (guint i = 0; trellis_report_parts[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\" WHERE report_id = ?1",
                                              trellis_report_parts[i]->name);

      trellis_connection_get_int (self->connection, &value, NULL, sql, "i", report_id);
      n_rows += value;
    }

  trellis_connection_get_int (self->connection, &value, NULL,
                              "SELECT sum (octet_length (text)) FROM posting WHERE report_id = ?1",
                              "i", report_id);
  return n_rows > LONG_REPORT_ROWS || value > LONG_REPORT_BYTES;
}

/**
 * trellis_store_load_record:
 * @type: one of trellis_report_parts
 *
 * Returns: (transfer full) (nullable): the record, for trellis_record_free(), or NULL with
 * TRELLIS_ERROR_NOT_FOUND. Its position is its rank among its siblings
 */
gpointer
trellis_store_load_record (TrellisStore            *self,
                           const TrellisRecordType *type,
                           gint64                   id,
                           GError                 **error)
{
  gpointer record;
  int      rank;

  g_return_val_if_fail (type != &trellis_report_type, NULL);

  record = trellis_record_new (type);
  if (trellis_record_sql_load (self->connection, type, id, record, error)
      && trellis_record_order_get_rank (self->connection, type, id, &rank, error))
    {
      trellis_record_set_int (trellis_record_type_find_field (type, "position"), record, rank);
      return record;
    }

  trellis_record_free (type, record);
  return NULL;
}

/**
 * trellis_store_list_aliases:
 *
 * Changes of them are announced like others, with rows of trellis_alias_type and report 0.
 *
 * Returns: (element-type TrellisAlias) (transfer full): the user's own aliases, skills before
 * roles, by name and text
 */
GPtrArray *
trellis_store_list_aliases (TrellisStore *self,
                            GError      **error)
{
  g_autoptr (GPtrArray) aliases = g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                                      trellis_alias_free);

  return trellis_record_sql_load_library (self->connection, &trellis_alias_type, aliases, error)
             ? g_steal_pointer (&aliases)
             : NULL;
}

/**
 * trellis_store_list_templates:
 *
 * Changes of them are announced with rows of trellis_template_record_type and report 0.
 *
 * Returns: (element-type TrellisTemplateRecord) (transfer full): the templates of the user's
 * courses, by name
 */
GPtrArray *
trellis_store_list_templates (TrellisStore *self,
                              GError      **error)
{
  const TrellisRecordType *type = &trellis_template_record_type;
  g_autoptr (GPtrArray)    records
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_template_record_free);

  return trellis_record_sql_load_library (self->connection, type, records, error)
             ? g_steal_pointer (&records)
             : NULL;
}

/* The change that undo would undo, or NULL; free it with trellis_change_free(). */
TrellisChange *
trellis_store_get_undo_change (TrellisStore *self)
{
  return trellis_history_peek (self->connection, TRELLIS_CAUSE_UNDO);
}

TrellisChange *
trellis_store_get_redo_change (TrellisStore *self)
{
  return trellis_history_peek (self->connection, TRELLIS_CAUSE_REDO);
}

/* That change in words, or NULL. */
char *
trellis_store_get_undo_label (TrellisStore *self)
{
  g_autoptr (TrellisChange) change = trellis_store_get_undo_change (self);

  return change != NULL ? trellis_change_get_label (change) : NULL;
}

char *
trellis_store_get_redo_label (TrellisStore *self)
{
  g_autoptr (TrellisChange) change = trellis_store_get_redo_change (self);

  return change != NULL ? trellis_change_get_label (change) : NULL;
}

gboolean
trellis_store_can_undo (TrellisStore *self)
{
  g_autoptr (TrellisChange) change = trellis_store_get_undo_change (self);

  return change != NULL;
}

gboolean
trellis_store_can_redo (TrellisStore *self)
{
  g_autoptr (TrellisChange) change = trellis_store_get_redo_change (self);

  return change != NULL;
}

/**
 * trellis_store_list_history:
 *
 * Returns: (element-type TrellisChange) (transfer full): all changes that are kept, the newest
 * first; those that wait to be redone stand before the others
 */
GPtrArray *
trellis_store_list_history (TrellisStore *self,
                            GError      **error)
{
  return trellis_history_list (self->connection, error);
}
