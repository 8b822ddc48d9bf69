/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "trellis-backup.h"
#include "trellis-library.h"

#include <glib/gstdio.h>
#include <string.h>

static void
assert_refused (Fixture         *self,
                TrellisErrorCode code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *before = NULL;
  g_autofree char   *after = NULL;
  gsize              n_before, n_after;

  before = read_file (self->path, &n_before);
  g_assert_null (trellis_store_open (self->path, &error));
  g_assert_error (error, TRELLIS_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, self->path));
  g_test_message ("%s", error->message);
  after = read_file (self->path, &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
write_file (Fixture    *self,
            const char *bytes,
            gssize      size)
{
  trellis_store_close (self->store);
  g_assert_true (g_file_set_contents (self->path, bytes, size, NULL));
}

static void
test_new (Fixture      *self,
          gconstpointer data)
{
  g_autofree char         *path = g_build_filename (self->folder, "a", "b", "library.db", NULL);
  g_autoptr (GError)       error = NULL;
  g_autoptr (TrellisStore) store = trellis_store_open (path, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (trellis_store_get_path (store), ==, path);
  g_assert_cmpint (raw_int (path, "PRAGMA user_version"), ==, TRELLIS_LIBRARY_VERSION);
  g_assert_cmpint (raw_int (path, "PRAGMA application_id"), ==, TRELLIS_LIBRARY_APPLICATION_ID);
  g_assert_cmpint (raw_int (path, "SELECT count(*) FROM report"), ==, 0);
  g_assert_false (trellis_store_can_undo (store));
}

static void
test_default_path (Fixture      *self,
                   gconstpointer data)
{
  g_autofree char *path = trellis_store_get_default_path ();

  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
  g_assert_true (g_str_has_suffix (path, "/trellis/library.db"));
}

/* A new member of a record is one line in its table of fields and one column in the schema. */
static void
assert_columns (Fixture                 *self,
                const TrellisRecordType *type)
{
  g_autoptr (GString) expected = g_string_new ("id");
  g_autofree char    *sql = g_strdup_printf ("SELECT group_concat(name) FROM pragma_table_info('%s')",
                                             type->name);
  g_autofree char    *columns = raw_text (self->path, sql);

  if (type != &trellis_report_type && type != &trellis_alias_type)
    g_string_append (expected, ",report_id");
  for (guint i = 0; i < type->n_fields; i++)
    g_string_append_printf (expected, ",%s", type->fields[i].name);

  g_assert_cmpstr (columns, ==, expected->str);
}

static void
assert_column_type (Fixture                 *self,
                    const TrellisRecordType *type,
                    const TrellisField      *field)
{
  gboolean is_number = field->type == TRELLIS_FIELD_INT || field->type == TRELLIS_FIELD_BOOLEAN
                       || trellis_field_is_ref (field);
  g_autofree char *sql = g_strdup_printf ("SELECT type FROM pragma_table_info('%s')"
                                          " WHERE name = '%s'",
                                          type->name, field->name);
  g_autofree char *declared = raw_text (self->path, sql);

  g_assert_cmpstr (declared, ==, is_number ? "INTEGER" : "TEXT");
  if (trellis_field_is_ref (field))
    {
      g_autofree char *key = g_strdup_printf ("SELECT \"table\" || \" \" || on_delete"
                                              " FROM pragma_foreign_key_list('%s')"
                                              " WHERE \"from\" = '%s'",
                                              type->name, field->name);
      g_autofree char *target = raw_text (self->path, key);
      g_autofree char *wanted = g_strdup_printf ("%s CASCADE", field->target->name);

      g_assert_cmpstr (target, ==, wanted);
    }
}

static void
test_schema_agrees (Fixture      *self,
                    gconstpointer data)
{
  for (guint i = 0; trellis_report_parts[i] != NULL; i++)
    {
      assert_columns (self, trellis_report_parts[i]);
      for (guint j = 0; j < trellis_report_parts[i]->n_fields; j++)
        assert_column_type (self, trellis_report_parts[i], &trellis_report_parts[i]->fields[j]);
    }
  assert_columns (self, &trellis_report_type);
  assert_columns (self, &trellis_alias_type);
}

static void
test_schema_rules (Fixture      *self,
                   gconstpointer data)
{
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM pragma_table_list"
                                        " WHERE schema = 'main' AND type = 'table'"
                                        " AND NOT strict AND name NOT LIKE 'sqlite_%'"),
                   ==, 0);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM sqlite_schema"
                                        " WHERE type IN ('trigger', 'view')"),
                   ==, 0);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM sqlite_schema"
                                        " WHERE sql LIKE '%UNIQUE%' OR sql LIKE '%GENERATED%'"),
                   ==, 0);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM sqlite_schema WHERE type = 'table'"
                                        " AND name NOT LIKE 'sqlite_%' AND name <> 'library'"
                                        " AND sql NOT LIKE '%PRIMARY KEY AUTOINCREMENT%'"),
                   ==, 0);
}

