/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report.h"

#include <json-glib/json-glib.h>

static JsonObject *
get_object (JsonObject *parent,
            const char *member)
{
  g_assert_true (json_object_has_member (parent, member));
  return json_object_get_object_member (parent, member);
}

static void
check_schema_field (JsonObject         *properties,
                    const TrellisField *field)
{
  JsonObject *schema = get_object (properties, field->name);
  const char *type = json_object_get_string_member_with_default (schema, "type", "");

  switch (field->type)
    {
    case TRELLIS_FIELD_TEXT:
    case TRELLIS_FIELD_MARKDOWN:
      g_assert_cmpstr (type, ==, "string");
      break;
    case TRELLIS_FIELD_REF:
      g_assert_cmpstr (json_object_get_string_member (schema, "$ref"), ==, "#/$defs/id");
      break;
    case TRELLIS_FIELD_PARENT:
      g_assert_cmpstr (type, ==, "integer");
      g_assert_cmpint (json_object_get_int_member (schema, "minimum"), ==, 0);
      break;
    case TRELLIS_FIELD_BOOLEAN:
      g_assert_cmpstr (type, ==, "boolean");
      break;
    case TRELLIS_FIELD_INT:
      g_assert_cmpstr (type, ==, "integer");
      break;
    case TRELLIS_FIELD_ENUM:
      {
        JsonArray *names = json_object_get_array_member (schema, "enum");

        for (guint i = 0; i < json_array_get_length (names); i++)
          g_assert_cmpstr (json_array_get_string_element (names, i), ==, field->names[i]);
        g_assert_null (field->names[json_array_get_length (names)]);
        break;
      }
    default:
      g_assert_not_reached ();
    }
}

static void
check_schema_type (JsonObject              *definitions,
                   const TrellisRecordType *type)
{
  JsonObject *properties = get_object (get_object (definitions, type->name), "properties");

  g_assert_true (json_object_has_member (properties, "id"));
  g_assert_cmpuint (json_object_get_size (properties), ==, type->n_fields + 1);
  for (guint i = 0; i < type->n_fields; i++)
    check_schema_field (properties, &type->fields[i]);
}

/* The written schema is the one the code goes by. */
static void
test_schema (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError)     error = NULL;
  g_autofree char       *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "schema",
                                                       "report.schema.json", NULL);
  JsonObject            *root, *definitions, *properties;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  definitions = get_object (root, "$defs");
  properties = get_object (root, "properties");

  check_schema_type (definitions, &trellis_report_type);
  for (guint i = 0; trellis_report_parts[i] != NULL; i++)
    {
      g_assert_true (json_object_has_member (properties, trellis_report_parts[i]->name));
      check_schema_type (definitions, trellis_report_parts[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/the-schema-is-what-is-written", test_schema);

  return g_test_run ();
}
