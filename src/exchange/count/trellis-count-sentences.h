/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-count-blocks.h"

G_BEGIN_DECLS

GPtrArray *trellis_sentences_split (const char *plain);
guint      trellis_sentences_count (const char *plain);
GPtrArray *trellis_sentences_paragraphs (TrellisCountSpan span);

G_END_DECLS
