/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  TRELLIS_LINK_DIRECT,   /* leads to one posting, for all one can see */
  TRELLIS_LINK_LISTING,  /* a search or category page */
  TRELLIS_LINK_INVENTED, /* a number nobody was given */
} TrellisLinkKind;

GPtrArray      *trellis_links_find (const char *text);
gboolean        trellis_links_has (const char *text);
char           *trellis_links_drop (const char *text);
const char     *trellis_links_behind (const char *text);
GHashTable     *trellis_links_collect_ids (GPtrArray *addresses);
TrellisLinkKind trellis_links_classify (const char *address,
                                        GHashTable *ids);

G_END_DECLS
