/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

GPtrArray *trellis_posting_boards_read (JsonNode *root);

G_END_DECLS
