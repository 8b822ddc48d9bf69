/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that come into the window: one report, several, and postings' pages. */

#include "app-fixture.h"

#include <glib/gstdio.h>

#define COMPONENTS                                                                  \
  "# Roles of %s\n\n## Components and roles\n\n- Member app\n  - Mobile engineer\n" \
  "- Tool catalogue\n  - Data engineer\n"
#define MARKET                                                                  \
  "# Me and the market\n\n## Market snapshot\n\n- Data engineer, quay cranes\n" \
  "  - [link to the posting](https://jobs.quayworks.com/vacancy/47205918)\n"    \
  "  - Key skills: Docker, Python, SQL\n"

static void
append (GListStore *files,
        const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_list_store_append (files, file);
}

static void
write_file (AppFixture *fixture,
            GListStore *files,
            const char *name,
            const char *text)
{
  g_autofree char *path = app_fixture_write (fixture, name, text);

  append (files, path);
}

static void
write_report (AppFixture *fixture,
              GListStore *files,
              const char *name)
{
  g_autofree char *text = g_strdup_printf (COMPONENTS, name);

  write_file (fixture, files, name, text);
}

static guint
count_reports (AppFixture *fixture)
{
  g_autoptr (GPtrArray) reports = trellis_store_list_reports (fixture->store, NULL);

  return reports->len;
}

static gboolean
shows (AppFixture *fixture,
       const char *text)
{
  return app_find_by_label (GTK_WIDGET (fixture->window), text) != NULL;
}

static void
several_reports_come_in_at_once_and_are_shown_in_the_library (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  write_report (fixture, files, "north.md");
  write_report (fixture, files, "south.md");
  write_report (fixture, files, "west.md");
  trellis_window_import (fixture->window, G_LIST_MODEL (files));
  app_wait_until (count_reports (fixture) == 3);
  app_spin (200);
  g_assert_null (trellis_window_get_page_name (fixture->window));
  g_assert_true (shows (fixture, "Imported 3 reports"));
}

static void
files_that_complete_each_other_are_one_report (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  write_file (fixture, files, "market.md", MARKET);
  write_report (fixture, files, "product.md");
  trellis_window_import (fixture->window, G_LIST_MODEL (files));
  app_wait_until (trellis_window_get_page_name (fixture->window) != NULL);
  g_assert_cmpuint (count_reports (fixture), ==, 1);
  g_assert_cmpuint (app_fixture_get_report (fixture)->components->len, ==, 2);
  g_assert_cmpuint (app_fixture_get_report (fixture)->postings->len, ==, 1);
}

/* Two students, two folders, two files each. */
static void
folders_keep_reports_apart (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("student-%u", i);
      g_autofree char *folder = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *market = g_build_filename (name, "market.md", NULL);
      g_autofree char *product = g_build_filename (name, "product.md", NULL);

      g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
      write_file (fixture, files, market, MARKET);
      write_report (fixture, files, product);
    }
  trellis_window_import (fixture->window, G_LIST_MODEL (files));
  app_wait_until (count_reports (fixture) == 2);
  app_spin (200);
  g_assert_cmpuint (count_reports (fixture), ==, 2);
}

static void
one_bad_file_among_several_brings_in_nothing (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  write_report (fixture, files, "north.md");
  write_file (fixture, files, "south.json", "{ \"never");
  trellis_window_import (fixture->window, G_LIST_MODEL (files));
  app_wait_until (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  g_assert_cmpuint (count_reports (fixture), ==, 0);
}

static void
a_saved_page_becomes_a_posting_of_the_open_report (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  guint                  n = app_fixture_get_report (fixture)->postings->len;

  write_file (
      fixture, files, "page.HTML",
      "<!DOCTYPE html><html><head><title>Crane driver</title>"
      "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\","
      "\"@type\": \"JobPosting\", \"title\": \"Crane driver\","
      "\"hiringOrganization\": {\"name\": \"Quay Works\"},"
      "\"description\": \"You know Docker and Python.\"}</script></head><body></body></html>");
  trellis_window_import (fixture->window, G_LIST_MODEL (files));
  app_wait_until (app_fixture_get_report (fixture)->postings->len == n + 1);
  g_assert_cmpstr (trellis_window_get_page_name (fixture->window), ==, "postings");
  g_assert_cmpuint (count_reports (fixture), ==, 1);
}

static void
a_saved_page_without_a_report_says_what_to_do (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  g_settings_reset (fixture->settings, "report");
  write_file (fixture, files, "page.htm", "<html></html>");
  trellis_window_import (fixture->window, G_LIST_MODEL (files));
  app_wait_until (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  app_spin (50);
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

#define ADD(name, test) g_test_add_func ("/import-files/" name, test)
  ADD ("several-reports-come-in-at-once-and-are-shown-in-the-library",
       several_reports_come_in_at_once_and_are_shown_in_the_library);
  ADD ("files-that-complete-each-other-are-one-report",
       files_that_complete_each_other_are_one_report);
  ADD ("folders-keep-reports-apart", folders_keep_reports_apart);
  ADD ("one-bad-file-among-several-brings-in-nothing",
       one_bad_file_among_several_brings_in_nothing);
  ADD ("a-saved-page-becomes-a-posting-of-the-open-report",
       a_saved_page_becomes_a_posting_of_the_open_report);
  ADD ("a-saved-page-without-a-report-says-what-to-do",
       a_saved_page_without_a_report_says_what_to_do);
#undef ADD

  return g_test_run ();
}
