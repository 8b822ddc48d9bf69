/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-criteria.h"

G_BEGIN_DECLS

/* Which postings have no direct link. */

void trellis_check_name_links (const TrellisReport *evidence, TrellisCriterion *criterion);

G_END_DECLS
