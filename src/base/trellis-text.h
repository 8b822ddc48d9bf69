/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Words are counted as a careful reader of a report would: a word is a run of letters and
 * digits, case folded, wherever it stands (link targets, comments and list numbers too);
 * zero-width characters and soft hyphens are not there. */

char       *trellis_text_fold (const char *text);
gboolean    trellis_text_equal_folded (const char *a,
                                       const char *b);
char       *trellis_text_strip_invisible (const char *text);
GPtrArray  *trellis_text_split_words (const char *text);
GHashTable *trellis_text_count_words (const char *text);
char       *trellis_text_missing_words (const char *before,
                                        const char *after);

G_END_DECLS
