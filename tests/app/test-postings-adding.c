/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Many saved pages at once: how far it is, how it ends, and how it is ended. */

#include "app-fixture.h"

#include "trellis-postings-adding.h"
#include "trellis-session.h"

/* Pages enough to take longer than a person waits without a word. */
#define SOME_PAGES 400

/* A page of its own for each number, large as pages are. */
static char *
make_page (guint i)
{
  GString *page = g_string_new ("<!DOCTYPE html><html><head>");

  g_string_append_printf (page,
                          "<link rel=\"canonical\" href=\"https://jobs.quay.example/vacancy/%u\">"
                          "</head><body><main><h1>Crane engineer %u</h1><p>Quay %x-%x asks for"
                          " Python, Docker and SQL in shed %x.</p><ul>",
                          900000 + i, i, i * 2654435761u, i * 40503u, i * 69069u);
  for (guint j = 0; j < 600; j++)
    g_string_append_printf (page, "<li><b>Duty %u of %x</b>: keep the log of crane %x.</li>", j,
                            (i * 1000 + j) * 2654435761u, (i + j) * 40503u);
  g_string_append (page, "</ul></main></body></html>");
  return g_string_free_and_steal (page);
}

static GListStore *
write_pages (AppFixture *fixture,
             guint       n)
{
  GListStore *files = g_list_store_new (G_TYPE_FILE);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char  *name = g_strdup_printf ("page-%u.html", i);
      g_autofree char  *html = make_page (i);
      g_autofree char  *path = app_fixture_write (fixture, name, html);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_list_store_append (files, file);
    }
  return files;
}

static AdwDialog *
get_dialog (AppFixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

/* Starts, and waits for the dialog that says how far it is. */
static guint
start (AppFixture *fixture,
       GListModel *files)
{
  guint n = app_fixture_get_report (fixture)->postings->len;

  app_fixture_show_page (fixture, "postings");
  trellis_postings_adding_start (TRELLIS_PAGE (app_fixture_get_page (fixture)), files);
  return n;
}

static gboolean
is_figure (GtkWidget *widget,
           gpointer   data)
{
  return GTK_IS_LABEL (widget)
         && g_str_has_suffix (gtk_label_get_label (GTK_LABEL (widget)), " of 1000");
}

static void
cancelling_a_thousand_pages_leaves_the_library_as_it_was (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  g_autoptr (GListStore) files = write_pages (fixture, 1000);
  guint                  n = start (fixture, G_LIST_MODEL (files));
  g_autofree char       *before = trellis_store_get_undo_label (fixture->store);
  g_autofree char       *after = NULL;

  app_wait_until (get_dialog (fixture) != NULL);
  g_assert_nonnull (app_find_widget (GTK_WIDGET (get_dialog (fixture)), is_figure, NULL));
  adw_dialog_close (get_dialog (fixture));
  app_wait_until (get_dialog (fixture) == NULL);
  app_spin (500);

  g_assert_cmpuint (app_fixture_get_report (fixture)->postings->len, ==, n);
  after = trellis_store_get_undo_label (fixture->store);
  g_assert_cmpstr (after, ==, before);
  g_assert_null (get_dialog (fixture));
}

static void
hundreds_of_pages_come_in_as_one_change (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  g_autoptr (GListStore) files = write_pages (fixture, SOME_PAGES);
  guint                  n = start (fixture, G_LIST_MODEL (files));

  app_wait_until (get_dialog (fixture) != NULL);
  app_wait_until (app_fixture_get_report (fixture)->postings->len == n + SOME_PAGES);
  g_assert_null (get_dialog (fixture));

  app_fixture_activate (fixture, "win.undo");
  app_wait_until (app_fixture_get_report (fixture)->postings->len == n);
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

#define ADD(name, test) g_test_add_func ("/postings-adding/" name, test)
  ADD ("cancelling-a-thousand-pages-leaves-the-library-as-it-was",
       cancelling_a_thousand_pages_leaves_the_library_as_it_was);
  ADD ("hundreds-of-pages-come-in-as-one-change", hundreds_of_pages_come_in_as_one_change);
#undef ADD

  return g_test_run ();
}
