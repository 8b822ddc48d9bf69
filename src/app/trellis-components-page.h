/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-page.h"

G_BEGIN_DECLS

/* The parts of the product. */

#define TRELLIS_TYPE_COMPONENTS_PAGE (trellis_components_page_get_type ())
G_DECLARE_FINAL_TYPE (
    TrellisComponentsPage, trellis_components_page, TRELLIS, COMPONENTS_PAGE, TrellisPage)

G_END_DECLS
