/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-json.h"

#include "trellis-error.h"
#include "trellis-json-reader.h"

#include <glib/gi18n-lib.h>

#define FORMAT "trellis-report"
#define VERSION 2 /* roadmaps, and the source of a posting */
#define MAX_ID G_MAXINT64

/* Of topics under topics; the database ends a cascade of deletions at a thousand. */
#define MAX_NESTING 64

static gboolean
is_text (const TrellisField *field)
{
  return field->type == TRELLIS_FIELD_TEXT || field->type == TRELLIS_FIELD_MARKDOWN;
}

static void
write_field (JsonBuilder        *builder,
             const TrellisField *field,
             gconstpointer       record)
{
  json_builder_set_member_name (builder, field->name);

  switch (field->type)
    {
    case TRELLIS_FIELD_INT:
      json_builder_add_int_value (builder, trellis_record_get_int (field, record));
      break;
    case TRELLIS_FIELD_BOOLEAN:
      json_builder_add_boolean_value (builder, trellis_record_get_int (field, record));
      break;
    case TRELLIS_FIELD_ENUM:
      json_builder_add_string_value (
          builder, trellis_field_name_of (field, trellis_record_get_int (field, record)));
      break;
    case TRELLIS_FIELD_REF:
    case TRELLIS_FIELD_PARENT:
      json_builder_add_int_value (builder, trellis_record_get_ref (field, record));
      break;
    case TRELLIS_FIELD_TEXT:
    case TRELLIS_FIELD_MARKDOWN:
      json_builder_add_string_value (builder, trellis_record_get_text (field, record));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
write_record (JsonBuilder             *builder,
              const TrellisRecordType *type,
              gconstpointer            record)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_int_value (builder, ((const TrellisRecord *) record)->id);
  for (guint i = 0; i < type->n_fields; i++)
    write_field (builder, &type->fields[i], record);
  json_builder_end_object (builder);
}

static void
write_part (JsonBuilder             *builder,
            const TrellisReport     *report,
            const TrellisRecordType *type)
{
  GPtrArray *records = trellis_report_get_part (report, type);

  json_builder_set_member_name (builder, type->name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    write_record (builder, type, g_ptr_array_index (records, i));
  json_builder_end_array (builder);
}

/**
 * trellis_json_write:
 *
 * Returns: (transfer full): the report as indented JSON with a line end
 */
char *
trellis_json_write (const TrellisReport *report)
{
  g_autoptr (JsonBuilder)   builder = json_builder_new_immutable ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode)      root = NULL;
  g_autofree char          *json = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, FORMAT);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, VERSION);
  json_builder_set_member_name (builder, trellis_report_type.name);
  write_record (builder, &trellis_report_type, report);
  for (guint i = 0; trellis_report_parts[i] != NULL; i++)
    write_part (builder, report, trellis_report_parts[i]);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json = json_generator_to_data (generator, NULL);
  return g_strconcat (json, "\n", NULL);
}

static void
read_field (TrellisJsonReader  *reader,
            JsonObject         *object,
            const char         *path,
            const TrellisField *field,
            gpointer            record)
{
  /* What an older version did not know is as in a new record. */
  if (object == NULL || !json_object_has_member (object, field->name))
    return;

  if (is_text (field))
    trellis_record_set_text (field, record,
                             trellis_json_reader_get_string (reader, object, path, field->name));
  else if (trellis_field_is_ref (field))
    trellis_record_set_ref (
        field, record,
        trellis_json_reader_get_int (reader, object, path, field->name,
                                     field->type == TRELLIS_FIELD_PARENT ? 0 : 1, MAX_ID));
  else if (field->type == TRELLIS_FIELD_ENUM)
    trellis_record_set_int (
        field, record,
        trellis_json_reader_get_choice (reader, object, path, field->name, field->names));
  else if (field->type == TRELLIS_FIELD_BOOLEAN)
    trellis_record_set_int (field, record,
                            trellis_json_reader_get_boolean (reader, object, path, field->name));
  else
    trellis_record_set_int (
        field, record,
        (int) trellis_json_reader_get_int (reader, object, path, field->name, 0, G_MAXINT));
}

