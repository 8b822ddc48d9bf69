/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Printing into a file, through GTK's own dialog: what comes out is the PDF of an export. */

#include "app-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog")
          && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static GtkWindow *
open_dialog (AppFixture *fixture)
{
  g_assert_true (app_fixture_activate (fixture, "win.print"));
  app_wait_until (find_dialog () != NULL);
  return find_dialog ();
}

/* The one printer that is everywhere: a file. */
static void
choose_printer (GtkWindow *dialog)
{
  GtkWidget         *list = app_find_by_type (GTK_WIDGET (dialog), GTK_TYPE_COLUMN_VIEW);
  GtkSelectionModel *printers = gtk_column_view_get_model (GTK_COLUMN_VIEW (list));

  app_wait_until (g_list_model_get_n_items (G_LIST_MODEL (printers)) > 0);
  gtk_selection_model_select_item (printers, 0, TRUE);
  app_spin (100);
}

static void
answer (GtkWindow *dialog,
        int        response)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_dialog_response (GTK_DIALOG (dialog), response);
  G_GNUC_END_IGNORE_DEPRECATIONS
  app_wait_until (find_dialog () == NULL);
}

/* Where GTK prints to, unless told otherwise. Returns: (nullable): what is there */
static char *
find_printed (void)
{
  const char *folders[] = { g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS),
                            g_get_home_dir (), "." };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path
          = folders[i] != NULL ? g_build_filename (folders[i], "output.pdf", NULL) : NULL;

      if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
  return NULL;
}

static void
what_is_printed_is_the_pdf (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  g_autofree char       *path = NULL;
  g_autofree char       *printed = NULL;
  GtkWindow             *dialog;
  gsize                  n_printed = 0;

  dialog = open_dialog (fixture);
  choose_printer (dialog);
  answer (dialog, GTK_RESPONSE_OK);
  app_wait_until ((path = find_printed ()) != NULL);
  app_wait_until (g_file_get_contents (path, &printed, &n_printed, NULL) && n_printed > 1000
                  && memcmp (printed + n_printed - 6, "%%EOF\n", 6) == 0);
  g_assert_true (g_str_has_prefix (printed, "%PDF-1.7"));
  g_unlink (path);
}

static void
who_closes_the_dialog_prints_nothing (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  g_autofree char       *path = NULL;

  answer (open_dialog (fixture), GTK_RESPONSE_CANCEL);
  app_spin (300);
  path = find_printed ();
  g_assert_null (path);
  g_assert_null (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  g_test_add_func ("/print/who-closes-the-dialog-prints-nothing",
                   who_closes_the_dialog_prints_nothing);
  g_test_add_func ("/print/what-is-printed-is-the-pdf", what_is_printed_is_the_pdf);

  return g_test_run ();
}
