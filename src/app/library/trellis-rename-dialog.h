/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for a report's new title; Return takes it. */

AdwDialog *trellis_rename_dialog_new (TrellisSession *session,
                                      gint64          report_id,
                                      const char     *title);

G_END_DECLS
