/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-posting-html.h"

G_BEGIN_DECLS

char *trellis_posting_lines_find (xmlNode    *root,
                                  const char *text);

G_END_DECLS
