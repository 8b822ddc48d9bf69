/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-posting-found.h"
#include "trellis-posting-html.h"

G_BEGIN_DECLS

TrellisPostingFound *trellis_posting_microdata_read (xmlNode    *root,
                                                     const char *page);

G_END_DECLS
