/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-record-row.h"

G_BEGIN_DECLS

/* A skill that all roles share. */

#define TRELLIS_TYPE_COMMON_SKILL_ROW (trellis_common_skill_row_get_type ())
G_DECLARE_FINAL_TYPE (
    TrellisCommonSkillRow, trellis_common_skill_row, TRELLIS, COMMON_SKILL_ROW, TrellisRecordRow)

G_END_DECLS
