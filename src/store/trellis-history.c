/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-history.h"

#include "trellis-error.h"

#include <glib/gi18n-lib.h>

/* A step over a longer change than this takes longer than a frame. */
#define LONG_ROWS 200
#define LONG_BYTES (1024 * 1024)

#define CHANGE_COLUMNS "id, undone, report_id, kind, name, other, count, made"

/* How often the library was done, undone or redone, by whomever. */
gint64
trellis_history_get_revision (TrellisConnection *connection)
{
  gint64 revision;

  trellis_connection_get_int (connection, &revision, NULL,
                              "SELECT revision FROM library WHERE id = 1", "");
  return revision;
}

/* Counts this transaction, and brings what is known about the history up to date with what
 * other connections did to it. */
static gboolean
count_revision (TrellisConnection *connection,
                GError           **error)
{
  gint64 revision;

  if (!trellis_connection_get_int (connection, &revision, error,
                                   "UPDATE library SET revision = revision + 1 WHERE id = 1 "
                                   "RETURNING revision",
                                   ""))
    return FALSE;

  if (revision != connection->revision + 1
      && (!trellis_connection_get_int (connection, &connection->n_changes, error,
                                       "SELECT count(*) FROM history", "")
          || !trellis_connection_get_int (connection, &connection->n_bytes, error,
                                          "SELECT coalesce(sum(size), 0) FROM history", "")))
    return FALSE;

  connection->revision = revision;
  return TRUE;
}

/* Deletes what the WHERE clause @which finds, and keeps count. */
static gboolean
drop (TrellisConnection *connection,
      const char        *which,
      GError           **error)
{
  g_autofree char *sql = g_strconcat ("DELETE FROM history WHERE ", which, " RETURNING size",
                                      NULL);
  sqlite3_stmt    *statement = trellis_connection_query (connection, error, sql, "");
  TrellisStep      step = TRELLIS_STEP_ERROR;

  while (statement != NULL
         && (step = trellis_connection_step (connection, statement, error)) == TRELLIS_STEP_ROW)
    {
      connection->n_changes--;
      connection->n_bytes -= sqlite3_column_int64 (statement, 0);
    }

  return step == TRELLIS_STEP_DONE;
}

static gboolean
trim (TrellisConnection *connection,
      GError           **error)
{
  while (connection->n_changes > TRELLIS_HISTORY_MAX_CHANGES
         || (connection->n_bytes > TRELLIS_HISTORY_MAX_BYTES && connection->n_changes > 1))
    if (!drop (connection, "id = (SELECT min(id) FROM history)", error))
      return FALSE;

  return TRUE;
}

static gboolean
write_change (TrellisConnection      *connection,
              const TrellisChangeset *changeset,
              TrellisAnnouncement    *announcement,
              GError                **error)
{
  TrellisChange *change = announcement->change;
  sqlite3_stmt  *statement;

  statement = trellis_connection_query (connection, error,
                                        "INSERT INTO history (report_id, kind, name, other, count,"
                                        " made, size, n_rows, changeset)"
                                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                                        "itttitii", change->report_id,
                                        trellis_change_kind_to_name (change->kind),
                                        change->name, change->other, (gint64) change->count,
                                        change->made, (gint64) changeset->size,
                                        (gint64) announcement->rows->len);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_blob (statement, 9, changeset->data, changeset->size, SQLITE_STATIC);
  if (trellis_connection_step (connection, statement, error) != TRELLIS_STEP_DONE)
    return FALSE;

  sqlite3_clear_bindings (statement);
  change->id = sqlite3_last_insert_rowid (connection->db);
  connection->n_changes++;
  connection->n_bytes += changeset->size;
  return TRUE;
}

static gboolean
read_changeset (TrellisConnection *connection,
                gint64             id,
                TrellisChangeset  *changeset,
                GError           **error)
{
  sqlite3_stmt *statement = trellis_connection_query (connection, error,
                                                      "SELECT changeset FROM history WHERE id = ?1",
                                                      "i", id);

  if (statement == NULL
      || trellis_connection_step (connection, statement, error) != TRELLIS_STEP_ROW)
    return FALSE;

  changeset->size = sqlite3_column_bytes (statement, 0);
  changeset->data = sqlite3_malloc (MAX (changeset->size, 1));
  if (changeset->size > 0 && changeset->data != NULL)
    memcpy (changeset->data, sqlite3_column_blob (statement, 0), changeset->size);
  sqlite3_reset (statement);
  return TRUE;
}

/* Whether a change of @kind comes to nothing but the report's day of editing. */
static gboolean
is_nothing (TrellisConnection      *connection,
            const TrellisChangeset *changeset,
            TrellisChangeKind       kind)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (TrellisChangedRow));

  if (kind == TRELLIS_CHANGE_EDIT_DETAILS || kind == TRELLIS_CHANGE_TEMPLATE)
    return FALSE;

  trellis_changeset_read_rows (connection, changeset, rows, NULL);
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, TrellisChangedRow, i).type != &trellis_report_type)
      return FALSE;

  return TRUE;
}

