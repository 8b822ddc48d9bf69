/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-contradictions.h"
#include "trellis-criteria.h"
#include "trellis-lint.h"

G_BEGIN_DECLS

/* What there is to say about a report: the same on the command line and in the window. */
typedef struct
{
  const TrellisTemplate *layout;
  TrellisFigures         figures;
  GPtrArray             *criteria;       /* TrellisCriterion */
  GPtrArray             *contradictions; /* TrellisContradiction */
  GPtrArray             *lints;          /* TrellisLint */
} TrellisCheck;

TrellisCheck *trellis_check_new (GPtrArray               *outlines,
                                 const TrellisTemplate   *layout,
                                 const TrellisReport     *report,
                                 const TrellisVocabulary *vocabulary);
void          trellis_check_free (TrellisCheck *self);
void          trellis_check_count (const TrellisCheck *self,
                                   guint              *met,
                                   guint              *all);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisCheck, trellis_check_free)

G_END_DECLS
