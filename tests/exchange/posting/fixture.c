/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "trellis-error.h"

#include <string.h>

GPtrArray *
fixture_read_all (const char *name,
                  const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  GPtrArray         *found = trellis_posting_import_bytes (bytes, name, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, >, 0);
  return found;
}

/* Reads what is to hold just one posting. */
TrellisPostingFound *
fixture_read_bytes (const char *name,
                    const char *data,
                    gsize       length)
{
  g_autoptr (GBytes)    bytes = g_bytes_new (data, length);
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) found = trellis_posting_import_bytes (bytes, name, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  return g_ptr_array_steal_index (found, 0);
}

TrellisPostingFound *
fixture_read (const char *name,
              const char *text)
{
  return fixture_read_bytes (name, text, strlen (text));
}

/* Reads a file of tests/data/postings. */
TrellisPostingFound *
fixture_read_file (const char *name)
{
  g_autofree char   *path = g_test_build_filename (G_TEST_DIST, "data", "postings", name, NULL);
  g_autofree char   *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize              length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return fixture_read_bytes (name, text, length);
}

/* Returns: (transfer full): a page with a JobPosting that has @members, and nothing else in it */
char *
fixture_write_ld (const char *members)
{
  return g_strdup_printf (
      "<!DOCTYPE html><html><head><script type=\"application/ld+json\">"
      "{\"@context\": \"https://schema.org\", \"@type\": \"JobPosting\", %s}"
      "</script></head><body><nav>Jobs Firms News</nav></body></html>",
      members);
}

TrellisPostingFound *
fixture_read_ld (const char *members)
{
  g_autofree char *page = fixture_write_ld (members);

  return fixture_read ("page.html", page);
}

/* Asserts that nothing is read, and that @told is a part of the reason. */
void
fixture_assert_refused (const char *name,
                        const char *text,
                        const char *told)
{
  g_autoptr (GBytes)    bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) found = trellis_posting_import_bytes (bytes, name, &error);

  if (found != NULL)
    g_error ("“%s” was read: “%s”", name,
             ((const TrellisPostingFound *) found->pdata[0])->text);
  g_assert_nonnull (error);
  g_assert_true (error->domain == TRELLIS_ERROR);
  fixture_assert_holds (error->message, told);
}

/* @expected: the skills, ", " between them */
void
fixture_assert_skills (const TrellisPostingFound *found,
                       const char                *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < found->skills->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (char *) found->skills->pdata[i]);
  g_assert_cmpstr (names->str, ==, expected);
}

void
fixture_assert_holds (const char *text,
                      const char *piece)
{
  if (strstr (text, piece) == NULL)
    g_error ("“%s” is not in “%s”", piece, text);
}

void
fixture_assert_lacks (const char *text,
                      const char *piece)
{
  if (strstr (text, piece) != NULL)
    g_error ("“%s” is in “%s”", piece, text);
}
