/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-posting-found.h"

G_BEGIN_DECLS

gboolean trellis_posting_is_same (const TrellisPostingFound *a,
                                  const TrellisPostingFound *b);

G_END_DECLS
