/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-page.h"

G_BEGIN_DECLS

/* Adds postings to the report that a page shows: reads them in a thread, says how far it is when
 * that takes longer than a second, and can be cancelled, which leaves the report as it was. */

extern const char *const trellis_postings_adding_suffixes[];

void  trellis_postings_adding_start (TrellisPage *page,
                                     GListModel  *files);
void  trellis_postings_adding_paste (TrellisPage *page,
                                     const char  *text);
char *trellis_postings_adding_today (void);

G_END_DECLS
