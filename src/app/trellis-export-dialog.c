/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-export-dialog.h"

#include "trellis-criterion-row.h"
#include "trellis-export.h"
#include "trellis-window.h"
#include "trellis-worker.h"

#include <glib/gi18n-lib.h>

/* More unmet criteria than these would push the buttons out of sight: their list stays closed. */
#define MANY_UNMET 3

/* Most exports are done before anyone could read that they are under way. */
#define PATIENCE 600 /* milliseconds */

struct _TrellisExportDialog
{
  AdwDialog parent_instance;

  TrellisSession *session;
  GSettings      *settings;
  GtkWidget      *unmet_group;
  AdwExpanderRow *unmet;
  AdwComboRow    *paper;
  AdwSwitchRow   *criteria;
  GtkButton      *save_pdf;
};

G_DEFINE_FINAL_TYPE (TrellisExportDialog, trellis_export_dialog, ADW_TYPE_DIALOG)

/* One export under way. It outlives the dialog, so it holds the window. */
typedef struct
{
  TrellisWindow       *window;
  TrellisReport       *report;
  TrellisExportOptions options;
  GFile               *file;
  GCancellable        *cancellable;
  AdwToast            *toast; /* while it takes long */
  guint                patience;
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->window);
  g_clear_pointer (&job->report, trellis_report_free);
  g_clear_pointer (&job->options.criteria, g_ptr_array_unref);
  g_clear_object (&job->file);
  g_clear_object (&job->cancellable);
  g_clear_handle_id (&job->patience, g_source_remove);
  if (job->toast != NULL)
    {
      g_signal_handlers_disconnect_by_data (job->toast, job);
      adw_toast_dismiss (job->toast);
    }
  g_clear_object (&job->toast);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
say_done (Job *job)
{
  g_autofree char *name = g_file_get_basename (job->file);
  g_autofree char *title = g_strdup_printf (_("Exported “%s”"), name);

  trellis_window_show_exported (job->window, title, job->file);
}

static void
say_failed (Job          *job,
            const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Nothing Was Exported"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (job->window));
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (Job)    job = data;
  g_autoptr (GError) error = NULL;

  if (trellis_export_finish (result, &error))
    say_done (job);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    trellis_window_toast (job->window, _("Export cancelled"), NULL, NULL);
  else
    say_failed (job, error);
}

static void
cancel_cb (Job *job)
{
  g_cancellable_cancel (job->cancellable);
}

static gboolean
say_under_way_cb (gpointer data)
{
  Job             *job = data;
  g_autofree char *name = g_file_get_basename (job->file);
  g_autofree char *title = g_strdup_printf (_("Exporting “%s”…"), name);

  job->patience = 0;
  job->toast = adw_toast_new (title);
  adw_toast_set_use_markup (job->toast, FALSE);
  adw_toast_set_timeout (job->toast, 0);
  adw_toast_set_button_label (job->toast, _("Cancel"));
  g_signal_connect_swapped (job->toast, "button-clicked", G_CALLBACK (cancel_cb), job);
  trellis_window_add_toast (job->window, job->toast);
  return G_SOURCE_REMOVE;
}

static void
run (Job   *job,
     GFile *file)
{
  if (file == NULL)
    {
      job_free (job);
      return;
    }

  job->file = file;
  job->cancellable = g_cancellable_new ();
  job->patience = g_timeout_add (PATIENCE, say_under_way_cb, job);
  trellis_export_async (job->report, &job->options, file, job->cancellable, exported_cb, job);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      job)
{
  run (job, gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL));
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      job)
{
  run (job, gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL));
}

/* A file's name cannot hold a slash. */
static char *
name_file (const TrellisReport *report,
           const char          *ending)
{
  g_autofree char *name = g_strdup (*report->title != '\0' ? report->title : _("Untitled Report"));

  return g_strconcat (g_strdelimit (name, "/\n", '-'), ending, NULL);
}

