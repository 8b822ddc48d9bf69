/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <grp.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

/* A child process that does something to the library by itself. It inherits nothing of SQLite's:
 * the fixture's store is closed before the fork, or the child never touches it. */
typedef void (*ChildFunc) (Fixture *self,
                           int      out);

static pid_t
start_child (Fixture  *self,
             ChildFunc run,
             int      *in)
{
  int   fds[2];
  pid_t pid;

  g_assert_cmpint (pipe2 (fds, O_CLOEXEC), ==, 0);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      run (self, fds[1]);
      _exit (0);
    }

  close (fds[1]);
  *in = fds[0];
  return pid;
}

static void
assert_ended_well (pid_t pid)
{
  int status;

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

/* For the child, where a failed assertion must not run on as the test program. */
static void
child_check (gboolean    condition,
             const char *what)
{
  if (condition)
    return;

  g_printerr ("child: %s\n", what);
  _exit (1);
}

static TrellisStore *
child_open (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  TrellisStore      *store = trellis_store_open (self->path, &error);

  child_check (store != NULL, error != NULL ? error->message : "open");
  return store;
}

/* Commits without end, and says each id only when it is committed. */
static void
commit_for_ever (Fixture *self,
                 int      out)
{
  TrellisStore *store = child_open (self);

  for (gint64 i = 0;; i++)
    {
      g_autofree char *name = g_strdup_printf ("Component %d", (int) i);
      gint64           id;

      child_check (trellis_commands_add_component (store, self->report, name, &id, NULL), "add");
      trellis_commands_toggle (store, id, 1, NULL);
      if (i % 7 == 3)
        {
          trellis_store_undo (store, NULL);
          trellis_store_redo (store, NULL);
        }
      if (i % 40 == 20)
        trellis_store_checkpoint_async (store, NULL, NULL, NULL);
      child_check (write (out, &id, sizeof id) == sizeof id, "pipe");
    }
}

static gint64
read_last_id (int in)
{
  gint64 last = 0, id;

  while (read (in, &id, sizeof id) == sizeof id)
    last = id;
  return last;
}

static void
test_killed (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  gint64            expected = 3;

  for (guint round = 0; round < 12; round++)
    {
      g_autofree char *sql = NULL;
      gint64           last;
      pid_t            pid;
      int              in;

      trellis_store_close (self->store);
      g_clear_object (&self->store);
      pid = start_child (self, commit_for_ever, &in);
      g_usleep ((gulong) g_rand_int_range (rand, 20000, 90000));
      kill (pid, SIGKILL);
      waitpid (pid, NULL, 0);
      last = read_last_id (in);
      close (in);

      assert_sound (self->path);
      expected = MAX (expected, last);
      sql = g_strdup_printf ("SELECT count(*) FROM component WHERE id <= %d", (int) expected);
      g_assert_cmpint (raw_int (self->path, sql), ==, expected);
      g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM history"
                                            " WHERE size <> length (changeset)"),
                       ==, 0);
      fixture_open (self);
      g_assert_true (trellis_store_undo (self->store, NULL));
      g_assert_true (trellis_store_redo (self->store, NULL));
      expected = raw_int (self->path, "SELECT max (id) FROM component");
    }

  g_test_message ("%d components", (int) expected);
}

static void
write_until_full (Fixture *self,
                  int      out)
{
  struct rlimit      limit = { 400 * 1024, 400 * 1024 };
  g_autofree char   *text = g_strnfill (3000, 'x');
  g_autoptr (GError) error = NULL;
  TrellisStore      *store = child_open (self);
  gint64             id = 0, last = 0;

  signal (SIGXFSZ, SIG_IGN);
  child_check (setrlimit (RLIMIT_FSIZE, &limit) == 0, "limit");
  for (guint i = 0; i < 1000 && error == NULL; i++)
    {
      text[0] = (char) ('a' + i % 26);
      if (trellis_commands_add_component (store, self->report, text, &id, &error))
        last = id;
    }

  child_check (g_error_matches (error, TRELLIS_ERROR, TRELLIS_ERROR_WRITE),
               error != NULL ? error->message : "never full");
  child_check (strstr (error->message, "disk is full") != NULL, error->message);
  g_clear_error (&error);

  /* It can still be read, and says the same again. */
  child_check (trellis_store_can_undo (store), "read");
  child_check (!trellis_commands_add_component (store, self->report, text, &id, &error), "again");
  child_check (write (out, &last, sizeof last) == sizeof last, "pipe");
}

