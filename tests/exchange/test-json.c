/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-error.h"
#include "trellis-json.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Texts that something on the way could stumble over. */
static const char *const texts[] = {
  "",
  " ",
  "Kiln controller",
  "Инженер по обжигу",
  "“quoted” \"and\" \\ escaped / \\u0041",
  "first\nsecond\r\n\tthird",
  "\x01\x1f\x7f",
  "<script>&amp;</script>",
  "a\u2028b\u2029c",
  "😀 ёж",
  "null",
};

static void
fill_field (TrellisReport      *report,
            const TrellisField *field,
            gpointer            record,
            GRand              *rand)
{
  int n = 0;

  switch (field->type)
    {
    case TRELLIS_FIELD_TEXT:
    case TRELLIS_FIELD_MARKDOWN:
      trellis_record_set_text (field, record,
                               texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
      break;
    case TRELLIS_FIELD_REF:
      {
        GPtrArray *targets = trellis_report_get_part (report, field->target);
        guint      index = (guint) g_rand_int_range (rand, 0, (int) targets->len);

        trellis_record_set_ref (field, record,
                                ((TrellisRecord *) g_ptr_array_index (targets, index))->id);
        break;
      }
    case TRELLIS_FIELD_PARENT:
      break; /* see put_under() */
    case TRELLIS_FIELD_ENUM:
      while (field->names[n] != NULL)
        n++;
      trellis_record_set_int (field, record, g_rand_int_range (rand, 0, n));
      break;
    case TRELLIS_FIELD_BOOLEAN:
      trellis_record_set_int (field, record, g_rand_boolean (rand));
      break;
    case TRELLIS_FIELD_INT:
      trellis_record_set_int (field, record, g_rand_int_range (rand, 0, G_MAXINT));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
fill (TrellisReport           *report,
      const TrellisRecordType *type,
      gpointer                 record,
      GRand                   *rand)
{
  for (guint i = 0; i < type->n_fields; i++)
    fill_field (report, &type->fields[i], record, rand);
}

/* Some topics stand under one before them on the same roadmap. */
static void
put_under (TrellisReport *report,
           GRand         *rand)
{
  for (guint i = 0; i < report->roadmap_topics->len; i++)
    {
      TrellisRoadmapTopic       *topic = g_ptr_array_index (report->roadmap_topics, i);
      const TrellisRoadmapTopic *other = NULL;

      topic->position = (int) i + 1;
      if (i > 0)
        other = g_ptr_array_index (report->roadmap_topics,
                                   (guint) g_rand_int_range (rand, 0, (int) i));
      if (other != NULL && other->roadmap_id == topic->roadmap_id)
        topic->parent_id = other->base.id;
    }
}

/* Every part holds something, so that there is always something to refer to. */
static TrellisReport *
new_random_report (GRand *rand)
{
  TrellisReport *report = trellis_report_new ();

  fill (report, &trellis_report_type, report, rand);
  report->base.id = g_rand_int_range (rand, 0, 100);
  for (guint i = 0; trellis_report_parts[i] != NULL; i++)
    {
      int n = g_rand_int_range (rand, 1, 6);

      for (int j = 0; j < n; j++)
        {
          TrellisRecord *record = trellis_report_add (report, trellis_report_parts[i]);

          fill (report, trellis_report_parts[i], record, rand);
          record->id += g_rand_int_range (rand, 0, 3);
        }
    }

  put_under (report, rand);
  return report;
}

static TrellisReport *
read_again (const TrellisReport *report)
{
  g_autofree char   *json = trellis_json_write (report);
  g_autoptr (GError) error = NULL;
  TrellisReport     *again = trellis_json_read (json, "a.json", &error);

  g_assert_no_error (error);
  return again;
}

static guint
count_records (const TrellisReport *report)
{
  guint n = 0;

  for (guint i = 0; trellis_report_parts[i] != NULL; i++)
    n += trellis_report_get_part (report, trellis_report_parts[i])->len;

  return n;
}

/* Each record is there again, by its id; sorted once, a report is the same for good. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (19);

  for (int n = 0; n < 200; n++)
    {
      g_autoptr (TrellisReport) report = new_random_report (rand);
      g_autoptr (TrellisReport) once = read_again (report);
      g_autoptr (TrellisReport) twice = read_again (once);

      g_assert_true (trellis_record_equal (&trellis_report_type, report, once));
      g_assert_cmpuint (count_records (once), ==, count_records (report));
      for (guint i = 0; trellis_report_parts[i] != NULL; i++)
        {
          const TrellisRecordType *type = trellis_report_parts[i];
          GPtrArray               *part = trellis_report_get_part (report, type);

          for (guint j = 0; j < part->len; j++)
            {
              TrellisRecord *record = g_ptr_array_index (part, j);

              g_assert_true (trellis_record_equal (type, record,
                                                   trellis_report_find (once, type, record->id)));
            }
        }
      g_assert_true (trellis_report_equal (once, twice));
    }
}

static void
test_empty_report (void)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();
  g_autoptr (TrellisReport) again = read_again (report);

  g_assert_true (trellis_report_equal (report, again));
}

/* In reading order it is written, and so it is read, whoever shuffled the file. */
static void
test_order (void)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();
  g_autoptr (TrellisReport) again = NULL;
  TrellisComponent         *last = trellis_report_add (report, &trellis_component_type);
  TrellisComponent         *first = trellis_report_add (report, &trellis_component_type);
  TrellisRole              *role = trellis_report_add (report, &trellis_role_type);
  TrellisInvolvement       *a = trellis_report_add (report, &trellis_involvement_type);
  TrellisInvolvement       *b = trellis_report_add (report, &trellis_involvement_type);
  gint64                    new_id;

  last->position = 2;
  first->position = 1;
  first->base.id = 90;
  a->component_id = last->base.id;
  b->component_id = first->base.id;
  a->role_id = b->role_id = role->base.id;
  a->position = b->position = 1;

  again = read_again (report);
  g_assert_cmpint (((TrellisRecord *) g_ptr_array_index (again->components, 0))->id, ==, 90);
  g_assert_cmpint (
      ((TrellisInvolvement *) g_ptr_array_index (again->involvements, 0))->component_id, ==, 90);

  new_id = ((TrellisRecord *) trellis_report_add (again, &trellis_component_type))->id;
  g_assert_cmpint (new_id, >, 90);
}

/* A report with a component, a role and a cell, as a file has it. */
static char *
new_file (void)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();
  TrellisComponent         *component = trellis_report_add (report, &trellis_component_type);
  TrellisRole              *role = trellis_report_add (report, &trellis_role_type);
  TrellisInvolvement       *cell = trellis_report_add (report, &trellis_involvement_type);
  TrellisSection           *section = trellis_report_add (report, &trellis_section_type);

  component->base.id = 21;
  role->base.id = 31;
  cell->component_id = 21;
  cell->role_id = 31;
  section->kind = TRELLIS_SECTION_MATRIX;
  g_set_str (&component->name, "Kiln");
  return trellis_json_write (report);
}

static char *
change (const char *old,
        const char *new)
{
  g_autofree char *json = new_file ();
  g_auto (GStrv)   parts = g_strsplit (json, old, 2);

  g_assert_nonnull (parts[1]);
  return g_strjoinv (new, parts);
}

static void
assert_refused (const char      *json,
                TrellisErrorCode code,
                const char      *told)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (trellis_json_read (json, "a.json", &error));
  g_assert_error (error, TRELLIS_ERROR, (int) code);
  if (strstr (error->message, told) == NULL || strstr (error->message, "a.json") == NULL)
    g_error ("“%s” does not say “%s”", error->message, told);
}

