/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Texts as their letters and digits only: what two sources of one posting agree in, however they
 * break lines and mark lists. */

char    *trellis_posting_words_take (const char *text);
void     trellis_posting_words_append (GString    *words,
                                       const char *text);
gboolean trellis_posting_words_hold (const char *text,
                                     const char *part);
char    *trellis_posting_words_cut_lines (const char *text,
                                          gsize       begin,
                                          gsize       end);

G_END_DECLS
