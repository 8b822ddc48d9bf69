/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What new reports begin with, and the paper. */

#define TRELLIS_TYPE_PREFERENCES_DIALOG (trellis_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrellisPreferencesDialog,
                      trellis_preferences_dialog,
                      TRELLIS,
                      PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

AdwDialog *trellis_preferences_dialog_new (GSettings *settings);

G_END_DECLS
