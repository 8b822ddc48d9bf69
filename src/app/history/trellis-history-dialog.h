/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* All changes that are kept, by day, and the way back to any of them. */

#define TRELLIS_TYPE_HISTORY_DIALOG (trellis_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    TrellisHistoryDialog, trellis_history_dialog, TRELLIS, HISTORY_DIALOG, AdwDialog)

AdwDialog *trellis_history_dialog_new (TrellisSession *session);

G_END_DECLS