static void
test_configured (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (GError)            error = NULL;
  g_autoptr (TrellisConnection) connection = trellis_library_open (self->path, &error);
  g_autofree char              *mode = raw_text (self->path, "PRAGMA journal_mode");
  gint64                        value;
  int                           on;

  g_assert_no_error (error);
  g_assert_cmpstr (mode, ==, "wal");
  trellis_connection_get_int (connection, &value, NULL, "PRAGMA foreign_keys", "");
  g_assert_cmpint (value, ==, 1);
  trellis_connection_get_int (connection, &value, NULL, "PRAGMA synchronous", "");
  g_assert_cmpint (value, ==, 1);
  trellis_connection_get_int (connection, &value, NULL, "PRAGMA wal_autocheckpoint", "");
  g_assert_cmpint (value, ==, 0);
  trellis_connection_get_int (connection, &value, NULL, "PRAGMA busy_timeout", "");
  g_assert_cmpint (value, ==, 0);
  trellis_connection_get_int (connection, &value, NULL, "PRAGMA cell_size_check", "");
  g_assert_cmpint (value, ==, 1);
  sqlite3_db_config (connection->db, SQLITE_DBCONFIG_DEFENSIVE, -1, &on);
  g_assert_true (on);
  sqlite3_db_config (connection->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, -1, &on);
  g_assert_false (on);
  g_assert_false (trellis_connection_exec (connection, "PRAGMA writable_schema = ON;"
                                                       "DELETE FROM sqlite_schema",
                                           NULL));
}

static void
test_newer (Fixture      *self,
            gconstpointer data)
{
  trellis_store_close (self->store);
  raw_exec (self->path, "PRAGMA user_version = 1000");
  assert_refused (self, TRELLIS_ERROR_VERSION);
}

