/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A part of a whole as an arc of a ring; the whole is a tick. What it means stands beside it in
 * words, so a screen reader passes it over. */

#define TRELLIS_TYPE_RING (trellis_ring_get_type ())
G_DECLARE_FINAL_TYPE (TrellisRing, trellis_ring, TRELLIS, RING, GtkWidget)

GtkWidget *trellis_ring_new (void);
void       trellis_ring_show (TrellisRing *self,
                              guint        value,
                              guint        of);

G_END_DECLS
