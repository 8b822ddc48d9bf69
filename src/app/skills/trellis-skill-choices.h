/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"
#include "trellis-vocabulary.h"

G_BEGIN_DECLS

/* Skills that could be added to one of a report's lists, found elsewhere in it. */

typedef enum
{
  TRELLIS_SKILL_LIST_HAVE,
  TRELLIS_SKILL_LIST_LACK,
  TRELLIS_SKILL_LIST_COMMON,
} TrellisSkillList;

typedef struct
{
  char    *name;
  char    *source; /* where it was found, for a person */
  gboolean chosen;
} TrellisSkillChoice;

GPtrArray *trellis_skill_choices_from_demand (const TrellisReport     *report,
                                              const TrellisVocabulary *vocabulary,
                                              int                      several,
                                              TrellisSkillList         list);
GPtrArray *trellis_skill_choices_from_roadmaps (const TrellisReport     *report,
                                                const TrellisVocabulary *vocabulary,
                                                TrellisSkillList         list);
guint      trellis_skill_choices_count (GPtrArray *choices);
GPtrArray *trellis_skill_choices_to_records (GPtrArray       *choices,
                                             TrellisSkillList list);

G_END_DECLS
