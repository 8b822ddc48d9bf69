/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A boxed list of the skills that one posting asks for, each a must or nice to have; of those that
 * its text names beyond them, which count only once somebody adds them; and an entry for more. */

#define TRELLIS_TYPE_POSTING_SKILL_LIST (trellis_posting_skill_list_get_type ())
G_DECLARE_FINAL_TYPE (
    TrellisPostingSkillList, trellis_posting_skill_list, TRELLIS, POSTING_SKILL_LIST, AdwBin)

void     trellis_posting_skill_list_set_up (TrellisPostingSkillList *self,
                                            TrellisSession          *session);
void     trellis_posting_skill_list_show (TrellisPostingSkillList *self,
                                          gint64                   posting_id);
gboolean trellis_posting_skill_list_arrive (TrellisPostingSkillList *self,
                                            gint64                   skill_id);

G_END_DECLS
