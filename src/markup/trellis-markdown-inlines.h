/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-node.h"

G_BEGIN_DECLS

/* The link reference definitions of a document, by their label, folded. */
GHashTable *trellis_markdown_labels_new (void);
char       *trellis_markdown_label_fold (const char *label);
gboolean    trellis_markdown_labels_have (GHashTable *labels,
                                          const char *label);

void trellis_markdown_read_inlines (TrellisNode *container,
                                    const char  *source,
                                    GHashTable  *labels);

G_END_DECLS
