/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"
#include "trellis-vocabulary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Underlines the skills that a posting's text names, and tints those that it is said to ask for.
 * @buffer: what shows @posting's text; while it shows another one (something is being typed),
 * nothing is marked */
void trellis_posting_highlight (GtkTextBuffer           *buffer,
                                const TrellisReport     *report,
                                const TrellisPosting    *posting,
                                const TrellisVocabulary *vocabulary);

G_END_DECLS
