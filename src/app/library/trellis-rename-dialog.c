/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-rename-dialog.h"

#include "trellis-commands.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TrellisSession *session;
  gint64          report_id;
  GtkEditable    *entry;
} Rename;

static void
rename_free (gpointer  data,
             GClosure *closure)
{
  Rename *rename = data;

  g_object_unref (rename->session);
  g_free (rename);
}

static char *
get_typed (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

/* A report has a title. */
static void
changed_cb (GtkEditable *entry,
            gpointer     dialog)
{
  g_autofree char *typed = get_typed (entry);

  adw_alert_dialog_set_response_enabled (dialog, "rename", *typed != '\0');
}

static void
response_cb (AdwAlertDialog *dialog,
             const char     *response,
             Rename         *rename)
{
  g_autofree char *typed = get_typed (rename->entry);
  TrellisStore    *store = trellis_session_get_store (rename->session);
  GError          *error = NULL;

  if (!g_str_equal (response, "rename") || *typed == '\0')
    return;

  trellis_commands_set_text (store, &trellis_report_type, rename->report_id, "title", typed,
                             &error);
  trellis_store_end_merge (store);
  trellis_session_report_error (rename->session, error);
}

AdwDialog *
trellis_rename_dialog_new (TrellisSession *session,
                           gint64          report_id,
                           const char     *title)
{
  AdwDialog      *self = adw_alert_dialog_new (_("Rename Report"), NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (self);
  GtkWidget      *entry = gtk_entry_new ();
  Rename         *rename = g_new0 (Rename, 1);

  rename->session = g_object_ref (session);
  rename->report_id = report_id;
  rename->entry = GTK_EDITABLE (entry);

  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title"),
                                  -1);
  adw_alert_dialog_set_extra_child (alert, entry);
  adw_alert_dialog_add_responses (alert, "cancel", _("_Cancel"), "rename", _("_Rename"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "rename", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "rename");
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_dialog_set_focus (self, entry);
  g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_data (self, "response", G_CALLBACK (response_cb), rename, rename_free, 0);
  return self;
}
