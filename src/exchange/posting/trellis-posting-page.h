/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *trellis_posting_page_read (const char *html,
                                      const char *name,
                                      GError    **error);

G_END_DECLS