static const struct
{
  const char      *old, *new;
  TrellisErrorCode code;
  const char      *told;
} wrongs[] = {
  { "\"trellis-report\"", "\"trellis-template\"", TRELLIS_ERROR_FORMAT,
    "is JSON, but no report of Trellis" },
  { "\"format\"", "\"basics\"", TRELLIS_ERROR_FORMAT, "is JSON, but no report of Trellis" },
  { "\"version\" : 2", "\"version\" : 3", TRELLIS_ERROR_VERSION,
    "“a.json” comes from a newer Trellis" },
  { "\"version\" : 2", "\"version\" : 0", TRELLIS_ERROR_FORMAT, "$.version: 0 is out of range" },
  { "\"version\" : 2", "\"version\" : 1.5", TRELLIS_ERROR_FORMAT,
    "$.version: must be a whole number" },
  { "\"kind\" : \"matrix\"", "\"kind\" : \"matrik\"", TRELLIS_ERROR_FORMAT,
    "$.section[0].kind: “matrik” is unknown. Did you mean “matrix”?" },
  { "\"name\" : \"Kiln\"", "\"name\" : null", TRELLIS_ERROR_FORMAT,
    "$.component[0].name: must be text" },
  { "\"name\" : \"Kiln\"", "\"nam\" : \"Kiln\"", TRELLIS_ERROR_FORMAT,
    "$.component[0].nam: “nam” is unknown. Did you mean “name”?" },
  { "\"id\" : 21", "\"id\" : 0", TRELLIS_ERROR_FORMAT, "$.component[0].id: 0 is out of range" },
  { "\"id\" : 21", "\"id\" : \"21\"", TRELLIS_ERROR_FORMAT,
    "$.component[0].id: must be a whole number" },
  { "\"id\" : 21", "\"id\" : 22", TRELLIS_ERROR_FORMAT,
    "$.involvement[0].component_id: there is no component with the id 21" },
  { "\"role_id\" : 31", "\"role_id\" : 21", TRELLIS_ERROR_FORMAT,
    "$.involvement[0].role_id: there is no role with the id 21" },
  { "\"role\" : [", "\"role\" : [ { \"id\" : 31 },", TRELLIS_ERROR_FORMAT,
    "$.role[1]: the id 31 stands twice" },
  { "\"role\" : [", "\"role\" : [ 7,", TRELLIS_ERROR_FORMAT, "$.role[0]: must be an object" },
  { "\"claim\" : []", "\"claim\" : {}", TRELLIS_ERROR_FORMAT, "$.claim: must be a list" },
  { "\"claim\" : []", "\"clam\" : []", TRELLIS_ERROR_FORMAT,
    "$.clam: “clam” is unknown. Did you mean “claim”?" },
  { "\"claim\" : []", "\"cl\\nam\" : []", TRELLIS_ERROR_FORMAT, "$.cl am: “cl am” is unknown." },
  { "\"lists\" : \"computed\"", "\"lists\" : true", TRELLIS_ERROR_FORMAT,
    "$.report.lists: must be text" },
};

