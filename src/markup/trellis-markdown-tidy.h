/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-node.h"

G_BEGIN_DECLS

/* Making a tree one that Markdown can say, and that markdownlint has nothing to say about. All of
 * it changes the tree in place, keeps every word, and does nothing when done again. */

void trellis_markdown_tidy (TrellisNode *document,
                            GHashTable  *labels);

void trellis_markdown_tidy_inlines (TrellisNode *container);
void trellis_markdown_tidy_links (TrellisNode *container);
void trellis_markdown_settle_inlines (TrellisNode *container,
                                      GHashTable  *labels);
void trellis_markdown_tidy_headings (TrellisNode *document,
                                     GHashTable  *labels);
void trellis_markdown_tidy_fragments (TrellisNode *document);
void trellis_markdown_tidy_definitions (TrellisNode *document,
                                        GHashTable  *labels);

void trellis_markdown_lower_meaning (TrellisNode *document);

/* Small steps that several of these share. */
gboolean     trellis_markdown_holds_inlines (const TrellisNode *node);
void         trellis_markdown_unwrap (TrellisNode *node);
void         trellis_markdown_drop (TrellisNode *node);
TrellisNode *trellis_markdown_next_beside (const TrellisNode *node,
                                           const TrellisNode *root);
gboolean     trellis_markdown_stand_close (const TrellisNode *above,
                                           const TrellisNode *below);
char        *trellis_markdown_inline_text (const TrellisNode *node);

G_END_DECLS
