/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"
#include "trellis-vocabulary.h"

G_BEGIN_DECLS

/* Skill → the postings that ask for it, most asked for first, then by name. */

typedef enum
{
  TRELLIS_DEMAND_SEVERAL,
  TRELLIS_DEMAND_TWO, /* only where the threshold is 3 */
  TRELLIS_DEMAND_SINGLE,
} TrellisDemandBucket;

typedef struct
{
  char               *skill;
  GArray             *postings; /* int: their numbers, from 1, ascending */
  TrellisDemandBucket bucket;
  gboolean            firm; /* it would still recur without any one posting */
  gboolean            have;
  gboolean            lack;
} TrellisDemand;

void       trellis_demand_free (TrellisDemand *self);
GPtrArray *trellis_demand_compute (const TrellisReport     *report,
                                   int                      several,
                                   const TrellisVocabulary *vocabulary);
GArray    *trellis_demand_find_postings (const TrellisReport     *report,
                                         const char              *skill,
                                         const TrellisVocabulary *vocabulary);

G_END_DECLS
