/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of a boxed list with chips: things that can be taken away (the cross, or Delete on the
 * chip) and added: from a list of choices, or by typing.
 *
 * Signals
 *   removed (guint)    the chip at this index is to go
 *   chosen (guint)     the choice at this index is to become a chip
 *   typed (string)     this is to become a chip */

#define TRELLIS_TYPE_CHIP_ROW (trellis_chip_row_get_type ())
G_DECLARE_FINAL_TYPE (TrellisChipRow, trellis_chip_row, TRELLIS, CHIP_ROW, AdwPreferencesRow)

GtkWidget *trellis_chip_row_new (const char *title,
                                 const char *add_name,
                                 gboolean    typed);
void       trellis_chip_row_show (TrellisChipRow    *self,
                                  const char *const *chips,
                                  const char *const *tooltips,
                                  const char *const *choices);

G_END_DECLS
