/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One posting whole: what it is called, where it stands, the skills it asks for, and its own text
 * with what was found in it marked. */

#define TRELLIS_TYPE_POSTING_VIEW (trellis_posting_view_get_type ())
G_DECLARE_FINAL_TYPE (TrellisPostingView, trellis_posting_view, TRELLIS, POSTING_VIEW, AdwBin)

void     trellis_posting_view_set_up (TrellisPostingView *self,
                                      TrellisSession     *session);
void     trellis_posting_view_show (TrellisPostingView *self,
                                    gint64              posting_id);
void     trellis_posting_view_enter (TrellisPostingView *self);
void     trellis_posting_view_edit_title (TrellisPostingView *self);
gboolean trellis_posting_view_arrive_at_skill (TrellisPostingView *self,
                                               gint64              skill_id);

G_END_DECLS
