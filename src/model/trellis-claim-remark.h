/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"

G_BEGIN_DECLS

/* Which postings an author says a skill is in, as far as that can be told for certain. */
typedef struct
{
  GArray *postings; /* int: their numbers, from 1, there or not; empty: none is named */
  int     total;    /* the 5 of “3 of 5”; 0: not said */
} TrellisClaimRemark;

TrellisClaimRemark *trellis_claim_remark_new (const TrellisClaim  *claim,
                                              const TrellisReport *report);
void                trellis_claim_remark_free (TrellisClaimRemark *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisClaimRemark, trellis_claim_remark_free)

G_END_DECLS
