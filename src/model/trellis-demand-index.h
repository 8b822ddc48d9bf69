/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"
#include "trellis-vocabulary.h"

G_BEGIN_DECLS

/* Finds the postings that ask for a skill, in title or skills; whoever asks for a more special one
 * (PostgreSQL) asks for the more general (SQL). Built once for many questions. A skill that the
 * vocabulary does not know is found by its whole words. The report must stay as it is meanwhile. */

typedef struct _TrellisDemandIndex TrellisDemandIndex;

/* A skill that the postings list. */
typedef struct
{
  const char                   *name;  /* as first written, or as the vocabulary has it */
  const TrellisVocabularyEntry *entry; /* or NULL */
} TrellisAskedSkill;

TrellisDemandIndex *trellis_demand_index_new (const TrellisReport     *report,
                                              const TrellisVocabulary *vocabulary);
void                trellis_demand_index_free (TrellisDemandIndex *self);
GArray             *trellis_demand_index_list (const TrellisDemandIndex *self);
GArray             *trellis_demand_index_find (TrellisDemandIndex *self,
                                               const char         *skill);
GArray             *trellis_demand_index_find_named (TrellisDemandIndex *self,
                                                     const char         *skill);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisDemandIndex, trellis_demand_index_free)

G_END_DECLS
