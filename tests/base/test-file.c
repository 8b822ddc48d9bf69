/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-error.h"
#include "trellis-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define LIMIT 1000

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("trellis-file-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char      *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

/* Puts those bytes in a file. Returns: (transfer full): its path */
static char *
put (Fixture    *fixture,
     const char *name,
     const char *bytes,
     gssize      length)
{
  g_autoptr (GError) error = NULL;
  char              *path = g_build_filename (fixture->folder, name, NULL);

  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
  return path;
}

static void
assert_read (Fixture    *fixture,
             const char *bytes,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = put (fixture, "a.md", bytes, -1);
  g_autofree char   *text = trellis_file_read_text (path, LIMIT, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

/* Every refusal is one sentence or two that name the file. */
static void
assert_refused (const char *path,
                int         code,
                const char *told)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *text = trellis_file_read_text (path, LIMIT, &error);
  g_autofree char   *name = g_path_get_basename (path);

  g_assert_null (text);
  g_assert_error (error, TRELLIS_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, told));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_text (Fixture      *fixture,
           gconstpointer data)
{
  assert_read (fixture, "# Роли\n\n- тестировщик\n", "# Роли\n\n- тестировщик\n");
  assert_read (fixture, "no line end", "no line end");
  assert_read (fixture, "a\r\nb\rc\n", "a\r\nb\rc\n");
}

static void
test_byte_order_mark (Fixture      *fixture,
                      gconstpointer data)
{
  assert_read (fixture, "\xef\xbb\xbf# Roles\n", "# Roles\n");
}

static void
test_limit (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *most = g_strnfill (LIMIT, 'a');
  g_autofree char *more = g_strnfill (LIMIT + 1, 'a');
  g_autofree char *path = NULL;

  assert_read (fixture, most, most);
  path = put (fixture, "long.md", more, -1);
  assert_refused (path, TRELLIS_ERROR_TOO_LARGE, "at most");
}

static void
test_missing (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none.md", NULL);

  assert_refused (path, TRELLIS_ERROR_NOT_FOUND, "is not there");
}

static void
test_folder (Fixture      *fixture,
             gconstpointer data)
{
  assert_refused (fixture->folder, TRELLIS_ERROR_UNREADABLE, "is a folder");
}

static void
test_unreadable (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *path = put (fixture, "locked.md", "x", -1);

  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  if (access (path, R_OK) == 0)
    g_test_skip ("this user may read everything");
  else
    assert_refused (path, TRELLIS_ERROR_UNREADABLE, "cannot be read");
}

static void
test_empty (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const blanks[] = { "", " \n\t\r\n ", "\xef\xbb\xbf", "\xef\xbb\xbf\n" };

  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      g_autofree char *path = put (fixture, "blank.md", blanks[i], -1);

      assert_refused (path, TRELLIS_ERROR_EMPTY, "is empty");
    }
}

static void
test_binary (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *path = put (fixture, "a.md", "%PDF\0\x80", 6);

  assert_refused (path, TRELLIS_ERROR_BINARY, "not a text file");
}

static void
test_encoding (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *path = put (fixture, "a.md", "first\nsecond\n\xd0\xee\xeb\xfc\n", -1);

  assert_refused (path, TRELLIS_ERROR_ENCODING, "line 3, is not UTF-8");
}

static void
test_utf16 (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *little = put (fixture, "little.md", "\xff\xfe#\0 \0", 6);
  g_autofree char *big = put (fixture, "big.md", "\xfe\xff\0#\0 ", 6);
  g_autofree char *bare = put (fixture, "bare.md", "#\0 \0A\0\n\0", 8);

  assert_refused (little, TRELLIS_ERROR_ENCODING, "Save it as UTF-8");
  assert_refused (big, TRELLIS_ERROR_ENCODING, "Save it as UTF-8");
  assert_refused (bare, TRELLIS_ERROR_ENCODING, "is UTF-16");
}

static void
test_pipe_without_writer (Fixture      *fixture,
                          gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "pipe.md", NULL);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_refused (path, TRELLIS_ERROR_EMPTY, "is empty");
}

static gboolean
write_string (const char *path,
              const char *text,
              GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return trellis_file_write (path, bytes, error);
}

