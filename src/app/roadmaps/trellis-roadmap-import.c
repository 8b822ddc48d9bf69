/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-roadmap-import.h"

#include "trellis-commands.h"
#include "trellis-file.h"
#include "trellis-roadmap.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TrellisPage *page;
  gint64       report_id;
  char        *path;
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_object_unref (import->page);
  g_free (import->path);
  g_free (import);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const Import    *import = data;
  GError          *error = NULL;
  g_autofree char *name = g_path_get_basename (import->path);
  g_autofree char *json = trellis_file_read_text (import->path, TRELLIS_ROADMAP_MAX_BYTES, &error);
  TrellisReport   *read = json != NULL ? trellis_roadmap_read (json, name, &error) : NULL;

  if (read != NULL)
    g_task_return_pointer (task, read, (GDestroyNotify) trellis_report_free);
  else
    g_task_return_error (task, error);
}

/* The roadmap of that name which the report has already. Returns: its id, or 0 */
static gint64
find_same (const TrellisReport *report,
           const char          *slug)
{
  for (guint i = 0; i < report->roadmaps->len && *slug != '\0'; i++)
    {
      const TrellisRoadmap *roadmap = report->roadmaps->pdata[i];

      if (g_str_equal (roadmap->slug, slug))
        return roadmap->base.id;
    }

  return 0;
}

/**
 * trellis_roadmap_import_store:
 * @read: a report of one roadmap
 *
 * Adds the roadmap to the session's report. One that is there already is replaced, and the topics
 * keep their marks.
 */
gboolean
trellis_roadmap_import_store (TrellisSession      *session,
                              const TrellisReport *read,
                              GError             **error)
{
  TrellisStore *store = trellis_session_get_store (session);
  gint64        same = 0;

  g_return_val_if_fail (TRELLIS_IS_SESSION (session), FALSE);

  if (read->roadmaps->len > 0)
    same = find_same (trellis_session_get_report (session),
                      ((const TrellisRoadmap *) read->roadmaps->pdata[0])->slug);
  return same != 0
             ? trellis_commands_update_roadmap (store, same, read, NULL, error)
             : trellis_commands_add_roadmap (store, trellis_session_get_report_id (session), read,
                                             NULL, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  const Import             *import = g_task_get_task_data (G_TASK (result));
  TrellisSession           *session = trellis_page_get_session (import->page);
  GError                   *error = NULL;
  g_autoptr (TrellisReport) read = g_task_propagate_pointer (G_TASK (result), &error);

  if (read != NULL && trellis_session_get_report_id (session) == import->report_id)
    trellis_roadmap_import_store (session, read, &error);
  trellis_session_report_error (session, error);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (TrellisPage) page = data;
  g_autoptr (GFile)       file
      = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GTask) task = NULL;
  Import           *import;

  if (file == NULL)
    return;

  import = g_new0 (Import, 1);
  import->report_id = trellis_session_get_report_id (trellis_page_get_session (page));
  import->path = g_file_get_path (file);
  import->page = g_steal_pointer (&page);
  task = g_task_new (NULL, NULL, read_cb, NULL);
  g_task_set_task_data (task, import, import_free);
  g_task_run_in_thread (task, read_thread);
}

void
trellis_roadmap_import_choose (TrellisPage *page)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore)    filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _("Roadmaps (JSON)"));
  gtk_file_filter_add_suffix (filter, "json");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _("Import Roadmap"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), NULL,
                        opened_cb, g_object_ref (page));
}
