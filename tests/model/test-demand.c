/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-demand-index.h"
#include "trellis-demand.h"
#include "vocabulary-fixture.h"

static TrellisVocabulary *vocabulary;

/* Adds a posting; @skills stand with commas between. */
static void
add_posting (TrellisReport *report,
             const char    *title,
             const char    *skills)
{
  TrellisPosting *posting = trellis_report_add (report, &trellis_posting_type);
  g_auto (GStrv)  names = g_strsplit (skills, ",", -1);

  posting->position = (int) report->postings->len;
  g_set_str (&posting->title, title);
  for (guint i = 0; names[i] != NULL; i++)
    {
      TrellisPostingSkill *skill = trellis_report_add (report, &trellis_posting_skill_type);

      skill->posting_id = posting->base.id;
      skill->position = (int) i + 1;
      g_set_str (&skill->name, g_strstrip (names[i]));
    }
}

static TrellisReport *
new_report (void)
{
  TrellisReport *report = trellis_report_new ();

  add_posting (report, "Go developer", "Docker, SQL, gRPC");
  add_posting (report, "Data engineer", "sql, Airflow, Docker, docker");
  add_posting (report, "DBA (SQL)", "PostgreSQL, Docker");
  add_posting (report, "Тестировщик", "Airflow, C++");
  return report;
}

static char *
print (GPtrArray *demands)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < demands->len; i++)
    {
      const TrellisDemand *demand = g_ptr_array_index (demands, i);

      g_string_append_printf (text, "%s:", demand->skill);
      for (guint j = 0; j < demand->postings->len; j++)
        g_string_append_printf (text, "%d", g_array_index (demand->postings, int, j));
      g_string_append_printf (text, "/%d%s ", (int) demand->bucket, demand->firm ? "!" : "");
    }

  return g_string_free_and_steal (text);
}

static void
test_ranked (void)
{
  g_autoptr (TrellisReport) report = new_report ();
  g_autoptr (GPtrArray)     demands = trellis_demand_compute (report, 2, vocabulary);
  g_autofree char          *text = print (demands);

  g_assert_cmpstr (text, ==,
                   "Docker:123/0! SQL:123/0! Airflow:24/0 C++:4/2 gRPC:1/2 PostgreSQL:3/2 ");
}

static void
test_threshold (void)
{
  g_autoptr (TrellisReport) report = new_report ();
  g_autoptr (GPtrArray)     demands = trellis_demand_compute (report, 3, vocabulary);
  g_autofree char          *text = print (demands);

  g_assert_cmpstr (text, ==,
                   "Docker:123/0 SQL:123/0 Airflow:24/1 C++:4/2 gRPC:1/2 PostgreSQL:3/2 ");
}

static void
test_standings (void)
{
  g_autoptr (TrellisReport) report = new_report ();
  TrellisStanding          *have = trellis_report_add (report, &trellis_standing_type);
  TrellisStanding          *lack = trellis_report_add (report, &trellis_standing_type);
  g_autoptr (GPtrArray)     demands = NULL;

  g_set_str (&have->name, "DOCKER");
  g_set_str (&lack->name, " airflow ");
  lack->list = TRELLIS_STANDING_LACK;

  demands = trellis_demand_compute (report, 2, vocabulary);
  g_assert_true (((TrellisDemand *) g_ptr_array_index (demands, 0))->have);
  g_assert_false (((TrellisDemand *) g_ptr_array_index (demands, 0))->lack);
  g_assert_true (((TrellisDemand *) g_ptr_array_index (demands, 2))->lack);
}

static void
test_nothing (void)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();
  g_autoptr (GPtrArray)     none = trellis_demand_compute (report, 2, vocabulary);
  g_autoptr (GPtrArray)     blank = NULL;

  add_posting (report, "Anything", "");
  blank = trellis_demand_compute (report, 2, vocabulary);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (blank->len, ==, 0);
}

