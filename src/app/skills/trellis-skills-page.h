/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-page.h"

G_BEGIN_DECLS

/* The skills that I have, that I lack, and that all roles share: three lists, one seen at a time.
 */

#define TRELLIS_TYPE_SKILLS_PAGE (trellis_skills_page_get_type ())
G_DECLARE_FINAL_TYPE (TrellisSkillsPage, trellis_skills_page, TRELLIS, SKILLS_PAGE, TrellisPage)

G_END_DECLS
