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

/* The time in a backup's name, whatever its label. */
static const char *
get_time (const char *name)
{
  const char *dash = strrchr (name, '-');

  return dash != NULL ? dash + 1 : name;
}

static int
compare_newest_first (const char *a,
                      const char *b)
{
  return strcmp (get_time (b), get_time (a));
}

/* Returns: (transfer full) (element-type filename): the paths of all backups, the newest first,
 * whole or not */
GPtrArray *
trellis_backup_list (const char *folder)
{
  GPtrArray       *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "library-") && g_str_has_suffix (name, ".db"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort_values (paths, (GCompareFunc) compare_newest_first);
  return paths;
}

/* Whether it can be put in the library's place. To SQLite a file without a byte is a sound one
 * without a table. */
gboolean
trellis_backup_is_whole (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 && info.st_size > 0 && is_sound (path);
}

/* Returns: (transfer full) (nullable): when the backup was made, by its name, in UTC */
GDateTime *
trellis_backup_get_time (const char *path)
{
  g_autofree char      *name = g_path_get_basename (path);
  g_autofree char      *time = g_strdup (get_time (name));
  char                 *end = strstr (time, ".db");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  if (end != NULL)
    *end = '\0';
  return g_date_time_new_from_iso8601 (time, utc);
}

/* The newest backup of any label that is whole. Returns: (transfer full) (nullable): its path */
char *
trellis_backup_find_newest (const char *folder)
{
  g_autoptr (GPtrArray) paths = trellis_backup_list (folder);

  for (guint i = 0; i < paths->len; i++)
    if (trellis_backup_is_whole (paths->pdata[i]))
      return g_strdup (paths->pdata[i]);
  return NULL;
}

static gboolean
fail_restore (const char *path,
              GError    **error)
{
  g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_WRITE,
               _("The backup could not be put in the place of “%s”, which was left as it is. Check "
                 "the free space and the permissions of its folder."),
               path);
  return FALSE;
}

/* Gives the library's file, or its journal, another name. Returns: also %TRUE when it is not
 * there */
static gboolean
set_aside (const char *path,
           const char *kept,
           const char *suffix)
{
  g_autofree char *from = g_strconcat (path, suffix, NULL);
  g_autofree char *to = g_strconcat (kept, suffix, NULL);

  return g_rename (from, to) == 0 || errno == ENOENT;
}

static gboolean
copy_whole (const char *from,
            const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  return g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL)
         && sync_file (to) && is_sound (to);
}

/* Puts a copy of @backup in the place of the library, which nobody may have open. The file that
 * was there stays beside it, with its journal, as "LIBRARY.STATE-TIME". */
gboolean
trellis_backup_restore (const char *backup,
                        const char *library_path,
                        const char *state,
                        GError    **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char      *time = g_date_time_format (now, "%Y%m%dT%H%M%S.%f");
  g_autofree char      *kept = g_strdup_printf ("%s.%s-%s", library_path, state, time);
  g_autofree char      *part = g_strconcat (library_path, ".part", NULL);

  if (!copy_whole (backup, part))
    {
      g_unlink (part);
      return fail_restore (library_path, error);
    }

  /* The journals first: one of the old file must never meet the new one. */
  if (!set_aside (library_path, kept, "-shm") || !set_aside (library_path, kept, "-wal")
      || !set_aside (library_path, kept, "") || g_rename (part, library_path) < 0)
    {
      set_aside (kept, library_path, "");
      set_aside (kept, library_path, "-wal");
      g_unlink (part);
      return fail_restore (library_path, error);
    }

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
