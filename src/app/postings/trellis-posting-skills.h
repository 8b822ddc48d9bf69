/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"
#include "trellis-vocabulary.h"

G_BEGIN_DECLS

/* The skills of one posting: those it is said to ask for, and those its text speaks of. */

GPtrArray  *trellis_posting_skills_list (const TrellisReport  *report,
                                         const TrellisPosting *posting);
GHashTable *trellis_posting_skills_collect (const TrellisReport     *report,
                                            const TrellisPosting    *posting,
                                            const TrellisVocabulary *vocabulary,
                                            gboolean                 asked);
GPtrArray  *trellis_posting_skills_find (const TrellisReport     *report,
                                         const TrellisPosting    *posting,
                                         const TrellisVocabulary *vocabulary);

G_END_DECLS
