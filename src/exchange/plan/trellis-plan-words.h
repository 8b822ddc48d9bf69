/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-plan.h"

G_BEGIN_DECLS

/* The words by which a plan's sections, goals and SMART parts are known and written. */

gboolean    trellis_plan_words_find_section (const char      *heading,
                                             TrellisPlanKind *kind);
const char *trellis_plan_words_name_section (TrellisPlanKind kind,
                                             gboolean        russian);
gsize       trellis_plan_words_match_goal (const char *text);
const char *trellis_plan_words_name_goal (gboolean russian);
gboolean    trellis_plan_words_match_label (const char       *text,
                                            TrellisPlanField *field,
                                            gsize            *end);
const char *trellis_plan_words_name_label (TrellisPlanField field,
                                           gboolean         russian);

G_END_DECLS
