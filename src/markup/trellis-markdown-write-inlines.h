/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-node.h"

G_BEGIN_DECLS

/* The inlines of one heading, paragraph or cell as Markdown; they have to be tidy. */

char *trellis_markdown_write_inlines (const TrellisNode *container,
                                      GHashTable        *labels);

char *trellis_markdown_cell_encode (const char *inlines);
char *trellis_markdown_cell_decode (const char *cell);

G_END_DECLS
