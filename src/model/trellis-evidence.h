/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"
#include "trellis-vocabulary.h"

G_BEGIN_DECLS

/* Where a posting's own text names a skill. Each text is gone through once, when it is first asked
 * for. The report and the vocabulary must stay as they are meanwhile. */

typedef struct _TrellisEvidence TrellisEvidence;

/* A sentence, or the item or line that stands for one. */
typedef struct
{
  char    *text;
  gsize    begin; /* bytes: where in it the skill is named */
  gsize    end;
  gboolean optional; /* it stands among what is nice to have */
} TrellisQuote;

TrellisEvidence *trellis_evidence_new (const TrellisReport     *report,
                                       const TrellisVocabulary *vocabulary);
void             trellis_evidence_free (TrellisEvidence *self);
TrellisQuote    *trellis_evidence_quote (TrellisEvidence *self,
                                         const char      *skill,
                                         int              posting);
void             trellis_quote_free (TrellisQuote *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisEvidence, trellis_evidence_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisQuote, trellis_quote_free)

G_END_DECLS
