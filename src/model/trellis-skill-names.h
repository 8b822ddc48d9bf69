/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-vocabulary.h"

G_BEGIN_DECLS

/* What a skill as written stands for. "PostgreSQL 15" is PostgreSQL, "Docker and Kubernetes" names
 * two skills, and what the vocabulary does not know stands for itself. Each wording is looked at
 * once. */

typedef struct
{
  const TrellisVocabularyEntry *entry; /* NULL: not in the vocabulary */
  char                         *key;   /* what equal skills share: folded */
} TrellisSkillName;

typedef struct _TrellisSkillNames TrellisSkillNames;

TrellisSkillNames       *trellis_skill_names_new (const TrellisVocabulary *vocabulary);
void                     trellis_skill_names_free (TrellisSkillNames *self);
const TrellisVocabulary *trellis_skill_names_get_vocabulary (const TrellisSkillNames *self);

GArray *trellis_skill_names_resolve (TrellisSkillNames *self,
                                     const char        *text,
                                     gboolean          *whole);
GArray *trellis_skill_names_find_mentions (TrellisSkillNames *self,
                                           const char        *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisSkillNames, trellis_skill_names_free)

G_END_DECLS