static void export (TrellisExportDialog *self,
                    TrellisExportFormat  format,
                    const char          *ending)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  const TrellisCheck       *check = trellis_session_ensure_check (self->session);
  Job                      *job = g_new0 (Job, 1);
  g_autofree char          *name = NULL;

  job->window = g_object_ref (TRELLIS_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  job->report = trellis_report_copy (trellis_session_get_report (self->session));
  job->options.format = format;
  job->options.paper = (TrellisPaper) adw_combo_row_get_selected (self->paper);
  if (adw_switch_row_get_active (self->criteria))
    job->options.criteria = g_ptr_array_ref (check->criteria);

  gtk_file_dialog_set_title (dialog, _("Export Report"));
  if (format == TRELLIS_EXPORT_MARKDOWN)
    gtk_file_dialog_select_folder (dialog, GTK_WINDOW (job->window), NULL, folder_chosen_cb, job);
  else
    {
      name = name_file (job->report, ending);
      gtk_file_dialog_set_initial_name (dialog, name);
      gtk_file_dialog_save (dialog, GTK_WINDOW (job->window), NULL, file_chosen_cb, job);
    }
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_pdf_cb (TrellisExportDialog *self)
{
  export (self, TRELLIS_EXPORT_PDF, ".pdf");
}

static void
save_folder_cb (TrellisExportDialog *self)
{
  export (self, TRELLIS_EXPORT_MARKDOWN, NULL);
}

static void
save_markdown_cb (TrellisExportDialog *self)
{
  export (self, TRELLIS_EXPORT_MARKDOWN_FILE, ".md");
}

static void
save_json_cb (TrellisExportDialog *self)
{
  export (self, TRELLIS_EXPORT_JSON, ".json");
}

static void
show_unmet (TrellisExportDialog *self,
            const TrellisCheck  *check)
{
  guint            n = 0;
  g_autofree char *title = NULL;

  for (guint i = 0; i < check->criteria->len; i++)
    {
      const TrellisCriterion *criterion = check->criteria->pdata[i];
      GtkWidget              *row;

      if (criterion->status != TRELLIS_CRITERION_UNMET)
        continue;

      n++;
      row = trellis_criterion_row_new ();
      trellis_criterion_row_show (TRELLIS_CRITERION_ROW (row),
                                  trellis_session_get_report (self->session), criterion);
      g_signal_connect_object (row, "activated", G_CALLBACK (adw_dialog_close), self,
                               G_CONNECT_SWAPPED);
      adw_expander_row_add_row (self->unmet, row);
    }

  title = g_strdup_printf (ngettext ("%u criterion unmet", "%u criteria unmet", n), n);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->unmet), title);
  adw_expander_row_set_expanded (self->unmet, n <= MANY_UNMET);
  gtk_widget_set_visible (self->unmet_group, n > 0);
  if (n > 0)
    {
      g_autofree char *label
          = g_strdup_printf (ngettext ("Save with %u Unmet…", "Save with %u Unmet…", n), n);

      gtk_button_set_label (self->save_pdf, label);
    }
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->save_pdf), "suggested-action");
}

static void
trellis_export_dialog_dispose (GObject *object)
{
  TrellisExportDialog *self = TRELLIS_EXPORT_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (trellis_export_dialog_parent_class)->dispose (object);
}

static void
trellis_export_dialog_class_init (TrellisExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_export_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/trellis_app/Trellis/ui/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisExportDialog, unmet_group);
  gtk_widget_class_bind_template_child (widget_class, TrellisExportDialog, unmet);
  gtk_widget_class_bind_template_child (widget_class, TrellisExportDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, TrellisExportDialog, criteria);
  gtk_widget_class_bind_template_child (widget_class, TrellisExportDialog, save_pdf);
  gtk_widget_class_bind_template_callback (widget_class, save_pdf_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_markdown_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_json_cb);
}

static void
trellis_export_dialog_init (TrellisExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
trellis_export_dialog_new (TrellisSession *session,
                           GSettings      *settings)
{
  TrellisExportDialog *self = g_object_new (TRELLIS_TYPE_EXPORT_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  adw_combo_row_set_selected (self->paper, (guint) g_settings_get_enum (settings, "paper"));
  show_unmet (self, trellis_session_ensure_check (session));
  trellis_worker_warm ();
  return ADW_DIALOG (self);
}
