/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-window-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TrellisWindow, trellis_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
shows_report (TrellisWindow *self)
{
  return self->navigation != NULL
         && adw_navigation_view_get_visible_page (self->navigation)
                == ADW_NAVIGATION_PAGE (self->report);
}

/* Of the rows that changed, the one to show: what a person named, rather than what follows it. */
static const TrellisChangedRow *
choose_row (const TrellisAnnouncement *announcement)
{
  const TrellisRecordType *const order[]
      = { &trellis_component_type, &trellis_role_type, &trellis_section_type,
          &trellis_involvement_type };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < announcement->rows->len; j++)
      {
        const TrellisChangedRow *row = &g_array_index (announcement->rows, TrellisChangedRow, j);

        if (row->type == order[i] && row->event != TRELLIS_ROW_DELETED)
          return row;
      }

  for (guint j = 0; j < announcement->rows->len; j++)
    {
      const TrellisChangedRow *row = &g_array_index (announcement->rows, TrellisChangedRow, j);

      if (row->type != &trellis_report_type)
        return row;
    }
  return NULL;
}

/* What comes back is shown on the page that is open, if it has a place there. */
static void
show_row (TrellisWindow           *self,
          const TrellisChangedRow *row)
{
  TrellisPage *page = trellis_report_view_get_page (self->report);

  if (row->event != TRELLIS_ROW_INSERTED || page == NULL
      || !trellis_page_show_record (page, row->type, row->id))
    trellis_report_view_show_record (self->report, NULL, row->type, row->id);
}

/* Takes the person to what was undone or redone. */
static void
show_change (TrellisWindow             *self,
             const TrellisAnnouncement *announcement)
{
  const TrellisChangedRow *row = choose_row (announcement);
  gint64                   id = announcement->change->report_id;

  /* Aliases are of no report. */
  if (id == 0)
    return;
  if (!shows_report (self) && id != self->deleted
      && trellis_announcement_touches (announcement, &trellis_report_type))
    {
      trellis_library_page_show_report (self->library, id);
      return;
    }
  if (trellis_session_get_report_id (self->session) != id || !shows_report (self))
    trellis_window_open_report (self, id, NULL);
  if (row != NULL && shows_report (self))
    show_row (self, row);
}

static void
toast_step (TrellisWindow             *self,
            const TrellisAnnouncement *announcement)
{
  g_autofree char *label = trellis_change_get_label (announcement->change);
  g_autofree char *title = NULL;

  if (announcement->cause == TRELLIS_CAUSE_UNDO)
    {
      title = g_strdup_printf (_("Undone: %s"), label);
      trellis_window_toast (self, title, _("Redo"), "win.redo");
    }
  else
    {
      title = g_strdup_printf (_("Redone: %s"), label);
      trellis_window_toast (self, title, _("Undo"), "win.undo");
    }
}

static guint
count_deleted (const TrellisAnnouncement *announcement,
               const TrellisRecordType   *type)
{
  guint n = 0;

  for (guint i = 0; i < announcement->rows->len; i++)
    {
      const TrellisChangedRow *row = &g_array_index (announcement->rows, TrellisChangedRow, i);

      n += row->type == type && row->event == TRELLIS_ROW_DELETED;
    }
  return n;
}

/* “Deleted “Auth” and 4 involvements” */
static void
toast_deleted (TrellisWindow             *self,
               const TrellisAnnouncement *announcement)
{
  g_autofree char *title = NULL;
  const char      *name = announcement->change->name;
  guint            n = 0;

  /* Of a whole report nobody asks how many cells it had. */
  if (count_deleted (announcement, &trellis_report_type) == 0)
    n = count_deleted (announcement, &trellis_involvement_type);

  if (n > 0)
    title = g_strdup_printf (ngettext ("Deleted “%s” and %u involvement",
                                       "Deleted “%s” and %u involvements", n),
                             name, n);
  else
    title = g_strdup_printf (_("Deleted “%s”"), name);
  trellis_window_toast (self, title, _("Undo"), "win.undo");
}

static void
toast_imported (TrellisWindow       *self,
                const TrellisChange *change)
{
  guint            n = change->count;
  g_autofree char *title
      = change->kind == TRELLIS_CHANGE_IMPORT_MATRIX
            ? g_strdup_printf (ngettext ("Imported %u involvement", "Imported %u involvements", n),
                               n)
            : g_strdup_printf (ngettext ("Imported %u component", "Imported %u components", n), n);

  trellis_window_toast (self, title, _("Undo"), "win.undo");
}

