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
several_reports_are_one_undo (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  write_report (fixture, files, "north.md");
  write_report (fixture, files, "south.md");
  trellis_window_import (fixture->window, G_LIST_MODEL (files));
  app_wait_until (count_reports (fixture) == 2);
  app_spin (200);
  g_assert_true (app_fixture_activate (fixture, "win.undo"));
  app_wait_until (count_reports (fixture) == 0);
  g_assert_true (app_fixture_activate (fixture, "win.redo"));
  app_wait_until (count_reports (fixture) == 2);
}

static void
a_diagram_and_a_table_are_reports_of_their_own (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  write_file (fixture, files, "harbour.puml", "@startuml\ncomponent Crane\n@enduml\n");
  write_file (fixture, files, "harbour.csv", "Component,Sailor\nCrane,x\n");
  trellis_window_import (fixture->window, G_LIST_MODEL (files));
  app_wait_until (count_reports (fixture) == 2);
}

static void
a_diagram_offers_its_components_to_the_report_that_is_open (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  write_file (fixture, files, "harbour.puml", "@startuml\ncomponent Crane\n@enduml\n");
  trellis_window_import (fixture->window, G_LIST_MODEL (files));
  app_wait_until (adw_application_window_get_visible_dialog (
                      ADW_APPLICATION_WINDOW (fixture->window))
                  != NULL);
  g_assert_cmpuint (count_reports (fixture), ==, 1);
}

static gboolean
takes (GtkFileFilter *filter,
       const char    *name)
{
  g_autoptr (GFileInfo) info = g_file_info_new ();

  g_file_info_set_display_name (info, name);
  g_file_info_set_content_type (info, "application/octet-stream");
  return gtk_filter_match (GTK_FILTER (filter), info);
}

static void
the_dialog_offers_all_that_can_be_imported (void)
{
  static const char *const  names[] = { "a.md", "a.TXT", "a.json", "a.html", "a.puml", "a.csv" };
  g_autoptr (GListModel)    filters = trellis_window_list_import_filters ();
  g_autoptr (GtkFileFilter) all = g_list_model_get_item (filters, 0);
  g_autoptr (GtkFileFilter) reports = g_list_model_get_item (filters, 1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (takes (all, names[i]));
  g_assert_false (takes (all, "a.png"));
  g_assert_true (takes (reports, "a.md"));
  g_assert_false (takes (reports, "a.html"));
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
  ADD ("several-reports-are-one-undo", several_reports_are_one_undo);
  ADD ("a-diagram-and-a-table-are-reports-of-their-own",
       a_diagram_and_a_table_are_reports_of_their_own);
  ADD ("a-diagram-offers-its-components-to-the-report-that-is-open",
       a_diagram_offers_its_components_to_the_report_that_is_open);
  ADD ("the-dialog-offers-all-that-can-be-imported", the_dialog_offers_all_that_can_be_imported);
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