static void
test_long_name (void)
{
  g_autofree char   *name = g_strnfill (1024 * 1024, 'x');
  g_autofree char   *member = g_strdup_printf ("\"%s\" : []", name);
  g_autofree char   *json = change ("\"claim\" : []", member);
  g_autoptr (GError) error = NULL;

  g_assert_null (trellis_json_read (json, "a.json", &error));
  g_assert_cmpuint (strlen (error->message), <, 500);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      g_autofree char *json = change (wrongs[i].old, wrongs[i].new);

      assert_refused (json, wrongs[i].code, wrongs[i].told);
    }
}

/* Two roadmaps, the second with a topic (3) and one under it (4). */
static TrellisReport *
new_roadmaps (TrellisRoadmapTopic *topics[2])
{
  TrellisReport  *report = trellis_report_new ();
  TrellisRoadmap *first = trellis_report_add (report, &trellis_roadmap_type);
  TrellisRoadmap *second = trellis_report_add (report, &trellis_roadmap_type);

  first->position = 1;
  second->position = 2;
  for (guint i = 0; i < 2; i++)
    {
      topics[i] = trellis_report_add (report, &trellis_roadmap_topic_type);
      topics[i]->roadmap_id = second->base.id;
      topics[i]->position = (int) i + 1;
    }
  topics[1]->parent_id = topics[0]->base.id;
  return report;
}

