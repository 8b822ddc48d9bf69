/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A skill development plan in its parts: about the skill, goals, milestones, resources, measures,
 * and every other text of the section. */

#define TRELLIS_TYPE_PLAN_VIEW (trellis_plan_view_get_type ())
G_DECLARE_FINAL_TYPE (TrellisPlanView, trellis_plan_view, TRELLIS, PLAN_VIEW, AdwBin)

void trellis_plan_view_show (TrellisPlanView *self,
                             TrellisSession  *session,
                             gint64           section_id);
void trellis_plan_view_add (TrellisPlanView *self);
void trellis_plan_view_insert (TrellisPlanView *self,
                               const char      *text);

G_END_DECLS
