/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report-computed.h"

G_BEGIN_DECLS

/* What only the advisor's PDF has. */

void trellis_report_advisor_add_cover (TrellisNode         *document,
                                       const TrellisReport *report,
                                       const char          *language);
void trellis_report_advisor_append_appendix (TrellisNode                *document,
                                             const TrellisReport        *report,
                                             GPtrArray                  *criteria,
                                             const TrellisComputedRules *rules);

G_END_DECLS
