/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures the store against bare SQL on the same machine in the same run. Not a test: run it by
 * hand, `BUILDDIR/tests/bench/bench-store`. */

#include "trellis-commands.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#define N_TOGGLES 4000

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
get_median (GArray *times)
{
  g_array_sort (times, compare);
  return g_array_index (times, double, times->len / 2);
}

static double
get_p99 (GArray *times)
{
  return g_array_index (times, double, times->len * 99 / 100);
}

static void
note (GArray *times,
      gint64  started)
{
  double ms = (double) (g_get_monotonic_time () - started) / 1000.0;

  g_array_append_val (times, ms);
}

static TrellisReport *
make_report (guint n_components,
             guint n_roles,
             guint n_postings)
{
  TrellisReport *report = trellis_report_new ();

  for (guint i = 0; i < n_components; i++)
    {
      TrellisComponent *component = trellis_report_add (report, &trellis_component_type);

      component->position = (int) i + 1;
      g_free (component->name);
      component->name = g_strdup_printf ("Component %u", i);
    }
  for (guint i = 0; i < n_roles; i++)
    {
      TrellisRole *role = trellis_report_add (report, &trellis_role_type);

      role->position = (int) i + 1;
      g_free (role->name);
      role->name = g_strdup_printf ("Role %u", i);
    }
  for (guint i = 0; i < n_postings; i++)
    {
      TrellisPosting *posting = trellis_report_add (report, &trellis_posting_type);

      posting->position = (int) i + 1;
      g_free (posting->text);
      posting->text = g_strnfill (20000, 'x');
    }
  return report;
}

static double
measure_bare (const char *path)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  sqlite3_stmt      *insert, *remove;
  sqlite3           *db;

  g_assert (sqlite3_open (path, &db) == SQLITE_OK);
  sqlite3_exec (db, "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0;"
                    "PRAGMA foreign_keys = ON",
                NULL, NULL, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO involvement (report_id, component_id, role_id, position)"
                          " VALUES (1, ?1, ?2, 1)",
                      -1, &insert, NULL);
  sqlite3_prepare_v2 (db, "DELETE FROM involvement WHERE component_id = ?1 AND role_id = ?2", -1,
                      &remove, NULL);
  for (guint i = 0; i < N_TOGGLES; i++)
    {
      sqlite3_stmt *statement = i % 2 == 0 ? insert : remove;
      gint64        started = g_get_monotonic_time ();

      sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
      sqlite3_bind_int64 (statement, 1, 1 + i / 2 % 20);
      sqlite3_bind_int64 (statement, 2, 1 + i / 2 % 7);
      g_assert (sqlite3_step (statement) == SQLITE_DONE);
      sqlite3_reset (statement);
      sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
      note (times, started);
    }
  sqlite3_finalize (insert);
  sqlite3_finalize (remove);
  sqlite3_close (db);
  return get_median (times);
}

static void
measure_toggles (TrellisStore *store,
                 double        bare)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) undos = g_array_new (FALSE, FALSE, sizeof (double));
  double             median;

  for (guint i = 0; i < N_TOGGLES; i++)
    {
      gint64 started = g_get_monotonic_time ();

      trellis_commands_toggle (store, 1 + i / 2 % 20, 1 + i / 2 % 7, NULL);
      note (times, started);
    }
  for (guint i = 0; i < 400; i++)
    {
      gint64 started = g_get_monotonic_time ();

      g_assert (trellis_store_undo (store, NULL));
      note (undos, started);
    }

  median = get_median (times);
  g_print ("toggle    %.3f ms (p99 %.3f), bare %.3f ms, ratio %.1f\n", median, get_p99 (times),
           bare, median / bare);
  median = get_median (undos);
  g_print ("undo      %.3f ms (p99 %.3f)\n", median, get_p99 (undos));
}

static void
measure_big (TrellisStore *store)
{
  g_autoptr (TrellisReport) report = make_report (1000, 200, 1000);
  g_autoptr (TrellisReport) loaded = NULL;
  gint64                    started = g_get_monotonic_time ();
  gint64                    id;

  g_assert (trellis_commands_import_report (store, report, &id, NULL));
  g_print ("import    %.0f ms for 1,000 components, 200 roles, 1,000 postings of 20 kB\n",
           (double) (g_get_monotonic_time () - started) / 1000.0);
  started = g_get_monotonic_time ();
  loaded = trellis_store_load_report (store, id, NULL);
  g_assert (loaded != NULL);
  g_print ("load      %.0f ms for the same\n",
           (double) (g_get_monotonic_time () - started) / 1000.0);
  started = g_get_monotonic_time ();
  g_assert (trellis_store_undo (store, NULL));
  g_print ("undo      %.0f ms for the same (the worker's, in the app)\n",
           (double) (g_get_monotonic_time () - started) / 1000.0);
}

int
main (void)
{
  g_autofree char          *folder = g_dir_make_tmp ("trellis-bench-XXXXXX", NULL);
  g_autofree char          *path = g_build_filename (folder, "library.db", NULL);
  g_autofree char          *command = g_strdup_printf ("rm -r '%s'", folder);
  g_autoptr (TrellisReport) report = make_report (20, 8, 5);
  g_autoptr (TrellisStore)  store = trellis_store_open (path, NULL);
  gint64                    started;

  g_assert (store != NULL);
  trellis_commands_import_report (store, report, NULL, NULL);
  measure_toggles (store, measure_bare (path));
  measure_big (store);
  trellis_store_close (store);

  started = g_get_monotonic_time ();
  g_object_unref (trellis_store_open (path, NULL));
  g_print ("open      %.1f ms\n", (double) (g_get_monotonic_time () - started) / 1000.0);
  g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
  return 0;
}