static void
store_changed_cb (TrellisWindow             *self,
                  const TrellisAnnouncement *announcement)
{
  _trellis_window_update_actions (self);

  switch (announcement->cause)
    {
    case TRELLIS_CAUSE_UNDO:
    case TRELLIS_CAUSE_REDO:
      toast_step (self, announcement);
      show_change (self, announcement);
      break;
    case TRELLIS_CAUSE_DO:
      if (announcement->change->kind == TRELLIS_CHANGE_DELETE)
        toast_deleted (self, announcement);
      else if (announcement->change->kind == TRELLIS_CHANGE_IMPORT_COMPONENTS
               || announcement->change->kind == TRELLIS_CHANGE_IMPORT_MATRIX)
        toast_imported (self, announcement->change);
      break;
    case TRELLIS_CAUSE_OTHER:
    default:
      break;
    }
}

/* The report that is open is gone, or another one is. */
static void
opened_cb (TrellisWindow *self)
{
  const TrellisReport *report = trellis_session_get_report (self->session);
  g_autofree char     *title = NULL;

  if (report == NULL)
    trellis_window_show_library (self);
  else
    title = g_strdup_printf ("%s – %s", report->title, _("Trellis"));
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _("Trellis"));
  _trellis_window_update_actions (self);
}

static void
failed_cb (TrellisWindow *self,
           const char    *sentence)
{
  trellis_window_toast (self, sentence, NULL, NULL);
}

static void
set_narrow (TrellisWindow *self,
            gboolean       narrow)
{
  self->narrow = narrow;
  if (self->report != NULL)
    trellis_report_view_set_narrow (self->report, narrow);
}

static void
narrow_cb (TrellisWindow *self)
{
  set_narrow (self, TRUE);
}

static void
wide_cb (TrellisWindow *self)
{
  set_narrow (self, FALSE);
}

static void
high_contrast_cb (TrellisWindow   *self,
                  GParamSpec      *pspec,
                  AdwStyleManager *style)
{
  if (adw_style_manager_get_high_contrast (style))
    gtk_widget_add_css_class (GTK_WIDGET (self), "hc");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "hc");
}

/* Another process may have written meanwhile. */
static void
active_cb (TrellisWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    trellis_store_poll (trellis_session_get_store (self->session));
}

static void
keep_place (TrellisWindow *self)
{
  const char *page;

  if (self->navigation == NULL)
    return;

  page = trellis_report_view_get_page_name (self->report);
  g_settings_set_int64 (self->settings, "report",
                        shows_report (self) ? trellis_session_get_report_id (self->session) : 0);
  if (page != NULL)
    g_settings_set_string (self->settings, "page", page);
}

static gboolean
trellis_window_close_request (GtkWindow *window)
{
  TrellisWindow *self = TRELLIS_WINDOW (window);

  trellis_session_flush (self->session);
  keep_place (self);
  return GTK_WINDOW_CLASS (trellis_window_parent_class)->close_request (window);
}

static void
trellis_window_dispose (GObject *object)
{
  TrellisWindow *self = TRELLIS_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->exported);

  G_OBJECT_CLASS (trellis_window_parent_class)->dispose (object);
}

static void
trellis_window_class_init (TrellisWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = trellis_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  _trellis_window_class_init_fill (widget_class);
  _trellis_window_class_init_actions (widget_class);
  _trellis_window_class_init_import (widget_class);
}

static void
trellis_window_init (TrellisWindow *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  _trellis_window_init_fill (self);
  _trellis_window_init_import (self);
  _trellis_window_enable_actions (self, FALSE);

  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (high_contrast_cb), self,
                           G_CONNECT_SWAPPED);
  high_contrast_cb (self, NULL, style);
}

