/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-posting-found.h"
#include "trellis-posting-html.h"

G_BEGIN_DECLS

TrellisPostingFound *trellis_posting_marks_read (xmlNode *root);

G_END_DECLS
