/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-posting-html.h"

G_BEGIN_DECLS

gboolean trellis_posting_refusal_check (xmlNode    *root,
                                        const char *title,
                                        const char *text,
                                        const char *name,
                                        GError    **error);

G_END_DECLS
