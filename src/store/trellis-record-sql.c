/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-record-sql.h"

#include "trellis-error.h"
#include "trellis-record-order.h"

#include <glib/gi18n-lib.h>

/* Names of tables and columns come from the tables of fields only, and are quoted all the same. */

static gboolean
is_text (const TrellisField *field)
{
  return field->type == TRELLIS_FIELD_TEXT || field->type == TRELLIS_FIELD_MARKDOWN;
}

/* The type whose records stand in @table, or NULL. */
const TrellisRecordType *
trellis_record_sql_find_type (const char *table)
{
  for (guint i = 0; trellis_report_parts[i] != NULL; i++)
    if (g_str_equal (trellis_report_parts[i]->name, table))
      return trellis_report_parts[i];

  for (guint i = 0; trellis_library_records[i] != NULL; i++)
    if (g_str_equal (trellis_library_records[i]->name, table))
      return trellis_library_records[i];

  return g_str_equal (trellis_report_type.name, table) ? &trellis_report_type : NULL;
}

/* Whether records of @type stand within a report: all but the report's own row and the library's
 * records. */
gboolean
trellis_record_sql_is_part (const TrellisRecordType *type)
{
  return type != &trellis_report_type && !trellis_record_type_is_library (type);
}

static void
append_columns (GString                 *sql,
                const TrellisRecordType *type,
                const char              *prefix)
{
  for (guint i = 0; i < type->n_fields; i++)
    g_string_append_printf (sql, ", %s\"%s\"", prefix, type->fields[i].name);
}

static int
bind_field (sqlite3_stmt       *statement,
            int                 index,
            const TrellisField *field,
            gconstpointer       record)
{
  const char *name;
  gint64      id;

  switch (field->type)
    {
    case TRELLIS_FIELD_TEXT:
    case TRELLIS_FIELD_MARKDOWN:
      return sqlite3_bind_text (statement, index, trellis_record_get_text (field, record), -1,
                                SQLITE_STATIC);
    case TRELLIS_FIELD_REF:
      return sqlite3_bind_int64 (statement, index, trellis_record_get_ref (field, record));
    case TRELLIS_FIELD_PARENT:
      id = trellis_record_get_ref (field, record);
      return id != 0 ? sqlite3_bind_int64 (statement, index, id)
                     : sqlite3_bind_null (statement, index);
    case TRELLIS_FIELD_ENUM:
      name = trellis_field_name_of (field, trellis_record_get_int (field, record));
      return sqlite3_bind_text (statement, index, name, -1, SQLITE_STATIC);
    default:
      return sqlite3_bind_int (statement, index, trellis_record_get_int (field, record));
    }
}

/* A name that this Trellis does not know leaves an enum at its first value. */
static void
read_field (sqlite3_stmt       *statement,
            int                 column,
            const TrellisField *field,
            gpointer            record)
{
  if (trellis_field_is_ref (field))
    {
      trellis_record_set_ref (field, record, sqlite3_column_int64 (statement, column));
    }
  else if (is_text (field))
    {
      g_autofree char *text = trellis_connection_dup_text (statement, column);

      trellis_record_set_text (field, record, text);
    }
  else if (field->type == TRELLIS_FIELD_ENUM)
    {
      g_autofree char *name = trellis_connection_dup_text (statement, column);
      int              value = 0;

      trellis_record_set_int (field, record,
                              trellis_field_value_of (field, name, &value) ? value : 0);
    }
  else
    {
      trellis_record_set_int (field, record, sqlite3_column_int (statement, column));
    }
}

static void
read_record (sqlite3_stmt            *statement,
             const TrellisRecordType *type,
             gpointer                 record)
{
  ((TrellisRecord *) record)->id = sqlite3_column_int64 (statement, 0);
  for (guint i = 0; i < type->n_fields; i++)
    read_field (statement, i + 1, &type->fields[i], record);
}

