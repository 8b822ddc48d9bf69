/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-contradictions.h"
#include "trellis-figures.h"
#include "trellis-template.h"

G_BEGIN_DECLS

typedef enum
{
  TRELLIS_CRITERION_MET,
  TRELLIS_CRITERION_UNMET,
  TRELLIS_CRITERION_JUDGE, /* for a person */
} TrellisCriterionStatus;

typedef struct
{
  const char            *id; /* borrowed from the template */
  TrellisSectionKind     section;
  TrellisCriterionStatus status;
  int                    found; /* the figure; -1: there is none */
  int                    min;   /* -1: none */
  int                    max;
  char                  *message; /* a sentence: "4 of 5–7 postings: 1 more." */
  const char            *file;    /* interned, or NULL */
  int                    line;
} TrellisCriterion;

void        trellis_criterion_free (TrellisCriterion *self);
GPtrArray  *trellis_criteria_evaluate (const TrellisTemplate *layout,
                                       const TrellisFigures  *figures,
                                       GPtrArray             *contradictions);
const char *trellis_criterion_status_name (TrellisCriterionStatus status);

G_END_DECLS
