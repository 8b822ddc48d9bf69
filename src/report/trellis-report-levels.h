/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-node.h"

G_BEGIN_DECLS

void trellis_report_levels_repair (TrellisNode *document);

G_END_DECLS
