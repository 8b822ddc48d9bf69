/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures demand over 100,000 postings with 8 skills each against the bare SQL aggregate over the
 * same rows in the same run. Not a test: run it by hand, `BUILDDIR/tests/bench/bench-demand`. */

#include "bench.h"
#include "trellis-demand.h"
#include "trellis-vocabulary.h"

#include <sqlite3.h>

#define N_POSTINGS 100000
#define N_SKILLS 8
#define N_ROUNDS 5

/* Common skills are asked for often, rare ones seldom, as in real postings. */
static const char *const common[]
    = { "Python", "SQL", "Docker", "Git", "Linux", "PostgreSQL", "Kubernetes", "Java",
        "Kafka", "REST API", "CI/CD", "Redis", "C++", "TypeScript", "React", "Go",
        "AWS", "Algorithms", "Scrum", "English" };

static char *
name_skill (GRand *rand)
{
  double r = g_rand_double (rand);

  if (r < 0.8)
    return g_strdup (common[(guint) (r * r / 0.64 * G_N_ELEMENTS (common))]);

  return g_strdup_printf ("Tool %d", g_rand_int_range (rand, 0, 2000));
}

static TrellisReport *
make_report (void)
{
  TrellisReport    *report = trellis_report_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260504);

  for (int i = 0; i < N_POSTINGS; i++)
    {
      TrellisPosting *posting = trellis_report_add (report, &trellis_posting_type);

      posting->position = i + 1;
      g_free (posting->title);
      posting->title = g_strdup_printf ("Engineer %d", i % 500);
      for (int j = 0; j < N_SKILLS; j++)
        {
          TrellisPostingSkill *skill = trellis_report_add (report, &trellis_posting_skill_type);

          skill->posting_id = posting->base.id;
          skill->position = j + 1;
          g_free (skill->name);
          skill->name = name_skill (rand);
        }
    }

  return report;
}

static void
execute (sqlite3    *db,
         const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

static sqlite3 *
make_database (const TrellisReport *report)
{
  sqlite3      *db = NULL;
  sqlite3_stmt *insert = NULL;

  g_assert_true (sqlite3_open (":memory:", &db) == SQLITE_OK);
  execute (db, "CREATE TABLE posting_skill (id INTEGER PRIMARY KEY, posting_id INTEGER NOT NULL,"
               " name TEXT NOT NULL) STRICT");
  execute (db, "BEGIN");
  sqlite3_prepare_v2 (db, "INSERT INTO posting_skill (posting_id, name) VALUES (?, ?)", -1, &insert,
                      NULL);
  for (guint i = 0; i < report->posting_skills->len; i++)
    {
      const TrellisPostingSkill *skill = report->posting_skills->pdata[i];

      sqlite3_bind_int64 (insert, 1, skill->posting_id);
      sqlite3_bind_text (insert, 2, skill->name, -1, SQLITE_STATIC);
      g_assert_true (sqlite3_step (insert) == SQLITE_DONE);
      sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);
  execute (db, "COMMIT");
  return db;
}

static double
time_aggregate (sqlite3 *db)
{
  gint64        started = g_get_monotonic_time ();
  sqlite3_stmt *select = NULL;
  gint64        asked = 0;

  sqlite3_prepare_v2 (db,
                      "SELECT name, count(DISTINCT posting_id) AS n FROM posting_skill"
                      " GROUP BY name ORDER BY n DESC, name",
                      -1, &select, NULL);
  while (sqlite3_step (select) == SQLITE_ROW)
    asked += sqlite3_column_int64 (select, 1);
  sqlite3_finalize (select);
  g_assert_cmpint (asked, >, N_POSTINGS);
  return bench_ms_since (started);
}

static double
time_demand (const TrellisReport *report)
{
  gint64                started = g_get_monotonic_time ();
  g_autoptr (GPtrArray) demands = trellis_demand_compute (report, 3, NULL);

  g_assert_cmpuint (demands->len, >, G_N_ELEMENTS (common) / 2);
  return bench_ms_since (started);
}

int
main (void)
{
  g_autoptr (TrellisReport) report = make_report ();
  g_autoptr (GArray)        floors = bench_times_new ();
  g_autoptr (GArray)        ours = bench_times_new ();
  sqlite3                  *db = make_database (report);

  trellis_vocabulary_get_skills ();
  for (int i = 0; i < N_ROUNDS; i++)
    {
      bench_times_add (floors, time_aggregate (db));
      bench_times_add (ours, time_demand (report));
    }
  sqlite3_close (db);

  g_print ("%d postings, %d skills each, median of %d\n", N_POSTINGS, N_SKILLS, N_ROUNDS);
  bench_print ("bare SQL aggregate", bench_times_median (floors), 0);
  bench_print ("demand (bar 1.5)", bench_times_median (ours), bench_times_median (floors));
  return 0;
}
