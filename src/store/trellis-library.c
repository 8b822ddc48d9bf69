/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-library.h"

#include "trellis-backup.h"
#include "trellis-error.h"
#include "trellis-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define SCHEMA_PREFIX "/io/github/trellis_app/Trellis/schema/"

/* The header of an SQLite file, <https://www.sqlite.org/fileformat.html#the_database_header>. */
#define HEADER_SIZE 100
#define HEADER_MAGIC "SQLite format 3"

/* How long opening waits for another Trellis that is just making or migrating the library. */
#define OPEN_TRIES 100
#define OPEN_PAUSE_US (20 * 1000)

typedef struct
{
  goffset  size;
  guint    page_size;
  guint    n_pages;
  guint    version;
  guint    application_id;
  gboolean is_whole;    /* the file has all the pages that its header tells of */
  gboolean has_journal; /* changes stand beside the file, the header may be old */
} Header;

static gboolean
fail (const char *path,
      int         code,
      const char *format,
      GError    **error)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, TRELLIS_ERROR, code, format, path);
#pragma GCC diagnostic pop
  return FALSE;
}

static gboolean
fail_damaged (const char *path,
              GError    **error)
{
  return fail (path, TRELLIS_ERROR_FORMAT,
               _("“%s” is damaged and was left untouched. Restore a backup, or move the file "
                 "away to begin anew."),
               error);
}

static gboolean
fail_foreign (const char *path,
              GError    **error)
{
  return fail (path, TRELLIS_ERROR_FORMAT,
               _("“%s” is not a Trellis library and was left untouched. Choose another file, or "
                 "move it away."),
               error);
}

static gboolean
fail_newer (const char *path,
            GError    **error)
{
  return fail (path, TRELLIS_ERROR_VERSION,
               _("“%s” comes from a newer Trellis and was left untouched. Update Trellis to open "
                 "it."),
               error);
}

static guint
read_number (const guchar *bytes,
             guint         n_bytes)
{
  guint number = 0;

  for (guint i = 0; i < n_bytes; i++)
    number = number << 8 | bytes[i];

  return number;
}

static goffset
get_size (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? info.st_size : 0;
}

static gboolean
read_bytes (const char *path,
            guchar     *bytes,
            GError    **error)
{
  g_autofd int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    return fail (path, TRELLIS_ERROR_UNREADABLE,
                 _("“%s” cannot be read. Check the permissions of the file and its folder."),
                 error);
  if (read (fd, bytes, HEADER_SIZE) != HEADER_SIZE)
    return fail_foreign (path, error);

  return TRUE;
}