static void
assert_topics_refused (const TrellisReport *report)
{
  g_autofree char *json = trellis_json_write (report);

  assert_refused (json, TRELLIS_ERROR_FORMAT, "which does not come before it");
}

static void
test_topics (void)
{
  TrellisRoadmapTopic      *topics[2];
  g_autoptr (TrellisReport) report = new_roadmaps (topics);
  g_autoptr (TrellisReport) again = read_again (report);

  g_assert_true (trellis_report_equal (report, again));

  topics[0]->position = 3;
  assert_topics_refused (report);
  topics[0]->position = 1;
  topics[0]->roadmap_id = 1;
  assert_topics_refused (report);
  topics[0]->roadmap_id = 2;
  topics[0]->parent_id = topics[1]->base.id;
  assert_topics_refused (report);
  topics[0]->parent_id = topics[0]->base.id;
  assert_topics_refused (report);
  topics[0]->parent_id = 77;
  assert_topics_refused (report);
}

static void
test_deep_topics (void)
{
  TrellisRoadmapTopic      *topics[2];
  g_autoptr (TrellisReport) report = new_roadmaps (topics);
  g_autoptr (TrellisReport) again = NULL;
  g_autofree char          *json = NULL;

  for (int depth = 3; depth <= 64; depth++)
    {
      TrellisRoadmapTopic *above = topics[1];

      topics[1] = trellis_report_add (report, &trellis_roadmap_topic_type);
      topics[1]->roadmap_id = above->roadmap_id;
      topics[1]->parent_id = above->base.id;
      topics[1]->position = depth;
    }
  again = read_again (report);
  g_assert_true (trellis_report_equal (report, again));

  topics[0] = trellis_report_add (report, &trellis_roadmap_topic_type);
  topics[0]->roadmap_id = topics[1]->roadmap_id;
  topics[0]->parent_id = topics[1]->base.id;
  topics[0]->position = 65;
  json = trellis_json_write (report);
  assert_refused (json, TRELLIS_ERROR_FORMAT, "stands deeper than 64");
}

/* A file that was written before there were roadmaps. */
static void
test_version_1 (void)
{
  static const char *const  late[] = { ",\n  \"roadmap\" : []", ",\n  \"roadmap_topic\" : []" };
  g_autofree char          *json = change ("\"version\" : 2", "\"version\" : 1");
  g_autoptr (TrellisReport) report = NULL;
  g_autoptr (GError)        error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (late); i++)
    {
      g_auto (GStrv) parts = g_strsplit (json, late[i], 2);

      g_assert_nonnull (parts[1]);
      g_free (json);
      json = g_strjoinv ("", parts);
    }

  report = trellis_json_read (json, "a.json", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->components->len, ==, 1);
  g_assert_cmpuint (report->roadmaps->len, ==, 0);
}

static void
test_other_files (void)
{
  g_autofree char *deep = g_strnfill (100 * 1000, '[');
  g_autofree char *deep_objects = g_strdup_printf ("{\"report\":%s", deep);

  assert_refused (deep, TRELLIS_ERROR_SYNTAX, "nested deeper than 64");
  assert_refused (deep_objects, TRELLIS_ERROR_SYNTAX, "nested deeper than 64");
  assert_refused ("[]", TRELLIS_ERROR_FORMAT, "no report of Trellis");
  assert_refused ("\"text\"", TRELLIS_ERROR_FORMAT, "no report of Trellis");
  assert_refused ("{}", TRELLIS_ERROR_FORMAT, "no report of Trellis");
  assert_refused ("0{\"a\": 1}", TRELLIS_ERROR_FORMAT, "no report of Trellis");
  assert_refused ("{\"format\": 7}", TRELLIS_ERROR_FORMAT, "must be text");
  assert_refused ("{\"format\": \"trellis-report\", \"version\": 1}", TRELLIS_ERROR_FORMAT,
                  "is missing");
  assert_refused ("{\"version\": 99}", TRELLIS_ERROR_VERSION, "comes from a newer Trellis");
  assert_refused ("{\"version\": 1}", TRELLIS_ERROR_FORMAT, "no report of Trellis");
  assert_refused ("# Roles\n", TRELLIS_ERROR_SYNTAX, "column 1, is not JSON");
  assert_refused ("{\"имя\": \"да\",}\n", TRELLIS_ERROR_SYNTAX, "column 13, is not JSON");
  assert_refused ("{\"a\": \"b\n", TRELLIS_ERROR_SYNTAX, "“a.json” is not JSON");
  assert_refused ("{\n\"a\": 1,\n}\n", TRELLIS_ERROR_SYNTAX, "line 2, is not JSON");
}

