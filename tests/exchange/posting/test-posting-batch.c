/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Many files at once: what is said of each, what comes twice, and what is left when it is
 * cancelled. */

#include "fixture.h"
#include "trellis-postings-import.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_PAGES 1000

typedef struct
{
  char         *folder;
  GPtrArray    *paths;
  GString      *told; /* a line a file */
  guint         n_told;
  guint         cancel_at;
  GCancellable *cancellable;
} Batch;

static void
set_up (Batch        *batch,
        gconstpointer data)
{
  batch->folder = g_dir_make_tmp ("trellis-postings-XXXXXX", NULL);
  batch->paths = g_ptr_array_new_with_free_func (g_free);
  batch->told = g_string_new (NULL);
  batch->cancellable = g_cancellable_new ();
}

static void
tear_down (Batch        *batch,
           gconstpointer data)
{
  for (guint i = 0; i < batch->paths->len; i++)
    g_unlink (batch->paths->pdata[i]);
  g_rmdir (batch->folder);
  g_free (batch->folder);
  g_ptr_array_unref (batch->paths);
  g_string_free (batch->told, TRUE);
  g_object_unref (batch->cancellable);
}

static void
put (Batch      *batch,
     const char *name,
     const char *text)
{
  char *path = g_build_filename (batch->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_ptr_array_add (batch->paths, path);
}

static void
listen (guint       n_read,
        guint       n_files,
        const char *told,
        gpointer    data)
{
  Batch *batch = data;

  g_assert_cmpuint (n_read, ==, ++batch->n_told);
  g_assert_cmpuint (n_files, ==, batch->paths->len);
  g_assert_null (strchr (told, '\n'));
  g_string_append_printf (batch->told, "%s\n", told);
  if (n_read == batch->cancel_at)
    g_cancellable_cancel (batch->cancellable);
}

static TrellisPostingsImport *
read_batch (Batch               *batch,
            const TrellisReport *report)
{
  TrellisPostingsImport *import = trellis_postings_import_new (report, "2026-05-04");
  g_autoptr (GError)     error = NULL;
  gboolean               read = trellis_postings_import_add_files (
      import, batch->paths, batch->cancellable, listen, batch, &error);

  g_assert_true (read == (error == NULL));
  if (!read)
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_pointer (&import, trellis_postings_import_free);
    }
  return import;
}

static void
put_posting (Batch      *batch,
             const char *name,
             const char *title,
             const char *link,
             const char *text)
{
  g_autofree char *members = g_strdup_printf (
      "\"title\": \"%s\", \"url\": \"%s\", \"hiringOrganization\": \"Yard\", \"description\": "
      "\"%s\"",
      title, link, text);
  g_autofree char *page = fixture_write_ld (members);

  put (batch, name, page);
}

#define TEXT                                                                                     \
  "We rig ships with rope and wire, in any weather, by day and by night, and look for somebody " \
  "who does it with us, and has done it for some years on this sea or on another."

static void
each_file_is_told_of (Batch        *batch,
                      gconstpointer data)
{
  g_autoptr (TrellisPostingsImport) import = NULL;
  const TrellisPosting             *posting;

  put_posting (batch, "a.html", "Rigger", "https://yard.org/jobs/7", TEXT);
  put_posting (batch, "b.html", "Rigger", "https://yard.org/jobs/7?utm_source=x", "We rig.");
  put_posting (batch, "c.html", "Rigger", "https://jobs.org/rigger", TEXT " Seen on 4 May.");
  put (batch, "d.html", "<html><body>Введите капчу</body></html>");
  put (batch, "e.json",
       "{\"items\": [{\"id\": \"1\", \"name\": \"Cook\", \"alternate_url\":"
       " \"https://hh.ru/vacancy/1\", \"snippet\": {\"requirement\": \"Cook...\"}}]}");
  put (batch, "f.json",
       "[{\"@type\": \"JobPosting\", \"title\": \"Miller\", \"description\": \"We mill.\"},"
       "{\"@type\": \"JobPosting\", \"title\": \"Baker\", \"description\": \"We bake.\"},"
       "{\"@type\": \"JobPosting\", \"title\": \"Baker\", \"description\": \"We bake.\"}]");
  put (batch, "g.html",
       "<html><head><script type=\"application/ld+json\">[{\"@type\": \"JobPosting\","
       " \"title\": \"Pilot\", \"description\": \"We pilot ships.\"}, {\"@type\":"
       " \"JobPosting\", \"title\": \"Diver\", \"description\": \"Dive.\"}]"
       "</script></head></html>");
  g_ptr_array_add (batch->paths, g_build_filename (batch->folder, "none.html", NULL));
  import = read_batch (batch, NULL);

  g_assert_cmpuint (import->found->postings->len, ==, 5);
  g_assert_cmpuint (import->problems->len, ==, 2);
  g_assert_cmpuint (import->repeated->len, ==, 3);
  g_assert_cmpuint (import->left_out->len, ==, 1);
  fixture_assert_holds (batch->told->str, "“a.html”: added “Rigger”, Yard.\n");
  fixture_assert_holds (batch->told->str,
                        "“b.html”: “Rigger” is there already, as “Rigger”.\n");
  fixture_assert_holds (batch->told->str,
                        "“c.html”: “Rigger” is there already, as “Rigger”.\n");
  fixture_assert_holds (batch->told->str, "“d.html” is a site's question");
  fixture_assert_holds (batch->told->str, "“e.json”: added “Cook”; the file holds only an excerpt");
  fixture_assert_holds (batch->told->str,
                        "“f.json”: 2 postings added; 1 is there already.\n");
  fixture_assert_holds (batch->told->str,
                        "“g.html”: added “Pilot”. “g.html” shows 1 other posting, "
                        "which was left out: “Diver”.\n");
  fixture_assert_holds (batch->told->str, "none.html");
  posting = import->found->postings->pdata[0];
  g_assert_cmpstr (posting->captured, ==, "2026-05-04");
  g_assert_cmpstr (posting->source, ==, "JobPosting");
  g_assert_cmpstr (posting->link, ==, "https://yard.org/jobs/7");
}

