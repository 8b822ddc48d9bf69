/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-posting-found.h"

G_BEGIN_DECLS

/* Postings that are known, so that one that comes a second time is noticed: by its link, or by
 * nearly the same text. Looking one up does not take longer the more there are. */

typedef struct _TrellisPostingIndex TrellisPostingIndex;

TrellisPostingIndex *trellis_posting_index_new (void);
void                 trellis_posting_index_free (TrellisPostingIndex *self);
int                  trellis_posting_index_add (TrellisPostingIndex *self,
                                                TrellisPostingFound *found);
int                  trellis_posting_index_find (TrellisPostingIndex       *self,
                                                 const TrellisPostingFound *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisPostingIndex, trellis_posting_index_free)

G_END_DECLS
