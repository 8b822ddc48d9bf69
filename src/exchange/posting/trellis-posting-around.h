/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-posting-html.h"

G_BEGIN_DECLS

/* A page's matter without its menus, banners, dialogs, and other postings. */

char *trellis_posting_around_read (xmlNode *root);

G_END_DECLS
