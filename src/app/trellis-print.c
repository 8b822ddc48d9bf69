/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-print.h"

#include "trellis-export.h"
#include "trellis-worker.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWindow      *window;
  TrellisReport  *report;
  GtkPrintDialog *dialog;
  GtkPrintSetup  *setup;
  GFile          *file; /* what the printer is given; deleted in the end */
} Job;

static void
job_free (Job *job)
{
  if (job->file != NULL)
    g_file_delete (job->file, NULL, NULL);
  g_clear_object (&job->file);
  g_clear_pointer (&job->setup, gtk_print_setup_unref);
  g_clear_object (&job->dialog);
  g_clear_pointer (&job->report, trellis_report_free);
  g_clear_object (&job->window);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/* Whoever closes the dialog knows that nothing was printed. */
static void
say_failed (Job          *job,
            const GError *error)
{
  AdwDialog *dialog;

  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
      || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    return;

  dialog = adw_alert_dialog_new (_("Nothing Was Printed"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (job->window));
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Job)    job = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_print_dialog_print_file_finish (job->dialog, result, &error))
    say_failed (job, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Job)    job = data;
  g_autoptr (GError) error = NULL;
  Job               *rest;

  if (!trellis_export_finish (result, &error))
    {
      say_failed (job, error);
      return;
    }

  rest = g_steal_pointer (&job);
  gtk_print_dialog_print_file (rest->dialog, rest->window, rest->setup, rest->file, NULL,
                               printed_cb, rest);
}

/* Pages are made for A4 and Letter; other North American papers are closer to Letter, the rest of
 * the world's to A4. Their names begin as PWG 5101.1 has it. */
static TrellisPaper
choose_paper (GtkPrintSetup *setup)
{
  GtkPageSetup *page = gtk_print_setup_get_page_setup (setup);
  const char   *name = page != NULL
                           ? gtk_paper_size_get_name (gtk_page_setup_get_paper_size (page))
                           : gtk_paper_size_get_default ();

  return g_str_has_prefix (name, "na_") ? TRELLIS_PAPER_LETTER : TRELLIS_PAPER_A4;
}

static void
set_up_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (Job)           job = data;
  g_autoptr (GError)        error = NULL;
  g_autoptr (GFileIOStream) stream = NULL;
  TrellisExportOptions      options = { .format = TRELLIS_EXPORT_PDF };
  Job                      *rest;

  job->setup = gtk_print_dialog_setup_finish (job->dialog, result, &error);
  if (job->setup != NULL)
    job->file = g_file_new_tmp ("trellis-XXXXXX.pdf", &stream, &error);
  if (job->file == NULL)
    {
      say_failed (job, error);
      return;
    }

  options.paper = choose_paper (job->setup);
  rest = g_steal_pointer (&job);
  trellis_export_async (rest->report, &options, rest->file, NULL, written_cb, rest);
}

/**
 * trellis_print:
 * @window: what the dialog belongs to
 * @report: copied
 *
 * Asks for a printer, sets the pages for the paper chosen there, and prints the very file that an
 * export would save. An error is said in the window.
 */
void
trellis_print (GtkWindow           *window,
               const TrellisReport *report)
{
  Job *job = g_new0 (Job, 1);

  job->window = g_object_ref (window);
  job->report = trellis_report_copy (report);
  job->dialog = gtk_print_dialog_new ();
  gtk_print_dialog_set_title (job->dialog, _("Print Report"));
  trellis_worker_warm ();
  gtk_print_dialog_setup (job->dialog, window, NULL, set_up_cb, job);
}
