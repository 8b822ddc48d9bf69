/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-node.h"

G_BEGIN_DECLS

TrellisNode *trellis_markdown_parse (const char *markdown);
TrellisNode *trellis_markdown_parse_inlines (const char *markdown);
char        *trellis_markdown_write (const TrellisNode *document);
char        *trellis_markdown_escape (const char *plain);

G_END_DECLS