static void
assert_found (const TrellisReport *report,
              const char          *skill,
              const char          *expected)
{
  g_autoptr (GArray)  postings = trellis_demand_find_postings (report, skill, vocabulary);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < postings->len; i++)
    g_string_append_printf (text, "%d", g_array_index (postings, int, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_find (void)
{
  g_autoptr (TrellisReport) report = new_report ();

  assert_found (report, "sql", "123");
  assert_found (report, "Go", "1");
  assert_found (report, "C++", "4");
  assert_found (report, "C", "");
  assert_found (report, "тестировщик", "4");
  assert_found (report, "Rust", "");
  assert_found (report, "", "");
}

/* "Postgres 15", «Докером» and "Docker and Postgres" are the skills that they name. */
static void
test_wordings (void)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();
  g_autoptr (GPtrArray)     demands = NULL;
  g_autofree char          *text = NULL;

  add_posting (report, "One", "Postgres 15, Docker");
  add_posting (report, "Два", "работа с Докером, PostgreSQL");
  add_posting (report, "Three", "Docker and Postgres, Sails");
  demands = trellis_demand_compute (report, 2, vocabulary);
  text = print (demands);
  g_assert_cmpstr (text, ==, "Docker:123/0! PostgreSQL:123/0! Sails:3/2 ");
}

/* Whoever always writes "SQL queries" is not told of "SQL"; who writes it two ways is. */
static void
test_phrases (void)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();
  g_autoptr (GPtrArray)     demands = NULL;
  g_autofree char          *text = NULL;

  add_posting (report, "One", "SQL for beginners, Docker basics");
  add_posting (report, "Two", "SQL for beginners, Docker at work");
  demands = trellis_demand_compute (report, 2, vocabulary);
  text = print (demands);
  g_assert_cmpstr (text, ==, "Docker:12/0 SQL for beginners:12/0 ");
}

/* Each of the skills of a group is asked for: "React or Vue" counts for both. */
static void
test_any_of (void)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();

  add_posting (report, "One", "React or Vue");
  add_posting (report, "Two", "Vue/React, SQL");
  assert_found (report, "React", "12");
  assert_found (report, "Vue", "12");
  assert_found (report, "SQL", "2");
}

static void
test_special (void)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();

  add_posting (report, "One", "Django");
  add_posting (report, "Two", "FastAPI");
  add_posting (report, "Three", "Python");
  assert_found (report, "Python", "123");
  assert_found (report, "Django", "1");
}

/* 20,000 postings with a skill of their own and two that all share; found in a moment each. */
static void
test_many (void)
{
  g_autoptr (TrellisReport)      report = trellis_report_new ();
  g_autoptr (TrellisDemandIndex) index = NULL;
  gint64                         begin;

  for (int i = 1; i <= 20000; i++)
    {
      g_autofree char *skills = g_strdup_printf ("Tool %d, Rope, Sail %d", i, i % 3);

      add_posting (report, "Rigger", skills);
    }

  begin = g_get_monotonic_time ();
  index = trellis_demand_index_new (report, vocabulary);
  for (int i = 1; i <= 20000; i++)
    {
      g_autofree char   *skill = g_strdup_printf ("tool %d", i);
      g_autoptr (GArray) postings = trellis_demand_index_find (index, skill);

      g_assert_cmpuint (postings->len, ==, 1);
      g_assert_cmpint (g_array_index (postings, int, 0), ==, i);
    }
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 10 * G_USEC_PER_SEC);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  vocabulary = vocabulary_fixture_new ();

  g_test_add_func ("/demand/most-postings-come-first-then-by-name", test_ranked);
  g_test_add_func ("/demand/exactly-two-is-a-bucket-where-three-are-several", test_threshold);
  g_test_add_func ("/demand/what-i-have-and-lack-is-marked", test_standings);
  g_test_add_func ("/demand/nothing-asked-for-is-no-demand", test_nothing);
  g_test_add_func ("/demand/a-skill-is-found-in-titles-and-skills-as-whole-words", test_find);
  g_test_add_func ("/demand/a-skill-goes-by-all-its-names", test_wordings);
  g_test_add_func ("/demand/a-phrase-that-all-write-stays", test_phrases);
  g_test_add_func ("/demand/each-of-a-group-is-asked-for", test_any_of);
  g_test_add_func ("/demand/whoever-asks-for-the-special-asks-for-the-general", test_special);
  g_test_add_func ("/demand/many-postings-cost-no-more-each", test_many);

  result = g_test_run ();
  trellis_vocabulary_unref (vocabulary);
  return result;
}
