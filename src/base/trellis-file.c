/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-file.h"

#include "trellis-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define SNIFFED 1024 /* bytes */

static gboolean
fail_to_read (const char *path,
              int         code,
              GError    **error)
{
  g_autofree char *name = g_path_get_basename (path);

  if (code == ENOENT)
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_NOT_FOUND,
                 _("“%s” is not there. Check the name and the folder."), path);
  else if (code == EISDIR)
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_UNREADABLE,
                 _("“%s” is a folder. Choose a file in it."), path);
  else
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_UNREADABLE,
                 _("“%s” cannot be read: %s."), name, g_strerror (code));

  return FALSE;
}

static gboolean
check_size (const char        *path,
            const struct stat *status,
            gsize              max_bytes,
            GError           **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *size = NULL;
  g_autofree char *max = NULL;

  if ((guint64) status->st_size <= max_bytes)
    return TRUE;

  size = g_format_size ((guint64) status->st_size);
  max = g_format_size (max_bytes);
  g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_TOO_LARGE,
               _("“%s” has %s; at most %s can be read. Choose the report’s own file."), name, size,
               max);
  return FALSE;
}

/* Reads until the end or one byte over the limit: a pipe has no size to look at beforehand. */
static GByteArray *
read_all (int   fd,
          gsize max_bytes,
          int  *code)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8                 buffer[65536];
  gssize                 n;

  while ((n = read (fd, buffer, sizeof buffer)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          *code = errno;
          return NULL;
        }
      g_byte_array_append (bytes, buffer, (guint) n);
      if (bytes->len > max_bytes)
        break;
    }

  return g_steal_pointer (&bytes);
}

static int
line_of (const char *text,
         const char *place)
{
  int line = 1;

  for (const char *p = text; p < place; p++)
    line += *p == '\n';

  return line;
}

/* By its mark; without one, by the zero in every second byte of plain letters. */
static gboolean
is_utf16 (const char *text,
          gsize       length)
{
  gsize zeros[2] = { 0 };

  if (length >= 2 && (memcmp (text, "\xff\xfe", 2) == 0 || memcmp (text, "\xfe\xff", 2) == 0))
    return TRUE;

  for (gsize i = 0; i < MIN (length, SNIFFED); i++)
    zeros[i % 2] += text[i] == '\0';

  return length % 2 == 0 && (zeros[0] == 0 || zeros[1] == 0)
         && zeros[0] + zeros[1] > MIN (length, SNIFFED) / 4;
}

static gboolean
check_text (const char *path,
            const char *text,
            gsize       length,
            GError    **error)
{
  g_autofree char *name = g_path_get_basename (path);
  const char      *end = text;
  gboolean         is_marked = length >= 3 && memcmp (text, BYTE_ORDER_MARK, 3) == 0;

  if (is_utf16 (text, length))
    {
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_ENCODING,
                   _("“%s” is UTF-16; nothing was read. Save it as UTF-8."), name);
      return FALSE;
    }

  if (memchr (text, '\0', length) != NULL)
    {
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_BINARY,
                   _("“%s” is not a text file. Choose the report’s Markdown or JSON file."), name);
      return FALSE;
    }

  if (!g_utf8_validate_len (text, length, &end))
    {
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_ENCODING,
                   _("“%s”, line %d, is not UTF-8; nothing was read. Save it as UTF-8."), name,
                   line_of (text, end));
      return FALSE;
    }

  if (strspn (text + (is_marked ? 3 : 0), " \t\r\n\f\v") == length - (is_marked ? 3 : 0))
    {
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_EMPTY,
                   _("“%s” is empty. Choose the report’s file."), name);
      return FALSE;
    }

  return TRUE;
}

static GByteArray *
load (const char *path,
      gsize       max_bytes,
      GError    **error)
{
  /* Nobody may ever write to a pipe: opening it must not wait for that, reading it must. */
  g_autofd int           fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  g_autoptr (GByteArray) bytes = NULL;
  struct stat            status;
  int                    code = 0;

  if (fd < 0 || fstat (fd, &status) != 0)
    {
      fail_to_read (path, errno, error);
      return NULL;
    }
  if (S_ISDIR (status.st_mode))
    {
      fail_to_read (path, EISDIR, error);
      return NULL;
    }
  if (!check_size (path, &status, max_bytes, error))
    return NULL;

  fcntl (fd, F_SETFL, 0);
  bytes = read_all (fd, max_bytes, &code);
  if (bytes == NULL)
    {
      fail_to_read (path, code, error);
      return NULL;
    }

  status.st_size = bytes->len;
  if (!check_size (path, &status, max_bytes, error))
    return NULL;

  return g_steal_pointer (&bytes);
}

/**
 * trellis_file_read_bytes:
 * @path: a file
 * @max_bytes: the most that is read, in bytes
 * @error: NOT_FOUND, UNREADABLE or TOO_LARGE
 *
 * Reads a file whole, whatever is in it.
 *
 * Returns: (transfer full): its bytes, or %NULL
 */