/* Drops the last change, which together with what followed came to nothing but @rest. */
static gboolean
drop_last (TrellisConnection      *connection,
           const TrellisChangeset *rest,
           GError                **error)
{
  g_auto (TrellisChangeset) inverse = { 0 };
  gboolean                  conflict;

  return trellis_changeset_invert (connection, rest, &inverse, error)
         && trellis_changeset_apply (connection, &inverse, &conflict, error)
         && drop (connection, "id = (SELECT max(id) FROM history)", error);
}

/* Makes @changeset and the change @id one. Where together they come to nothing, so does the
 * change. */
static gboolean
merge_change (TrellisConnection      *connection,
              const TrellisChangeset *changeset,
              gint64                  id,
              TrellisAnnouncement    *announcement,
              GError                **error)
{
  TrellisChange            *change = announcement->change;
  g_auto (TrellisChangeset) first = { 0 };
  g_auto (TrellisChangeset) both = { 0 };
  sqlite3_stmt             *statement;

  if (!read_changeset (connection, id, &first, error)
      || !trellis_changeset_concat (connection, &first, changeset, &both, error))
    return FALSE;

  if (is_nothing (connection, &both, change->kind))
    return drop_last (connection, &both, error);

  statement = trellis_connection_query (connection, error,
                                        "UPDATE history SET made = ?2, size = ?3, changeset = ?4"
                                        " WHERE id = ?1",
                                        "iti", id, change->made, (gint64) both.size);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_blob (statement, 4, both.data, both.size, SQLITE_STATIC);
  change->id = id;
  connection->n_bytes += both.size - first.size;
  return trellis_connection_step (connection, statement, error) == TRELLIS_STEP_DONE
         && sqlite3_clear_bindings (statement) == SQLITE_OK;
}

/* Writes the change of @announcement, made by @changeset, into the open transaction, and what was
 * undone is gone. When @merge_into is the last change, the two become one. Afterwards the change
 * has its id. */
gboolean
trellis_history_append (TrellisConnection      *connection,
                        const TrellisChangeset *changeset,
                        TrellisAnnouncement    *announcement,
                        gint64                  merge_into,
                        GError                **error)
{
  gint64 last = 0;

  if (!count_revision (connection, error) || !drop (connection, "undone = 1", error))
    return FALSE;

  if (merge_into != 0
      && !trellis_connection_get_int (connection, &last, error, "SELECT max(id) FROM history", ""))
    return FALSE;

  if (last != 0 && last == merge_into)
    return merge_change (connection, changeset, last, announcement, error);

  return write_change (connection, changeset, announcement, error) && trim (connection, error);
}

/* Ends redo: somebody wrote past the history. */
gboolean
trellis_history_drop_undone (TrellisConnection *connection,
                             GError           **error)
{
  if (!trellis_connection_begin (connection, error))
    return FALSE;

  if (count_revision (connection, error) && drop (connection, "undone = 1", error))
    return trellis_connection_commit (connection, error);

  trellis_connection_rollback (connection);
  return FALSE;
}

static TrellisChange *
read_change (sqlite3_stmt *statement)
{
  g_autofree char *kind = trellis_connection_dup_text (statement, 3);
  TrellisChange   *change = g_new0 (TrellisChange, 1);

  change->id = sqlite3_column_int64 (statement, 0);
  change->undone = sqlite3_column_int (statement, 1) != 0;
  change->report_id = sqlite3_column_int64 (statement, 2);
  change->kind = trellis_change_kind_from_name (kind);
  change->name = trellis_connection_dup_text (statement, 4);
  change->other = trellis_connection_dup_text (statement, 5);
  change->count = (guint) sqlite3_column_int (statement, 6);
  change->made = trellis_connection_dup_text (statement, 7);
  return change;
}

#define LAST_APPLIED "(SELECT max(id) FROM history WHERE undone = 0)"
#define FIRST_UNDONE "(SELECT min(id) FROM history WHERE undone = 1)"

/* The change that undo, or redo, would step over; NULL when there is none. */
TrellisChange *
trellis_history_peek (TrellisConnection *connection,
                      TrellisCause       direction)
{
  const char    *sql = direction == TRELLIS_CAUSE_UNDO
                           ? "SELECT " CHANGE_COLUMNS " FROM history WHERE id = " LAST_APPLIED
                           : "SELECT " CHANGE_COLUMNS " FROM history WHERE id = " FIRST_UNDONE;
  sqlite3_stmt  *statement = trellis_connection_query (connection, NULL, sql, "");
  TrellisChange *change = NULL;

  if (statement == NULL)
    return NULL;

  if (trellis_connection_step (connection, statement, NULL) == TRELLIS_STEP_ROW)
    change = read_change (statement);
  sqlite3_reset (statement);
  return change;
}

