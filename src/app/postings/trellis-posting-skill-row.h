/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A skill that a posting asks for: must have or nice to have; the cross or Delete takes it away.
 *
 * Signals
 *   required (int)   a TrellisRequirement was chosen
 *   removed () */

#define TRELLIS_TYPE_POSTING_SKILL_ROW (trellis_posting_skill_row_get_type ())
G_DECLARE_FINAL_TYPE (
    TrellisPostingSkillRow, trellis_posting_skill_row, TRELLIS, POSTING_SKILL_ROW, AdwComboRow)

GtkWidget *trellis_posting_skill_row_new (void);
gint64     trellis_posting_skill_row_get_id (TrellisPostingSkillRow *self);
void       trellis_posting_skill_row_show (TrellisPostingSkillRow    *self,
                                           const TrellisPostingSkill *skill);

G_END_DECLS
