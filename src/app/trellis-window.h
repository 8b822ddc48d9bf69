/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The window: the library, and over it the report that is open. It holds the actions (win.…), says
 * in toasts what was undone or deleted, and takes the person to where it was. */

#define TRELLIS_TYPE_WINDOW (trellis_window_get_type ())
G_DECLARE_FINAL_TYPE (TrellisWindow, trellis_window, TRELLIS, WINDOW, AdwApplicationWindow)

TrellisWindow  *trellis_window_new (AdwApplication *application,
                                    TrellisStore   *store,
                                    GSettings      *settings);
TrellisSession *trellis_window_get_session (TrellisWindow *self);
void            trellis_window_restore (TrellisWindow *self);
void            trellis_window_open_report (TrellisWindow *self,
                                            gint64         report_id,
                                            const char    *page_name);
void            trellis_window_open_sample (TrellisWindow *self);
void            trellis_window_import (TrellisWindow *self,
                                       GListModel    *files);
void            trellis_window_show_library (TrellisWindow *self);
void            trellis_window_show_page (TrellisWindow *self,
                                          const char    *name);
const char     *trellis_window_get_page_name (TrellisWindow *self);
GListModel     *trellis_window_list_import_filters (void);
void            trellis_window_search (TrellisWindow *self,
                                       const char    *words);
void            trellis_window_toast (TrellisWindow *self,
                                      const char    *title,
                                      const char    *button,
                                      const char    *action);
void            trellis_window_add_toast (TrellisWindow *self,
                                          AdwToast      *toast);
void            trellis_window_show_exported (TrellisWindow *self,
                                              const char    *title,
                                              GFile         *file);

G_END_DECLS
