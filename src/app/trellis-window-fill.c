/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window comes up before what is in it: the first frame shows its frame alone, and the pages
 * are made behind it. So it is there at once, however much the library holds. */

#include "trellis-window-private.h"

#include <glib/gi18n-lib.h>

static void
add_pages (TrellisWindow *self)
{
  self->navigation = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  self->library = g_object_new (TRELLIS_TYPE_LIBRARY_PAGE,
                                "title", _("Trellis"),
                                "tag", "library",
                                NULL);
  self->report = g_object_new (TRELLIS_TYPE_REPORT_VIEW, NULL);

  adw_navigation_view_set_pop_on_escape (self->navigation, FALSE);
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->library));
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->report));
  trellis_report_view_set_narrow (self->report, self->narrow);
  trellis_library_page_set_session (self->library, self->session);
  trellis_report_view_set_session (self->report, self->session);
}

/* What was put off by _trellis_window_defer() is done, too. */
void
_trellis_window_fill (TrellisWindow *self)
{
  if (self->navigation != NULL)
    return;

  add_pages (self);
  _trellis_window_connect (self);
  _trellis_window_enable_actions (self, TRUE);
  _trellis_window_update_actions (self);
  g_signal_emit_by_name (self, "filled");

  adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->navigation));
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
unref_object (gpointer  object,
              GClosure *closure)
{
  g_clear_object (&object);
}

/**
 * _trellis_window_defer:
 * @func: called with the window and @object
 * @object: (nullable):
 *
 * Puts something off until the window is filled.
 *
 * Returns: %FALSE when it is; then nothing is put off
 */
gboolean
_trellis_window_defer (TrellisWindow *self,
                       GCallback      func,
                       gpointer       object)
{
  if (self->navigation != NULL)
    return FALSE;

  g_signal_connect_data (self, "filled", func, object != NULL ? g_object_ref (object) : NULL,
                         unref_object, G_CONNECT_DEFAULT);
  return TRUE;
}

static gboolean
fill_source (gpointer data)
{
  TrellisWindow *self = data;

  if (gtk_widget_get_realized (GTK_WIDGET (self)))
    _trellis_window_fill (self);
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GdkFrameClock *clock,
            TrellisWindow *self)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  g_idle_add_full (G_PRIORITY_DEFAULT, fill_source, g_object_ref (self), g_object_unref);
}

static void
realize_cb (TrellisWindow *self)
{
  if (self->navigation == NULL)
    g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self)), "after-paint",
                             G_CALLBACK (painted_cb), self, G_CONNECT_DEFAULT);
}

void
_trellis_window_class_init_fill (GtkWidgetClass *widget_class)
{
  g_signal_new ("filled", G_TYPE_FROM_CLASS (widget_class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

void
_trellis_window_init_fill (TrellisWindow *self)
{
  g_signal_connect (self, "realize", G_CALLBACK (realize_cb), NULL);
}
