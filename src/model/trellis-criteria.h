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

/* What may be wrong with the link to a posting. */
typedef enum
{
  TRELLIS_LINK_FAULT_INVENTED,
  TRELLIS_LINK_FAULT_LISTING, /* it leads to many postings */
  TRELLIS_LINK_FAULT_NONE,    /* there is none */
  TRELLIS_N_LINK_FAULTS
} TrellisLinkFault;

typedef struct
{
  const TrellisTemplateCriterion *rule; /* borrowed from the template, as the id is */
  const char                     *id;
  TrellisSectionKind              section;
  TrellisCriterionStatus          status;
  int                             found; /* the figure; -1: there is none */
  int                             all;   /* of so many, where all are asked for */
  int                             min;   /* -1: none */
  int                             max;
  guint                           n_contradictions;
  /* Numbers of postings: "2, 4", or NULL. */
  char       *links[TRELLIS_N_LINK_FAULTS];
  char       *message; /* in words, in the window's language */
  const char *file;    /* interned, or NULL */
  int         line;
} TrellisCriterion;

void              trellis_criterion_free (TrellisCriterion *self);
TrellisCriterion *trellis_criterion_copy (const TrellisCriterion *self);
void              trellis_criterion_set_links (TrellisCriterion *self,
                                               TrellisLinkFault  fault,
                                               char             *links);
char             *trellis_criterion_word (const TrellisCriterion *self,
                                          const char             *language);
GPtrArray        *trellis_criteria_evaluate (const TrellisTemplate *layout,
                                             const TrellisFigures  *figures,
                                             GPtrArray             *contradictions);
const char       *trellis_criterion_status_name (TrellisCriterionStatus status);

G_END_DECLS
