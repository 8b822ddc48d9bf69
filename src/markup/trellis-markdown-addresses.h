/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-node.h"

G_BEGIN_DECLS

/* Addresses as they stand in running text, without any markup. */

gsize        trellis_markdown_address_length (const char *text,
                                              gunichar    before);
gboolean     trellis_markdown_address_is_bracketable (const char *address);
gboolean     trellis_markdown_address_is_text_of (const TrellisNode *link,
                                                  const char        *text);
TrellisNode *trellis_markdown_address_new_link (const char *address);
gboolean     trellis_markdown_may_hold_address (const char *text);
gboolean     trellis_markdown_addresses_link (TrellisNode *text);

G_END_DECLS
