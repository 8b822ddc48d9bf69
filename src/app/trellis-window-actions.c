/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-commands.h"
#include "trellis-criterion-place.h"
#include "trellis-details-dialog.h"
#include "trellis-export-dialog.h"
#include "trellis-history-dialog.h"
#include "trellis-pages-table.h"
#include "trellis-print.h"
#include "trellis-rename-dialog.h"
#include "trellis-window-private.h"

#include <glib/gi18n-lib.h>

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  trellis_session_undo (TRELLIS_WINDOW (widget)->session);
}

static void
redo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  trellis_session_redo (TRELLIS_WINDOW (widget)->session);
}

static void
history_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  TrellisWindow *self = TRELLIS_WINDOW (widget);

  trellis_session_flush (self->session);
  adw_dialog_present (trellis_history_dialog_new (self->session), widget);
}

static void
created_cb (TrellisWindow *self,
            gint64         id)
{
  trellis_window_open_report (self, id, "overview");
}

static void
new_report_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TrellisWindow *self = TRELLIS_WINDOW (widget);
  AdwDialog     *dialog = trellis_details_dialog_new (self->session, self->settings, 0);

  g_signal_connect_object (dialog, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
details_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  TrellisWindow *self = TRELLIS_WINDOW (widget);

  trellis_session_flush (self->session);
  adw_dialog_present (trellis_details_dialog_new (self->session, self->settings,
                                                  trellis_session_get_report_id (self->session)),
                      widget);
}

static void
sample_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  trellis_window_open_sample (TRELLIS_WINDOW (widget));
}

static void
export_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  TrellisWindow *self = TRELLIS_WINDOW (widget);

  trellis_session_flush (self->session);
  adw_dialog_present (trellis_export_dialog_new (self->session, self->settings), widget);
}

/* What is exported is the report that is open. */
static void
export_report_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  trellis_window_open_report (TRELLIS_WINDOW (widget), g_variant_get_int64 (parameter), NULL);
  if (trellis_window_get_page_name (TRELLIS_WINDOW (widget)) != NULL)
    export_cb (widget, action, NULL);
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  TrellisWindow *self = TRELLIS_WINDOW (widget);

  trellis_session_flush (self->session);
  trellis_print (GTK_WINDOW (self), trellis_session_get_report (self->session));
}

static void
library_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  trellis_window_show_library (TRELLIS_WINDOW (widget));
}

static void
page_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  TrellisWindow   *self = TRELLIS_WINDOW (widget);
  g_autofree char *name = trellis_page_name_resolve (trellis_session_get_report (self->session),
                                                     g_variant_get_string (parameter, NULL));

  if (name != NULL)
    gtk_widget_grab_focus (
        GTK_WIDGET (trellis_report_view_show_page (self->report, name)));
}

static const TrellisRecordType *
find_record_type (const char *name)
{
  for (guint i = 0; trellis_report_parts[i] != NULL; i++)
    if (g_str_equal (trellis_report_parts[i]->name, name))
      return trellis_report_parts[i];

  return NULL;
}

/* (page, record type, id); an empty page: where the record is edited. */
static void
show_record_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  const char *page, *type_name;
  gint64      id;

  g_variant_get (parameter, "(&s&sx)", &page, &type_name, &id);
  trellis_report_view_show_record (TRELLIS_WINDOW (widget)->report, *page != '\0' ? page : NULL,
                                   find_record_type (type_name), id);
}

/* (record type, id, field, word); empty: none. */
static void
show_place_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  const char *type_name, *field, *word;
  gint64      id;

  g_variant_get (parameter, "(&sx&s&s)", &type_name, &id, &field, &word);
  trellis_report_view_show_place (TRELLIS_WINDOW (widget)->report, find_record_type (type_name), id,
                                  *field != '\0' ? field : NULL, word);
}

static void
show_criterion_place (TrellisWindow               *self,
                      const TrellisCriterionPlace *place)
{
  TrellisPage *page;

  if (place->page == NULL)
    return;

  page = trellis_report_view_show_page (self->report, place->page);
  if (place->type != NULL)
    trellis_report_view_show_place (self->report, place->type, place->id, place->field, NULL);
  else
    gtk_widget_grab_focus (GTK_WIDGET (page));
  if (place->add && trellis_page_can_add (page))
    trellis_page_add (page);
}

static void
show_criterion_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  TrellisWindow      *self = TRELLIS_WINDOW (widget);
  const TrellisCheck *check = trellis_session_ensure_check (self->session);
  const char         *id = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < check->criteria->len; i++)
    if (g_str_equal (((const TrellisCriterion *) check->criteria->pdata[i])->id, id))
      {
        g_autoptr (TrellisCriterionPlace) place
            = trellis_criterion_find_place (trellis_session_get_report (self->session),
                                            trellis_session_get_template (self->session),
                                            check->criteria->pdata[i]);

        show_criterion_place (self, place);
        return;
      }
}

static void
sidebar_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  trellis_report_view_toggle_sidebar (TRELLIS_WINDOW (widget)->report);
}

static void
switch_pane_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  trellis_report_view_switch_pane (TRELLIS_WINDOW (widget)->report);
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  trellis_page_add (trellis_report_view_get_page (TRELLIS_WINDOW (widget)->report));
}

static void
open_report_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  trellis_window_open_report (TRELLIS_WINDOW (widget), g_variant_get_int64 (parameter), NULL);
}

