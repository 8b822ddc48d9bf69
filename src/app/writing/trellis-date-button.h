/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A button with a calendar in its popover.
 *
 * Signal
 *   chosen (GDate *)   a day was chosen; NULL: none */

#define TRELLIS_TYPE_DATE_BUTTON (trellis_date_button_get_type ())
G_DECLARE_FINAL_TYPE (TrellisDateButton, trellis_date_button, TRELLIS, DATE_BUTTON, AdwBin)

GtkWidget *trellis_date_button_new (void);
void       trellis_date_button_set_date (TrellisDateButton *self,
                                         const GDate       *date);
char      *trellis_date_describe (const GDate *date);

G_END_DECLS
