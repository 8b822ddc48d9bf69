/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-completion.h"
#include "trellis-session.h"

G_BEGIN_DECLS

/* Offers the vocabulary's skills while one is typed. */
void trellis_skill_completion_attach (GtkEditable    *editable,
                                      TrellisSession *session);

G_END_DECLS
