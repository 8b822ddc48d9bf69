/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-page.h"

G_BEGIN_DECLS

/* What the postings ask for: each skill with a bar and, opened, the sentences. */

#define TRELLIS_TYPE_DEMAND_PAGE (trellis_demand_page_get_type ())
G_DECLARE_FINAL_TYPE (TrellisDemandPage, trellis_demand_page, TRELLIS, DEMAND_PAGE, TrellisPage)

G_END_DECLS
