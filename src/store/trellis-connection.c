/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-connection.h"

#include "trellis-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/* No text, row or changeset is larger; SQLite refuses before it allocates. */
#define MAX_LENGTH (256 * 1024 * 1024)

#define OPEN_FLAGS (SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX)

static const struct
{
  int limit;
  int value;
} limits[] = {
  { SQLITE_LIMIT_LENGTH, MAX_LENGTH },
  { SQLITE_LIMIT_SQL_LENGTH, 100000 },
  { SQLITE_LIMIT_COLUMN, 100 },
  { SQLITE_LIMIT_EXPR_DEPTH, 50 },
  { SQLITE_LIMIT_COMPOUND_SELECT, 10 },
  { SQLITE_LIMIT_VDBE_OP, 25000 },
  { SQLITE_LIMIT_FUNCTION_ARG, 8 },
  { SQLITE_LIMIT_ATTACHED, 1 }, /* VACUUM INTO attaches its target */
  { SQLITE_LIMIT_VARIABLE_NUMBER, 100 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
};

static gboolean
is_disk_full (TrellisConnection *self,
              int                code)
{
  int number = sqlite3_system_errno (self->db);

  if ((code & 0xff) == SQLITE_FULL)
    return TRUE;

  return (code & 0xff) == SQLITE_IOERR
         && (number == ENOSPC || number == EFBIG || number == EDQUOT);
}

/* Says in one sentence why SQLite refused. @code is a result code, extended or not. */
void
trellis_connection_set_error (TrellisConnection *self,
                              int                code,
                              GError           **error)
{
  if (is_disk_full (self, code))
    {
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_WRITE,
                   _("The disk is full: “%s” was not changed. Free some space and try again."),
                   self->name);
      return;
    }

  switch (code & 0xff)
    {
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_WRITE,
                   _("“%s” cannot be written. Check the permissions of the file and its folder."),
                   self->path);
      break;
    case SQLITE_CANTOPEN:
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_UNREADABLE,
                   _("“%s” cannot be opened. Check the permissions of the file and its folder."),
                   self->path);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_STORE,
                   _("“%s” is being changed by another program. Try again in a moment."),
                   self->name);
      break;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                   _("“%s” is damaged. Restore a backup, or move the file away to begin anew."),
                   self->path);
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled."));
      break;
    case SQLITE_TOOBIG:
    case SQLITE_NOMEM:
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_TOO_LARGE,
                   _("This is too large for “%s”, which was not changed. Split it up."),
                   self->name);
      break;
    default:
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_STORE,
                   _("“%s” was not changed: SQLite says “%s”."),
                   self->name, sqlite3_errmsg (self->db));
      break;
    }
}

/* Whether this SQLite has what undo rests on. */
gboolean
trellis_connection_check_sqlite (GError **error)
{
  if (sqlite3_compileoption_used ("ENABLE_SESSION")
      && sqlite3_compileoption_used ("ENABLE_PREUPDATE_HOOK"))
    return TRUE;

  g_set_error_literal (error, TRELLIS_ERROR, TRELLIS_ERROR_STORE,
                       _("This system’s SQLite lacks the session extension, on which undo rests. "
                         "Install an SQLite built with SQLITE_ENABLE_SESSION and "
                         "SQLITE_ENABLE_PREUPDATE_HOOK."));
  return FALSE;
}

/* The one place that configures a connection. The library may come from anywhere, so its schema
 * is not trusted, and SQL cannot damage the file. A commit survives kill -9 at once, a power cut
 * as of the last checkpoint; nobody waits, and the worker does the checkpoints. */
static gboolean
configure (TrellisConnection *self,
           GError           **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (self->db, limits[i].limit, limits[i].value);

  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_timeout (self->db, 0);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);

  return trellis_connection_exec (self, "PRAGMA cell_size_check = ON", error)
         && trellis_connection_exec (self, "PRAGMA foreign_keys = ON", error)
         && trellis_connection_exec (self, "PRAGMA journal_mode = WAL", error)
         && trellis_connection_exec (self, "PRAGMA synchronous = NORMAL", error)
         && trellis_connection_exec (self, "PRAGMA wal_autocheckpoint = 0", error)
         && trellis_connection_exec (self, "PRAGMA journal_size_limit = 4194304", error);
}

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

/* Opens @path, which is made when it is not there, and configures the connection. What stands in
 * the file is for trellis_library_open() to judge. */
