/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-plan-edit.h"
#include "trellis-session.h"

G_BEGIN_DECLS

/* The parts of one plan, and the changes that write them into its section. A part is named by its
 * kind and its place among those of its kind, from 0. */

#define TRELLIS_TYPE_PLAN_EDITOR (trellis_plan_editor_get_type ())
G_DECLARE_FINAL_TYPE (TrellisPlanEditor, trellis_plan_editor, TRELLIS, PLAN_EDITOR, GObject)

TrellisPlanEditor *trellis_plan_editor_new (TrellisSession *session,
                                            gint64          section_id);
TrellisSession    *trellis_plan_editor_get_session (TrellisPlanEditor *self);
gint64             trellis_plan_editor_get_section (TrellisPlanEditor *self);
const TrellisPlan *trellis_plan_editor_get_plan (TrellisPlanEditor *self);
char              *trellis_plan_editor_get (TrellisPlanEditor *self,
                                            TrellisPlanKind    kind,
                                            guint              index,
                                            TrellisPlanField   field);
char              *trellis_plan_editor_compose (TrellisPlanEditor *self,
                                                TrellisPlanKind    kind,
                                                guint              index,
                                                TrellisPlanField   field,
                                                const char        *value);
void               trellis_plan_editor_set (TrellisPlanEditor *self,
                                            TrellisPlanKind    kind,
                                            guint              index,
                                            TrellisPlanField   field,
                                            const char        *value);
gboolean           trellis_plan_editor_add (TrellisPlanEditor *self,
                                            TrellisPlanKind    kind,
                                            const char        *name);
gboolean           trellis_plan_editor_remove (TrellisPlanEditor *self,
                                               TrellisPlanKind    kind,
                                               guint              index);
gboolean           trellis_plan_editor_move (TrellisPlanEditor *self,
                                             TrellisPlanKind    kind,
                                             guint              index,
                                             int                by);

G_END_DECLS
