/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The copies of the library, to go back to one; “app.restore” does that. */

#define TRELLIS_TYPE_BACKUPS_DIALOG (trellis_backups_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    TrellisBackupsDialog, trellis_backups_dialog, TRELLIS, BACKUPS_DIALOG, AdwDialog)

AdwDialog *trellis_backups_dialog_new (const char *library_path);

char *trellis_backups_format_time (GDateTime *made);

G_END_DECLS
