/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-pages-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A page in the sidebar: icon, title, and a badge: a tick where all its criteria are met, how many
 * are unmet, else how many things it holds. */

#define TRELLIS_TYPE_SIDEBAR_ROW (trellis_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (TrellisSidebarRow, trellis_sidebar_row, TRELLIS, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget       *trellis_sidebar_row_new (void);
void             trellis_sidebar_row_show (TrellisSidebarRow      *self,
                                           const TrellisPageEntry *entry);
TrellisPageGroup trellis_sidebar_row_get_group (TrellisSidebarRow *self);

G_END_DECLS
