/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures how long it takes to read 1,000 saved pages of 100 kB each, against libxml2's bare
 * parser over the same bytes in the same run; and how the time for what is broken or huge grows
 * with its size. Not a test: run it by hand, `BUILDDIR/tests/bench/bench-postings`. */

#include "bench.h"
#include "scale-samples.h"
#include "trellis-posting-import.h"
#include "trellis-postings-import.h"

#include <glib/gstdio.h>
#include <libxml/HTMLparser.h>

#define N_PAGES 1000
#define PAGE (100 * 1024)
#define TIMES 8

/* A page as a browser saves it: scripts, menus, and a posting in the middle. */
static char *
make_page (int number)
{
  GString *page = g_string_sized_new (PAGE);

  g_string_append_printf (
      page,
      "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Job %d</title>"
      "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\","
      " \"@type\": \"JobPosting\", \"title\": \"Rigger %d\","
      " \"url\": \"https://jobs.sailyard.org/vacancy/%d\","
      " \"hiringOrganization\": {\"@type\": \"Organization\", \"name\": \"Yard %d\"},"
      " \"description\": \"<p>We rig ship number %d.</p><ul><li>Python and knots</li>"
      "<li>PostgreSQL %d, Docker</li></ul>",
      number, number, 40000000 + number * 7919, number % 40, number, number % 17);
  for (int i = 0; i < 30; i++)
    g_string_append_printf (page, "<p>Line %d of ship %d says what the crew does.</p>", i,
                            number * 31 + i);
  g_string_append (page, "\"}</script></head><body>");
  while (page->len < PAGE)
    g_string_append (page,
                     "<div class=\"menu\"><a href=\"/a\">Harbour</a> <span>News</span></div>\n");
  g_string_append (page, "</body></html>");
  return g_string_free_and_steal (page);
}

static double
time_bare (GPtrArray *pages)
{
  gint64 started = g_get_monotonic_time ();

  for (guint i = 0; i < pages->len; i++)
    {
      const char *page = pages->pdata[i];
      htmlDocPtr  document
          = htmlReadMemory (page, (int) strlen (page), NULL, "UTF-8",
                            HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                                | HTML_PARSE_NONET);

      g_assert_nonnull (document);
      xmlFreeDoc (document);
    }
  return bench_ms_since (started);
}

static double
time_import (const char *folder,
             guint       n_pages)
{
  gint64                            started = g_get_monotonic_time ();
  g_autoptr (TrellisPostingsImport) import = trellis_postings_import_new (NULL, "2026-05-04");

  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_pages; i++)
    g_ptr_array_add (paths, g_strdup_printf ("%s/page-%u.html", folder, i));
  g_assert_true (trellis_postings_import_add_files (import, paths, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (import->found->postings->len, ==, n_pages);
  return bench_ms_since (started);
}

/* Returns: the least ms of three */
static double
time_sample (const ScaleSample *sample,
             guint              scale)
{
  g_autofree char   *text = sample->make (scale);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  double             least = G_MAXDOUBLE;

  for (int i = 0; i < 3; i++)
    {
      gint64                started = g_get_monotonic_time ();
      g_autoptr (GPtrArray) found = trellis_posting_import_bytes (bytes, NULL, NULL);

      least = MIN (least, bench_ms_since (started));
    }
  return least;
}

/* Linear is TIMES; its square would be quadratic. */
static void
measure_growth (void)
{
  g_print ("what is broken or huge, and %d times as much of it\n", TIMES);
  for (const ScaleSample *sample = scale_samples; sample->name != NULL; sample++)
    {
      double small = time_sample (sample, 1);
      double large = time_sample (sample, TIMES);

      g_print ("  %-40s %9.2f ms  %9.2f ms   %.1f times%s\n", sample->name, small, large,
               large / small, large > MAX (small, 1) * 3 * TIMES ? "   MISSED" : "");
    }
}

int
main (void)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_free);
  g_autofree char      *folder = g_dir_make_tmp ("trellis-bench-XXXXXX", NULL);
  double                bare, ours;

  for (guint i = 0; i < N_PAGES; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/page-%u.html", folder, i);

      g_ptr_array_add (pages, make_page ((int) i));
      g_assert_true (g_file_set_contents (path, pages->pdata[i], -1, NULL));
    }
  bare = time_bare (pages);
  ours = time_import (folder, N_PAGES);

  g_print ("%d pages of %d kB\n", N_PAGES, PAGE / 1024);
  bench_print ("bare libxml2", bare, 0);
  bench_print ("postings read, none twice", ours, bare);

  for (guint i = 0; i < N_PAGES; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/page-%u.html", folder, i);

      g_unlink (path);
    }
  g_rmdir (folder);
  measure_growth ();
  return 0;
}
