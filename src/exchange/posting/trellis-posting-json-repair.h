/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *trellis_posting_json_repair (const char *json,
                                   guint      *depth);

G_END_DECLS
