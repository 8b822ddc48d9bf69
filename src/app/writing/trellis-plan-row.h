/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-plan-editor.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A part of a plan as a row that opens: a goal, a milestone, a resource or a measure, with its
 * fields inside. F2, Alt+Up/Down, Delete and its menu do what they do in every list.
 *
 * Signals
 *   moved (int)   its part has changed places with the next one (1) or the one before (-1)
 *   deleted ()    its part is gone; another one may stand in its place now */

#define TRELLIS_TYPE_PLAN_ROW (trellis_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (TrellisPlanRow, trellis_plan_row, TRELLIS, PLAN_ROW, AdwExpanderRow)

GtkWidget *trellis_plan_row_new (TrellisPlanEditor *editor,
                                 TrellisPlanKind    kind,
                                 guint              index);
void       trellis_plan_row_update (TrellisPlanRow *self);
void       trellis_plan_row_open_fields (TrellisPlanRow *self);

G_END_DECLS
