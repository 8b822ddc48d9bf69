/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The facts beside a text, and Return on one takes it there; below them the questions that the
 * text may answer.
 *
 * Signal
 *   insert (const char *)   this is wanted in the text */

#define TRELLIS_TYPE_FACTS_PANE (trellis_facts_pane_get_type ())
G_DECLARE_FINAL_TYPE (TrellisFactsPane, trellis_facts_pane, TRELLIS, FACTS_PANE, AdwBin)

gboolean trellis_facts_pane_update (TrellisFactsPane *self,
                                    TrellisSession   *session);
void     trellis_facts_pane_set_questions (TrellisFactsPane  *self,
                                           const char *const *questions);

G_END_DECLS
