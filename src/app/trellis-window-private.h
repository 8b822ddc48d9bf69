/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-library-page.h"
#include "trellis-report-view.h"
#include "trellis-window.h"

G_BEGIN_DECLS

/* The window is one class in three files: the widget (window), its actions (window-actions), and
 * how files come in (window-import). */
struct _TrellisWindow
{
  AdwApplicationWindow parent_instance;

  TrellisSession *session;
  GSettings      *settings;
  GFile          *exported; /* what “Show in Files” shows, or NULL */
  gint64          deleted;  /* the report that was deleted while it was open, or 0 */

  AdwToastOverlay    *toasts;
  AdwNavigationView  *navigation;
  TrellisLibraryPage *library;
  TrellisReportView  *report;
};

void _trellis_window_class_init_actions (GtkWidgetClass *widget_class);
void _trellis_window_update_actions (TrellisWindow *self);
void _trellis_window_class_init_import (GtkWidgetClass *widget_class);
void _trellis_window_init_import (TrellisWindow *self);

G_END_DECLS
