/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *trellis_posting_unpack (GBytes *bytes,
                                gsize   max_bytes);

G_END_DECLS
