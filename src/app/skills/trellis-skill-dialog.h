/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"
#include "trellis-skill-choices.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Skills to choose from; those that are chosen are added to the list in one change. */

#define TRELLIS_TYPE_SKILL_DIALOG (trellis_skill_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrellisSkillDialog, trellis_skill_dialog, TRELLIS, SKILL_DIALOG, AdwDialog)

AdwDialog *trellis_skill_dialog_new (TrellisSession  *session,
                                     GPtrArray       *choices,
                                     TrellisSkillList list,
                                     const char      *title);

G_END_DECLS