static char *
make_insert (const TrellisRecordType *type)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO \"%s\" (%s", type->name,
                   trellis_record_sql_is_part (type) ? "report_id" : "id");
  append_columns (sql, type, "");
  g_string_append (sql, ") VALUES (?1");
  for (guint i = 0; i < type->n_fields; i++)
    g_string_append_printf (sql, ", ?%u", i + 2);
  g_string_append_c (sql, ')');
  return g_string_free_and_steal (sql);
}

/* Adds a row for @record under a new @id; its own id is not looked at. What stands in no
 * report is inserted with @report_id 0. */
gboolean
trellis_record_sql_insert (TrellisConnection       *connection,
                           const TrellisRecordType *type,
                           gint64                   report_id,
                           gconstpointer            record,
                           gint64                  *id,
                           GError                 **error)
{
  g_autofree char *sql = make_insert (type);
  sqlite3_stmt    *statement = trellis_connection_prepare (connection, sql, error);
  int              code = SQLITE_OK;

  if (statement == NULL)
    return FALSE;

  if (trellis_record_sql_is_part (type))
    code = sqlite3_bind_int64 (statement, 1, report_id);
  for (guint i = 0; i < type->n_fields && code == SQLITE_OK; i++)
    code = bind_field (statement, i + 2, &type->fields[i], record);

  if (code != SQLITE_OK)
    {
      trellis_connection_set_error (connection, code, error);
      return FALSE;
    }

  if (trellis_connection_step (connection, statement, error) != TRELLIS_STEP_DONE)
    return FALSE;

  sqlite3_clear_bindings (statement);
  *id = sqlite3_last_insert_rowid (connection->db);
  return TRUE;
}

static gboolean
fail_missing (TrellisConnection *connection,
              GError           **error)
{
  g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_NOT_FOUND,
               _("This is no longer in “%s”. Load the report again."), connection->name);
  return FALSE;
}

/* Reads the row of @id into @record, a new record of @type, or fails with
 * TRELLIS_ERROR_NOT_FOUND. Its position is the stored one: see trellis_record_order_get_rank(). */
gboolean
trellis_record_sql_load (TrellisConnection       *connection,
                         const TrellisRecordType *type,
                         gint64                   id,
                         gpointer                 record,
                         GError                 **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id");
  sqlite3_stmt       *statement;
  TrellisStep         step;

  append_columns (sql, type, "");
  g_string_append_printf (sql, " FROM \"%s\" WHERE id = ?1", type->name);

  statement = trellis_connection_query (connection, error, sql->str, "i", id);
  if (statement == NULL)
    return FALSE;

  step = trellis_connection_step (connection, statement, error);
  if (step == TRELLIS_STEP_ROW)
    read_record (statement, type, record);

  sqlite3_reset (statement);
  return step == TRELLIS_STEP_DONE ? fail_missing (connection, error) : step == TRELLIS_STEP_ROW;
}

static char *
make_select (const TrellisRecordType *type)
{
  const TrellisField *parent = trellis_record_order_get_parent (type);
  const TrellisField *list = trellis_record_order_get_list (type);
  GString            *sql = g_string_new ("SELECT t.id");

  append_columns (sql, type, "t.");
  g_string_append_printf (sql, " FROM \"%s\" t", type->name);
  if (parent != NULL)
    g_string_append_printf (sql, " JOIN \"%s\" p ON p.id = t.\"%s\"", parent->target->name,
                            parent->name);

  g_string_append (sql, " WHERE t.report_id = ?1 ORDER BY ");
  if (parent != NULL)
    g_string_append (sql, "p.position, p.id, ");
  if (list != NULL)
    {
      g_string_append (sql, "CASE t.list");
      for (guint i = 0; list->names[i] != NULL; i++)
        g_string_append_printf (sql, " WHEN '%s' THEN %u", list->names[i], i);
      g_string_append (sql, " END, ");
    }
  g_string_append (sql, "t.position, t.id");
  return g_string_free_and_steal (sql);
}

