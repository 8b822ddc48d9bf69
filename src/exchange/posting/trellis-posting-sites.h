/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-posting-found.h"
#include "trellis-posting-html.h"

G_BEGIN_DECLS

TrellisPostingFound *trellis_posting_sites_read (xmlNode *root);
TrellisPostingFound *trellis_posting_sites_read_plain (xmlNode *root);
char                *trellis_posting_sites_find_link (xmlNode    *root,
                                                      const char *html);

G_END_DECLS
