/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report-computed.h"

G_BEGIN_DECLS

/* The structured part of one section, as nodes of meaning, drawn from the tables. Each function
 * appends to `parent` and appends nothing when there are no rows. */

void         trellis_report_parts_append (TrellisNode                *parent,
                                          const TrellisReport        *report,
                                          const TrellisSection       *section,
                                          const TrellisComputedRules *rules);
gboolean     trellis_report_parts_has_rows (const TrellisReport *report,
                                            TrellisSectionKind   kind);
void         trellis_report_parts_append_markdown (TrellisNode *parent,
                                                   const char  *markdown);
void         trellis_report_parts_append_heading (TrellisNode *parent,
                                                  const char  *markdown,
                                                  int          level);
TrellisNode *trellis_report_parts_append_list (TrellisNode *parent,
                                               int          style);

G_END_DECLS