GBytes *
trellis_file_read_bytes (const char *path,
                         gsize       max_bytes,
                         GError    **error)
{
  GByteArray *bytes = load (path, max_bytes, error);

  return bytes != NULL ? g_byte_array_free_to_bytes (bytes) : NULL;
}

/**
 * trellis_file_read_text:
 * @path: a file
 * @max_bytes: the most that is read, in bytes
 * @error: NOT_FOUND, UNREADABLE, TOO_LARGE, BINARY, ENCODING (with the line) or EMPTY
 *
 * Reads a text file whole. A byte order mark is dropped; line ends are kept.
 *
 * Returns: (transfer full): its UTF-8 text, or %NULL
 */
char *
trellis_file_read_text (const char *path,
                        gsize       max_bytes,
                        GError    **error)
{
  g_autoptr (GByteArray) bytes = load (path, max_bytes, error);
  const guint8           terminator = 0;
  gsize                  length;
  char                  *text;

  if (bytes == NULL)
    return NULL;

  length = bytes->len;
  g_byte_array_append (bytes, &terminator, 1);
  if (!check_text (path, (const char *) bytes->data, length, error))
    return NULL;

  text = (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
  if (g_str_has_prefix (text, BYTE_ORDER_MARK))
    memmove (text, text + 3, length - 3 + 1);
  return text;
}

static gboolean
fail_to_write (const char *path,
               int         code,
               GError    **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *message = NULL;

  if (code == ENOSPC || code == EDQUOT)
    message = g_strdup_printf (
        _("The disk is full: “%s” was not written, the old one is untouched. Free some space."),
        name);
  else if (code == ENOENT || code == ENOTDIR)
    message = g_strdup_printf (
        _("“%s” was not written: there is no folder “%s”. Make it, or choose another."), name,
        folder);
  else if (code == EISDIR)
    message = g_strdup_printf (_("“%s” was not written: it is a folder. Choose another name."),
                               name);
  else if (code == EACCES || code == EPERM || code == EROFS)
    message = g_strdup_printf (
        _("“%s” was not written: you may not write there. Choose another folder than “%s”."), name,
        folder);
  else
    message = g_strdup_printf (_("“%s” was not written, the old one is untouched: %s."), name,
                               g_strerror (code));

  g_set_error_literal (error, TRELLIS_ERROR, TRELLIS_ERROR_WRITE, message);
  return FALSE;
}

/* Writes all of it and waits until it is on the disk. */
static int
fill (int         fd,
      const char *data,
      gsize       length)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return errno;
      data += n;
      length -= (gsize) n;
    }

  return fsync (fd) == 0 ? 0 : errno;
}

/* A rename is kept once its folder is on the disk; a file system that cannot do that says so. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofd int     fd = g_open (folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY, 0);

  if (fd >= 0)
    fsync (fd);
}

/* Returns: 0, or what stands in the way; @mode: (inout): the permissions that the file has */
static int
look_at_old_file (const char *path,
                  int        *mode)
{
  struct stat status;

  if (stat (path, &status) != 0)
    return errno == ENOENT ? 0 : errno;
  if (S_ISDIR (status.st_mode))
    return EISDIR;
  if (!S_ISREG (status.st_mode))
    return EPERM;
  if (access (path, W_OK) != 0)
    return errno;

  *mode = (int) (status.st_mode & 0777);
  return 0;
}

static int
replace (const char *path,
         GBytes     *contents)
{
  g_autofree char *draft = g_strdup_printf ("%s.XXXXXX", path);
  gsize            length;
  const char      *data = g_bytes_get_data (contents, &length);
  int              mode = 0;
  int              code = look_at_old_file (path, &mode);
  int              fd;

  if (code != 0)
    return code;

  fd = g_mkstemp_full (draft, O_WRONLY | O_CLOEXEC, 0666);
  if (fd < 0)
    return errno;

  code = fill (fd, data, length);
  if (code == 0 && mode != 0 && fchmod (fd, (mode_t) mode) != 0)
    code = errno;
  if (close (fd) != 0 && code == 0)
    code = errno;
  if (code == 0 && g_rename (draft, path) != 0)
    code = errno;

  if (code != 0)
    g_unlink (draft);
  else
    sync_folder (path);
  return code;
}

/**
 * trellis_file_write:
 * @path: the file to make or replace
 * @contents: all it shall hold
 * @error: WRITE
 *
 * Replaces the file in one step: it is whole and on the disk, or the old one is untouched. Its
 * permissions stay; a link stays a link.
 */
gboolean
trellis_file_write (const char *path,
                    GBytes     *contents,
                    GError    **error)
{
  g_autofree char *target = realpath (path, NULL);
  int              code = replace (target != NULL ? target : path, contents);

  return code == 0 || fail_to_write (path, code, error);
}
