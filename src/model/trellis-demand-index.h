/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"

G_BEGIN_DECLS

/* Finds the postings that ask for a skill, in title or skills, by whole words. Built once for many
 * questions: each costs what the postings that share the skill's rarest word hold, not what all
 * postings hold. The report must stay as it is meanwhile. */

typedef struct _TrellisDemandIndex TrellisDemandIndex;

TrellisDemandIndex *trellis_demand_index_new (const TrellisReport *report);
void                trellis_demand_index_free (TrellisDemandIndex *self);
GArray             *trellis_demand_index_find (const TrellisDemandIndex *self,
                                               const char               *skill);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisDemandIndex, trellis_demand_index_free)

G_END_DECLS
