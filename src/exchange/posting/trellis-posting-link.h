/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char       *trellis_link_canonical (const char *address);
char       *trellis_link_resolve (const char *address,
                                  const char *page);
const char *trellis_link_key (const char *link);
gboolean    trellis_link_is_hh_vacancy (const char *address);

G_END_DECLS
