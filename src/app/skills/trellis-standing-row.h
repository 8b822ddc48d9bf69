/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-record-row.h"

G_BEGIN_DECLS

/* A skill that I have (with the level and what I can do) or lack (with why it matters). */

#define TRELLIS_TYPE_STANDING_ROW (trellis_standing_row_get_type ())
G_DECLARE_FINAL_TYPE (
    TrellisStandingRow, trellis_standing_row, TRELLIS, STANDING_ROW, TrellisRecordRow)

G_END_DECLS
