/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A report of the library: Return opens it, F2 renames, Ctrl+D duplicates and Delete deletes it;
 * its menu, by the button, Shift+F10 or a secondary click, says so. */

#define TRELLIS_TYPE_LIBRARY_ROW (trellis_library_row_get_type ())
G_DECLARE_FINAL_TYPE (TrellisLibraryRow, trellis_library_row, TRELLIS, LIBRARY_ROW, AdwActionRow)

GtkWidget *trellis_library_row_new (const TrellisReportSummary *summary);
gint64     trellis_library_row_get_id (TrellisLibraryRow *self);
void       trellis_library_row_show_figure (TrellisLibraryRow *self,
                                            guint              met,
                                            guint              all);

G_END_DECLS