/* Whether that step takes longer than a frame may. */
gboolean
trellis_history_is_long (TrellisConnection *connection,
                         TrellisCause       direction)
{
  const char *sql = direction == TRELLIS_CAUSE_UNDO
                        ? "SELECT n_rows > ?1 OR size > ?2 FROM history WHERE id = " LAST_APPLIED
                        : "SELECT n_rows > ?1 OR size > ?2 FROM history WHERE id = " FIRST_UNDONE;
  gint64      is_long;

  trellis_connection_get_int (connection, &is_long, NULL, sql, "ii", (gint64) LONG_ROWS,
                              (gint64) LONG_BYTES);
  return is_long != 0;
}

/* All changes, the newest first: undone ones, then applied ones. TrellisChange, owned. */
GPtrArray *
trellis_history_list (TrellisConnection *connection,
                      GError           **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                                      trellis_change_free);
  sqlite3_stmt         *statement;
  TrellisStep           step = TRELLIS_STEP_ERROR;

  statement = trellis_connection_query (connection, error,
                                        "SELECT " CHANGE_COLUMNS " FROM history ORDER BY id DESC",
                                        "");
  while (statement != NULL
         && (step = trellis_connection_step (connection, statement, error)) == TRELLIS_STEP_ROW)
    g_ptr_array_add (changes, read_change (statement));

  return step == TRELLIS_STEP_DONE ? g_steal_pointer (&changes) : NULL;
}

static gboolean
apply (TrellisConnection         *connection,
       const TrellisChangeset    *changeset,
       const TrellisAnnouncement *announcement,
       GError                   **error)
{
  g_autofree char *label = NULL;
  gboolean         conflict;

  if (trellis_changeset_apply (connection, changeset, &conflict, error))
    return TRUE;

  if (!conflict)
    return FALSE;

  label = trellis_change_get_label (announcement->change);
  if (announcement->cause == TRELLIS_CAUSE_UNDO)
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_CONFLICT,
                 _("“%s” cannot be undone: another program has changed the same place since. "
                   "Nothing was changed."),
                 label);
  else
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_CONFLICT,
                 _("“%s” cannot be redone: another program has changed the same place since. "
                   "Nothing was changed."),
                 label);
  return FALSE;
}

static gboolean
step_over (TrellisConnection   *connection,
           TrellisAnnouncement *announcement,
           GError             **error)
{
  TrellisChange            *change = announcement->change;
  gboolean                  undo = announcement->cause == TRELLIS_CAUSE_UNDO;
  g_auto (TrellisChangeset) forward = { 0 };
  g_auto (TrellisChangeset) inverse = { 0 };
  TrellisChangeset         *changeset = undo ? &inverse : &forward;

  if (!read_changeset (connection, change->id, &forward, error)
      || (undo && !trellis_changeset_invert (connection, &forward, &inverse, error)))
    return FALSE;

  change->undone = undo;
  return apply (connection, changeset, announcement, error)
         && trellis_changeset_read_rows (connection, changeset, announcement->rows, error)
         && trellis_connection_run (connection, error,
                                    "UPDATE history SET undone = ?2 WHERE id = ?1", "ii",
                                    change->id, (gint64) undo)
         && count_revision (connection, error);
}

/* Undoes the last change, or redoes the last undone, in a transaction of its own, and says what
 * that touched. @direction is UNDO or REDO. Fails with TRELLIS_ERROR_NOT_FOUND when there is none,
 * and with TRELLIS_ERROR_CONFLICT, changing nothing, when the rows are not as the change left
 * them. */
gboolean
trellis_history_step (TrellisConnection    *connection,
                      TrellisCause          direction,
                      TrellisAnnouncement **announcement,
                      GError              **error)
{
  g_autoptr (TrellisAnnouncement) made = NULL;
  TrellisChange                  *change;

  if (!trellis_connection_begin (connection, error))
    return FALSE;

  change = trellis_history_peek (connection, direction);
  made = trellis_announcement_new (direction, change);
  if (change == NULL)
    g_set_error_literal (error, TRELLIS_ERROR, TRELLIS_ERROR_NOT_FOUND,
                         direction == TRELLIS_CAUSE_UNDO ? _("Nothing left to undo.")
                                                         : _("Nothing left to redo."));

  if (change == NULL || !step_over (connection, made, error))
    {
      trellis_connection_rollback (connection);
      return FALSE;
    }

  if (!trellis_connection_commit (connection, error))
    return FALSE;

  *announcement = g_steal_pointer (&made);
  return TRUE;
}
