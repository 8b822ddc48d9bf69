/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-application-private.h"

#include "trellis-error.h"
#include "trellis-help-dialog.h"
#include "trellis-icons.h"
#include "trellis-preferences-dialog.h"
#include "trellis-shortcuts-dialog.h"
#include "trellis-template.h"
#include "trellis-vocabulary.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TrellisApplication, trellis_application, ADW_TYPE_APPLICATION)

static const GOptionEntry entries[] = {
  { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the sample report"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[FILE…]") },
  G_OPTION_ENTRY_NULL,
};

/* A status page takes markup. */
static void
describe (AdwStatusPage *status,
          const char    *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (status, escaped);
}

static void
restore_cb (GtkButton  *button,
            const char *backup)
{
  GtkWindow         *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button)));
  GtkWidget         *status = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_STATUS_PAGE);
  GApplication      *application = G_APPLICATION (gtk_window_get_application (window));
  g_autofree char   *path = trellis_store_get_default_path ();
  g_autoptr (GError) error = NULL;

  if (!trellis_store_restore_backup (path, backup, &error))
    {
      describe (ADW_STATUS_PAGE (status), error->message);
      return;
    }

  /* The new window first: without any the application would end. */
  g_application_activate (application);
  gtk_window_destroy (window);
}

static void
free_backup (gpointer  backup,
             GClosure *closure)
{
  g_free (backup);
}

/* Offers the newest backup in the place of a damaged library, and says of when it is. */
static void
offer_backup (AdwStatusPage *status,
              const char    *backup)
{
  g_autoptr (GFile)     file = g_file_new_for_path (backup);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GDateTime) time
      = info != NULL ? g_file_info_get_modification_date_time (info) : NULL;
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;
  g_autofree char      *when = local != NULL ? g_date_time_format (local, "%x %R") : NULL;
  g_autofree char      *text = NULL;
  GtkWidget            *button = gtk_button_new_with_label (_("Open Backup"));

  /* Translators: when the backup was made, as in “05/03/26 10:15”. */
  text = g_strdup_printf (_("Its file is damaged. The newest backup is from %s; it can be opened "
                            "instead, and the damaged file is kept."),
                          when != NULL ? when : "?");
  describe (status, text);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_data (button, "clicked", G_CALLBACK (restore_cb), g_strdup (backup), free_backup,
                         0);
  adw_status_page_set_child (status, button);
}

/* The library cannot be opened: the window says why, and offers a backup where that helps. */
static void
show_trouble (TrellisApplication *self,
              const char         *path,
              const GError       *error)
{
  GtkWidget       *window = adw_application_window_new (GTK_APPLICATION (self));
  GtkWidget       *view = adw_toolbar_view_new ();
  GtkWidget       *status = adw_status_page_new ();
  g_autofree char *backup = NULL;

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "dialog-error-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("The Library Cannot Be Opened"));
  describe (ADW_STATUS_PAGE (status), error->message);
  if (g_error_matches (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT))
    backup = trellis_store_find_backup (path);
  if (backup != NULL)
    offer_backup (ADW_STATUS_PAGE (status), backup);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), status);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_set_title (GTK_WINDOW (window), _("Trellis"));
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 520);
  gtk_window_present (GTK_WINDOW (window));
}

gboolean
_trellis_application_open_store (TrellisApplication *self,
                                 GError            **error)
{
  g_autofree char *path = trellis_store_get_default_path ();

  if (self->store != NULL)
    return TRUE;

  self->store = trellis_store_open (path, error);
  if (self->store == NULL)
    return FALSE;

  trellis_store_set_interactive (self->store, TRUE);
  _trellis_application_begin_keep (self);
  return TRUE;
}

static gboolean
open_store (TrellisApplication *self)
{
  g_autofree char   *path = trellis_store_get_default_path ();
  g_autoptr (GError) error = NULL;

  if (_trellis_application_open_store (self, &error))
    return TRUE;

  show_trouble (self, path, error);
  return FALSE;
}

