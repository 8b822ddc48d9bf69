/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *trellis_posting_api_read (const char *json,
                                     const char *name,
                                     GError    **error);

G_END_DECLS