/* Cut anywhere, it is refused, and nothing worse. */
static void
test_torn (void)
{
  g_autofree char *json = new_file ();

  for (gsize length = 0; length + 2 < strlen (json); length++)
    {
      g_autofree char   *torn = g_strndup (json, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (trellis_json_read (torn, "a.json", &error));
      g_assert_nonnull (error);
    }
}

/* Bytes changed at random, as a bad disk would: read or refused, and nothing worse. */
static void
test_damaged (void)
{
  static const char bytes[] = "{}[]\",:0129-.eE\\ntu \x01";
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree char  *json = new_file ();

  for (int n = 0; n < 3000; n++)
    {
      g_autofree char          *damaged = g_strdup (json);
      g_autoptr (GError)        error = NULL;
      g_autoptr (TrellisReport) report = NULL;

      for (int changes = g_rand_int_range (rand, 1, 5); changes > 0; changes--)
        damaged[g_rand_int_range (rand, 0, (int) strlen (json))]
            = bytes[g_rand_int_range (rand, 0, sizeof bytes - 1)];
      report = trellis_json_read (damaged, "a.json", &error);
      g_assert_true ((report == NULL) == (error != NULL));
    }
}

/* What is left out is empty, as the schema says. */
static void
test_left_out (void)
{
  g_autofree char          *json = change ("\"grouping\" : \"\",", "");
  g_autoptr (GError)        error = NULL;
  g_autoptr (TrellisReport) report = trellis_json_read (json, "a.json", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (((TrellisComponent *) g_ptr_array_index (report->components, 0))->grouping, ==,
                   "");
}

/* A zero would cut the C string. */
static void
test_zero (void)
{
  g_autofree char          *json = change ("\"Kiln\"", "\"Ki\\u0000ln \\\\u0000\"");
  g_autoptr (GError)        error = NULL;
  g_autoptr (TrellisReport) report = trellis_json_read (json, "a.json", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (((TrellisComponent *) g_ptr_array_index (report->components, 0))->name, ==,
                   "Kiln \\u0000");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/what-is-written-is-read-without-loss", test_round_trip);
  g_test_add_func ("/json/an-empty-report-is-one", test_empty_report);
  g_test_add_func ("/json/parts-come-in-reading-order", test_order);
  g_test_add_func ("/json/a-wrong-file-is-refused-with-its-path", test_wrong);
  g_test_add_func ("/json/a-member-of-a-million-letters-is-told-in-short", test_long_name);
  g_test_add_func ("/json/a-topic-comes-after-the-one-it-stands-under", test_topics);
  g_test_add_func ("/json/topics-have-a-bottom", test_deep_topics);
  g_test_add_func ("/json/a-file-of-version-1-is-read", test_version_1);
  g_test_add_func ("/json/other-files-are-refused", test_other_files);
  g_test_add_func ("/json/a-torn-file-is-refused", test_torn);
  g_test_add_func ("/json/a-damaged-file-does-no-harm", test_damaged);
  g_test_add_func ("/json/what-is-left-out-is-empty", test_left_out);
  g_test_add_func ("/json/a-zero-cuts-nothing-off", test_zero);

  return g_test_run ();
}
