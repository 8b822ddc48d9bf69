/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "trellis-application.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <libintl.h>

static AdwApplication *application;

/* One application for all tests of a program; each test has a window. Ends the program with 77
 * where there is no display. */
void
app_fixture_init (int    *argc,
                  char ***argv)
{
  g_autofree char *schemas = NULL;

  setlocale (LC_ALL, "");
  g_test_init (argc, argv, NULL);
  schemas = g_test_build_filename (G_TEST_BUILT, "..", "data", NULL);
  g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("GDK_DEBUG", "no-portals", TRUE);
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  if (!gtk_init_check ())
    exit (77);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  application = ADW_APPLICATION (trellis_application_new ());
  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application))
                               | G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
}

static void
end_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* Lets the main loop run for so long, and until it has nothing to do. */
void
app_spin (guint milliseconds)
{
  gboolean ended = FALSE;

  g_timeout_add_once (milliseconds, end_cb, &ended);
  while (!ended || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
}

AppFixture *
app_fixture_new (void)
{
  AppFixture        *self = g_new0 (AppFixture, 1);
  g_autofree char   *path = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("trellis-app-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "library.db", NULL);
  self->store = trellis_store_open (path, &error);
  g_assert_no_error (error);
  trellis_store_set_interactive (self->store, TRUE);

  self->settings = g_settings_new (TRELLIS_APPLICATION_ID);
  for (int i = 0; i < 2; i++)
    {
      static const char *const kept[] = { "width", "height" };

      g_settings_reset (self->settings, kept[i]);
    }
  self->window = g_object_ref (trellis_window_new (application, self->store, self->settings));
  gtk_window_present (GTK_WINDOW (self->window));
  app_wait_until (app_find_by_type (GTK_WIDGET (self->window), ADW_TYPE_NAVIGATION_VIEW) != NULL);
  app_spin (50);
  return self;
}

AppFixture *
app_fixture_new_with_sample (void)
{
  AppFixture *self = app_fixture_new ();

  trellis_window_open_sample (self->window);
  app_wait_until (trellis_window_get_page_name (self->window) != NULL);
  app_spin (150);
  return self;
}

void
app_remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char      *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        app_remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
app_fixture_free (AppFixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  app_spin (20);
  g_assert_finalize_object (self->window);
  trellis_store_close (self->store);
  g_object_unref (self->store);
  g_object_unref (self->settings);
  app_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self);
}

TrellisSession *
app_fixture_get_session (AppFixture *self)
{
  return trellis_window_get_session (self->window);
}

const TrellisReport *
app_fixture_get_report (AppFixture *self)
{
  return trellis_session_get_report (app_fixture_get_session (self));
}

static gboolean
is_shown_page (GtkWidget *widget,
               gpointer   data)
{
  return TRELLIS_IS_PAGE (widget) && gtk_widget_get_mapped (widget);
}

GtkWidget *
app_fixture_get_page (AppFixture *self)
{
  return app_find_widget (GTK_WIDGET (self->window), is_shown_page, NULL);
}

void
app_fixture_show_page (AppFixture *self,
                       const char *name)
{
  trellis_window_show_page (self->window, name);
  app_wait_until (app_fixture_get_page (self) != NULL);
  app_spin (150);
}

void
app_fixture_resize (AppFixture *self,
                    int         width,
                    int         height)
{
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  app_spin (150);
}

gboolean
app_fixture_activate (AppFixture *self,
                      const char *action)
{
  gboolean done = gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL);

  app_spin (50);
  return done;
}

/* Returns: the path of the file, in the fixture's folder */
char *
app_fixture_write (AppFixture *self,
                   const char *name,
                   const char *text)
{
  char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* Returns: (nullable): the first widget at or below @root that @func takes, in order of the tree */
GtkWidget *
app_find_widget (GtkWidget    *root,
                 AppWidgetFunc func,
                 gpointer      data)
{
  if (func (root, data))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = app_find_widget (child, func, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_of_type (GtkWidget *widget,
            gpointer   data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(GType *) data);
}

GtkWidget *
app_find_by_type (GtkWidget *root,
                  GType      type)
{
  return app_find_widget (root, is_of_type, &type);
}

static gboolean
has_title (GtkWidget *widget,
           gpointer   title)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

GtkWidget *
app_find_by_title (GtkWidget  *root,
                   const char *title)
{
  return app_find_widget (root, has_title, (gpointer) title);
}

static gboolean
has_label (GtkWidget *widget,
           gpointer   label)
{
  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), label) == 0;
}

GtkWidget *
app_find_by_label (GtkWidget  *root,
                   const char *label)
{
  return app_find_widget (root, has_label, (gpointer) label);
}