static void
assert_written (const char *path,
                const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *contents = NULL;

  write_string (path, text, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, text);
}

static void
assert_not_written (const char *path,
                    const char *told)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (write_string (path, "new", &error));
  g_assert_error (error, TRELLIS_ERROR, TRELLIS_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, told));
  g_assert_null (strstr (error->message, "XXXXXX"));
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint            n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_write (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.md", NULL);

  assert_written (path, "old");
  assert_written (path, "");
  assert_written (path, "new and longer");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_permissions (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *path = put (fixture, "a.md", "old", -1);
  struct stat      status;

  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  assert_written (path, "new");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
}

static void
test_link (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *path = put (fixture, "a.md", "old", -1);
  g_autofree char *link = g_build_filename (fixture->folder, "link.md", NULL);

  g_assert_cmpint (symlink (path, link), ==, 0);
  assert_written (link, "new");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
}

static void
test_unwritable (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "a.md", NULL);
  g_autofree char *device = g_build_filename (fixture->folder, "device.md", NULL);

  assert_not_written (nowhere, "there is no folder");
  assert_not_written (fixture->folder, "it is a folder");

  g_assert_cmpint (symlink ("/dev/null", device), ==, 0);
  assert_not_written (device, "you may not write there");
}

static void
test_read_only (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *path = put (fixture, "a.md", "old", -1);

  g_assert_cmpint (g_chmod (path, 0400), ==, 0);
  if (access (path, W_OK) == 0)
    g_test_skip ("this user may write everything");
  else
    assert_not_written (path, "you may not write there");
}

/* Writes to a disk of 64 kB. Returns: the exit status: 0 fine, 77 where none can be had */
static int
fill_disk (const char *folder)
{
  g_autofree char   *path = g_build_filename (folder, "a.md", NULL);
  g_autofree char   *large = g_strnfill (1000 * 1000, 'x');
  g_autofree char   *contents = NULL;
  g_autoptr (GError) error = NULL;

  if ((unshare (CLONE_NEWNS) != 0 && unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0)
      || mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0
      || mount ("none", folder, "tmpfs", 0, "size=64k") != 0)
    return 77;

  if (!write_string (path, "old", NULL) || write_string (path, large, &error))
    return 1;
  if (!g_error_matches (error, TRELLIS_ERROR, TRELLIS_ERROR_WRITE)
      || strstr (error->message,
                 "The disk is full: “a.md” was not written, the old one is untouched.")
             == NULL)
    return 2;
  if (!g_file_get_contents (path, &contents, NULL, NULL) || !g_str_equal (contents, "old"))
    return 3;

  return count_files (folder) == 1 ? 0 : 4;
}

static void
test_full_disk (Fixture      *fixture,
                gconstpointer data)
{
  pid_t child = fork ();
  int   status;

  if (child == 0)
    _exit (fill_disk (fixture->folder));

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == 77)
    g_test_skip ("no small disk can be made here");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/file/text-is-read-with-its-line-ends", test_text);
  ADD ("/file/a-byte-order-mark-is-dropped", test_byte_order_mark);
  ADD ("/file/as-much-as-the-limit-is-read", test_limit);
  ADD ("/file/a-missing-file-is-named", test_missing);
  ADD ("/file/a-folder-is-no-file", test_folder);
  ADD ("/file/a-locked-file-is-refused", test_unreadable);
  ADD ("/file/white-space-is-empty", test_empty);
  ADD ("/file/binary-is-refused", test_binary);
  ADD ("/file/another-encoding-is-told-with-its-line", test_encoding);
  ADD ("/file/utf-16-is-another-encoding", test_utf16);
  ADD ("/file/a-pipe-nobody-writes-to-does-not-block", test_pipe_without_writer);
  ADD ("/file/writing-replaces", test_write);
  ADD ("/file/permissions-stay", test_permissions);
  ADD ("/file/a-link-stays-a-link", test_link);
  ADD ("/file/what-cannot-be-written-says-why", test_unwritable);
  ADD ("/file/a-read-only-file-is-left-alone", test_read_only);
  ADD ("/file/a-full-disk-leaves-the-old-file", test_full_disk);

  return g_test_run ();
}
