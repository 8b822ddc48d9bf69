/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-page.h"

G_BEGIN_DECLS

/* Roadmaps that were imported, one at a time: a tree of topics to tick off. Space marks a topic
 * done, 1 to 4 set to do, learning, done and skipped. */

#define TRELLIS_TYPE_ROADMAPS_PAGE (trellis_roadmaps_page_get_type ())
G_DECLARE_FINAL_TYPE (
    TrellisRoadmapsPage, trellis_roadmaps_page, TRELLIS, ROADMAPS_PAGE, TrellisPage)

G_END_DECLS