static void
test_full_disk (Fixture      *self,
                gconstpointer data)
{
  g_autofree char   *sql = NULL;
  g_autoptr (GError) error = NULL;
  gint64             last;
  pid_t              pid;
  int                in;

  trellis_store_close (self->store);
  g_clear_object (&self->store);
  pid = start_child (self, write_until_full, &in);
  last = read_last_id (in);
  close (in);
  assert_ended_well (pid);

  g_assert_cmpint (last, >, 10);
  assert_sound (self->path);
  sql = g_strdup_printf ("SELECT count(*) FROM component WHERE id <= %d", (int) last);
  g_assert_cmpint (raw_int (self->path, sql), ==, last);

  /* Where there is room again, work goes on and undo leads back to the start. */
  fixture_open (self);
  add_component (self, "After");
  while (trellis_store_can_undo (self->store))
    g_assert_true (trellis_store_undo (self->store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM component"), ==, 0);
}

static void
fill_then_free (Fixture *self,
                int      out)
{
  struct rlimit    all, small = { 300 * 1024, 0 };
  g_autofree char *text = g_strnfill (3000, 'x');
  TrellisStore    *store = child_open (self);

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &all);
  small.rlim_max = all.rlim_max;
  setrlimit (RLIMIT_FSIZE, &small);
  for (guint i = 0; i < 1000; i++)
    {
      text[0] = (char) ('a' + i % 26);
      if (!trellis_commands_add_component (store, self->report, text, NULL, NULL))
        break;
    }
  child_check (!trellis_store_undo (store, NULL), "undo on a full disk");
  setrlimit (RLIMIT_FSIZE, &all);
  child_check (trellis_commands_add_component (store, self->report, "Room", NULL, NULL), "room");
  child_check (trellis_store_undo (store, NULL), "undo");
  child_check (trellis_store_redo (store, NULL), "redo");
}

static void
test_room_again (Fixture      *self,
                 gconstpointer data)
{
  pid_t pid;
  int   in;

  trellis_store_close (self->store);
  g_clear_object (&self->store);
  pid = start_child (self, fill_then_free, &in);
  assert_ended_well (pid);
  close (in);
  assert_sound (self->path);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM component WHERE name = 'Room'"),
                   ==, 1);
  fixture_open (self);
}

static void
toggle_often (Fixture *self,
              int      out)
{
  TrellisStore      *store = child_open (self);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 300; i++)
    child_check (trellis_commands_add_component (store, self->report, "Theirs", NULL, &error),
                 error != NULL ? error->message : "add");
}

static void
test_two_at_once (Fixture      *self,
                  gconstpointer data)
{
  pid_t pid;
  int   in;

  trellis_store_close (self->store);
  g_clear_object (&self->store);
  pid = start_child (self, toggle_often, &in);
  fixture_open (self);
  for (guint i = 0; i < 300; i++)
    add_component (self, "Ours");
  assert_ended_well (pid);
  close (in);

  assert_sound (self->path);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM component WHERE name = 'Ours'"),
                   ==, 300);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM component WHERE name = 'Theirs'"),
                   ==, 300);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM history"), ==, 500);
  g_assert_true (trellis_store_poll (self->store));
  g_assert_false (trellis_store_poll (self->store));
}

/* Two stores of one library: what one does, the other notices, and may undo. */
static void
test_two_stores (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (TrellisStore) other = trellis_store_open (self->path, &error);
  g_autofree char         *label = NULL;
  TrellisAnnouncement     *announcement;

  g_assert_false (trellis_store_poll (self->store));
  trellis_commands_toggle (other, 1, 3, &error);
  g_assert_true (trellis_store_poll (self->store));
  announcement = g_ptr_array_index (self->announced, 0);
  g_assert_cmpint (announcement->cause, ==, TRELLIS_CAUSE_OTHER);
  g_assert_null (announcement->change);
  label = trellis_store_get_undo_label (self->store);
  g_assert_cmpstr (label, ==, "Assign DBA to Dock Controller");

  g_assert_true (trellis_store_undo (self->store, &error));
  g_assert_true (trellis_store_poll (other));
  g_assert_true (trellis_store_can_redo (other));
  g_assert_true (trellis_store_redo (other, &error));
  g_assert_no_error (error);
}

