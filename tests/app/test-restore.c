/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Going back to a backup while the window is open, and undoing that. */

#include "app-fixture.h"

#include "trellis-application.h"

#include <libintl.h>

static TrellisWindow *
get_window (TrellisApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  return TRELLIS_IS_WINDOW (window) ? TRELLIS_WINDOW (window) : NULL;
}

static void
open_sample (TrellisApplication *application)
{
  TrellisWindow *window = get_window (application);

  trellis_window_open_sample (window);
  app_wait_until (trellis_window_get_page_name (window) != NULL);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  *(char **) data = trellis_store_backup_finish (TRELLIS_STORE (source), result, NULL);
}

/* As another program that has the library open. */
static char *
make_backup (void)
{
  g_autofree char         *path = trellis_store_get_default_path ();
  g_autoptr (TrellisStore) store = trellis_store_open (path, NULL);
  char                    *backup = NULL;

  g_assert_nonnull (store);
  trellis_store_backup_async (store, NULL, copied_cb, &backup);
  app_wait_until (backup != NULL);
  trellis_store_close (store);
  return backup;
}

static guint
count_reports (void)
{
  g_autofree char         *path = trellis_store_get_default_path ();
  g_autoptr (TrellisStore) store = trellis_store_open (path, NULL);
  g_autoptr (GPtrArray)    reports = trellis_store_list_reports (store, NULL);

  trellis_store_close (store);
  return reports->len;
}

static void
added_cb (TrellisApplication *application,
          GtkWindow          *window,
          gpointer            data)
{
  *(gboolean *) data = TRUE;
}

/* Waits for the window that takes the place of the one that is there. */
static void
restore (TrellisApplication *application,
         const char         *backup)
{
  gboolean added = FALSE;
  gulong   handler = g_signal_connect (application, "window-added", G_CALLBACK (added_cb), &added);

  g_action_group_activate_action (G_ACTION_GROUP (application), "restore",
                                  g_variant_new_string (backup));
  app_wait_until (added);
  app_spin (300);
  g_signal_handler_disconnect (application, handler);
}

static void
a_backup_takes_the_librarys_place_and_gives_it_back (void)
{
  g_autoptr (TrellisApplication) application = trellis_application_new ();
  g_autofree char               *backup = NULL;
  g_autofree char               *path = trellis_store_get_default_path ();
  g_autoptr (GPtrArray)          backups = NULL;

  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application))
                               | G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_application_activate (G_APPLICATION (application));

  open_sample (application);
  backup = make_backup ();
  open_sample (application);
  app_wait_until (count_reports () == 2);

  restore (application, backup);
  g_assert_cmpuint (count_reports (), ==, 1);

  backups = trellis_store_list_backups (path);
  g_assert_cmpuint (backups->len, ==, 2);
  restore (application, ((const TrellisBackup *) backups->pdata[0])->path);
  g_assert_cmpuint (count_reports (), ==, 2);

  gtk_window_destroy (GTK_WINDOW (get_window (application)));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *schemas = NULL;
  g_autofree char *data = g_dir_make_tmp ("trellis-restore-XXXXXX", NULL);
  int              status;

  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_test_init (&argc, &argv, NULL);
  schemas = g_test_build_filename (G_TEST_BUILT, "..", "data", NULL);
  g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("GDK_DEBUG", "no-portals", TRUE);
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  if (!gtk_init_check ())
    return 77;

  g_test_add_func ("/restore/a-backup-takes-the-librarys-place-and-gives-it-back",
                   a_backup_takes_the_librarys_place_and_gives_it_back);
  status = g_test_run ();
  app_remove_folder (data);
  return status;
}
