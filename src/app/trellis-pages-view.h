/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-pdf.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The pages as they will print, one below the other, in a GtkViewport. Only what is seen is
 * painted. It is one document to a screen reader, which says which page is seen.
 *
 * CSS node: pagesview
 * Properties
 *   page (read-only)     the page in the middle of what is seen, from 1; 0: there is none
 *   zoom                 1: as large as paper; 0: as wide as there is room */

#define TRELLIS_TYPE_PAGES_VIEW (trellis_pages_view_get_type ())
G_DECLARE_FINAL_TYPE (TrellisPagesView, trellis_pages_view, TRELLIS, PAGES_VIEW, GtkWidget)

void   trellis_pages_view_set_pages (TrellisPagesView *self,
                                     TrellisPages     *pages);
guint  trellis_pages_view_get_n_pages (TrellisPagesView *self);
guint  trellis_pages_view_get_page (TrellisPagesView *self);
void   trellis_pages_view_set_zoom (TrellisPagesView *self,
                                    double            zoom);
double trellis_pages_view_get_scale (TrellisPagesView *self);

G_END_DECLS
