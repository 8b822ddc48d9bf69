/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-record.h"

static gboolean
is_text (const TrellisField *field)
{
  return field->type == TRELLIS_FIELD_TEXT || field->type == TRELLIS_FIELD_MARKDOWN;
}

/* Whether a member holds the id of a record: REF or PARENT. */
gboolean
trellis_field_is_ref (const TrellisField *field)
{
  return field->type == TRELLIS_FIELD_REF || field->type == TRELLIS_FIELD_PARENT;
}

static gpointer
member (const TrellisField *field,
        gpointer            record)
{
  return (char *) record + field->offset;
}

static gconstpointer
const_member (const TrellisField *field,
              gconstpointer       record)
{
  return (const char *) record + field->offset;
}

/**
 * trellis_record_new:
 * @type: the record's type
 *
 * Returns: (transfer full): a record whose numbers are 0 and whose texts are empty
 */
gpointer
trellis_record_new (const TrellisRecordType *type)
{
  gpointer record = g_malloc0 (type->size);

  for (guint i = 0; i < type->n_fields; i++)
    if (is_text (&type->fields[i]))
      *(char **) member (&type->fields[i], record) = g_strdup ("");

  return record;
}

/**
 * trellis_record_copy:
 *
 * Returns: (transfer full): a copy, with the same id and origin
 */
gpointer
trellis_record_copy (const TrellisRecordType *type,
                     gconstpointer            record)
{
  gpointer copy = g_memdup2 (record, type->size);

  for (guint i = 0; i < type->n_fields; i++)
    if (is_text (&type->fields[i]))
      *(char **) member (&type->fields[i], copy)
          = g_strdup (trellis_record_get_text (&type->fields[i], record));

  return copy;
}

void
trellis_record_free (const TrellisRecordType *type,
                     gpointer                 record)
{
  if (record == NULL)
    return;

  for (guint i = 0; i < type->n_fields; i++)
    if (is_text (&type->fields[i]))
      g_free (*(char **) member (&type->fields[i], record));

  g_free (record);
}

static gboolean
field_equal (const TrellisField *field,
             gconstpointer       a,
             gconstpointer       b)
{
  if (is_text (field))
    return g_strcmp0 (trellis_record_get_text (field, a), trellis_record_get_text (field, b)) == 0;
  if (trellis_field_is_ref (field))
    return trellis_record_get_ref (field, a) == trellis_record_get_ref (field, b);

  return trellis_record_get_int (field, a) == trellis_record_get_int (field, b);
}

/**
 * trellis_record_equal:
 *
 * Returns: whether ids and all stored members are equal; where they were read does not matter
 */
gboolean
trellis_record_equal (const TrellisRecordType *type,
                      gconstpointer            a,
                      gconstpointer            b)
{
  if (((const TrellisRecord *) a)->id != ((const TrellisRecord *) b)->id)
    return FALSE;

  for (guint i = 0; i < type->n_fields; i++)
    if (!field_equal (&type->fields[i], a, b))
      return FALSE;

  return TRUE;
}

/**
 * trellis_record_type_find_field:
 *
 * Returns: (nullable): the field of that name
 */
const TrellisField *
trellis_record_type_find_field (const TrellisRecordType *type,
                                const char              *name)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (g_str_equal (type->fields[i].name, name))
      return &type->fields[i];

  return NULL;
}

/* The value of an INT, BOOLEAN or ENUM. */
int
trellis_record_get_int (const TrellisField *field,
                        gconstpointer       record)
{
  g_return_val_if_fail (!is_text (field) && !trellis_field_is_ref (field), 0);

  return *(const int *) const_member (field, record);
}

gint64
trellis_record_get_ref (const TrellisField *field,
                        gconstpointer       record)
{
  g_return_val_if_fail (trellis_field_is_ref (field), 0);

  return *(const gint64 *) const_member (field, record);
}

/* The value of a TEXT or MARKDOWN; never %NULL. */
const char *
trellis_record_get_text (const TrellisField *field,
                         gconstpointer       record)
{
  const char *text;

  g_return_val_if_fail (is_text (field), "");

  text = *(char *const *) const_member (field, record);
  return text != NULL ? text : "";
}

void
trellis_record_set_int (const TrellisField *field,
                        gpointer            record,
                        int                 value)
{
  g_return_if_fail (!is_text (field) && !trellis_field_is_ref (field));

  *(int *) member (field, record) = value;
}

void
trellis_record_set_ref (const TrellisField *field,
                        gpointer            record,
                        gint64              value)
{
  g_return_if_fail (trellis_field_is_ref (field));

  *(gint64 *) member (field, record) = value;
}

/* Copies @value; %NULL is empty. */
void
trellis_record_set_text (const TrellisField *field,
                         gpointer            record,
                         const char         *value)
{
  g_return_if_fail (is_text (field));

  g_set_str ((char **) member (field, record), value != NULL ? value : "");
}

/**
 * trellis_field_name_of:
 *
 * Returns: (nullable): the name of an ENUM's value; %NULL for a value it does not have
 */
const char *
trellis_field_name_of (const TrellisField *field,
                       int                 value)
{
  g_return_val_if_fail (field->type == TRELLIS_FIELD_ENUM, NULL);

  for (int i = 0; field->names[i] != NULL; i++)
    if (i == value)
      return field->names[i];

  return NULL;
}

/**
 * trellis_field_value_of:
 * @value: (out): the value of that name
 *
 * Returns: %FALSE if the ENUM has no such name
 */
gboolean
trellis_field_value_of (const TrellisField *field,
                        const char         *name,
                        int                *value)
{
  g_return_val_if_fail (field->type == TRELLIS_FIELD_ENUM, FALSE);

  for (int i = 0; field->names[i] != NULL; i++)
    if (g_str_equal (field->names[i], name))
      {
        *value = i;
        return TRUE;
      }

  return FALSE;
}
