/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-posting-html.h"

G_BEGIN_DECLS

/* What a page says of itself: its address, and what it is about. */

char *trellis_posting_head_find_link (xmlNode    *root,
                                      const char *html);
char *trellis_posting_head_find_title (xmlNode *root);
char *trellis_posting_head_find_employer (xmlNode    *root,
                                          const char *title);

G_END_DECLS
