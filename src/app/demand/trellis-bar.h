/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A horizontal bar: so many of so many. What is fragile is hatched, so that it shows without
 * colour too. A meter for a screen reader. */

#define TRELLIS_TYPE_BAR (trellis_bar_get_type ())
G_DECLARE_FINAL_TYPE (TrellisBar, trellis_bar, TRELLIS, BAR, GtkWidget)

GtkWidget *trellis_bar_new (void);
void       trellis_bar_show (TrellisBar *self,
                             guint       value,
                             guint       of,
                             gboolean    hatched,
                             const char *spoken);

void trellis_bar_set_short (TrellisBar *self,
                            gboolean    is_short);

G_END_DECLS
