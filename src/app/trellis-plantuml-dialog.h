/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-plantuml.h"
#include "trellis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a PlantUML diagram draws, to choose from: its components are chosen already, interfaces and
 * actors are offered, what the report has is left out. The lines that were not understood are
 * listed. Nothing changes before Import, and that is one change. */

#define TRELLIS_TYPE_PLANTUML_DIALOG (trellis_plantuml_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    TrellisPlantumlDialog, trellis_plantuml_dialog, TRELLIS, PLANTUML_DIALOG, AdwDialog)

AdwDialog *trellis_plantuml_dialog_new (TrellisSession  *session,
                                        TrellisPlantuml *plantuml,
                                        const char      *name);

G_END_DECLS
