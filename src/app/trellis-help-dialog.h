/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How a report comes about, page by page, and what the words mean. */

#define TRELLIS_TYPE_HELP_DIALOG (trellis_help_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrellisHelpDialog, trellis_help_dialog, TRELLIS, HELP_DIALOG, AdwDialog)

AdwDialog *trellis_help_dialog_new (const char *library_path);

G_END_DECLS