/* Follows the library and the report, once there are pages to show them. */
void
_trellis_window_connect (TrellisWindow *self)
{
  TrellisStore *store = trellis_session_get_store (self->session);

  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->session, "opened", G_CALLBACK (opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "failed", G_CALLBACK (failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::pending",
                           G_CALLBACK (_trellis_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->report, "notify::page-name",
                           G_CALLBACK (_trellis_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigation, "notify::visible-page",
                           G_CALLBACK (_trellis_window_update_actions), self, G_CONNECT_SWAPPED);
}

/* Returns: (transfer none): the window, which fills itself behind its first frame */
TrellisWindow *
trellis_window_new (AdwApplication *application,
                    TrellisStore   *store,
                    GSettings      *settings)
{
  TrellisWindow *self = g_object_new (TRELLIS_TYPE_WINDOW, "application", application, NULL);

  self->session = trellis_session_new (store);
  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);

  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  return self;
}

TrellisSession *
trellis_window_get_session (TrellisWindow *self)
{
  g_return_val_if_fail (TRELLIS_IS_WINDOW (self), NULL);

  return self->session;
}

/* Opens what was open the last time, if it is still there, as soon as the window is filled. */
void
trellis_window_restore (TrellisWindow *self)
{
  gint64           id;
  g_autofree char *page = NULL;

  g_return_if_fail (TRELLIS_IS_WINDOW (self));

  if (_trellis_window_defer (self, G_CALLBACK (trellis_window_restore), NULL))
    return;
  id = g_settings_get_int64 (self->settings, "report");
  page = g_settings_get_string (self->settings, "page");
  if (id != 0 && trellis_session_open (self->session, id, NULL))
    trellis_window_open_report (self, id, page);
}

/**
 * trellis_window_open_report:
 * @page_name: (nullable): the page to show; %NULL: the one that was shown last
 *
 * Shows the report; when it is not there, the library.
 */
void
trellis_window_open_report (TrellisWindow *self,
                            gint64         report_id,
                            const char    *page_name)
{
  g_return_if_fail (TRELLIS_IS_WINDOW (self));

  _trellis_window_fill (self);
  trellis_session_flush (self->session);
  trellis_report_view_set_next_page (self->report, page_name);
  if (trellis_session_get_report_id (self->session) != report_id
      && !trellis_session_open (self->session, report_id, NULL))
    {
      trellis_window_show_library (self);
      return;
    }

  if (!shows_report (self))
    adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->report));
  if (page_name != NULL)
    trellis_report_view_show_page (self->report, page_name);
}

void
trellis_window_show_library (TrellisWindow *self)
{
  g_return_if_fail (TRELLIS_IS_WINDOW (self));

  trellis_session_flush (self->session);
  if (shows_report (self))
    adw_navigation_view_pop (self->navigation);
}

/* Goes to a page of the report that is open; see TrellisReportView for the names. */
void
trellis_window_show_page (TrellisWindow *self,
                          const char    *name)
{
  g_return_if_fail (TRELLIS_IS_WINDOW (self));

  if (shows_report (self))
    trellis_report_view_show_page (self->report, name);
}

/* Returns: (transfer none) (nullable): the report's page that is shown; %NULL: the library is */
const char *
trellis_window_get_page_name (TrellisWindow *self)
{
  g_return_val_if_fail (TRELLIS_IS_WINDOW (self), NULL);

  return shows_report (self) ? trellis_report_view_get_page_name (self->report) : NULL;
}

/**
 * trellis_window_add_toast:
 *
 * Shows a toast that its owner dismisses, in place of the others.
 */
void
trellis_window_add_toast (TrellisWindow *self,
                          AdwToast      *toast)
{
  g_return_if_fail (TRELLIS_IS_WINDOW (self));

  adw_toast_overlay_dismiss_all (self->toasts);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (toast));
}

/**
 * trellis_window_toast:
 * @button: (nullable): what the button says that activates @action
 *
 * Says something for a moment, in place of what was said before.
 */
void
trellis_window_toast (TrellisWindow *self,
                      const char    *title,
                      const char    *button,
                      const char    *action)
{
  AdwToast *toast;

  g_return_if_fail (TRELLIS_IS_WINDOW (self));

  toast = adw_toast_new (title);
  adw_toast_set_use_markup (toast, FALSE);
  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, action);
    }
  trellis_window_add_toast (self, toast);
  g_object_unref (toast);
}

/* Says that the file is written, and offers to show it. */
void
trellis_window_show_exported (TrellisWindow *self,
                              const char    *title,
                              GFile         *file)
{
  g_return_if_fail (TRELLIS_IS_WINDOW (self));

  g_set_object (&self->exported, file);
  trellis_window_toast (self, title, _("Show in Files"), "win.show-exported");
}