TrellisConnection *
trellis_connection_open (const char *path,
                         GError    **error)
{
  g_autoptr (TrellisConnection) self = NULL;
  int                           code;

  self = g_new0 (TrellisConnection, 1);
  self->path = g_strdup (path);
  self->name = g_path_get_basename (path);
  self->revision = -1;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize);
  code = sqlite3_open_v2 (path, &self->db, OPEN_FLAGS, NULL);
  if (code != SQLITE_OK)
    {
      trellis_connection_set_error (self, code, error);
      return NULL;
    }

  if (!configure (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
trellis_connection_free (TrellisConnection *self)
{
  g_clear_pointer (&self->statements, g_hash_table_unref);
  sqlite3_close_v2 (self->db);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

/* The statement of @sql, reset and without values. It stays the connection's. */
sqlite3_stmt *
trellis_connection_prepare (TrellisConnection *self,
                            const char        *sql,
                            GError           **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  int           code;

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }

  code = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      trellis_connection_set_error (self, code, error);
      return NULL;
    }

  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

static sqlite3_stmt *
query_valist (TrellisConnection *self,
              GError           **error,
              const char        *sql,
              const char        *format,
              va_list            values)
{
  sqlite3_stmt *statement = trellis_connection_prepare (self, sql, error);
  int           code = SQLITE_OK;

  for (int i = 0; statement != NULL && format[i] != '\0' && code == SQLITE_OK; i++)
    {
      if (format[i] == 'i')
        code = sqlite3_bind_int64 (statement, i + 1, va_arg (values, gint64));
      else
        code = sqlite3_bind_text (statement, i + 1, va_arg (values, const char *), -1,
                                  SQLITE_TRANSIENT);
    }

  if (code == SQLITE_OK)
    return statement;

  trellis_connection_set_error (self, code, error);
  return NULL;
}

/* The statement of @sql with its values bound by @format, ready to be stepped. */
sqlite3_stmt *
trellis_connection_query (TrellisConnection *self,
                          GError           **error,
                          const char        *sql,
                          const char        *format,
                          ...)
{
  sqlite3_stmt *statement;
  va_list       values;

  va_start (values, format);
  statement = query_valist (self, error, sql, format, values);
  va_end (values);
  return statement;
}

TrellisStep
trellis_connection_step (TrellisConnection *self,
                         sqlite3_stmt      *statement,
                         GError           **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return TRELLIS_STEP_ROW;

  if (code != SQLITE_DONE)
    trellis_connection_set_error (self, code, error);
  sqlite3_reset (statement);
  return code == SQLITE_DONE ? TRELLIS_STEP_DONE : TRELLIS_STEP_ERROR;
}

/* Runs a statement whose rows, if any, nobody wants. */
gboolean
trellis_connection_run (TrellisConnection *self,
                        GError           **error,
                        const char        *sql,
                        const char        *format,
                        ...)
{
  sqlite3_stmt *statement;
  TrellisStep   step = TRELLIS_STEP_ROW;
  va_list       values;

  va_start (values, format);
  statement = query_valist (self, error, sql, format, values);
  va_end (values);

  while (statement != NULL && step == TRELLIS_STEP_ROW)
    step = trellis_connection_step (self, statement, error);

  return step == TRELLIS_STEP_DONE;
}

/* Puts the first column of the first row into @value, or 0 where there is no row. */
gboolean
trellis_connection_get_int (TrellisConnection *self,
                            gint64            *value,
                            GError           **error,
                            const char        *sql,
                            const char        *format,
                            ...)
{
  sqlite3_stmt *statement;
  TrellisStep   step;
  va_list       values;

  *value = 0;
  va_start (values, format);
  statement = query_valist (self, error, sql, format, values);
  va_end (values);
  if (statement == NULL)
    return FALSE;

  step = trellis_connection_step (self, statement, error);
  if (step == TRELLIS_STEP_ROW)
    *value = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return step != TRELLIS_STEP_ERROR;
}

/* Runs SQL of any number of statements, without values or results. */
gboolean
trellis_connection_exec (TrellisConnection *self,
                         const char        *sql,
                         GError           **error)
{
  int code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;

  trellis_connection_set_error (self, code, error);
  return FALSE;
}

/* Begins a transaction that writes. Nobody waits: when another connection is writing, this fails
 * at once and trellis_connection_is_busy() says so. */
gboolean
trellis_connection_begin (TrellisConnection *self,
                          GError           **error)
{
  return trellis_connection_run (self, error, "BEGIN IMMEDIATE", "");
}

gboolean
trellis_connection_commit (TrellisConnection *self,
                           GError           **error)
{
  if (trellis_connection_run (self, error, "COMMIT", ""))
    return TRUE;

  trellis_connection_rollback (self);
  return FALSE;
}

/* Ends a transaction without a trace; SQLite may have done so by itself. */
void
trellis_connection_rollback (TrellisConnection *self)
{
  if (!sqlite3_get_autocommit (self->db))
    trellis_connection_run (self, NULL, "ROLLBACK", "");
  self->revision = -1;
}

/* Whether the last failure was another connection's doing, and passes. */
gboolean
trellis_connection_is_busy (TrellisConnection *self)
{
  int code = sqlite3_errcode (self->db) & 0xff;

  return code == SQLITE_BUSY || code == SQLITE_LOCKED;
}

/* A column's text, never NULL and always UTF-8, whatever stands in the file. */
char *
trellis_connection_dup_text (sqlite3_stmt *statement,
                             int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  if (text == NULL)
    return g_strdup ("");

  return g_utf8_validate (text, -1, NULL) ? g_strdup (text) : g_utf8_make_valid (text, -1);
}
