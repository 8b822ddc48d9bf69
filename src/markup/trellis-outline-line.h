/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-outline.h"

G_BEGIN_DECLS

/* What one line is by itself, and by the line below it. Private to the outline. */

void        trellis_outline_line_classify (TrellisLine *line,
                                           const char  *content);
const char *trellis_outline_line_skip_quotes (const char *content,
                                              gboolean   *quoted);
const char *trellis_outline_line_skip_blanks (const char *text,
                                              int        *columns);
int         trellis_outline_line_fence (const char *text,
                                        char       *mark);
gboolean    trellis_outline_line_closes_fence (const char *text,
                                               char        mark,
                                               int         length);
int         trellis_outline_line_underline (const char *text);
gboolean    trellis_outline_line_is_ruler (const char *text);
gboolean    trellis_outline_line_is_pair (const char *text);

G_END_DECLS
