/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Hands the report over: first what is unmet, then each kind of file. */

#define TRELLIS_TYPE_EXPORT_DIALOG (trellis_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrellisExportDialog, trellis_export_dialog, TRELLIS, EXPORT_DIALOG, AdwDialog)

AdwDialog *trellis_export_dialog_new (TrellisSession *session,
                                      GSettings      *settings);

G_END_DECLS