static gboolean
read_header (const char *path,
             Header     *header,
             GError    **error)
{
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  guchar           bytes[HEADER_SIZE];

  *header = (Header) { .size = get_size (path), .has_journal = get_size (journal) > 0 };
  if (header->size == 0)
    return TRUE;

  if (!read_bytes (path, bytes, error))
    return FALSE;
  if (memcmp (bytes, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0)
    return fail_foreign (path, error);

  header->page_size = read_number (bytes + 16, 2);
  if (header->page_size == 1)
    header->page_size = 65536;
  header->n_pages = read_number (bytes + 28, 4);
  header->version = read_number (bytes + 60, 4);
  header->application_id = read_number (bytes + 68, 4);
  header->is_whole = header->size >= (goffset) header->n_pages * header->page_size;
  return TRUE;
}

/* Judges the file before SQLite opens it, so that one that is refused is left untouched. A file of
 * one page has no tables: making the library was cut short. */
static gboolean
check_header (const char *path,
              GError    **error)
{
  Header header;

  if (!read_header (path, &header, error))
    return FALSE;
  if (header.size == 0)
    return TRUE;

  if (header.application_id != TRELLIS_LIBRARY_APPLICATION_ID
      && (header.application_id != 0 || (header.n_pages > 1 && !header.has_journal)))
    return fail_foreign (path, error);
  if (header.version > TRELLIS_LIBRARY_VERSION)
    return fail_newer (path, error);
  if (!header.is_whole && !header.has_journal)
    return fail_damaged (path, error);

  return TRUE;
}

/* Whose the file is, as one moment has it: another Trellis may just be making it. */
static gboolean
read_marks (TrellisConnection *connection,
            gint64            *application_id,
            gint64            *version,
            gint64            *n_tables,
            GError           **error)
{
  gboolean done;

  if (!trellis_connection_exec (connection, "BEGIN", error))
    return FALSE;

  done = trellis_connection_get_int (connection, application_id, error, "PRAGMA application_id",
                                     "")
         && trellis_connection_get_int (connection, version, error, "PRAGMA user_version", "")
         && trellis_connection_get_int (connection, n_tables, error,
                                        "SELECT count(*) FROM sqlite_schema", "");
  return trellis_connection_exec (connection, "ROLLBACK", done ? error : NULL) && done;
}

/* Judges again what SQLite sees, journal and all. */
static gboolean
check_opened (TrellisConnection *connection,
              GError           **error)
{
  gint64 application_id, version, n_tables;

  if (!read_marks (connection, &application_id, &version, &n_tables, error))
    return FALSE;

  if (application_id == TRELLIS_LIBRARY_APPLICATION_ID && version <= TRELLIS_LIBRARY_VERSION)
    return TRUE;
  if (application_id == 0 && version == 0 && n_tables == 0)
    return TRUE;

  /* Closing the last connection would move the journal into the file. */
  sqlite3_db_config (connection->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (application_id != TRELLIS_LIBRARY_APPLICATION_ID)
    return fail_foreign (connection->path, error);

  return fail_newer (connection->path, error);
}

static gboolean
set_version (TrellisConnection *connection,
             guint              version,
             GError           **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u",
                                          TRELLIS_LIBRARY_APPLICATION_ID, version);

  return trellis_connection_exec (connection, sql, error);
}

static gboolean
check_references (TrellisConnection *connection,
                  GError           **error)
{
  sqlite3_stmt *check = trellis_connection_query (connection, error,
                                                  "PRAGMA foreign_key_check", "");
  TrellisStep   step;

  if (check == NULL)
    return FALSE;

  step = trellis_connection_step (connection, check, error);
  sqlite3_reset (check);
  return step == TRELLIS_STEP_ROW ? fail_damaged (connection->path, error)
                                  : step == TRELLIS_STEP_DONE;
}

/* One step in one transaction. Another Trellis may have made it in the meantime. */
static gboolean
migrate_to (TrellisConnection *connection,
            guint              version,
            const char        *sql,
            GError           **error)
{
  gint64 current;

  if (!trellis_connection_begin (connection, error))
    return FALSE;

  if (!trellis_connection_get_int (connection, &current, error, "PRAGMA user_version", "")
      || (current < version
          && (!trellis_connection_exec (connection, sql, error)
              || !set_version (connection, version, error)
              || !check_references (connection, error))))
    {
      trellis_connection_rollback (connection);
      return FALSE;
    }

  return trellis_connection_commit (connection, error);
}

static gboolean
run_steps (TrellisConnection *connection,
           const char *const *steps,
           guint              from,
           GError           **error)
{
  /* A step may rebuild a table that others refer to; references are checked at its end. */
  if (!trellis_connection_exec (connection, "PRAGMA foreign_keys = OFF", error))
    return FALSE;

  for (guint i = from; steps[i] != NULL; i++)
    if (!migrate_to (connection, i + 1, steps[i], error))
      return FALSE;

  return trellis_connection_exec (connection,
                                  "PRAGMA foreign_keys = ON; PRAGMA wal_checkpoint (TRUNCATE)",
                                  error);
}

/* Brings a library to the version that @steps end with, one step each; before the first step on a
 * library that has something in it, a backup of the file is made beside it and never deleted.
 * @steps[n] leads from version n to n + 1; NULL-terminated. */
gboolean
trellis_library_migrate (TrellisConnection *connection,
                         const char *const *steps,
                         GError           **error)
{
  gint64 version;

  if (!trellis_connection_get_int (connection, &version, error, "PRAGMA user_version", ""))
    return FALSE;
  if ((guint) version >= g_strv_length ((char **) steps))
    return TRUE;

  if (version > 0)
    {
      g_autofree char *folder = trellis_backup_get_folder (connection->path);
      g_autofree char *label = g_strdup_printf ("version-%" G_GINT64_FORMAT, version);

      if (!trellis_backup_make (connection, folder, label, NULL, error))
        return FALSE;
    }

  return run_steps (connection, steps, version, error);
}

static char **
load_steps (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 1; i <= TRELLIS_LIBRARY_VERSION; i++)
    {
      g_autofree char   *path = g_strdup_printf (SCHEMA_PREFIX "%04u.sql", i);
      g_autoptr (GBytes) sql = g_resource_lookup_data (trellis_schema_get_resource (), path, 0,
                                                       NULL);

      g_assert (sql != NULL); /* linked in */
      g_strv_builder_take (builder, g_strndup (g_bytes_get_data (sql, NULL),
                                               g_bytes_get_size (sql)));
    }

  return g_strv_builder_end (builder);
}

static TrellisConnection *
open_once (const char *path,
           gboolean   *busy,
           GError    **error)
{
  g_autoptr (TrellisConnection) connection = NULL;
  g_auto (GStrv)                steps = load_steps ();

  *busy = FALSE;
  if (!check_header (path, error))
    return NULL;

  connection = trellis_connection_open (path, error);
  if (connection == NULL)
    {
      *busy = error != NULL && g_error_matches (*error, TRELLIS_ERROR, TRELLIS_ERROR_STORE);
      return NULL;
    }

  if (!check_opened (connection, error)
      || !trellis_library_migrate (connection, (const char *const *) steps, error))
    {
      *busy = trellis_connection_is_busy (connection);
      return NULL;
    }

  return g_steal_pointer (&connection);
}

/* Opens the library at @path, makes it when it is not there, and brings it up to date. Refuses,
 * without touching it, a file that is damaged, not ours (TRELLIS_ERROR_FORMAT) or from a newer
 * Trellis (TRELLIS_ERROR_VERSION). */
TrellisConnection *
trellis_library_open (const char *path,
                      GError    **error)
{
  if (!trellis_connection_check_sqlite (error))
    return NULL;

  for (guint i = 0;; i++)
    {
      g_autoptr (GError) local_error = NULL;
      TrellisConnection *connection;
      gboolean           busy;

      connection = open_once (path, &busy, &local_error);
      if (connection != NULL)
        return connection;

      if (!busy || i == OPEN_TRIES)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }

      g_usleep (OPEN_PAUSE_US);
    }
}