static void
check_members (TrellisJsonReader       *reader,
               JsonObject              *object,
               const char              *path,
               const TrellisRecordType *type)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  g_ptr_array_add (known, (gpointer) "id");
  for (guint i = 0; i < type->n_fields; i++)
    g_ptr_array_add (known, (gpointer) type->fields[i].name);
  g_ptr_array_add (known, NULL);
  trellis_json_reader_check_members (reader, object, path, (const char *const *) known->pdata);
}

static void
read_record (TrellisJsonReader       *reader,
             JsonObject              *object,
             const char              *path,
             const TrellisRecordType *type,
             gpointer                 record)
{
  check_members (reader, object, path, type);
  for (guint i = 0; i < type->n_fields; i++)
    read_field (reader, object, path, &type->fields[i], record);
}

/* What version 1 did not have. */
static gboolean
may_be_missing (const TrellisRecordType *type)
{
  return type == &trellis_roadmap_type || type == &trellis_roadmap_topic_type;
}

/* One part, with its ids, each of which may stand once. */
static void
read_part (TrellisJsonReader       *reader,
           TrellisReport           *report,
           JsonObject              *root,
           const TrellisRecordType *type,
           GHashTable              *ids)
{
  JsonArray *array;

  if (may_be_missing (type) && !json_object_has_member (root, type->name))
    return;

  array = trellis_json_reader_get_array (reader, root, "$", type->name);
  for (guint i = 0; array != NULL && i < json_array_get_length (array) && reader->error == NULL;
       i++)
    {
      g_autofree char *path = g_strdup_printf ("$.%s[%u]", type->name, i);
      JsonNode        *node = json_array_get_element (array, i);
      JsonObject      *object = trellis_json_reader_as_object (reader, node, path);
      TrellisRecord   *record = trellis_report_add (report, type);

      record->id = trellis_json_reader_get_int (reader, object, path, "id", 1, MAX_ID);
      if (!g_hash_table_add (ids, &record->id))
        trellis_json_reader_fail (reader, path, _("the id %ld stands twice."), (long) record->id);
      read_record (reader, object, path, type, record);
    }
}

static void
check_references (TrellisJsonReader   *reader,
                  const TrellisReport *report,
                  guint                part,
                  GHashTable         **ids)
{
  const TrellisRecordType *type = trellis_report_parts[part];
  GPtrArray               *records = trellis_report_get_part (report, type);

  for (guint i = 0; i < records->len && reader->error == NULL; i++)
    for (guint j = 0; j < type->n_fields; j++)
      {
        const TrellisField *field = &type->fields[j];
        gint64              id;

        if (field->type != TRELLIS_FIELD_REF)
          continue;

        id = trellis_record_get_ref (field, g_ptr_array_index (records, i));
        for (guint k = 0; trellis_report_parts[k] != NULL; k++)
          if (trellis_report_parts[k] == field->target && !g_hash_table_contains (ids[k], &id))
            {
              g_autofree char *path = g_strdup_printf ("$.%s[%u].%s", type->name, i, field->name);

              trellis_json_reader_fail (reader, path,
                                        _("there is no %s with the id %ld."), field->target->name,
                                        (long) id);
            }
      }
}

static void
check_format (TrellisJsonReader *reader,
              JsonObject        *root)
{
  const char *format = root != NULL && json_object_has_member (root, "format")
                           ? trellis_json_reader_get_string (reader, root, "$", "format")
                           : NULL;
  gint64      version = 0;

  if (reader->error != NULL)
    return;

  /* A newer Trellis may name the format otherwise, or not at all. */
  if (format == NULL && root != NULL && json_object_has_member (root, "version"))
    version = json_object_get_int_member_with_default (root, "version", 0);
  if (version <= VERSION && (format == NULL || !g_str_equal (format, FORMAT)))
    {
      g_set_error (
          &reader->error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
          _("“%s” is JSON, but no report of Trellis. Choose a file that Trellis exported."),
          reader->name);
      return;
    }

  version = trellis_json_reader_get_int (reader, root, "$", "version", 1, G_MAXINT);
  if (reader->error == NULL && version > VERSION)
    g_set_error (&reader->error, TRELLIS_ERROR, TRELLIS_ERROR_VERSION,
                 _("“%s” comes from a newer Trellis. Update Trellis to open it, or export it there "
                   "as Markdown."),
                 reader->name);
}

