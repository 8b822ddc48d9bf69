/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-figures.h"
#include "trellis-sections.h"

G_BEGIN_DECLS

void trellis_count (const TrellisSections *sections,
                    TrellisFigures        *figures,
                    TrellisReport        **evidence);
int  trellis_count_sentences (const char *markdown);

G_END_DECLS
