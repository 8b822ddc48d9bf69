/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-record-row.h"

G_BEGIN_DECLS

/* A posting in the list: its title and employer, how many skills it asks for, and how many more
 * its text names. It opens beside the list, in a TrellisPostingView. */

#define TRELLIS_TYPE_POSTING_ROW (trellis_posting_row_get_type ())
G_DECLARE_FINAL_TYPE (
    TrellisPostingRow, trellis_posting_row, TRELLIS, POSTING_ROW, TrellisRecordRow)

void trellis_posting_row_set_shown (TrellisPostingRow *self,
                                    gboolean           shown);

G_END_DECLS
