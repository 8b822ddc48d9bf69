/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-changeset.h"

#include "trellis-record-sql.h"

static gboolean
check (TrellisConnection *connection,
       int                code,
       GError           **error)
{
  if (code == SQLITE_OK)
    return TRUE;

  trellis_connection_set_error (connection, code, error);
  return FALSE;
}

/* Begins to record what the open transaction changes in the recorded tables, which are attached by
 * name: the history does not record itself. */
sqlite3_session *
trellis_changeset_record (TrellisConnection *connection,
                          GError           **error)
{
  g_autoptr (sqlite3_session) session = NULL;
  int                         code = sqlite3session_create (connection->db, "main", &session);

  if (code == SQLITE_OK)
    code = sqlite3session_attach (session, trellis_report_type.name);
  for (guint i = 0; trellis_library_records[i] != NULL && code == SQLITE_OK; i++)
    code = sqlite3session_attach (session, trellis_library_records[i]->name);
  for (guint i = 0; trellis_report_parts[i] != NULL && code == SQLITE_OK; i++)
    code = sqlite3session_attach (session, trellis_report_parts[i]->name);

  return check (connection, code, error) ? g_steal_pointer (&session) : NULL;
}

static gint64
read_id (sqlite3_changeset_iter *changes,
         int                     operation,
         int                     n_columns)
{
  sqlite3_value *value = NULL;
  unsigned char *is_key = NULL;
  int            column = 0;

  sqlite3changeset_pk (changes, &is_key, NULL);
  while (column < n_columns - 1 && !is_key[column])
    column++;

  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (changes, column, &value);
  else
    sqlite3changeset_old (changes, column, &value);

  return value != NULL ? sqlite3_value_int64 (value) : 0;
}

static void
read_row (sqlite3_changeset_iter *changes,
          GArray                 *rows)
{
  TrellisChangedRow row;
  const char       *table;
  int               n_columns, operation, indirect;

  sqlite3changeset_op (changes, &table, &n_columns, &operation, &indirect);
  row.type = trellis_record_sql_find_type (table);
  row.id = read_id (changes, operation, n_columns);
  row.event = operation == SQLITE_INSERT   ? TRELLIS_ROW_INSERTED
              : operation == SQLITE_DELETE ? TRELLIS_ROW_DELETED
                                           : TRELLIS_ROW_UPDATED;
  if (row.type != NULL)
    g_array_append_val (rows, row);
}

/* Appends the rows that @changeset touches to @rows. */
gboolean
trellis_changeset_read_rows (TrellisConnection      *connection,
                             const TrellisChangeset *changeset,
                             GArray                 *rows,
                             GError                **error)
{
  sqlite3_changeset_iter *changes = NULL;
  int                     code;

  code = sqlite3changeset_start (&changes, changeset->size, changeset->data);
  if (code == SQLITE_OK)
    {
      while (sqlite3changeset_next (changes) == SQLITE_ROW)
        read_row (changes, rows);
      code = sqlite3changeset_finalize (changes);
    }

  return check (connection, code, error);
}

/* What @session has recorded so far. Its size is 0 when that comes to nothing. */
gboolean
trellis_changeset_read (TrellisConnection *connection,
                        sqlite3_session   *session,
                        TrellisChangeset  *changeset,
                        GError           **error)
{
  return check (connection,
                sqlite3session_changeset (session, &changeset->size, &changeset->data), error);
}

gboolean
trellis_changeset_invert (TrellisConnection      *connection,
                          const TrellisChangeset *changeset,
                          TrellisChangeset       *inverse,
                          GError                **error)
{
  return check (connection,
                sqlite3changeset_invert (changeset->size, changeset->data, &inverse->size,
                                         &inverse->data),
                error);
}

/* Both changes as one, @first before @second. */
gboolean
trellis_changeset_concat (TrellisConnection      *connection,
                          const TrellisChangeset *first,
                          const TrellisChangeset *second,
                          TrellisChangeset       *both,
                          GError                **error)
{
  return check (connection,
                sqlite3changeset_concat (first->size, first->data, second->size, second->data,
                                         &both->size, &both->data),
                error);
}

/* Any row that is not as the change left it ends the whole step. */
static int
on_conflict (void                   *data,
             int                     conflict,
             sqlite3_changeset_iter *changes)
{
  return SQLITE_CHANGESET_ABORT;
}

/* Applies a changeset inside the open transaction, wholly or not at all. Rows that a cascade would
 * take are in the changeset themselves, so no foreign key acts. Sets @conflict, and no error, when
 * the rows are not as the changeset expects them. */
gboolean
trellis_changeset_apply (TrellisConnection      *connection,
                         const TrellisChangeset *changeset,
                         gboolean               *conflict,
                         GError                **error)
{
  int code = sqlite3changeset_apply_v2 (connection->db, changeset->size, changeset->data, NULL,
                                        on_conflict, NULL, NULL, NULL,
                                        SQLITE_CHANGESETAPPLY_FKNOACTION);

  /* ABORT for a row that is not as expected, CONSTRAINT for a reference to one that is gone. */
  *conflict = code == SQLITE_ABORT || (code & 0xff) == SQLITE_CONSTRAINT;
  return !*conflict && check (connection, code, error);
}
