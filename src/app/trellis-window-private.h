/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-library-page.h"
#include "trellis-report-view.h"
#include "trellis-window.h"

G_BEGIN_DECLS

/* The window is one class in four files: the widget (window), how it comes up (window-fill), its
 * actions (window-actions), and how files come in (window-import). */
struct _TrellisWindow
{
  AdwApplicationWindow parent_instance;

  TrellisSession *session;
  GSettings      *settings;
  GFile          *exported; /* what “Show in Files” shows, or NULL */
  gint64          deleted;  /* the report that was deleted while it was open, or 0 */

  AdwToastOverlay    *toasts;
  gboolean            narrow;
  AdwNavigationView  *navigation; /* this and its pages: NULL until the window is filled */
  TrellisLibraryPage *library;
  TrellisReportView  *report;
};

void     _trellis_window_connect (TrellisWindow *self);
void     _trellis_window_class_init_fill (GtkWidgetClass *widget_class);
void     _trellis_window_init_fill (TrellisWindow *self);
void     _trellis_window_fill (TrellisWindow *self);
gboolean _trellis_window_defer (TrellisWindow *self,
                                GCallback      func,
                                gpointer       object);
void     _trellis_window_class_init_actions (GtkWidgetClass *widget_class);
void     _trellis_window_enable_actions (TrellisWindow *self,
                                         gboolean       enabled);
void     _trellis_window_update_actions (TrellisWindow *self);
void     _trellis_window_class_init_import (GtkWidgetClass *widget_class);
void     _trellis_window_init_import (TrellisWindow *self);

G_END_DECLS
