/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-outline.h"
#include "trellis-report.h"

G_BEGIN_DECLS

/* What a report's files say of themselves: in front matter, in their first heading, by their
 * name. */

char *trellis_report_choose_title (const TrellisReport *report,
                                   GPtrArray           *outlines,
                                   const char          *path);
void  trellis_report_take_front_matter (TrellisReport *report,
                                        GPtrArray     *outlines);

G_END_DECLS
