/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names that look like markup are shown as they are, on each page, wide and narrow: a warning of
 * the toolkit ends the test. */

#include "app-fixture.h"

#include "trellis-pages-table.h"

#define NAME "R&D < QA"

#define REPORT                                                                             \
  "# " NAME "\n\n"                                                                         \
  "## Components and roles\n\n- Gate " NAME "\n  - Tester " NAME "\n  - " NAME "\n- " NAME \
  "\n  - Tester " NAME "\n\n"                                                              \
  "## Responsibilities of each role\n\n- Tester " NAME ": tests " NAME "\n\n"              \
  "## Common skills\n\n- " NAME "\n- Git\n\n"                                              \
  "## My role\n\nRole: Tester " NAME "\n\nReason: " NAME "\n\n"                            \
  "## Skills I have\n\n- " NAME " (3/5) - " NAME "\n\n"                                    \
  "## Skills I lack\n\n- Git " NAME " - " NAME "\n\n"                                      \
  "## Job market snapshot\n\n- Tester " NAME "\n  - "                                      \
  "[link to the posting](https://jobs.quayworks.com/vacancy/47205918)\n  - Skills: " NAME  \
  ", Git, SQL\n- " NAME                                                                    \
  "\n  - [link to the posting](https://jobs.quayworks.com/vacancy/51829036)\n  - Skills: " \
  "Git, " NAME ", Go\n\n"                                                                  \
  "### Skills that appear in several postings\n\n- " NAME "\n\n"                           \
  "### Skills specific to a single posting\n\n- SQL\n\n"                                   \
  "## Personal reflection\n\n" NAME ". " NAME ".\n\n"                                      \
  "## Notes on " NAME "\n\n" NAME "\n"

static AppFixture *
new_fixture (void)
{
  AppFixture            *fixture = app_fixture_new ();
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autofree char       *path = app_fixture_write (fixture, NAME ".md", REPORT);
  g_autoptr (GFile)      file = g_file_new_for_path (path);

  g_list_store_append (files, file);
  trellis_window_import (fixture->window, G_LIST_MODEL (files));
  app_wait_until (trellis_window_get_page_name (fixture->window) != NULL);
  return fixture;
}

static void
show_each_page (AppFixture *fixture)
{
  const TrellisCheck *check
      = trellis_session_ensure_check (app_fixture_get_session (fixture));
  g_autoptr (GPtrArray) entries
      = trellis_page_entries (app_fixture_get_report (fixture), check);

  g_ptr_array_set_free_func (entries, (GDestroyNotify) trellis_page_entry_free);
  g_assert_cmpuint (entries->len, >, 10);
  for (guint i = 0; i < entries->len; i++)
    {
      const TrellisPageEntry *entry = entries->pdata[i];

      g_test_message ("%s", entry->name);
      app_fixture_show_page (fixture, entry->name);
      app_spin (200);
    }
}

static void
each_page_shows_names_as_they_are (void)
{
  g_autoptr (AppFixture) fixture = new_fixture ();
  const TrellisReport   *report = app_fixture_get_report (fixture);

  g_assert_cmpstr (report->title, ==, NAME);
  g_assert_cmpuint (report->components->len, ==, 2);
  g_assert_cmpuint (report->postings->len, ==, 2);
  show_each_page (fixture);
}

static void
so_does_the_narrow_window (void)
{
  g_autoptr (AppFixture) fixture = new_fixture ();

  app_fixture_resize (fixture, 360, 640);
  show_each_page (fixture);
}

static void
so_do_the_library_and_the_search (void)
{
  g_autoptr (AppFixture) fixture = new_fixture ();

  trellis_window_show_library (fixture->window);
  app_wait_until (app_find_by_title (GTK_WIDGET (fixture->window), NAME) != NULL);
  g_assert_true (app_fixture_activate (fixture, "win.search"));
  app_spin (300);
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  g_test_add_func ("/markup/each-page-shows-names-as-they-are", each_page_shows_names_as_they_are);
  g_test_add_func ("/markup/so-does-the-narrow-window", so_does_the_narrow_window);
  g_test_add_func ("/markup/so-do-the-library-and-the-search", so_do_the_library_and_the_search);

  return g_test_run ();
}