/* Returns: (transfer none) (nullable): the window; %NULL: the library cannot be opened */
static TrellisWindow *
get_window (TrellisApplication *self,
            gboolean           *is_new)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  *is_new = FALSE;
  if (TRELLIS_IS_WINDOW (window))
    return TRELLIS_WINDOW (window);
  if (!open_store (self))
    return NULL;

  *is_new = TRUE;
  return trellis_window_new (ADW_APPLICATION (self), self->store, self->settings);
}

/* Returns: (transfer none) (nullable): the window, which may be a new one */
TrellisWindow *
_trellis_application_present (TrellisApplication *self)
{
  gboolean       is_new;
  TrellisWindow *window = get_window (self, &is_new);

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
trellis_application_activate (GApplication *application)
{
  gboolean       is_new;
  TrellisWindow *window = get_window (TRELLIS_APPLICATION (application), &is_new);

  if (window == NULL)
    return;
  if (is_new)
    trellis_window_restore (window);
  gtk_window_present (GTK_WINDOW (window));
}

static GListModel *
get_files (GApplicationCommandLine *command_line,
           const char *const       *names)
{
  GListStore *files = g_list_store_new (G_TYPE_FILE);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GFile) file
          = g_application_command_line_create_file_for_arg (command_line, names[i]);

      g_list_store_append (files, file);
    }

  return G_LIST_MODEL (files);
}

static int
trellis_application_command_line (GApplication            *application,
                                  GApplicationCommandLine *command_line)
{
  GVariantDict           *options = g_application_command_line_get_options_dict (command_line);
  g_autofree const char **names = NULL;
  gboolean                is_new;
  TrellisWindow          *window;

  if (g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &names)
      || g_variant_dict_contains (options, "sample"))
    {
      window = get_window (TRELLIS_APPLICATION (application), &is_new);
      if (window == NULL)
        return 2;

      if (names != NULL)
        {
          g_autoptr (GListModel) files = get_files (command_line, names);

          trellis_window_import (window, files);
        }
      else
        trellis_window_open_sample (window);
      gtk_window_present (GTK_WINDOW (window));
    }
  else
    g_application_activate (application);

  return 0;
}

static int
trellis_application_handle_local_options (GApplication *application,
                                          GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;

  g_print ("Trellis %s\n", TRELLIS_VERSION);
  return 0;
}

/* By double-click and drop on the icon. */
static void
trellis_application_open (GApplication *application,
                          GFile       **files,
                          int           n_files,
                          const char   *hint)
{
  gboolean               is_new;
  TrellisWindow         *window = get_window (TRELLIS_APPLICATION (application), &is_new);
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  if (window == NULL)
    return;

  for (int i = 0; i < n_files; i++)
    g_list_store_append (list, files[i]);
  trellis_window_import (window, G_LIST_MODEL (list));
  gtk_window_present (GTK_WINDOW (window));
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  TrellisApplication *self = data;

  adw_dialog_present (
      trellis_preferences_dialog_new (self->settings),
      GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (self))));
}

static void
shortcuts_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  adw_dialog_present (trellis_shortcuts_dialog_new (),
                      GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (data))));
}

static void
help_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  TrellisApplication *self = data;

  adw_dialog_present (
      trellis_help_dialog_new (self->store != NULL ? trellis_store_get_path (self->store) : NULL),
      GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (self))));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  AdwDialog *dialog = adw_about_dialog_new_from_appdata (
      "/io/github/trellis_app/Trellis/io.github.trellis_app.Trellis.metainfo.xml", TRELLIS_VERSION);

  /* Translators: your name, as in “Jane Doe <jane@example.org>”. */
  adw_about_dialog_set_translator_credits (ADW_ABOUT_DIALOG (dialog), _("translator-credits"));
  adw_dialog_present (dialog,
                      GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (data))));
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
}

