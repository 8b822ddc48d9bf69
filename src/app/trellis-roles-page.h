/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-page.h"

G_BEGIN_DECLS

/* What each role does, and the one that the author chooses. */

#define TRELLIS_TYPE_ROLES_PAGE (trellis_roles_page_get_type ())
G_DECLARE_FINAL_TYPE (TrellisRolesPage, trellis_roles_page, TRELLIS, ROLES_PAGE, TrellisPage)

G_END_DECLS
