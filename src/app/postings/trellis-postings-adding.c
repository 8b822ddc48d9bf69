/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-postings-adding.h"

#include "trellis-commands.h"
#include "trellis-postings-import.h"

#include <glib/gi18n-lib.h>

/* When it says how far it is, ms. */
#define PATIENCE 1000
/* How often it says so, ms. */
#define TICK 100
/* So many of the files that could not be read are named. */
#define MAX_SENTENCES 5

const char *const trellis_postings_adding_suffixes[] = {
  "html",
  "htm",
  "xhtml",
  "mhtml",
  "mht",
  "json",
  "jsonl",
  "gz",
  "txt",
  "md",
  NULL,
};

typedef struct
{
  TrellisPage   *page;
  gint64         report_id;
  TrellisReport *report; /* a copy, for the thread */
  GPtrArray     *paths;  /* char *, or NULL */
  char          *text;   /* or NULL */
  GCancellable  *cancellable;
  int            done; /* atomic: files that are read */
  AdwDialog     *dialog;
  GtkLabel      *label;
  guint          timer;

  TrellisPostingsImport *import;
} Adding;

static void
cancel_cb (Adding *self)
{
  g_cancellable_cancel (self->cancellable);
}

/* Stops telling how far it is. Closing the dialog is otherwise an answer too: to cancel. */
static void
close_dialog (Adding *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->dialog == NULL)
    return;

  g_signal_handlers_disconnect_by_func (self->dialog, cancel_cb, self);
  adw_dialog_force_close (self->dialog);
  g_clear_object (&self->dialog);
}

static void
adding_free (Adding *self)
{
  close_dialog (self);
  g_clear_object (&self->page);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->report, trellis_report_free);
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_clear_pointer (&self->import, trellis_postings_import_free);
  g_free (self->text);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adding, adding_free)

/* Today, ISO 8601: the day of capture. */
char *
trellis_postings_adding_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static void
append_sentences (GString   *text,
                  GPtrArray *sentences)
{
  for (guint i = 0; i < sentences->len && i < MAX_SENTENCES; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", (char *) sentences->pdata[i]);
  if (sentences->len > MAX_SENTENCES)
    {
      guint            more = sentences->len - MAX_SENTENCES;
      g_autofree char *line = g_strdup_printf (ngettext ("%u more.", "%u more.", more), more);

      g_string_append_printf (text, "\n%s", line);
    }
}

/* Says what was left out, and why. */
static void
say_problems (Adding *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AdwDialog          *dialog;

  append_sentences (text, self->import->problems);
  append_sentences (text, self->import->repeated);
  append_sentences (text, self->import->left_out);
  if (text->len == 0)
    return;

  dialog = adw_alert_dialog_new (self->import->found->postings->len > 0
                                     ? _("Not All Postings Were Added")
                                     : _("No Posting Was Added"),
                                 text->str);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self->page));
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (Adding) self = data;
  GError            *error = NULL;

  if (!trellis_store_run_finish (TRELLIS_STORE (source), result, NULL, &error))
    trellis_session_report_error (trellis_page_get_session (self->page), error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (Adding) self = data;
  TrellisSession    *session = trellis_page_get_session (self->page);

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;

  close_dialog (self);
  say_problems (self);
  if (self->import->found->postings->len == 0)
    return;

  trellis_session_flush (session);
  trellis_commands_add_postings_async (trellis_session_get_store (session), self->report_id,
                                       self->import->found, self->cancellable, stored_cb, self);
  g_steal_pointer (&self);
}

static void
count_cb (guint       n_read,
          guint       n_files,
          const char *told,
          gpointer    data)
{
  Adding *self = data;

  g_atomic_int_set (&self->done, (int) n_read);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Adding          *self = data;
  g_autofree char *today = trellis_postings_adding_today ();
  GError          *error = NULL;

  self->import = trellis_postings_import_new (self->report, today);
  if (self->text != NULL)
    trellis_postings_import_add_text (self->import, self->text);
  if (self->paths != NULL
      && !trellis_postings_import_add_files (self->import, self->paths, cancellable, count_cb, self,
                                             &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static AdwDialog *
create_dialog (Adding *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Reading Postings"), NULL);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Reading Postings"), -1);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (self->label));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"));
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (cancel_cb), self);
  adw_dialog_present (dialog, GTK_WIDGET (self->page));
  return g_object_ref (dialog);
}

static gboolean
tick_cb (gpointer data)
{
  Adding          *self = data;
  g_autofree char *text = NULL;

  if (self->dialog == NULL)
    self->dialog = create_dialog (self);
  text = g_strdup_printf (_("%d of %u"), g_atomic_int_get (&self->done), self->paths->len);
  gtk_label_set_text (self->label, text);
  return G_SOURCE_CONTINUE;
}

static gboolean
patience_cb (gpointer data)
{
  Adding *self = data;

  self->timer = g_timeout_add (TICK, tick_cb, self);
  tick_cb (self);
  return G_SOURCE_REMOVE;
}

/* Takes `self`. */
static void
start (Adding *self)
{
  g_autoptr (GTask) task = NULL;
  TrellisSession   *session = trellis_page_get_session (self->page);

  trellis_session_flush (session);
  self->report_id = trellis_session_get_report_id (session);
  self->report = trellis_report_copy (trellis_session_get_report (session));
  self->cancellable = g_cancellable_new ();
  if (self->paths != NULL)
    self->timer = g_timeout_add (PATIENCE, patience_cb, self);
  task = g_task_new (NULL, self->cancellable, read_cb, self);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, read_thread);
}

static Adding *
adding_new (TrellisPage *page)
{
  Adding *self = g_new0 (Adding, 1);

  self->page = g_object_ref (page);
  return self;
}

/**
 * trellis_postings_adding_start:
 * @files: (element-type GFile): saved pages, answers of job sites, texts
 */
void
trellis_postings_adding_start (TrellisPage *page,
                               GListModel  *files)
{
  Adding *self = adding_new (page);

  self->paths = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      char             *path = g_file_get_path (file);

      g_ptr_array_add (self->paths, path != NULL ? path : g_file_get_parse_name (file));
    }
  start (self);
}

/* Adds the posting that @text is. */
void
trellis_postings_adding_paste (TrellisPage *page,
                               const char  *text)
{
  Adding *self = adding_new (page);

  self->text = g_strdup (text);
  start (self);
}
