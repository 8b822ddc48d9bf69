/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The library is copied once a day, while nobody waits for it, and can be put back as it was. */

#include "trellis-application-private.h"

#include "trellis-backups-dialog.h"

#include <glib/gi18n-lib.h>

/* How often it is asked whether a backup is due, s; the first time soon after the start. */
#define SOON 10
#define LATER 600

static TrellisWindow *
get_window (TrellisApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return TRELLIS_IS_WINDOW (window) ? TRELLIS_WINDOW (window) : NULL;
}

static void
say (TrellisApplication *self,
     const char         *sentence)
{
  TrellisWindow *window = get_window (self);

  if (window != NULL)
    trellis_window_toast (window, sentence, NULL, NULL);
}

/* A backup that could not be made is tried again; it is nothing to disturb anybody with. */
static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = trellis_store_backup_finish (TRELLIS_STORE (source), result, &error);

  if (path == NULL)
    g_warning ("%s", error->message);
}

static gboolean
keep_cb (gpointer data)
{
  TrellisApplication *self = data;

  if (self->store != NULL && !self->is_restoring && !trellis_store_get_busy (self->store)
      && trellis_store_is_backup_due (self->store))
    trellis_store_backup_async (self->store, NULL, kept_cb, NULL);
  self->keep_source = g_timeout_add_seconds (LATER, keep_cb, self);
  return G_SOURCE_REMOVE;
}

/* Called when the library is open. */
void
_trellis_application_begin_keep (TrellisApplication *self)
{
  if (self->keep_source == 0)
    self->keep_source = g_timeout_add_seconds (SOON, keep_cb, self);
}

void
_trellis_application_end_keep (TrellisApplication *self)
{
  g_clear_handle_id (&self->keep_source, g_source_remove);
}

static void
close_windows (TrellisApplication *self)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
}

static void
toast_restored (TrellisApplication *self,
                const char         *before)
{
  TrellisWindow       *window = get_window (self);
  g_autoptr (AdwToast) toast = adw_toast_new (_("The backup was restored"));

  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "app.restore");
  adw_toast_set_action_target (toast, "s", before);
  if (window != NULL)
    trellis_window_add_toast (window, toast);
}

/* Puts the backup in the library's place, between two windows. @before: a backup of what is there
 * now */
static void
replace (TrellisApplication *self,
         const char         *backup,
         const char         *before)
{
  g_autofree char   *path = g_strdup (trellis_store_get_path (self->store));
  g_autoptr (GError) error = NULL;
  gboolean           restored;

  g_application_hold (G_APPLICATION (self));
  close_windows (self);
  trellis_store_close (self->store);
  g_clear_object (&self->store);
  restored = trellis_store_return_to_backup (path, backup, &error);
  g_application_activate (G_APPLICATION (self));
  g_application_release (G_APPLICATION (self));

  if (restored)
    toast_restored (self, before);
  else
    say (self, error->message);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autofree char    *backup = data;
  TrellisApplication *self = TRELLIS_APPLICATION (g_application_get_default ());
  g_autoptr (GError)  error = NULL;
  g_autofree char    *before = trellis_store_backup_finish (TRELLIS_STORE (source), result, &error);

  self->is_restoring = FALSE;
  if (before == NULL)
    say (self, error->message);
  else if (self->store == TRELLIS_STORE (source))
    replace (self, backup, before);
}

/* What is there now is copied first: going back can be undone, too. */
static void
restore_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  TrellisApplication *self = data;
  TrellisWindow      *window = get_window (self);

  if (self->store == NULL || self->is_restoring)
    return;

  if (window != NULL)
    trellis_session_flush (trellis_window_get_session (window));
  self->is_restoring = TRUE;
  trellis_store_backup_async (self->store, NULL, copied_cb,
                              g_variant_dup_string (parameter, NULL));
}

static void
backups_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  TrellisApplication *self = data;

  if (self->store != NULL)
    adw_dialog_present (trellis_backups_dialog_new (trellis_store_get_path (self->store)),
                        GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (self))));
}

void
_trellis_application_init_keep (TrellisApplication *self)
{
  static const GActionEntry actions[] = {
    { .name = "backups", .activate = backups_cb },
    { .name = "restore", .activate = restore_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
