/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-page.h"

G_BEGIN_DECLS

/* Stands in for the plan of a report that has none, where its template asks for one. */

#define TRELLIS_TYPE_PLAN_START_PAGE (trellis_plan_start_page_get_type ())
G_DECLARE_FINAL_TYPE (
    TrellisPlanStartPage, trellis_plan_start_page, TRELLIS, PLAN_START_PAGE, TrellisPage)

G_END_DECLS
