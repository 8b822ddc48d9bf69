/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-criteria.h"

G_BEGIN_DECLS

/* What is wrong with the links of postings. */

void        trellis_check_name_links (const TrellisReport *evidence,
                                      TrellisCriterion    *criterion);
const char *trellis_check_explain_link (const TrellisReport  *report,
                                        const TrellisPosting *posting);

G_END_DECLS
