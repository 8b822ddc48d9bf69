/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What texts from outside need before anybody sees them. */

char *trellis_posting_text_decode (GBytes *bytes);
char *trellis_posting_text_clean (const char *text,
                                  guint       max_chars);
char *trellis_posting_text_clean_line (const char *text,
                                       guint       max_chars);
char *trellis_posting_text_decode_entities (const char *text);
char *trellis_posting_text_find_day (const char *text);

G_END_DECLS