/* What is kept of a text has an end, and that is said. */
static void
a_text_that_is_too_long_is_cut_and_told (Batch        *batch,
                                         gconstpointer data)
{
  g_autofree char                  *text = g_strnfill (200 * 1000 + 1, 'x');
  g_autoptr (TrellisPostingsImport) import = NULL;
  const TrellisPosting             *posting;

  put_posting (batch, "a.html", "Rigger", "https://yard.org/jobs/7", text);
  import = read_batch (batch, NULL);
  posting = import->found->postings->pdata[0];
  g_assert_cmpint (g_utf8_strlen (posting->text, -1), ==, 200 * 1000);
  g_assert_cmpuint (import->left_out->len, ==, 1);
  fixture_assert_holds (batch->told->str,
                        "“a.html”: added “Rigger”, Yard. “a.html” is longer than 200,000 "
                        "characters; only its beginning is kept.\n");
}

static void
what_the_report_has_is_not_added_again (Batch        *batch,
                                        gconstpointer data)
{
  g_autoptr (TrellisReport)         report = trellis_report_new ();
  TrellisPosting                   *known = trellis_report_add (report, &trellis_posting_type);
  TrellisPosting                   *typed = trellis_report_add (report, &trellis_posting_type);
  g_autoptr (TrellisPostingsImport) import = NULL;

  g_set_str (&known->title, "Rigger");
  g_set_str (&known->text, TEXT);
  g_set_str (&typed->title, "Typed by hand");
  g_set_str (&typed->link, "http://www.yard.org/jobs/8/?from=x");
  put_posting (batch, "a.html", "Rigger (Yard)", "https://yard.org/jobs/7", TEXT " Seen 7 times.");
  put_posting (batch, "b.html", "Cook", "https://yard.org/jobs/8", "We cook.");
  put_posting (batch, "c.html", "Diver", "https://yard.org/jobs/9", "We dive.");
  import = read_batch (batch, report);

  g_assert_cmpuint (import->found->postings->len, ==, 1);
  fixture_assert_holds (batch->told->str, "“Rigger (Yard)” is there already, as “Rigger”.");
  fixture_assert_holds (batch->told->str, "“Cook” is there already, as “Typed by hand”.");
}

/* The same postings in whatever order are the same number. */
static void
the_order_of_files_changes_no_number (Batch        *batch,
                                      gconstpointer data)
{
  g_autoptr (TrellisPostingsImport) forth = NULL;
  g_autoptr (TrellisPostingsImport) back = NULL;

  for (int i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d.html", i);
      g_autofree char *title = g_strdup_printf ("Rigger of pier %c", 'a' + i % 20);
      g_autofree char *link = g_strdup_printf ("https://yard.org/jobs/%d", i);
      g_autofree char *text
          = g_strdup_printf (TEXT " Pier %c. Seen %d times.", 'a' + i % 20, i * 37);

      put_posting (batch, name, title, link, text);
    }
  forth = read_batch (batch, NULL);
  for (guint i = 0; i < batch->paths->len / 2; i++)
    {
      gpointer path = batch->paths->pdata[i];

      batch->paths->pdata[i] = batch->paths->pdata[batch->paths->len - 1 - i];
      batch->paths->pdata[batch->paths->len - 1 - i] = path;
    }
  batch->n_told = 0;
  back = read_batch (batch, NULL);

  g_assert_cmpuint (forth->found->postings->len, ==, 20);
  g_assert_cmpuint (back->found->postings->len, ==, 20);
}

static void
cancelled_in_the_middle_it_stops_there (Batch        *batch,
                                        gconstpointer data)
{
  for (int i = 0; i < N_PAGES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d.html", i);
      g_autofree char *link = g_strdup_printf ("https://yard.org/jobs/%d", i);
      g_autofree char *text = g_strdup_printf ("Ship number %d.", i);

      put_posting (batch, name, "Rigger", link, text);
    }
  batch->cancel_at = N_PAGES / 2;

  g_assert_null (read_batch (batch, NULL));
  g_assert_cmpuint (batch->n_told, ==, N_PAGES / 2);
}

#define ADD(path, function) g_test_add (path, Batch, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/posting/batch/each-file-is-told-of", each_file_is_told_of);
  ADD ("/posting/batch/a-text-that-is-too-long-is-cut-and-told",
       a_text_that_is_too_long_is_cut_and_told);
  ADD ("/posting/batch/what-the-report-has-is-not-added-again",
       what_the_report_has_is_not_added_again);
  ADD ("/posting/batch/the-order-of-files-changes-no-number", the_order_of_files_changes_no_number);
  ADD ("/posting/batch/cancelled-in-the-middle-it-stops-there",
       cancelled_in_the_middle_it_stops_there);

  return g_test_run ();
}
