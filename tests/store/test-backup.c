/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* A library gives way to a backup, a damaged one to its newest, and stays beside it. */

static void
on_result (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static char *
make_backup (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError)       error = NULL;
  char                    *path;

  trellis_store_backup_async (self->store, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  path = trellis_store_backup_finish (self->store, result, &error);
  g_assert_no_error (error);
  return path;
}

static void
tear (const char *path,
      gsize       size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *whole = read_file (path, NULL);

  g_assert_true (g_file_set_contents (path, whole, (gssize) size, &error));
  g_assert_no_error (error);
}

/* Returns: (nullable): the path of the file whose name begins so */
static char *
find_file (Fixture    *self,
           const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char      *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix))
      return g_build_filename (self->folder, name, NULL);

  return NULL;
}

static gint64
count_components (Fixture *self)
{
  return raw_int (self->path, "SELECT count(*) FROM component");
}

static void
test_restore (Fixture      *self,
              gconstpointer data)
{
  g_autofree char   *older = NULL, *newer = NULL, *found = NULL, *kept = NULL, *part = NULL;
  g_autofree char   *name = g_path_get_basename (self->path);
  g_autofree char   *prefix = g_strconcat (name, ".damaged-", NULL);
  g_autofree char   *part_prefix = g_strconcat (name, ".part", NULL);
  g_autofree char   *torn = NULL, *kept_text = NULL;
  g_autoptr (GError) error = NULL;
  gsize              torn_size, kept_size;
  gint64             n;

  older = make_backup (self);
  add_component (self, "Ledger");
  newer = make_backup (self);
  n = count_components (self);
  add_component (self, "Written after the last backup");
  trellis_store_close (self->store);
  tear (self->path, 5000);
  torn = read_file (self->path, &torn_size);

  found = trellis_store_find_backup (self->path);
  g_assert_cmpstr (found, ==, newer);
  g_assert_true (trellis_store_restore_backup (self->path, found, &error));
  g_assert_no_error (error);

  fixture_reopen (self);
  g_assert_cmpint (count_components (self), ==, n);
  assert_sound (self->path);
  kept = find_file (self, prefix);
  g_assert_nonnull (kept);
  kept_text = read_file (kept, &kept_size);
  g_assert_cmpmem (kept_text, kept_size, torn, torn_size);
  part = find_file (self, part_prefix);
  g_assert_null (part);
  g_assert_true (g_file_test (newer, G_FILE_TEST_EXISTS));
}

/* A stale journal must not be played into the backup. */
static void
test_journal (Fixture      *self,
              gconstpointer data)
{
  g_autofree char   *backup = make_backup (self);
  g_autofree char   *journal = g_strconcat (self->path, "-wal", NULL);
  g_autoptr (GError) error = NULL;

  trellis_store_close (self->store);
  g_assert_true (g_file_set_contents (journal, "not a journal", -1, &error));
  g_assert_true (trellis_store_restore_backup (self->path, backup, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  fixture_reopen (self);
}

static void
test_bad_backups (Fixture      *self,
                  gconstpointer data)
{
  g_autofree char   *older = make_backup (self);
  g_autofree char   *torn = make_backup (self);
  g_autofree char   *empty = make_backup (self);
  g_autofree char   *found = NULL, *none = NULL, *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize              size_before, size_after;

  trellis_store_close (self->store);
  tear (torn, 5000);
  tear (empty, 0);
  found = trellis_store_find_backup (self->path);
  g_assert_cmpstr (found, ==, older);

  before = read_file (self->path, &size_before);
  g_assert_false (trellis_store_restore_backup (self->path, torn, &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_WRITE);
  after = read_file (self->path, &size_after);
  g_assert_cmpmem (before, size_before, after, size_after);

  g_assert_cmpint (g_remove (older), ==, 0);
  none = trellis_store_find_backup (self->path);
  g_assert_null (none);
  fixture_reopen (self);
}

/* What is whole is listed with what it holds, and what it takes the place of is kept as such. */
static void
test_list (Fixture      *self,
           gconstpointer data)
{
  g_autofree char      *older = NULL, *newer = NULL, *torn = NULL, *kept = NULL;
  g_autofree char      *name = g_path_get_basename (self->path);
  g_autofree char      *prefix = g_strconcat (name, ".replaced-", NULL);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GError)    error = NULL;
  const TrellisBackup  *first, *second;

  older = make_backup (self);
  add_component (self, "Ledger");
  newer = make_backup (self);
  torn = make_backup (self);
  tear (torn, 5000);

  backups = trellis_store_list_backups (self->path);
  g_assert_cmpuint (backups->len, ==, 2);
  first = backups->pdata[0];
  second = backups->pdata[1];
  g_assert_cmpstr (first->path, ==, newer);
  g_assert_cmpstr (second->path, ==, older);
  g_assert_cmpuint (first->n_reports, ==, 1);
  g_assert_cmpuint (first->n_components, ==, second->n_components + 1);
  g_assert_cmpint (ABS (g_date_time_difference (now, first->made)), <, G_TIME_SPAN_MINUTE);

  trellis_store_close (self->store);
  g_assert_true (trellis_store_return_to_backup (self->path, older, &error));
  g_assert_no_error (error);
  kept = find_file (self, prefix);
  g_assert_nonnull (kept);
  fixture_reopen (self);
  g_assert_cmpint (count_components (self), ==, second->n_components);
}

/* Gives the backup the name of one that was made so many hours ago. */
static void
make_older (const char *path,
            int         hours)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_hours (now, -hours);
  g_autofree char      *folder = g_path_get_dirname (path);
  g_autofree char      *time = g_date_time_format (then, "library-copy-%Y%m%dT%H%M%S.000001.db");
  g_autofree char      *older = g_build_filename (folder, time, NULL);

  g_assert_cmpint (g_rename (path, older), ==, 0);
}

static void
test_due (Fixture      *self,
          gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL;

  g_assert_true (trellis_store_is_backup_due (self->store));
  first = make_backup (self);
  g_assert_false (trellis_store_is_backup_due (self->store));
  make_older (first, 25);
  g_assert_true (trellis_store_is_backup_due (self->store));
  second = make_backup (self);
  make_older (second, 23);
  g_assert_false (trellis_store_is_backup_due (self->store));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/backup/the-newest-takes-the-place-of-a-damaged-library", test_restore);
  fixture_add ("/backup/a-stale-journal-is-set-aside-too", test_journal);
  fixture_add ("/backup/one-that-is-not-whole-is-passed-over-and-refused", test_bad_backups);
  fixture_add ("/backup/what-is-whole-is-listed-and-can-be-gone-back-to", test_list);
  fixture_add ("/backup/one-is-due-after-a-day", test_due);

  return g_test_run ();
}