static void
set_accelerators (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *keys[3];
  } accelerators[] = {
    { "win.new-report", { "<Control>n" } },
    { "win.import", { "<Control>o" } },
    { "win.export", { "<Control>e" } },
    { "win.print", { "<Control>p" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Shift><Control>z" } },
    { "win.history", { "<Control>h" } },
    { "win.library", { "<Control>l" } },
    { "win.search", { "<Control>f" } },
    { "win.page('overview')", { "F5" } },
    { "win.page('components')", { "<Control>1" } },
    { "win.page('matrix')", { "<Control>2" } },
    { "win.page('roles')", { "<Control>3" } },
    { "win.page('skills')", { "<Control>4" } },
    { "win.page('roadmaps')", { "<Control>5" } },
    { "win.page('postings')", { "<Control>6" } },
    { "win.page('demand')", { "<Control>7" } },
    { "win.page('reflection')", { "<Control>8" } },
    { "win.page('plan')", { "<Control>9" } },
    { "win.page('report')", { "<Shift><Control>p" } },
    { "win.add", { "<Shift><Control>n" } },
    { "win.switch-pane", { "F6" } },
    { "win.sidebar", { "F9" } },
    { "win.fullscreen", { "F11" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.shortcuts", { "<Control>question" } },
    { "app.help", { "F1" } },
    { "window.close", { "<Control>w" } },
    { "app.quit", { "<Control>q" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (application, accelerators[i].action,
                                           accelerators[i].keys);
}

/* What the first page is judged by is read while GTK starts. */
static gpointer
read_ahead_thread (gpointer data)
{
  trellis_vocabulary_get_skills ();
  trellis_vocabulary_get_roles ();
  trellis_template_get ("classic");
#ifdef __GLIBC__
  /* Reading JSON takes twice the room that is left of it. */
  malloc_trim (0);
#endif
  return NULL;
}

static void
trellis_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "preferences", .activate = preferences_cb },
    { .name = "shortcuts", .activate = shortcuts_cb },
    { .name = "help", .activate = help_cb },
    { .name = "about", .activate = about_cb },
    { .name = "quit", .activate = quit_cb },
  };
  TrellisApplication *self = TRELLIS_APPLICATION (application);

  g_thread_unref (g_thread_new ("read-ahead", read_ahead_thread, NULL));
  G_APPLICATION_CLASS (trellis_application_parent_class)->startup (application);

  self->settings = g_settings_new (TRELLIS_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  _trellis_application_init_keep (self);
  set_accelerators (GTK_APPLICATION (self));
  trellis_icons_keep ();
  gtk_window_set_default_icon_name (TRELLIS_APPLICATION_ID);
}

static void
trellis_application_shutdown (GApplication *application)
{
  TrellisApplication *self = TRELLIS_APPLICATION (application);

  _trellis_application_end_keep (self);
  G_APPLICATION_CLASS (trellis_application_parent_class)->shutdown (application);

  if (self->store != NULL)
    trellis_store_close (self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
}

static gboolean
trellis_application_dbus_register (GApplication    *application,
                                   GDBusConnection *connection,
                                   const char      *object_path,
                                   GError         **error)
{
  return G_APPLICATION_CLASS (trellis_application_parent_class)
             ->dbus_register (application, connection, object_path, error)
         && _trellis_application_export_search (TRELLIS_APPLICATION (application), connection,
                                                object_path, error);
}

static void
trellis_application_dbus_unregister (GApplication    *application,
                                     GDBusConnection *connection,
                                     const char      *object_path)
{
  _trellis_application_unexport_search (TRELLIS_APPLICATION (application));
  G_APPLICATION_CLASS (trellis_application_parent_class)
      ->dbus_unregister (application, connection, object_path);
}

static void
trellis_application_class_init (TrellisApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->dbus_register = trellis_application_dbus_register;
  application_class->dbus_unregister = trellis_application_dbus_unregister;
  application_class->startup = trellis_application_startup;
  application_class->shutdown = trellis_application_shutdown;
  application_class->activate = trellis_application_activate;
  application_class->command_line = trellis_application_command_line;
  application_class->handle_local_options = trellis_application_handle_local_options;
  application_class->open = trellis_application_open;
}

static void
trellis_application_init (TrellisApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

TrellisApplication *
trellis_application_new (void)
{
  return g_object_new (TRELLIS_TYPE_APPLICATION,
                       "application-id", TRELLIS_APPLICATION_ID,
                       "resource-base-path", "/io/github/trellis_app/Trellis",
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
