/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A record is a plain struct whose stored members are described once, by a table of
 * TrellisField. Copying, comparing, JSON and SQL all go by that table, so a new member is one
 * line here and one column in the schema.
 *
 * Invariants: the struct begins with TrellisRecord; text members are never NULL (empty when
 * there is none); `id` is unique within its type and report, and 0 only before it is given. */

typedef struct
{
  gint64      id;
  const char *file; /* where it was read: interned path, or NULL; not stored */
  int         line; /* its first line there, from 1, or 0; not stored */
} TrellisRecord;

typedef enum
{
  TRELLIS_FIELD_INT,     /* int */
  TRELLIS_FIELD_BOOLEAN, /* gboolean */
  TRELLIS_FIELD_ENUM,    /* int; stored by its name in `names` */
  TRELLIS_FIELD_REF,     /* gint64: the id of a record of type `target` */
  TRELLIS_FIELD_PARENT,  /* gint64: the id of the record of the same type that this one stands
                          * under, which comes before it; 0: none */
  TRELLIS_FIELD_TEXT,    /* char *: plain text */
  TRELLIS_FIELD_MARKDOWN /* char *: Markdown */
} TrellisFieldType;

typedef struct _TrellisRecordType TrellisRecordType;

typedef struct
{
  const char              *name; /* the JSON member and the SQL column */
  TrellisFieldType         type;
  gsize                    offset;
  const char *const       *names;  /* ENUM: NULL-terminated, in the order of the values */
  const TrellisRecordType *target; /* REF, PARENT */
} TrellisField;

struct _TrellisRecordType
{
  const char         *name; /* the SQL table, and the JSON member that holds the array */
  gsize               size;
  const TrellisField *fields;
  guint               n_fields;
};

gboolean trellis_field_is_ref (const TrellisField *field);

gpointer trellis_record_new (const TrellisRecordType *type);
gpointer trellis_record_copy (const TrellisRecordType *type,
                              gconstpointer            record);
void     trellis_record_free (const TrellisRecordType *type,
                              gpointer                 record);
gboolean trellis_record_equal (const TrellisRecordType *type,
                               gconstpointer            a,
                               gconstpointer            b);

const TrellisField *trellis_record_type_find_field (const TrellisRecordType *type,
                                                    const char              *name);

int         trellis_record_get_int (const TrellisField *field,
                                    gconstpointer       record);
gint64      trellis_record_get_ref (const TrellisField *field,
                                    gconstpointer       record);
const char *trellis_record_get_text (const TrellisField *field,
                                     gconstpointer       record);
void        trellis_record_set_int (const TrellisField *field,
                                    gpointer            record,
                                    int                 value);
void        trellis_record_set_ref (const TrellisField *field,
                                    gpointer            record,
                                    gint64              value);
void        trellis_record_set_text (const TrellisField *field,
                                     gpointer            record,
                                     const char         *value);
const char *trellis_field_name_of (const TrellisField *field,
                                   int                 value);
gboolean    trellis_field_value_of (const TrellisField *field,
                                    const char         *name,
                                    int                *value);

G_END_DECLS
