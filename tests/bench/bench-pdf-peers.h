/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-node.h"

G_BEGIN_DECLS

/* Other programs that make a PDF of the same text. */

void bench_pdf_peers (const TrellisNode *document,
                      const char        *markdown,
                      double             ours);

G_END_DECLS
