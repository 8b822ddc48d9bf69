/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-commands-private.h"

TrellisCommandData *
trellis_command_data_new (const TrellisRecordType *type,
                          gint64                   id)
{
  TrellisCommandData *self = g_new0 (TrellisCommandData, 1);

  self->type = type;
  self->id = id;
  return self;
}

void
trellis_command_data_free (gpointer data)
{
  TrellisCommandData *self = data;

  for (guint i = 0; self->records != NULL && i < self->records->len; i++)
    trellis_record_free (self->type, g_ptr_array_index (self->records, i));
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->other_ids, g_array_unref);
  g_clear_pointer (&self->report, trellis_report_free);
  g_clear_pointer (&self->reports, g_ptr_array_unref);
  g_free (self->text);
  g_free (self);
}

/* Takes @self. */
gboolean
trellis_command_data_run (TrellisCommandData *self,
                          TrellisStore       *store,
                          TrellisCommand      command,
                          gint64             *id,
                          GError            **error)
{
  return trellis_store_run (store, command, self, trellis_command_data_free, NULL, id, error);
}

/* Takes @self; see trellis_store_run_long(). */
gboolean
trellis_command_data_run_long (TrellisCommandData *self,
                               TrellisStore       *store,
                               TrellisCommand      command,
                               gint64             *id,
                               GError            **error)
{
  return trellis_store_run_long (store, command, self, trellis_command_data_free, id, error);
}

GArray *
trellis_command_data_copy_ids (const gint64 *ids,
                               guint         n_ids)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);

  return n_ids > 0 ? g_array_append_vals (copy, ids, n_ids) : copy;
}

/* What people call a record: its name, title, heading or label; a cell by its role. */
char *
trellis_command_get_name (TrellisTransaction      *transaction,
                          const TrellisRecordType *type,
                          gconstpointer            record)
{
  static const char *const fields[] = { "name", "title", "heading", "label" };

  if (type == &trellis_involvement_type)
    {
      gint64       role_id = ((const TrellisInvolvement *) record)->role_id;
      TrellisRole *role = trellis_transaction_load (transaction, &trellis_role_type, role_id, NULL);
      char        *name = g_strdup (role != NULL ? role->name : "");

      trellis_record_free (&trellis_role_type, role);
      return name;
    }

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const TrellisField *field = trellis_record_type_find_field (type, fields[i]);
      const char         *text = field != NULL ? trellis_record_get_text (field, record) : "";

      if (*text != '\0')
        return g_strdup (text);
    }

  return g_strdup ("");
}

/* Describes a change of the record @id by its present name. */
gboolean
trellis_command_describe (TrellisTransaction      *transaction,
                          TrellisChangeKind        kind,
                          const TrellisRecordType *type,
                          gint64                   id,
                          const char              *other,
                          GError                 **error)
{
  gpointer         record = trellis_transaction_load (transaction, type, id, error);
  g_autofree char *name = NULL;
  gint64           report_id;

  if (record == NULL)
    return FALSE;

  name = trellis_command_get_name (transaction, type, record);
  trellis_record_free (type, record);
  report_id = trellis_transaction_get_report (transaction, type, id, error);
  trellis_transaction_describe (transaction, kind, report_id, name, other, 0);
  return report_id != 0 || trellis_record_type_is_library (type);
}

/* Inserts last, then moves to where the record says it stands. */
static gboolean
insert (TrellisTransaction       *transaction,
        const TrellisCommandData *args,
        gpointer                  record,
        GError                  **error)
{
  const TrellisField *field = trellis_record_type_find_field (args->type, "position");
  int                 position = trellis_record_get_int (field, record);
  gint64              id;

  trellis_record_set_int (field, record, 0);
  id = trellis_transaction_insert (transaction, args->type, args->report_id, record, error);
  trellis_record_set_int (field, record, position);
  if (id == 0 || position <= 0)
    return id != 0;

  return trellis_transaction_move (transaction, args->type, id, (guint) position, error);
}

static gboolean
add (TrellisTransaction *transaction,
     gpointer            data,
     GError            **error)
{
  TrellisCommandData *args = data;
  gpointer            record = g_ptr_array_index (args->records, 0);
  g_autofree char    *name = trellis_command_get_name (transaction, args->type, record);

  trellis_transaction_describe (transaction, TRELLIS_CHANGE_ADD, args->report_id, name, "", 0);
  return insert (transaction, args, record, error);
}