static void
test_past_the_history (Fixture      *self,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  trellis_commands_toggle (self->store, 1, 3, &error);
  trellis_store_undo (self->store, &error);
  g_assert_true (trellis_store_can_redo (self->store));
  raw_exec (self->path, "UPDATE component SET grouping = 'Hardware' WHERE id = 1");
  g_assert_true (trellis_store_poll (self->store));
  g_assert_false (trellis_store_can_redo (self->store));
  g_assert_false (trellis_store_poll (self->store));
}

static gboolean
on_timeout (gpointer data)
{
  sqlite3 *db = data;

  sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
  return G_SOURCE_REMOVE;
}

/* Somebody else holds the library for a while: nobody waits, the edit comes after. */
static void
test_held (Fixture      *self,
           gconstpointer data)
{
  sqlite3           *db = raw_open (self->path);
  g_autoptr (GError) error = NULL;
  gint64             started;

  trellis_store_set_interactive (self->store, TRUE);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE; UPDATE component SET grouping = 'x'", NULL,
                                 NULL, NULL),
                   ==, SQLITE_OK);
  started = g_get_monotonic_time ();
  g_assert_true (trellis_commands_toggle (self->store, 1, 3, &error));
  g_assert_true (trellis_commands_toggle (self->store, 3, 3, &error));
  g_assert_cmpint (g_get_monotonic_time () - started, <, 100000);
  g_assert_true (trellis_store_get_busy (self->store));

  g_timeout_add (60, on_timeout, db);
  fixture_wait_idle (self);
  sqlite3_close (db);
  g_assert_cmpuint (self->failed->len, ==, 0);
  g_assert_cmpuint (self->announced->len, ==, 2);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM involvement WHERE role_id = 3"
                                        " AND component_id IN (1, 3)"),
                   ==, 2);
}

/* As nobody, for whom the folder is read-only; root may write everywhere. */
static void
open_read_only (Fixture *self,
                int      out)
{
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    child_check (setgroups (0, NULL) == 0 && setgid (65534) == 0 && setuid (65534) == 0, "setuid");
  child_check (trellis_store_open (self->path, &error) == NULL, "opened");
  child_check (error->domain == TRELLIS_ERROR, "domain");
  child_check (strstr (error->message, "permissions") != NULL, error->message);
}

static void
test_read_only (Fixture      *self,
                gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize            n_before, n_after;
  pid_t            pid;
  int              in;

  trellis_store_close (self->store);
  g_clear_object (&self->store);
  before = read_file (self->path, &n_before);
  g_assert_cmpint (g_chmod (self->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (self->folder, 0555), ==, 0);
  pid = start_child (self, open_read_only, &in);
  assert_ended_well (pid);
  close (in);
  g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (self->path, 0644), ==, 0);
  after = read_file (self->path, &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
  fixture_open (self);
}

static void
test_no_folder (Fixture      *self,
                gconstpointer data)
{
  g_autofree char   *path = g_build_filename (self->path, "inside", "library.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (trellis_store_open (path, &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_WRITE);
}

static void
open_at_once (Fixture *self,
              int      out)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char         *name = g_strdup_printf ("new-%u.db", i);
      g_autofree char         *path = g_build_filename (self->folder, name, NULL);
      g_autoptr (TrellisStore) store = trellis_store_open (path, &error);

      child_check (store != NULL, error != NULL ? error->message : "open");
    }
}

/* Two that start at the same time make one library. */
static void
test_made_at_once (Fixture      *self,
                   gconstpointer data)
{
  pid_t pids[3];
  int   ins[3];

  trellis_store_close (self->store);
  g_clear_object (&self->store);
  for (guint i = 0; i < 3; i++)
    pids[i] = start_child (self, open_at_once, &ins[i]);
  for (guint i = 0; i < 3; i++)
    {
      assert_ended_well (pids[i]);
      close (ins[i]);
    }
  fixture_open (self);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/safety/kill-9-loses-nothing-committed", test_killed);
  fixture_add ("/safety/a-full-disk-loses-nothing", test_full_disk);
  fixture_add ("/safety/with-room-again-work-goes-on", test_room_again);
  fixture_add ("/safety/two-programs-at-once", test_two_at_once);
  fixture_add ("/safety/two-stores-notice-each-other", test_two_stores);
  fixture_add ("/safety/a-write-past-the-history-ends-redo", test_past_the_history);
  fixture_add ("/safety/an-edit-waits-for-another-program-without-blocking", test_held);
  fixture_add ("/safety/a-read-only-folder-is-refused", test_read_only);
  fixture_add ("/safety/a-file-is-no-folder", test_no_folder);
  fixture_add ("/safety/made-at-once-by-several", test_made_at_once);

  return g_test_run ();
}
