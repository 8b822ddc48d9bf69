/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to the roadmap reader: which topic a subtopic belongs to. */

#include "trellis-roadmap-node.h"

G_BEGIN_DECLS

void trellis_roadmap_place (GPtrArray *nodes,
                            JsonArray *edges);

G_END_DECLS