/* Adds a copy of @record to a report: at its position, or last when that is 0. */
gboolean
trellis_commands_add (TrellisStore            *store,
                      const TrellisRecordType *type,
                      gint64                   report_id,
                      gconstpointer            record,
                      gint64                  *id,
                      GError                 **error)
{
  TrellisCommandData *args = trellis_command_data_new (type, 0);

  args->report_id = report_id;
  args->records = g_ptr_array_new ();
  g_ptr_array_add (args->records, trellis_record_copy (type, record));
  return trellis_command_data_run (args, store, add, id, error);
}

static const char *
get_name (const TrellisRecordType *type,
          gconstpointer            record)
{
  return trellis_record_get_text (trellis_record_type_find_field (type, "name"), record);
}

static gboolean
add_many (TrellisTransaction *transaction,
          gpointer            data,
          GError            **error)
{
  TrellisCommandData *args = data;

  if (args->type == &trellis_standing_type || args->type == &trellis_common_skill_type)
    trellis_transaction_describe (
        transaction, args->records->len == 1 ? TRELLIS_CHANGE_ADD : TRELLIS_CHANGE_ADD_SKILLS,
        args->report_id, get_name (args->type, g_ptr_array_index (args->records, 0)), "",
        args->records->len);
  else
    trellis_transaction_describe (transaction, TRELLIS_CHANGE_IMPORT_COMPONENTS, args->report_id,
                                  "", "", args->records->len);
  for (guint i = 0; i < args->records->len; i++)
    if (!insert (transaction, args, g_ptr_array_index (args->records, i), error))
      return FALSE;

  return TRUE;
}

/* Adds copies of @records, one at least, as one change: components that were imported, or skills.
 */
gboolean
trellis_commands_add_many (TrellisStore            *store,
                           const TrellisRecordType *type,
                           gint64                   report_id,
                           GPtrArray               *records,
                           GError                 **error)
{
  TrellisCommandData *args = trellis_command_data_new (type, 0);

  args->report_id = report_id;
  args->records = g_ptr_array_new ();
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (args->records,
                     trellis_record_copy (type, g_ptr_array_index (records, i)));
  return trellis_command_data_run (args, store, add_many, NULL, error);
}

static TrellisChangeKind
get_kind_of_text (const TrellisCommandData *args)
{
  if (args->type == &trellis_report_type)
    return g_str_equal (args->field->name, "layout") ? TRELLIS_CHANGE_TEMPLATE
                                                     : TRELLIS_CHANGE_EDIT_DETAILS;
  return g_str_equal (args->field->name, "name") ? TRELLIS_CHANGE_RENAME : TRELLIS_CHANGE_EDIT;
}

static gboolean
set_text (TrellisTransaction *transaction,
          gpointer            data,
          GError            **error)
{
  TrellisCommandData *args = data;

  return trellis_command_describe (transaction, get_kind_of_text (args), args->type, args->id, "",
                                   error)
         && trellis_transaction_set_text (transaction, args->type, args->id, args->field->name,
                                          args->text, error);
}

/* Sets a TEXT or MARKDOWN member, of a report's own row too. Successive changes of one member
 * become one, until a pause or trellis_store_end_merge(). */
gboolean
trellis_commands_set_text (TrellisStore            *store,
                           const TrellisRecordType *type,
                           gint64                   id,
                           const char              *field,
                           const char              *value,
                           GError                 **error)
{
  TrellisCommandData *args = trellis_command_data_new (type, id);
  g_autofree char    *key = NULL;

  args->field = trellis_record_type_find_field (type, field);
  args->text = g_strdup (value);
  key = g_strdup_printf ("%s/%" G_GINT64_FORMAT "/%s", type->name, id, field);
  return trellis_store_run (store, set_text, args, trellis_command_data_free, key, NULL, error);
}

static TrellisChangeKind
get_kind_of_int (const TrellisCommandData *args)
{
  if (args->type == &trellis_standing_type && g_str_equal (args->field->name, "level"))
    return TRELLIS_CHANGE_SET_LEVEL;
  if (args->type == &trellis_report_type)
    return args->number == TRELLIS_LISTS_COMPUTED ? TRELLIS_CHANGE_USE_COMPUTED_LISTS
                                                  : TRELLIS_CHANGE_USE_AUTHORED_LISTS;
  return TRELLIS_CHANGE_EDIT;
}

