/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-record-order.h"

/* The field that refers to the record which orders these, or NULL: the component of an
 * involvement, the posting of a posting's skill. */
const TrellisField *
trellis_record_order_get_parent (const TrellisRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].type == TRELLIS_FIELD_REF)
      return &type->fields[i];

  return NULL;
}

/* The field that names the list a record is numbered within, as standings and claims are, or
 * NULL. */
const TrellisField *
trellis_record_order_get_list (const TrellisRecordType *type)
{
  const TrellisField *field = trellis_record_type_find_field (type, "list");

  return field != NULL && field->type == TRELLIS_FIELD_ENUM ? field : NULL;
}

/* Numbers records that are in order: from 1 in every report, parent or list. */
void
trellis_record_order_number (const TrellisRecordType *type,
                             GPtrArray               *records)
{
  const TrellisField *position = trellis_record_type_find_field (type, "position");
  const TrellisField *parent = trellis_record_order_get_parent (type);
  const TrellisField *list = trellis_record_order_get_list (type);
  int                 number = 0;

  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);
      gpointer last = i > 0 ? g_ptr_array_index (records, i - 1) : NULL;

      if (last != NULL
          && ((parent != NULL
               && trellis_record_get_ref (parent, record) != trellis_record_get_ref (parent, last))
              || (list != NULL
                  && trellis_record_get_int (list, record) != trellis_record_get_int (list, last))))
        number = 0;
      trellis_record_set_int (position, record, ++number);
    }
}

/* SQL for the siblings "s" of a record "t": same report or parent, and same list. */
static char *
make_sibling_condition (const TrellisRecordType *type)
{
  const TrellisField *parent = trellis_record_order_get_parent (type);
  const char         *scope = parent != NULL ? parent->name : "report_id";

  return g_strdup_printf ("s.\"%s\" = t.\"%s\"%s", scope, scope,
                          trellis_record_order_get_list (type) != NULL ? " AND s.list = t.list"
                                                                       : "");
}

/* The place of a record among its siblings, from 1; 0 when it is not there. */
gboolean
trellis_record_order_get_rank (TrellisConnection       *connection,
                               const TrellisRecordType *type,
                               gint64                   id,
                               int                     *rank,
                               GError                 **error)
{
  g_autofree char *siblings = make_sibling_condition (type);
  g_autofree char *sql = NULL;
  gint64           value;

  sql = g_strdup_printf ("SELECT count(*) FROM \"%s\" t JOIN \"%s\" s ON %s WHERE t.id = ?1"
                         " AND (s.position, s.id) <= (t.position, t.id)",
                         type->name, type->name, siblings);
  if (!trellis_connection_get_int (connection, &value, error, sql, "i", id))
    return FALSE;

  *rank = (int) value;
  return TRUE;
}

/* Appends the ids of a record and its siblings to @ids, in their order. */
gboolean
trellis_record_order_list (TrellisConnection       *connection,
                           const TrellisRecordType *type,
                           gint64                   id,
                           GArray                  *ids,
                           GError                 **error)
{
  g_autofree char *siblings = make_sibling_condition (type);
  g_autofree char *sql = NULL;
  sqlite3_stmt    *statement;
  TrellisStep      step;

  sql = g_strdup_printf ("SELECT s.id FROM \"%s\" t JOIN \"%s\" s ON %s WHERE t.id = ?1"
                         " ORDER BY s.position, s.id",
                         type->name, type->name, siblings);
  statement = trellis_connection_query (connection, error, sql, "i", id);
  if (statement == NULL)
    return FALSE;

  while ((step = trellis_connection_step (connection, statement, error)) == TRELLIS_STEP_ROW)
    {
      gint64 sibling = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, sibling);
    }

  return step == TRELLIS_STEP_DONE;
}

/* Leaves the row alone when it stands there already. */
gboolean
trellis_record_order_set_position (TrellisConnection       *connection,
                                   const TrellisRecordType *type,
                                   gint64                   id,
                                   int                      position,
                                   GError                 **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET position = ?2 "
                                          "WHERE id = ?1 AND position <> ?2",
                                          type->name);

  return trellis_connection_run (connection, error, sql, "ii", id, (gint64) position);
}

/* Puts a record behind all its siblings. */
gboolean
trellis_record_order_put_last (TrellisConnection       *connection,
                               const TrellisRecordType *type,
                               gint64                   id,
                               GError                 **error)
{
  g_autofree char *siblings = make_sibling_condition (type);
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("UPDATE \"%s\" AS t SET position = 1 + coalesce ((SELECT max (s.position)"
                         " FROM \"%s\" s WHERE %s AND s.id <> t.id), 0) WHERE id = ?1",
                         type->name, type->name, siblings);
  return trellis_connection_run (connection, error, sql, "i", id);
}
