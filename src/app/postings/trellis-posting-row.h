/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-record-row.h"

G_BEGIN_DECLS

/* A posting: what it is called, where it stands, the skills it asks for, its own text, and the
 * skills found in that text, which count only once somebody adds them. */

#define TRELLIS_TYPE_POSTING_ROW (trellis_posting_row_get_type ())
G_DECLARE_FINAL_TYPE (
    TrellisPostingRow, trellis_posting_row, TRELLIS, POSTING_ROW, TrellisRecordRow)

G_END_DECLS
