/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What else a skill is called: names that count as it in every report. A name of another skill
 * merges that one into it. */

#define TRELLIS_TYPE_ALIAS_DIALOG (trellis_alias_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrellisAliasDialog, trellis_alias_dialog, TRELLIS, ALIAS_DIALOG, AdwDialog)

AdwDialog *trellis_alias_dialog_new (TrellisSession *session,
                                     const char     *skill);

G_END_DECLS