static void
check_root_members (TrellisJsonReader *reader,
                    JsonObject        *root)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  g_ptr_array_add (known, (gpointer) "format");
  g_ptr_array_add (known, (gpointer) "version");
  g_ptr_array_add (known, (gpointer) trellis_report_type.name);
  for (guint i = 0; trellis_report_parts[i] != NULL; i++)
    g_ptr_array_add (known, (gpointer) trellis_report_parts[i]->name);
  g_ptr_array_add (known, NULL);
  trellis_json_reader_check_members (reader, root, "$", (const char *const *) known->pdata);
}

static void
read_parts (TrellisJsonReader *reader,
            TrellisReport     *report,
            JsonObject        *root)
{
  GHashTable *ids[16] = { NULL };

  for (guint i = 0; trellis_report_parts[i] != NULL; i++)
    {
      ids[i] = g_hash_table_new (g_int64_hash, g_int64_equal);
      read_part (reader, report, root, trellis_report_parts[i], ids[i]);
    }
  for (guint i = 0; trellis_report_parts[i] != NULL; i++)
    check_references (reader, report, i, ids);
  for (guint i = 0; trellis_report_parts[i] != NULL; i++)
    g_hash_table_unref (ids[i]);
}

/* Where a record stands: after which parent, in which list, at which place. */
typedef struct
{
  gint64   parent; /* its place in the parent's array */
  int      list;
  int      position;
  guint    index; /* as it was read: the last word, so that equals stay in order */
  gpointer record;
} Place;

static int
by_place (gconstpointer a,
          gconstpointer b)
{
  const Place *x = a;
  const Place *y = b;

  if (x->parent != y->parent)
    return x->parent < y->parent ? -1 : 1;
  if (x->list != y->list)
    return x->list - y->list;
  if (x->position != y->position)
    return x->position < y->position ? -1 : 1;

  return x->index < y->index ? -1 : 1;
}

static GHashTable *
index_records (GPtrArray *records)
{
  GHashTable *indexes = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (indexes, &((TrellisRecord *) g_ptr_array_index (records, i))->id,
                         GUINT_TO_POINTER (i));

  return indexes;
}

/* The field that tells whose child a record is, or NULL; it stands first. */
static const TrellisField *
get_parent (const TrellisRecordType *type)
{
  return type->fields[0].type == TRELLIS_FIELD_REF ? &type->fields[0] : NULL;
}

/* A report's arrays are in reading order; a file from another hand need not be. Parents come before
 * their children in trellis_report_parts, so theirs are in order when it is the children's turn. */
static void
sort_part (TrellisReport           *report,
           const TrellisRecordType *type)
{
  GPtrArray             *records = trellis_report_get_part (report, type);
  const TrellisField    *position = trellis_record_type_find_field (type, "position");
  const TrellisField    *list = trellis_record_type_find_field (type, "list");
  const TrellisField    *parent = get_parent (type);
  g_autoptr (GHashTable) parents = NULL;
  g_autoptr (GArray)     places = g_array_new (FALSE, TRUE, sizeof (Place));

  if (parent != NULL)
    parents = index_records (trellis_report_get_part (report, parent->target));

  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);
      gint64   id = parent != NULL ? trellis_record_get_ref (parent, record) : 0;
      Place    place = {
           .parent = parents != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (parents, &id)) : 0,
           .list = list != NULL ? trellis_record_get_int (list, record) : 0,
           .position = trellis_record_get_int (position, record),
           .index = i,
           .record = record,
      };

      report->last_id = MAX (report->last_id, ((TrellisRecord *) record)->id);
      g_array_append_val (places, place);
    }

  g_array_sort (places, by_place);
  for (guint i = 0; i < records->len; i++)
    records->pdata[i] = g_array_index (places, Place, i).record;
}