/* Appends all records of @type in a report to @records, in reading order, positions from 1. */
gboolean
trellis_record_sql_load_part (TrellisConnection       *connection,
                              const TrellisRecordType *type,
                              gint64                   report_id,
                              GPtrArray               *records,
                              GError                 **error)
{
  g_autofree char *sql = make_select (type);
  sqlite3_stmt    *statement = trellis_connection_query (connection, error, sql, "i", report_id);
  TrellisStep      step;

  if (statement == NULL)
    return FALSE;

  while ((step = trellis_connection_step (connection, statement, error)) == TRELLIS_STEP_ROW)
    {
      gpointer record = trellis_record_new (type);

      read_record (statement, type, record);
      g_ptr_array_add (records, record);
    }

  trellis_record_order_number (type, records);
  return step == TRELLIS_STEP_DONE;
}

/* Appends all of the library's records of @type to @records: aliases by vocabulary, name and text,
 * templates by name. */
gboolean
trellis_record_sql_load_library (TrellisConnection       *connection,
                                 const TrellisRecordType *type,
                                 GPtrArray               *records,
                                 GError                 **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id");
  sqlite3_stmt       *statement;
  TrellisStep         step = TRELLIS_STEP_ERROR;

  append_columns (sql, type, "");
  g_string_append_printf (sql, " FROM \"%s\" ORDER BY %s, id", type->name,
                          type == &trellis_alias_type ? "vocabulary DESC, name, text" : "name");
  statement = trellis_connection_query (connection, error, sql->str, "");
  while (statement != NULL
         && (step = trellis_connection_step (connection, statement, error)) == TRELLIS_STEP_ROW)
    {
      gpointer record = trellis_record_new (type);

      read_record (statement, type, record);
      g_ptr_array_add (records, record);
    }

  return step == TRELLIS_STEP_DONE;
}

gboolean
trellis_record_sql_update_text (TrellisConnection       *connection,
                                const TrellisRecordType *type,
                                gint64                   id,
                                const TrellisField      *field,
                                const char              *value,
                                GError                 **error)
{
  g_autofree char *sql = NULL;

  g_return_val_if_fail (is_text (field), FALSE);

  sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?2 WHERE id = ?1", type->name, field->name);
  if (!trellis_connection_run (connection, error, sql, "it", id, value))
    return FALSE;

  return sqlite3_changes (connection->db) > 0 || fail_missing (connection, error);
}

gboolean
trellis_record_sql_update_int (TrellisConnection       *connection,
                               const TrellisRecordType *type,
                               gint64                   id,
                               const TrellisField      *field,
                               gint64                   value,
                               GError                 **error)
{
  g_autofree char *sql = NULL;
  gboolean         done;

  g_return_val_if_fail (!is_text (field), FALSE);

  sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?2 WHERE id = ?1", type->name, field->name);
  if (field->type == TRELLIS_FIELD_ENUM)
    done = trellis_connection_run (connection, error, sql, "it", id,
                                   trellis_field_name_of (field, (int) value));
  else if (field->type == TRELLIS_FIELD_PARENT && value == 0)
    done = trellis_connection_run (connection, error, sql, "it", id, NULL);
  else
    done = trellis_connection_run (connection, error, sql, "ii", id, value);

  return done && (sqlite3_changes (connection->db) > 0 || fail_missing (connection, error));
}

/* Deletes a row and, by cascade, all that belongs to it. */
gboolean
trellis_record_sql_delete (TrellisConnection       *connection,
                           const TrellisRecordType *type,
                           gint64                   id,
                           GError                 **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?1", type->name);

  if (!trellis_connection_run (connection, error, sql, "i", id))
    return FALSE;

  return sqlite3_changes (connection->db) > 0 || fail_missing (connection, error);
}

/* The report that a record belongs to; for a report's own row its id, for the library's own 0. */
gboolean
trellis_record_sql_get_report (TrellisConnection       *connection,
                               const TrellisRecordType *type,
                               gint64                   id,
                               gint64                  *report_id,
                               GError                 **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE id = ?1",
                                          trellis_record_sql_is_part (type) ? "report_id" : "id",
                                          type->name);

  *report_id = 0;
  if (trellis_record_type_is_library (type))
    return TRUE;
  if (!trellis_connection_get_int (connection, report_id, error, sql, "i", id))
    return FALSE;

  return *report_id != 0 || fail_missing (connection, error);
}