static void
rename_report_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  TrellisWindow *self = TRELLIS_WINDOW (widget);
  gint64         id = g_variant_get_int64 (parameter);
  const char    *title = trellis_library_page_get_title (self->library, id);

  if (title != NULL)
    adw_dialog_present (trellis_rename_dialog_new (self->session, id, title), widget);
}

/* From the library the copy is shown there, from a report it is opened. */
static void
duplicate (TrellisWindow *self,
           gint64         id)
{
  gint64  copy = 0;
  GError *error = NULL;

  trellis_session_flush (self->session);
  trellis_commands_duplicate_report (trellis_session_get_store (self->session), id, &copy, &error);
  if (!trellis_session_report_error (self->session, error) || copy == 0)
    return;

  if (trellis_window_get_page_name (self) != NULL)
    trellis_window_open_report (self, copy, NULL);
  else
    trellis_library_page_show_report (self->library, copy);
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  TrellisWindow *self = TRELLIS_WINDOW (widget);

  duplicate (self, parameter != NULL ? g_variant_get_int64 (parameter)
                                     : trellis_session_get_report_id (self->session));
}

static void
delete_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  TrellisWindow *self = TRELLIS_WINDOW (widget);
  gint64         id = parameter != NULL ? g_variant_get_int64 (parameter)
                                        : trellis_session_get_report_id (self->session);
  GError        *error = NULL;

  self->deleted = parameter == NULL ? id : 0;
  trellis_session_flush (self->session);
  trellis_commands_delete_report (trellis_session_get_store (self->session), id, &error);
  trellis_session_report_error (self->session, error);
}

static void
search_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  TrellisWindow *self = TRELLIS_WINDOW (widget);

  if (trellis_window_get_page_name (self) == NULL)
    trellis_library_page_search (self->library);
  else
    trellis_report_view_search (self->report);
}

static void
fullscreen_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
show_exported_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  TrellisWindow              *self = TRELLIS_WINDOW (widget);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (self->exported);

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (self), NULL, NULL, NULL);
}

/* What can be done now. */
void
_trellis_window_update_actions (TrellisWindow *self)
{
  static const char *const of_report[] = { "win.export", "win.print", "win.details",
                                           "win.duplicate", "win.delete-report", "win.page",
                                           "win.sidebar", "win.switch-pane", "win.show-record",
                                           "win.show-place", "win.show-criterion" };
  GtkWidget               *widget = GTK_WIDGET (self);
  TrellisStore            *store;
  gboolean                 pending, open;
  TrellisPage             *page;

  /* There are no pages yet, or the window is going. */
  if (self->navigation == NULL || self->session == NULL)
    return;

  store = trellis_session_get_store (self->session);
  open = trellis_window_get_page_name (self) != NULL
         && trellis_session_get_report (self->session) != NULL;
  page = trellis_report_view_get_page (self->report);
  g_object_get (self->session, "pending", &pending, NULL);

  gtk_widget_action_set_enabled (widget, "win.undo", pending || trellis_store_can_undo (store));
  gtk_widget_action_set_enabled (widget, "win.redo", !pending && trellis_store_can_redo (store));
  gtk_widget_action_set_enabled (widget, "win.add",
                                 open && page != NULL && trellis_page_can_add (page));
  for (guint i = 0; i < G_N_ELEMENTS (of_report); i++)
    gtk_widget_action_set_enabled (widget, of_report[i], open);
}

static const struct
{
  const char                 *name;
  const char                 *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.undo", NULL, undo_cb },
  { "win.redo", NULL, redo_cb },
  { "win.history", NULL, history_cb },
  { "win.new-report", NULL, new_report_cb },
  { "win.details", NULL, details_cb },
  { "win.sample", NULL, sample_cb },
  { "win.export", NULL, export_cb },
  { "win.export-report", "x", export_report_cb },
  { "win.print", NULL, print_cb },
  { "win.library", NULL, library_cb },
  { "win.page", "s", page_cb },
  { "win.show-record", "(ssx)", show_record_cb },
  { "win.show-place", "(sxss)", show_place_cb },
  { "win.show-criterion", "s", show_criterion_cb },
  { "win.sidebar", NULL, sidebar_cb },
  { "win.switch-pane", NULL, switch_pane_cb },
  { "win.add", NULL, add_cb },
  { "win.open-report", "x", open_report_cb },
  { "win.rename-report", "x", rename_report_cb },
  { "win.duplicate", NULL, duplicate_cb },
  { "win.duplicate-report", "x", duplicate_cb },
  { "win.delete-report", NULL, delete_cb },
  { "win.delete-report-id", "x", delete_cb },
  { "win.search", NULL, search_cb },
  { "win.fullscreen", NULL, fullscreen_cb },
  { "win.show-exported", NULL, show_exported_cb },
};

/* Shows what is found for the words, where the window is. */
void
trellis_window_search (TrellisWindow *self,
                       const char    *words)
{
  GtkWidget *focus;

  g_return_if_fail (TRELLIS_IS_WINDOW (self));

  _trellis_window_fill (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.search", NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (GTK_IS_EDITABLE (focus))
    gtk_editable_set_text (GTK_EDITABLE (focus), words);
}

/* Before there are pages, nothing can be done. */
void
_trellis_window_enable_actions (TrellisWindow *self,
                                gboolean       enabled)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, enabled);
}

void
_trellis_window_class_init_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}
