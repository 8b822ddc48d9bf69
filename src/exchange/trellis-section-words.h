/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-template.h"

G_BEGIN_DECLS

/* Knows a section by some words of its heading, where the heading is none of the names. */

gboolean trellis_section_words_find (const TrellisTemplate *layout,
                                     const char            *heading,
                                     TrellisSectionKind    *kind);

G_END_DECLS
