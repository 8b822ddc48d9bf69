/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Notations inside one line, as a careful reader takes them. All pure; results are the caller's.
 * "Plain" text has no emphasis, no tags and no no-break spaces; links stand in it as written. */

char *trellis_count_plain (const char *text);
char *trellis_count_fold (const char *text);

const char *trellis_count_find_separator (const char  *plain,
                                          const char **behind);
char       *trellis_count_drop_brackets (const char *plain);
char       *trellis_count_drop_ordinal (const char *plain);
char       *trellis_count_last_bracket (const char *plain);
gboolean    trellis_count_split_label (const char  *plain,
                                       char       **label,
                                       const char **rest);
GPtrArray  *trellis_count_split_pieces (const char *plain);
GPtrArray  *trellis_count_split_segments (const char *plain);

gboolean trellis_count_begins_with (const char *at,
                                    const char *prefix);
gboolean trellis_count_is_nothing (const char *text);
gboolean trellis_count_has_letters (const char *text);

G_END_DECLS
