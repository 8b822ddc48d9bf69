/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"

G_BEGIN_DECLS

/* The role that the author chose, as it stands in the text of its section. Pure. */

const TrellisSection *trellis_my_role_find_section (const TrellisReport *report);
const TrellisRole    *trellis_my_role_find (const TrellisReport *report);
char                 *trellis_my_role_choose (const TrellisReport *report,
                                              const TrellisRole   *role);

G_END_DECLS