static gboolean
set_int (TrellisTransaction *transaction,
         gpointer            data,
         GError            **error)
{
  TrellisCommandData *args = data;
  TrellisChangeKind   kind = get_kind_of_int (args);
  const char         *level = kind == TRELLIS_CHANGE_SET_LEVEL
                                  ? trellis_field_name_of (args->field, (int) args->number)
                                  : "";

  if (!trellis_command_describe (transaction, kind, args->type, args->id, level, error)
      || !trellis_transaction_set_int (transaction, args->type, args->id, args->field->name,
                                       args->number, error))
    return FALSE;

  /* The words of the old level would contradict the new one. */
  return kind != TRELLIS_CHANGE_SET_LEVEL
         || trellis_transaction_set_text (transaction, args->type, args->id, "level_wording", "",
                                          error);
}

/* Sets an INT, BOOLEAN, ENUM or REF member, of a report's own row too. What comes into another
 * list, or under another parent, stands last there. */
gboolean
trellis_commands_set_int (TrellisStore            *store,
                          const TrellisRecordType *type,
                          gint64                   id,
                          const char              *field,
                          gint64                   value,
                          GError                 **error)
{
  TrellisCommandData *args = trellis_command_data_new (type, id);

  args->field = trellis_record_type_find_field (type, field);
  args->number = value;
  return trellis_command_data_run (args, store, set_int, NULL, error);
}

static gboolean
move (TrellisTransaction *transaction,
      gpointer            data,
      GError            **error)
{
  TrellisCommandData *args = data;

  return trellis_command_describe (transaction, TRELLIS_CHANGE_MOVE, args->type, args->id, "",
                                   error)
         && trellis_transaction_move (transaction, args->type, args->id, (guint) args->number,
                                      error);
}

/* Puts a record at @position among its siblings; beyond the last means last. */
gboolean
trellis_commands_move (TrellisStore            *store,
                       const TrellisRecordType *type,
                       gint64                   id,
                       guint                    position,
                       GError                 **error)
{
  TrellisCommandData *args = trellis_command_data_new (type, id);

  args->number = position;
  return trellis_command_data_run (args, store, move, NULL, error);
}

static gboolean
reorder (TrellisTransaction *transaction,
         gpointer            data,
         GError            **error)
{
  TrellisCommandData *args = data;

  for (guint i = 0; i < args->ids->len; i++)
    {
      gint64 id = g_array_index (args->ids, gint64, i);

      if ((i == 0
           && !trellis_command_describe (transaction, TRELLIS_CHANGE_SORT, args->type, id, "",
                                         error))
          || !trellis_transaction_set_int (transaction, args->type, id, "position", i + 1, error))
        return FALSE;
    }

  return TRUE;
}

/* Puts all siblings into the order of @ids, as one change: Sort by Name. */
gboolean
trellis_commands_reorder (TrellisStore            *store,
                          const TrellisRecordType *type,
                          const gint64            *ids,
                          guint                    n_ids,
                          GError                 **error)
{
  TrellisCommandData *args = trellis_command_data_new (type, 0);

  args->ids = trellis_command_data_copy_ids (ids, n_ids);
  return trellis_command_data_run (args, store, reorder, NULL, error);
}

static gboolean delete (TrellisTransaction *transaction,
                        gpointer            data,
                        GError            **error)
{
  TrellisCommandData *args = data;

  return trellis_command_describe (transaction, TRELLIS_CHANGE_DELETE, args->type, args->id, "",
                                   error)
         && trellis_transaction_delete (transaction, args->type, args->id, error);
}

/* Deletes a record and all that belongs to it. */
gboolean
trellis_commands_delete (TrellisStore            *store,
                         const TrellisRecordType *type,
                         gint64                   id,
                         GError                 **error)
{
  TrellisCommandData *args = trellis_command_data_new (type, id);

  if (type == &trellis_report_type && trellis_store_is_long_report (store, id))
    return trellis_command_data_run_long (args, store, delete, NULL, error);

  return trellis_command_data_run (args, store, delete, NULL, error);
}
