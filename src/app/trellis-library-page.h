/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* All reports of the library, or what to begin with. Typing, or Ctrl+F, finds some by title, author
 * and course. */

#define TRELLIS_TYPE_LIBRARY_PAGE (trellis_library_page_get_type ())
G_DECLARE_FINAL_TYPE (
    TrellisLibraryPage, trellis_library_page, TRELLIS, LIBRARY_PAGE, AdwNavigationPage)

void        trellis_library_page_set_session (TrellisLibraryPage *self,
                                              TrellisSession     *session);
void        trellis_library_page_search (TrellisLibraryPage *self);
void        trellis_library_page_show_report (TrellisLibraryPage *self,
                                              gint64              report_id);
const char *trellis_library_page_get_title (TrellisLibraryPage *self,
                                            gint64              report_id);

G_END_DECLS
