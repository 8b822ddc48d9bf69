/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-backup.h"

#include "trellis-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* The folder that holds the backups of a library: "backups", beside it. */
char *
trellis_backup_get_folder (const char *library_path)
{
  g_autofree char *folder = g_path_get_dirname (library_path);

  return g_build_filename (folder, "backups", NULL);
}

static gboolean
fail (const char *path,
      GError    **error)
{
  g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_WRITE,
               _("The backup “%s” could not be written. Check the free space and the permissions "
                 "of its folder."),
               path);
  return FALSE;
}

/* Whether SQLite finds nothing wrong with a copy: a backup that cannot be read is none. */
static gboolean
is_sound (const char *path)
{
  g_autoptr (sqlite3_stmt) check = NULL;
  sqlite3                 *db = NULL;
  gboolean                 sound;

  sound = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK
          && sqlite3_prepare_v2 (db, "PRAGMA quick_check (1)", -1, &check, NULL) == SQLITE_OK
          && sqlite3_step (check) == SQLITE_ROW
          && g_strcmp0 ((const char *) sqlite3_column_text (check, 0), "ok") == 0;
  g_clear_pointer (&check, sqlite3_finalize);
  sqlite3_close_v2 (db);
  return sound;
}

static gboolean
sync_file (const char *path)
{
  g_autofd int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  return fd >= 0 && fsync (fd) == 0;
}

/* "library-LABEL-20260503T101500.123.db": sorts by time within its label. */
static char *
make_name (const char *folder,
           const char *label)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char      *time = g_date_time_format (now, "%Y%m%dT%H%M%S");
  g_autofree char      *name = g_strdup_printf ("library-%s-%s.%06d.db", label, time,
                                                g_date_time_get_microsecond (now));

  return g_build_filename (folder, name, NULL);
}

/* Writes a sound, compact copy of the library into @folder; it gets its name only when it is
 * whole. Reads, and so keeps nobody from writing. @path, when not NULL, is where it is. */
gboolean
trellis_backup_make (TrellisConnection *connection,
                     const char        *folder,
                     const char        *label,
                     char             **path,
                     GError           **error)
{
  g_autofree char *target = make_name (folder, label);
  g_autofree char *part = g_strconcat (target, ".part", NULL);

  if (g_mkdir_with_parents (folder, 0700) < 0)
    return fail (folder, error);

  if (!trellis_connection_run (connection, NULL, "VACUUM INTO ?1", "t", part)
      || !sync_file (part) || !is_sound (part) || g_rename (part, target) < 0)
    {
      g_unlink (part);
      return fail (target, error);
    }

  if (path != NULL)
    *path = g_steal_pointer (&target);
  return TRUE;
}

static GPtrArray *
list_names (const char *folder,
            const char *label)
{
  g_autofree char      *prefix = g_strdup_printf ("library-%s-", label);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir)      dir = g_dir_open (folder, 0, NULL);
  const char           *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".db"))
      g_ptr_array_add (names, g_strdup (name));

  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  return g_steal_pointer (&names);
}

/* Deletes the oldest backups of @label beyond the last @keep. */
void
trellis_backup_prune (const char *folder,
                      const char *label,
                      guint       keep)
{
  g_autoptr (GPtrArray) names = list_names (folder, label);

  for (guint i = 0; i + keep < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      g_unlink (path);
    }
}
