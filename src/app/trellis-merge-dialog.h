/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Makes one role of two. */

#define TRELLIS_TYPE_MERGE_DIALOG (trellis_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrellisMergeDialog, trellis_merge_dialog, TRELLIS, MERGE_DIALOG, AdwDialog)

AdwDialog *trellis_merge_dialog_new (TrellisSession *session,
                                     gint64          role_id);

G_END_DECLS
