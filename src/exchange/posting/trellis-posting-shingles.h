/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Texts of fewer words say too little to be known by. */
#define TRELLIS_POSTING_SHINGLES_MIN_WORDS 20

/* Returns: (transfer full): a set of guint64, the hashes of all runs of three words of @text;
 * @n_words: (out): how many words it has */
GHashTable *trellis_posting_shingles_collect (const char *text,
                                              guint      *n_words);

G_END_DECLS
