/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-posting-found.h"
#include "trellis-posting-html.h"

G_BEGIN_DECLS

/* Pages of sites whose marks are known. */

TrellisPostingFound *trellis_posting_sites_read (xmlNode *root);

G_END_DECLS