/* The newer version stands only in the journal, for its Trellis was killed. */
static void
test_newer_in_the_journal (Fixture      *self,
                           gconstpointer data)
{
  g_autofree char   *journal = g_strconcat (self->path, "-wal", NULL);
  g_autofree char   *before = NULL;
  g_autofree char   *after = NULL;
  g_autofree char   *copy = NULL;
  gsize              n_before, n_after, n_copy;
  g_autoptr (GError) error = NULL;
  sqlite3           *db;

  trellis_store_close (self->store);
  db = raw_open (self->path);
  sqlite3_exec (db, "PRAGMA wal_autocheckpoint = 0; PRAGMA user_version = 1000", NULL, NULL, NULL);
  before = read_file (self->path, &n_before);
  copy = read_file (journal, &n_copy);
  sqlite3_close (db);

  g_assert_true (g_file_set_contents (self->path, before, (gssize) n_before, NULL));
  g_assert_true (g_file_set_contents (journal, copy, (gssize) n_copy, NULL));
  g_assert_null (trellis_store_open (self->path, &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_VERSION);
  after = read_file (self->path, &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
  g_assert_cmpint (raw_int (self->path, "PRAGMA user_version"), ==, 1000);
}

static void
test_garbage (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *zeros = g_malloc0 (8192);

  write_file (self, "This is my diary.", -1);
  assert_refused (self, TRELLIS_ERROR_FORMAT);
  write_file (self, zeros, 8192);
  assert_refused (self, TRELLIS_ERROR_FORMAT);
  memcpy (zeros, "SQLite format 3", 16);
  write_file (self, zeros, 8192);
  assert_refused (self, TRELLIS_ERROR_FORMAT);
}

static void
test_foreign (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  trellis_store_close (self->store);
  g_assert_cmpint (g_remove (self->path), ==, 0);
  raw_exec (self->path, "CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('x')");
  assert_refused (self, TRELLIS_ERROR_FORMAT);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM bookmarks"), ==, 1);
}

static void
test_torn (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *whole = NULL;
  gsize            size;

  trellis_store_close (self->store);
  whole = read_file (self->path, &size);
  g_assert_cmpuint (size, >, 8192);
  write_file (self, whole, (gssize) size / 2);
  assert_refused (self, TRELLIS_ERROR_FORMAT);
  write_file (self, whole, 60);
  assert_refused (self, TRELLIS_ERROR_FORMAT);
}

static void
test_a_folder (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (trellis_store_open (self->folder, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == TRELLIS_ERROR);
}

/* Pages that went bad in the middle: whatever is asked, an answer or a sentence. */
static void
test_bad_pages (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autofree char  *whole = NULL;
  gsize             size;

  trellis_store_close (self->store);
  whole = read_file (self->path, &size);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char         *bad = g_memdup2 (whole, size);
      g_autoptr (TrellisStore) store = NULL;
      g_autoptr (GError)       error = NULL;

      for (guint j = 0; j < 40; j++)
        bad[g_rand_int_range (rand, 4096, (int) size)] = (char) g_rand_int_range (rand, 0, 256);
      write_file (self, bad, (gssize) size);
      store = trellis_store_open (self->path, &error);
      if (store != NULL)
        {
          TrellisReport *report = trellis_store_load_report (store, 1, NULL);

          g_clear_pointer (&report, trellis_report_free);
          trellis_commands_toggle (store, 1, 3, NULL);
          trellis_store_undo (store, NULL);
          trellis_commands_delete_report (store, 1, NULL);
          trellis_store_close (store);
        }
    }
}

static const char *const steps[] = {
  "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;"
  "INSERT INTO thing VALUES (1, 'kept')",
  "ALTER TABLE thing ADD COLUMN colour TEXT NOT NULL DEFAULT 'green'",
  "CREATE TABLE tag (id INTEGER PRIMARY KEY,"
  " thing_id INTEGER NOT NULL REFERENCES thing (id)) STRICT;"
  "INSERT INTO tag VALUES (1, 1)",
  NULL
};

static const char *const bad_steps[] = {
  "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;"
  "INSERT INTO thing VALUES (1, 'kept')",
  "ALTER TABLE thing ADD COLUMN colour TEXT; INSERT INTO nowhere VALUES (1)",
  NULL
};

static const char *const dangling_steps[] = {
  "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;"
  "INSERT INTO thing VALUES (1, 'kept')",
  "CREATE TABLE tag (id INTEGER PRIMARY KEY,"
  " thing_id INTEGER NOT NULL REFERENCES thing (id)) STRICT;"
  "INSERT INTO tag VALUES (1, 4711)",
  NULL
};

static char *
find_backup (Fixture    *self,
             const char *prefix)
{
  g_autofree char *folder = trellis_backup_get_folder (self->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix))
      return g_build_filename (folder, name, NULL);

  return NULL;
}

static TrellisConnection *
open_version (Fixture           *self,
              const char *const *from,
              guint              version)
{
  g_autofree char         *path = g_build_filename (self->folder, "old.db", NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv)           first = NULL;
  g_autoptr (GError)       error = NULL;
  TrellisConnection       *connection;

  for (guint i = 0; i < version; i++)
    g_strv_builder_add (builder, from[i]);
  first = g_strv_builder_end (builder);
  connection = trellis_connection_open (path, &error);
  g_assert_no_error (error);
  trellis_library_migrate (connection, (const char *const *) first, &error);
  g_assert_no_error (error);
  return connection;
}

static void
test_migration (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GError)            error = NULL;
  g_autoptr (TrellisConnection) connection = open_version (self, steps, 1);
  g_autofree char              *none = find_backup (self, "library-version-");
  g_autofree char              *backup = NULL;
  gint64                        value;

  g_assert_null (none);
  g_assert_true (trellis_library_migrate (connection, steps, &error));
  g_assert_no_error (error);
  trellis_connection_get_int (connection, &value, NULL, "PRAGMA user_version", "");
  g_assert_cmpint (value, ==, 3);
  trellis_connection_get_int (connection, &value, NULL, "PRAGMA foreign_keys", "");
  g_assert_cmpint (value, ==, 1);
  g_assert_cmpint (raw_int (connection->path, "SELECT count(*) FROM thing JOIN tag"
                                              " WHERE colour = 'green'"),
                   ==, 1);

  backup = find_backup (self, "library-version-1-");
  g_assert_nonnull (backup);
  g_assert_cmpint (raw_int (backup, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (raw_int (backup, "SELECT count(*) FROM thing WHERE name = 'kept'"), ==, 1);
  g_assert_true (trellis_library_migrate (connection, steps, &error));
}

static void
assert_migration_fails (Fixture           *self,
                        const char *const *with,
                        TrellisErrorCode   code)
{
  g_autoptr (GError)            error = NULL;
  g_autoptr (TrellisConnection) connection = open_version (self, with, 1);

  g_assert_false (trellis_library_migrate (connection, with, &error));
  g_assert_error (error, TRELLIS_ERROR, (int) code);
  g_assert_cmpint (raw_int (connection->path, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (raw_int (connection->path, "SELECT count(*) FROM sqlite_schema"
                                              " WHERE name = 'tag' OR sql LIKE '%colour%'"),
                   ==, 0);
}

static void
test_failing_migration (Fixture      *self,
                        gconstpointer data)
{
  assert_migration_fails (self, bad_steps, TRELLIS_ERROR_STORE);
}

static void
test_dangling_migration (Fixture      *self,
                         gconstpointer data)
{
  assert_migration_fails (self, dangling_steps, TRELLIS_ERROR_FORMAT);
}

static char *
get_data_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "library", name, NULL);
}

/* There and back again through all that was done to it. */
static void
walk_history (TrellisStore *store)
{
  g_autoptr (GError) error = NULL;

  while (trellis_store_can_undo (store))
    {
      trellis_store_undo (store, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpint (raw_int (trellis_store_get_path (store), "SELECT count(*) FROM report"), ==, 0);
  while (trellis_store_can_redo (store))
    {
      trellis_store_redo (store, &error);
      g_assert_no_error (error);
    }
}

/* Libraries of every version that was released, as SQL: each opens and is whole, and its history
 * goes on. */
static void
test_old_libraries (Fixture      *self,
                    gconstpointer data)
{
  for (guint version = 1; version <= TRELLIS_LIBRARY_VERSION; version++)
    {
      g_autofree char          *name = g_strdup_printf ("v%u.sql", version);
      g_autofree char          *source = get_data_path (name);
      g_autofree char          *sql = read_file (source, NULL);
      g_autofree char          *path = g_build_filename (self->folder, name, NULL);
      g_autoptr (GError)        error = NULL;
      g_autoptr (TrellisStore)  store = NULL;
      g_autoptr (TrellisReport) report = NULL;
      TrellisInvolvement       *cell;

      raw_exec (path, sql);
      store = trellis_store_open (path, &error);
      g_assert_no_error (error);
      report = trellis_store_load_report (store, 1, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (report->title, ==, "Velo Commons");
      cell = trellis_report_find_involvement (report, 2, 3);
      g_assert_cmpstr (cell->wording, ==, "Database engineer");
      assert_sound (path);
      walk_history (store);
      g_assert_cmpint (raw_int (path, "SELECT count(*) FROM report"), ==, 2);
      assert_sound (path);
    }
}

static void
test_version_1 (Fixture      *self,
                gconstpointer data)
{
  g_autofree char         *source = get_data_path ("v1.sql");
  g_autofree char         *sql = read_file (source, NULL);
  g_autoptr (GError)       error = NULL;
  g_autoptr (TrellisStore) store = NULL;
  g_autofree char         *backup = NULL;

  trellis_store_close (self->store);
  g_assert_cmpint (g_remove (self->path), ==, 0);
  raw_exec (self->path, sql);
  store = trellis_store_open (self->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (raw_int (self->path, "PRAGMA user_version"), ==, TRELLIS_LIBRARY_VERSION);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM posting WHERE source = ''"), ==, 2);

  /* Old rows have the new column too, or undo would miss it. */
  trellis_commands_set_text (store, &trellis_posting_type, 1, "source", "page", &error);
  g_assert_no_error (error);
  trellis_commands_delete (store, &trellis_posting_type, 2, &error);
  g_assert_no_error (error);
  g_assert_true (trellis_store_undo (store, &error) && trellis_store_undo (store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (raw_int (self->path, "SELECT count(*) FROM posting WHERE source = ''"), ==, 2);

  backup = find_backup (self, "library-version-1-");
  g_assert_nonnull (backup);
  g_assert_cmpint (raw_int (backup, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (raw_int (backup, "SELECT count(*) FROM posting"), ==, 2);
  g_assert_cmpint (raw_int (backup, "SELECT count(*) FROM sqlite_schema WHERE name = 'alias'"), ==,
                   0);
}

/* The frozen library of this version is made by this schema. */
static void
test_frozen_schema (Fixture      *self,
                    gconstpointer data)
{
  const char      *schema = "SELECT group_concat(sql, ';') FROM"
                            " (SELECT sql FROM sqlite_schema ORDER BY name)";
  g_autofree char *name = g_strdup_printf ("v%d.sql", TRELLIS_LIBRARY_VERSION);
  g_autofree char *source = get_data_path (name);
  g_autofree char *sql = read_file (source, NULL);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *now = raw_text (self->path, schema);
  g_autofree char *frozen = NULL;

  raw_exec (path, sql);
  frozen = raw_text (path, schema);
  g_assert_cmpstr (frozen, ==, now);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/library/is-made-with-its-folders", test_new);
  fixture_add ("/library/stands-in-the-data-folder", test_default_path);
  fixture_add ("/library/schema-and-fields-agree", test_schema_agrees);
  fixture_add ("/library/the-schema-keeps-the-rules-of-undo", test_schema_rules);
  fixture_add ("/library/a-connection-is-configured", test_configured);
  fixture_add ("/library/a-newer-one-is-refused-untouched", test_newer);
  fixture_add ("/library/a-newer-one-with-a-journal-is-refused-untouched",
               test_newer_in_the_journal);
  fixture_add ("/library/garbage-is-refused-untouched", test_garbage);
  fixture_add ("/library/another-database-is-refused-untouched", test_foreign);
  fixture_add ("/library/a-torn-one-is-refused-untouched", test_torn);
  fixture_add ("/library/a-folder-is-none", test_a_folder);
  fixture_add ("/library/bad-pages-never-crash", test_bad_pages);
  fixture_add ("/library/a-migration-backs-up-first", test_migration);
  fixture_add ("/library/a-failing-migration-leaves-the-old-version", test_failing_migration);
  fixture_add ("/library/a-migration-never-leaves-a-dangling-reference", test_dangling_migration);
  fixture_add ("/library/old-libraries-open", test_old_libraries);
  fixture_add ("/library/one-of-version-1-is-backed-up-and-brought-up-to-date", test_version_1);
  fixture_add ("/library/the-frozen-library-is-of-this-schema", test_frozen_schema);

  return g_test_run ();
}
