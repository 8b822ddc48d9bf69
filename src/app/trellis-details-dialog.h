/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A new report, or the details of one.
 *
 * Signal
 *   created (int64)   a report was made */

#define TRELLIS_TYPE_DETAILS_DIALOG (trellis_details_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    TrellisDetailsDialog, trellis_details_dialog, TRELLIS, DETAILS_DIALOG, AdwDialog)

AdwDialog *trellis_details_dialog_new (TrellisSession *session,
                                       GSettings      *settings,
                                       gint64          report_id);
void       trellis_details_dialog_add_template (TrellisDetailsDialog *self,
                                                GFile                *file);

G_END_DECLS
