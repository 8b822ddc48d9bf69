/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-file.h"

#include "trellis-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_UNREADABLE, _("“%s” cannot be read: %s."), name,
                 g_strerror (code));

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
               _("“%s” has %s; at most %s can be read. Choose the report’s own file."), name, size, max);
  return FALSE;
}

/* Reads until the end or one byte over the limit: a pipe has no size to look at beforehand. */
static GByteArray *
read_all (int     fd,
          gsize   max_bytes,
          int    *code)
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

static gboolean
check_text (const char *path,
            const char *text,
            gsize       length,
            GError    **error)
{
  g_autofree char *name = g_path_get_basename (path);
  const char      *end;

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

  if (strspn (text, " \t\r\n\f\v") == length)
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
  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    memmove (text, text + 3, length - 3 + 1);
  return text;
}

/**
 * trellis_file_write:
 * @path: the file to make or replace
 * @contents: all it shall hold
 * @error: WRITE
 *
 * Replaces the file in one step: it is whole and on the disk, or the old one is untouched.
 */
gboolean
trellis_file_write (const char *path,
                    GBytes     *contents,
                    GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char   *name = g_path_get_basename (path);
  gsize              length;
  const char        *data = g_bytes_get_data (contents, &length);

  if (g_file_set_contents_full (path, data != NULL ? data : "", (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &local_error))
    return TRUE;

  if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_WRITE,
                 _("The disk is full: “%s” was not written, the old one is untouched. Free some space."), name);
  else
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_WRITE, _("“%s” was not written: %s"), name,
                 local_error->message);

  return FALSE;
}
