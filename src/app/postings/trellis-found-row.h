/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of a boxed list with things that were found, each with a button that adds it and one that
 * dismisses it, and two for all. Hidden when there are none.
 *
 * Signals
 *   added (int)       the one at this index is wanted; -1: all
 *   dismissed (int)   the one at this index is not; -1: none is */

#define TRELLIS_TYPE_FOUND_ROW (trellis_found_row_get_type ())
G_DECLARE_FINAL_TYPE (TrellisFoundRow, trellis_found_row, TRELLIS, FOUND_ROW, AdwPreferencesRow)

GtkWidget *trellis_found_row_new (const char *title);
void       trellis_found_row_show (TrellisFoundRow   *self,
                                   const char *const *names);

G_END_DECLS