/* How deep a record stands, when @above is what it stands under: 0 for one that may not, because
 * that does not come before it or is of another roadmap. */
static guint
get_depth (const TrellisRecordType *type,
           const TrellisRecord     *record,
           const TrellisRecord     *above,
           GHashTable              *depths)
{
  const TrellisField *within = get_parent (type);

  if (above == NULL
      || (within != NULL
          && trellis_record_get_ref (within, above) != trellis_record_get_ref (within, record)))
    return 0;

  return GPOINTER_TO_UINT (g_hash_table_lookup (depths, above)) + 1;
}

static void
fail_parent (TrellisJsonReader       *reader,
             const TrellisRecordType *type,
             gint64                   id,
             gint64                   parent_id,
             guint                    depth)
{
  g_autofree char *path = g_strdup_printf ("$.%s", type->name);

  if (depth > MAX_NESTING)
    trellis_json_reader_fail (reader, path,
                              _("%ld stands deeper than %d."), (long) id, MAX_NESTING);
  else
    trellis_json_reader_fail (reader, path,
                              /* Translators: two ids of records */
                              _("%ld stands under %ld, which does not come before it."), (long) id,
                              (long) parent_id);
}

/* What stands under another of its type comes after it; so there are no circles either. */
static void
check_parents (TrellisJsonReader       *reader,
               const TrellisReport     *report,
               const TrellisRecordType *type)
{
  GPtrArray             *records = trellis_report_get_part (report, type);
  const TrellisField    *field = trellis_record_type_find_field (type, "parent_id");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) depths = g_hash_table_new (NULL, NULL);

  for (guint i = 0; field != NULL && i < records->len && reader->error == NULL; i++)
    {
      TrellisRecord *record = g_ptr_array_index (records, i);
      gint64         id = trellis_record_get_ref (field, record);
      guint          depth = 1;

      if (id != 0)
        depth = get_depth (type, record, g_hash_table_lookup (seen, &id), depths);
      if (depth == 0 || depth > MAX_NESTING)
        fail_parent (reader, type, record->id, id, depth);

      g_hash_table_insert (seen, &record->id, record);
      g_hash_table_insert (depths, record, GUINT_TO_POINTER (depth));
    }
}

/**
 * trellis_json_read:
 * @json: UTF-8
 * @name: of the file, for messages
 * @error: SYNTAX, VERSION, or FORMAT with the JSON path and the reason
 *
 * Returns: (transfer full): the report, ids as they stand there, its parts in reading order
 */
TrellisReport *
trellis_json_read (const char *json,
                   const char *name,
                   GError    **error)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();
  TrellisJsonReader         reader = { .name = name,
                                       .code = TRELLIS_ERROR_FORMAT,
                                       .phrase = _("a report of Trellis") };
  g_autoptr (JsonNode)      node = trellis_json_reader_parse (&reader, json);
  JsonObject               *root = NULL;

  if (node != NULL)
    {
      root = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      check_format (&reader, root);
    }

  if (reader.error == NULL)
    {
      JsonObject *own = trellis_json_reader_get_object (&reader, root, "$",
                                                        trellis_report_type.name);

      check_root_members (&reader, root);
      read_record (&reader, own, "$.report", &trellis_report_type, report);
      if (own != NULL && json_object_has_member (own, "id"))
        report->base.id = trellis_json_reader_get_int (&reader, own, "$.report", "id", 0, MAX_ID);
      read_parts (&reader, report, root);
    }

  for (guint i = 0; trellis_report_parts[i] != NULL && reader.error == NULL; i++)
    {
      sort_part (report, trellis_report_parts[i]);
      check_parents (&reader, report, trellis_report_parts[i]);
    }

  if (reader.error != NULL)
    {
      g_propagate_error (error, reader.error);
      return NULL;
    }

  return g_steal_pointer (&report);
}
