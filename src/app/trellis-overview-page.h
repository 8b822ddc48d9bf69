/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-page.h"

G_BEGIN_DECLS

/* What is done and what is missing. */

#define TRELLIS_TYPE_OVERVIEW_PAGE (trellis_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (
    TrellisOverviewPage, trellis_overview_page, TRELLIS, OVERVIEW_PAGE, TrellisPage)

G_END_DECLS
