/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where the report has the words, by page. Return on a result goes there; the results stay, and
 * follow what changes. How many there are is announced. A long report is searched in steps, between
 * what else the window has to do.
 *
 * Signal
 *   end ()   Escape: the search is over */

#define TRELLIS_TYPE_SEARCH_RESULTS (trellis_search_results_get_type ())
G_DECLARE_FINAL_TYPE (
    TrellisSearchResults, trellis_search_results, TRELLIS, SEARCH_RESULTS, AdwBin)

void trellis_search_results_set_session (TrellisSearchResults *self,
                                         TrellisSession       *session);
void trellis_search_results_search (TrellisSearchResults *self,
                                    const char           *words);
void trellis_search_results_activate_first (TrellisSearchResults *self);

G_END_DECLS
