/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-alias.h"
#include "trellis-report.h"

/* The tables of all types, held against what the header promises of them. */

static gboolean
is_text (const TrellisField *field)
{
  return field->type == TRELLIS_FIELD_TEXT || field->type == TRELLIS_FIELD_MARKDOWN;
}

static void
change (const TrellisField *field,
        gpointer            record)
{
  if (is_text (field))
    trellis_record_set_text (field, record, "другой");
  else if (trellis_field_is_ref (field))
    trellis_record_set_ref (field, record, G_MAXINT64);
  else
    trellis_record_set_int (field, record, 1);
}

static void
for_each_type (void (*function) (const TrellisRecordType *type))
{
  function (&trellis_alias_type);
  function (&trellis_report_type);
  for (guint i = 0; trellis_report_parts[i] != NULL; i++)
    function (trellis_report_parts[i]);
}

static void
check_new (const TrellisRecordType *type)
{
  gpointer record = trellis_record_new (type);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const TrellisField *field = &type->fields[i];

      if (is_text (field))
        g_assert_cmpstr (*(char **) ((char *) record + field->offset), ==, "");
      else if (trellis_field_is_ref (field))
        g_assert_cmpint (trellis_record_get_ref (field, record), ==, 0);
      else
        g_assert_cmpint (trellis_record_get_int (field, record), ==, 0);
    }

  trellis_record_free (type, record);
}

static void
test_new (void)
{
  for_each_type (check_new);
  trellis_record_free (&trellis_role_type, NULL);
}

/* Two fields in one place, or one beyond the struct, would show here. */
static void
check_table (const TrellisRecordType *type)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) offsets = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const TrellisField *field = &type->fields[i];

      g_assert_true (g_hash_table_add (names, (gpointer) field->name));
      g_assert_true (g_hash_table_add (offsets, GSIZE_TO_POINTER (field->offset)));
      g_assert_cmpuint (field->offset, >=, sizeof (TrellisRecord));
      g_assert_cmpuint (field->offset, <, type->size);
      g_assert_true ((field->type == TRELLIS_FIELD_ENUM) == (field->names != NULL));
      g_assert_true (trellis_field_is_ref (field) == (field->target != NULL));
      g_assert_true (trellis_record_type_find_field (type, field->name) == field);
    }

  g_assert_null (trellis_record_type_find_field (type, "id"));
}

static void
test_table (void)
{
  for_each_type (check_table);
}

static void
check_copy (const TrellisRecordType *type)
{
  gpointer record = trellis_record_new (type);

  ((TrellisRecord *) record)->id = 7;
  for (guint i = 0; i < type->n_fields; i++)
    {
      gpointer before = trellis_record_copy (type, record);
      gpointer after;

      g_assert_true (trellis_record_equal (type, record, before));
      change (&type->fields[i], record);
      g_assert_false (trellis_record_equal (type, record, before));

      after = trellis_record_copy (type, record);
      g_assert_true (trellis_record_equal (type, record, after));
      trellis_record_free (type, before);
      trellis_record_free (type, after);
    }

  trellis_record_free (type, record);
}

static void
test_copy (void)
{
  for_each_type (check_copy);
}

static void
test_equal (void)
{
  TrellisRole *a = trellis_record_new (&trellis_role_type);
  TrellisRole *b = trellis_record_copy (&trellis_role_type, a);

  a->base.file = g_intern_string ("a.md");
  a->base.line = 3;
  g_assert_true (trellis_record_equal (&trellis_role_type, a, b));

  b->base.id = 1;
  g_assert_false (trellis_record_equal (&trellis_role_type, a, b));

  trellis_record_free (&trellis_role_type, a);
  trellis_record_free (&trellis_role_type, b);
}

static void
check_names (const TrellisRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const TrellisField *field = &type->fields[i];
      int                 value = -1;

      for (int j = 0; field->names != NULL && field->names[j] != NULL; j++)
        {
          g_assert_cmpstr (trellis_field_name_of (field, j), ==, field->names[j]);
          g_assert_true (trellis_field_value_of (field, field->names[j], &value));
          g_assert_cmpint (value, ==, j);
        }
      if (field->names != NULL)
        {
          g_assert_null (trellis_field_name_of (field, 1000));
          g_assert_null (trellis_field_name_of (field, -1));
          g_assert_false (trellis_field_value_of (field, "no such name", &value));
        }
    }
}

static void
test_names (void)
{
  for_each_type (check_names);
}

/* The names are in old files and libraries: they may not move. */
static void
test_kinds (void)
{
  const TrellisField *kind = trellis_record_type_find_field (&trellis_section_type, "kind");
  const TrellisField *level = trellis_record_type_find_field (&trellis_standing_type, "level");

  g_assert_cmpstr (trellis_field_name_of (kind, TRELLIS_SECTION_TEXT), ==, "text");
  g_assert_cmpstr (trellis_field_name_of (kind, TRELLIS_SECTION_MATRIX), ==, "matrix");
  g_assert_cmpstr (trellis_field_name_of (kind, TRELLIS_SECTION_POSTINGS), ==, "postings");
  g_assert_cmpstr (trellis_field_name_of (kind, TRELLIS_SECTION_PLAN), ==, "plan");
  g_assert_null (trellis_field_name_of (kind, TRELLIS_SECTION_PLAN + 1));
  g_assert_cmpstr (trellis_field_name_of (level, TRELLIS_LEVEL_ADVANCED), ==, "advanced");
}

static void
test_null_text (void)
{
  const TrellisField *name = trellis_record_type_find_field (&trellis_role_type, "name");
  TrellisRole        *role = trellis_record_new (&trellis_role_type);

  trellis_record_set_text (name, role, "QA");
  trellis_record_set_text (name, role, role->name);
  g_assert_cmpstr (role->name, ==, "QA");
  trellis_record_set_text (name, role, NULL);
  g_assert_cmpstr (role->name, ==, "");

  trellis_record_free (&trellis_role_type, role);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/a-new-one-is-empty", test_new);
  g_test_add_func ("/record/every-field-has-a-name-and-a-place-of-its-own", test_table);
  g_test_add_func ("/record/a-copy-is-equal-until-any-field-changes", test_copy);
  g_test_add_func ("/record/where-it-was-read-does-not-matter", test_equal);
  g_test_add_func ("/record/values-have-names-and-names-values", test_names);
  g_test_add_func ("/record/stored-names-stay", test_kinds);
  g_test_add_func ("/record/text-is-never-null", test_null_text);

  return g_test_run ();
}
