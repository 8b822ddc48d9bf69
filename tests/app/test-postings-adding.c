/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Many saved pages that come into a report: how far it is, and what is left when it is cancelled.
 */

#include "app-fixture.h"
#include "trellis-json.h"

#define N_PAGES 1000
/* So much stands around a posting that reading all of them takes some seconds. */
#define MENU (100 * 1024)

static GListStore *
write_pages (AppFixture *fixture,
             guint       n_pages,
             guint       around)
{
  GListStore         *files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GString) menu = g_string_new (NULL);

  while (menu->len < around)
    g_string_append (menu, "<div class=\"menu\"><a href=\"/a\">Harbour</a> <i>News</i></div>\n");
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *name = g_strdup_printf ("page-%u.html", i);
      g_autofree char *page = g_strdup_printf (
          "<html><head><script type=\"application/ld+json\">{\"@type\": \"JobPosting\","
          " \"title\": \"Rigger %u\", \"description\": \"We rig ship %u.\"}</script></head><body>%s"
          "</body></html>",
          i, i, menu->str);
      g_autofree char  *path = app_fixture_write (fixture, name, page);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_list_store_append (files, file);
    }
  return files;
}

/* Returns: (transfer full): all that the library has */
static char *
dump_library (AppFixture *fixture)
{
  g_autoptr (GPtrArray)     reports = trellis_store_list_reports (fixture->store, NULL);
  gint64                    id = trellis_session_get_report_id (app_fixture_get_session (fixture));
  g_autoptr (TrellisReport) report = trellis_store_load_report (fixture->store, id, NULL);
  g_autofree char          *json = trellis_json_write (report);

  g_assert_nonnull (report);
  return g_strdup_printf ("%u reports\n%s", reports->len, json);
}

static gboolean
tells_progress (GtkWidget *widget,
                gpointer   data)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "";
  guint64     n_read = g_ascii_strtoull (text, NULL, 10);

  return g_str_has_suffix (text, " of 1000") && n_read >= 10 && n_read < N_PAGES;
}

static AdwDialog *
get_dialog (AppFixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static guint
count_postings (AppFixture *fixture)
{
  return app_fixture_get_report (fixture)->postings->len;
}

static void
cancelled_in_the_middle_it_leaves_the_library_as_it_was (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  g_autoptr (GListStore) files = write_pages (fixture, N_PAGES, MENU);
  g_autoptr (GListStore) few = NULL;
  g_autofree char       *before = NULL;
  g_autofree char       *after = NULL;
  GtkWidget             *root = GTK_WIDGET (fixture->window);
  guint                  n_before;

  app_fixture_show_page (fixture, "postings");
  before = dump_library (fixture);
  n_before = count_postings (fixture);

  trellis_window_import (fixture->window, G_LIST_MODEL (files));
  app_wait_until (app_find_widget (root, tells_progress, NULL) != NULL);
  g_signal_emit_by_name (get_dialog (fixture), "response", "cancel");
  app_wait_until (get_dialog (fixture) == NULL);
  app_spin (500);
  after = dump_library (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (count_postings (fixture), ==, n_before);

  few = write_pages (fixture, 3, 0);
  trellis_window_import (fixture->window, G_LIST_MODEL (few));
  app_wait_until (count_postings (fixture) == n_before + 3);
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  g_test_add_func ("/postings-adding/cancelled-in-the-middle-it-leaves-the-library-as-it-was",
                   cancelled_in_the_middle_it_leaves_the_library_as_it_was);

  return g_test_run ();
}
