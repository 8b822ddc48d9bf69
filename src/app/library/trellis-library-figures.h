/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"

G_BEGIN_DECLS

/* How many criteria each report of the library meets: judged one after another in a thread, while
 * somebody looks at the list, and kept until the report is edited.
 *
 * Signal
 *   found (gint64 id)   of that report it is known now */

#define TRELLIS_TYPE_LIBRARY_FIGURES (trellis_library_figures_get_type ())
G_DECLARE_FINAL_TYPE (
    TrellisLibraryFigures, trellis_library_figures, TRELLIS, LIBRARY_FIGURES, GObject)

TrellisLibraryFigures *trellis_library_figures_new (TrellisSession *session);
void                   trellis_library_figures_want (TrellisLibraryFigures *self,
                                                     GPtrArray             *summaries,
                                                     guint                  n);
gboolean               trellis_library_figures_get (TrellisLibraryFigures *self,
                                                    gint64                 id,
                                                    guint                 *met,
                                                    guint                 *all);

G_END_DECLS
