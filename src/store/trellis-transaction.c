/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-transaction-private.h"

#include "trellis-history.h"
#include "trellis-record-order.h"
#include "trellis-record-sql.h"

struct _TrellisTransaction
{
  TrellisConnection *connection;  /* not owned */
  TrellisChange     *change;      /* NULL until it is described */
  gint64             first_id;    /* of the first row inserted */
  gboolean           is_touching; /* the report counts as edited */
};

/* Says what the change is. Names are as they were before it, plain text; "" where the kind has
 * none. Every command calls this. */
void
trellis_transaction_describe (TrellisTransaction *self,
                              TrellisChangeKind   kind,
                              gint64              report_id,
                              const char         *name,
                              const char         *other,
                              guint               count)
{
  g_clear_pointer (&self->change, trellis_change_free);
  self->change = trellis_change_new (kind);
  self->change->report_id = report_id;
  self->change->count = count;
  g_set_str (&self->change->name, name);
  g_set_str (&self->change->other, other);
  self->is_touching = kind != TRELLIS_CHANGE_IMPORT && kind != TRELLIS_CHANGE_DUPLICATE
                      && kind != TRELLIS_CHANGE_NEW_REPORT;
}

/* Adds a copy of @record to a report, last among its siblings when its position is 0. What
 * stands in no report goes with @report_id 0.
 *
 * Returns: its id, or 0 with an error */
gint64
trellis_transaction_insert (TrellisTransaction      *self,
                            const TrellisRecordType *type,
                            gint64                   report_id,
                            gconstpointer            record,
                            GError                 **error)
{
  const TrellisField *position = trellis_record_type_find_field (type, "position");
  gint64              id;

  if (!trellis_record_sql_insert (self->connection, type, report_id, record, &id, error))
    return 0;

  if (self->first_id == 0)
    self->first_id = id;
  if (position != NULL && trellis_record_get_int (position, record) <= 0
      && !trellis_record_order_put_last (self->connection, type, id, error))
    return 0;

  return id;
}

/* @field names a TEXT or MARKDOWN member of @type. */
gboolean
trellis_transaction_set_text (TrellisTransaction      *self,
                              const TrellisRecordType *type,
                              gint64                   id,
                              const char              *field,
                              const char              *value,
                              GError                 **error)
{
  const TrellisField *found = trellis_record_type_find_field (type, field);

  g_return_val_if_fail (found != NULL, FALSE);

  return trellis_record_sql_update_text (self->connection, type, id, found, value, error);
}

/* @field names an INT, BOOLEAN, ENUM or REF member of @type. A record that comes into another list
 * or under another parent stands last there. */
gboolean
trellis_transaction_set_int (TrellisTransaction      *self,
                             const TrellisRecordType *type,
                             gint64                   id,
                             const char              *field,
                             gint64                   value,
                             GError                 **error)
{
  const TrellisField *found = trellis_record_type_find_field (type, field);

  g_return_val_if_fail (found != NULL, FALSE);

  if (!trellis_record_sql_update_int (self->connection, type, id, found, value, error))
    return FALSE;

  if (type != &trellis_report_type
      && (found == trellis_record_order_get_parent (type) || g_str_equal (field, "list")))
    return trellis_record_order_put_last (self->connection, type, id, error);

  return TRUE;
}

/* Deletes a record and all that belongs to it: a component's involvements, a report's parts. */
gboolean
trellis_transaction_delete (TrellisTransaction      *self,
                            const TrellisRecordType *type,
                            gint64                   id,
                            GError                 **error)
{
  return trellis_record_sql_delete (self->connection, type, id, error);
}

/* Puts a record at @position among its siblings, from 1; beyond the last means last. */
gboolean
trellis_transaction_move (TrellisTransaction      *self,
                          const TrellisRecordType *type,
                          gint64                   id,
                          guint                    position,
                          GError                 **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint              from = 0;
  guint              to;

  if (!trellis_record_order_list (self->connection, type, id, ids, error))
    return FALSE;

  while (from < ids->len && g_array_index (ids, gint64, from) != id)
    from++;
  if (from == ids->len)
    return TRUE;

  g_array_remove_index (ids, from);
  to = MIN (MAX (position, 1) - 1, ids->len);
  g_array_insert_val (ids, to, id);

  for (guint i = 0; i < ids->len; i++)
    if (!trellis_record_order_set_position (self->connection, type, g_array_index (ids, gint64, i),
                                            (int) i + 1, error))
      return FALSE;

  return TRUE;
}

/* The record of @id, or NULL with TRELLIS_ERROR_NOT_FOUND; free it with trellis_record_free(). A
 * report comes without its parts; positions are as stored, which only order. */
