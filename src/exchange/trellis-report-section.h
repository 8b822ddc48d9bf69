/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"
#include "trellis-template.h"

G_BEGIN_DECLS

void trellis_report_section_add (TrellisReport         *report,
                                 const TrellisTemplate *layout,
                                 TrellisSectionKind     kind);

G_END_DECLS
