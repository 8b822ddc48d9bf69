/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of a report as files, from the window. */

#include "app-fixture.h"

#include "trellis-csv-file.h"
#include "trellis-matrix-csv.h"

static TrellisPage *
open_matrix (AppFixture *fixture)
{
  app_fixture_show_page (fixture, "matrix");
  return TRELLIS_PAGE (app_fixture_get_page (fixture));
}

static void
import (AppFixture *fixture,
        const char *name,
        const char *text)
{
  g_autofree char  *path = app_fixture_write (fixture, name, text);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  trellis_csv_file_import_matrix (open_matrix (fixture), file);
}

static void
a_table_adds_what_is_not_there_in_one_change (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  const TrellisReport   *report = app_fixture_get_report (fixture);
  const char            *role = ((const TrellisRole *) report->roles->pdata[0])->name;
  g_autofree char       *text
      = g_strdup_printf (",%s,Helmsman\nTide Tables,x,Keeper of tides\n", role);
  guint n_components = report->components->len;
  guint n_roles = report->roles->len;
  guint n_cells = report->involvements->len;

  import (fixture, "ship.csv", text);
  app_wait_until (app_fixture_get_report (fixture)->components->len == n_components + 1);
  report = app_fixture_get_report (fixture);
  g_assert_cmpuint (report->roles->len, ==, n_roles + 1);
  g_assert_cmpuint (report->involvements->len, ==, n_cells + 2);
  app_wait_until (app_find_by_label (GTK_WIDGET (fixture->window), "Imported 2 involvements")
                  != NULL);

  app_fixture_activate (fixture, "win.undo");
  app_spin (50);
  report = app_fixture_get_report (fixture);
  g_assert_cmpuint (report->components->len, ==, n_components);
  g_assert_cmpuint (report->roles->len, ==, n_roles);
  g_assert_cmpuint (report->involvements->len, ==, n_cells);
}

/* What the report has written itself changes nothing when it comes back. */
static void
a_matrix_that_comes_back_changes_nothing (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  TrellisSession        *session = app_fixture_get_session (fixture);
  g_autofree char       *before = trellis_matrix_csv_write (trellis_session_get_matrix (session),
                                                            TRELLIS_CSV_SPREADSHEET);
  g_autofree char       *after = NULL;

  import (fixture, "same.csv", before);
  app_spin (500);
  after = trellis_matrix_csv_write (trellis_session_get_matrix (session), TRELLIS_CSV_SPREADSHEET);
  g_assert_cmpstr (after, ==, before);
}

static void
what_is_no_table_is_explained (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  guint                  n = app_fixture_get_report (fixture)->components->len;

  import (fixture, "empty.csv", "");
  app_wait_until (adw_application_window_get_visible_dialog (
                      ADW_APPLICATION_WINDOW (fixture->window))
                  != NULL);
  g_assert_cmpuint (app_fixture_get_report (fixture)->components->len, ==, n);
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
}

static void
a_table_is_written_and_shown (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  g_autofree char       *path = g_build_filename (fixture->folder, "out.csv", NULL);
  g_autoptr (GFile)      file = g_file_new_for_path (path);
  g_autofree char       *written = NULL;

  trellis_csv_file_save (open_matrix (fixture), file, "a;b\r\n");
  app_wait_until (app_find_by_label (GTK_WIDGET (fixture->window), "Exported “out.csv”") != NULL);
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, "a;b\r\n");
}

static void
a_table_that_cannot_be_written_is_explained (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  g_autofree char       *path = g_build_filename (fixture->folder, "nowhere", "out.csv", NULL);
  g_autoptr (GFile)      file = g_file_new_for_path (path);

  trellis_csv_file_save (open_matrix (fixture), file, "a;b\r\n");
  app_wait_until (adw_application_window_get_visible_dialog (
                      ADW_APPLICATION_WINDOW (fixture->window))
                  != NULL);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
demand_is_copied_as_a_table (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  g_autofree char       *text = NULL;

  app_fixture_show_page (fixture, "demand");
  g_assert_true (
      gtk_widget_activate_action (app_fixture_get_page (fixture), "page.copy-csv", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), NULL,
                                 read_cb, &text);
  app_wait_until (text != NULL);
  g_assert_nonnull (strstr (text, "PostgreSQL"));
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

#define ADD(name, func) g_test_add_func ("/csv-file/" name, func)
  ADD ("a-table-adds-what-is-not-there-in-one-change",
       a_table_adds_what_is_not_there_in_one_change);
  ADD ("a-matrix-that-comes-back-changes-nothing", a_matrix_that_comes_back_changes_nothing);
  ADD ("what-is-no-table-is-explained", what_is_no_table_is_explained);
  ADD ("a-table-is-written-and-shown", a_table_is_written_and_shown);
  ADD ("a-table-that-cannot-be-written-is-explained",
       a_table_that_cannot_be_written_is_explained);
  ADD ("demand-is-copied-as-a-table", demand_is_copied_as_a_table);

  return g_test_run ();
}
