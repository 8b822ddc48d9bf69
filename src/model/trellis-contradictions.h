/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"
#include "trellis-vocabulary.h"

G_BEGIN_DECLS

/* Where the author's own lists say other than the postings. */

typedef struct
{
  TrellisClaimList list;
  char            *skill;
  int              claimed;  /* 0: no number stated */
  int              actual;   /* postings that ask for it */
  GArray          *postings; /* int: their numbers, from 1 */
  char            *message;
  const char      *file; /* interned, or NULL */
  int              line;
} TrellisContradiction;

void       trellis_contradiction_free (TrellisContradiction *self);
GPtrArray *trellis_contradictions_find (const TrellisReport     *report,
                                        int                      several,
                                        const TrellisVocabulary *vocabulary);

G_END_DECLS