gpointer
trellis_transaction_load (TrellisTransaction      *self,
                          const TrellisRecordType *type,
                          gint64                   id,
                          GError                 **error)
{
  gpointer record = trellis_record_new (type);

  if (trellis_record_sql_load (self->connection, type, id, record, error))
    return record;

  trellis_record_free (type, record);
  return NULL;
}

/* Appends a report's records of @type, in reading order, to @records, which owns none. */
gboolean
trellis_transaction_load_part (TrellisTransaction      *self,
                               const TrellisRecordType *type,
                               gint64                   report_id,
                               GPtrArray               *records,
                               GError                 **error)
{
  return trellis_record_sql_load_part (self->connection, type, report_id, records, error);
}

/* The id of the report that a record belongs to, or 0 with TRELLIS_ERROR_NOT_FOUND; 0 for what
 * belongs to the library. */
gint64
trellis_transaction_get_report (TrellisTransaction      *self,
                                const TrellisRecordType *type,
                                gint64                   id,
                                GError                 **error)
{
  gint64 report_id;

  return trellis_record_sql_get_report (self->connection, type, id, &report_id, error) ? report_id
                                                                                       : 0;
}

/* Appends the library's records of @type to @records: all aliases, or all templates. */
gboolean
trellis_transaction_load_library (TrellisTransaction      *self,
                                  const TrellisRecordType *type,
                                  GPtrArray               *records,
                                  GError                 **error)
{
  return trellis_record_sql_load_library (self->connection, type, records, error);
}

/* Puts the id of the cell's involvement into @id, 0 when there is none. */
gboolean
trellis_transaction_find_involvement (TrellisTransaction *self,
                                      gint64              component_id,
                                      gint64              role_id,
                                      gint64             *id,
                                      GError            **error)
{
  return trellis_connection_get_int (self->connection, id, error,
                                     "SELECT id FROM involvement"
                                     " WHERE component_id = ?1 AND role_id = ?2"
                                     " ORDER BY position, id",
                                     "ii", component_id, role_id);
}

static char *
get_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/* The report's day of editing is part of the change, and is undone with it. */
static gboolean
touch_report (TrellisTransaction *self,
              GError            **error)
{
  return !self->is_touching
         || trellis_connection_run (self->connection, error,
                                    "UPDATE report SET edited = ?2 WHERE id = ?1 AND edited <> ?2",
                                    "it", self->change->report_id, self->change->made);
}

/* Leaves the transaction open; the announcement has no rows when nothing was changed. */
static gboolean
record (TrellisTransaction  *self,
        TrellisCommand       command,
        gpointer             data,
        gint64               merge_into,
        TrellisAnnouncement *announcement,
        GError             **error)
{
  g_autoptr (sqlite3_session) session = trellis_changeset_record (self->connection, error);
  g_auto (TrellisChangeset)   changeset = { 0 };

  if (session == NULL || !command (self, data, error))
    return FALSE;
  if (sqlite3session_isempty (session))
    return TRUE;

  g_return_val_if_fail (self->change != NULL, FALSE);
  g_free (self->change->made);
  self->change->made = get_now ();
  if (!touch_report (self, error)
      || !trellis_changeset_read (self->connection, session, &changeset, error))
    return FALSE;

  announcement->change = g_steal_pointer (&self->change);
  return trellis_changeset_read_rows (self->connection, &changeset, announcement->rows, error)
         && (announcement->rows->len == 0
             || trellis_history_append (self->connection, &changeset, announcement, merge_into,
                                        error));
}

/* Runs @command in one transaction with its row of history, and says what changed: @announcement
 * stays NULL when nothing did. @id is that of the first record inserted, or 0. Fails with nothing
 * changed; trellis_connection_is_busy() tells whether trying again helps. */
gboolean
trellis_transaction_run (TrellisConnection    *connection,
                         TrellisCommand        command,
                         gpointer              data,
                         gint64                merge_into,
                         TrellisAnnouncement **announcement,
                         gint64               *id,
                         GError              **error)
{
  TrellisTransaction              self = { .connection = connection };
  g_autoptr (TrellisAnnouncement) made = trellis_announcement_new (TRELLIS_CAUSE_DO, NULL);
  gboolean                        done;

  if (!trellis_connection_begin (connection, error))
    return FALSE;

  done = record (&self, command, data, merge_into, made, error);
  g_clear_pointer (&self.change, trellis_change_free);
  if (!done || made->rows->len == 0)
    {
      trellis_connection_rollback (connection);
      return done;
    }

  if (!trellis_connection_commit (connection, error))
    return FALSE;

  *id = self.first_id;
  *announcement = g_steal_pointer (&made);
  return TRUE;
}
