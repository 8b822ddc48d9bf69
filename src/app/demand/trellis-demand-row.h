/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-demand.h"
#include "trellis-evidence.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A skill with a bar of the postings that ask for it; it opens to what each of them says.
 *
 * Signals
 *   opened ()         the sentences are wanted: trellis_demand_row_show_evidence()
 *   posting (guint, const char *)   the person goes to the posting of this number, and to what is
 *                     quoted there; NULL: nothing is
 *   add (guint)       the skill is to go into my list: TrellisStandingList
 *   aliases ()        its other names are wanted */

#define TRELLIS_TYPE_DEMAND_ROW (trellis_demand_row_get_type ())
G_DECLARE_FINAL_TYPE (TrellisDemandRow, trellis_demand_row, TRELLIS, DEMAND_ROW, AdwExpanderRow)

GtkWidget  *trellis_demand_row_new (void);
const char *trellis_demand_row_get_skill (TrellisDemandRow *self);
void        trellis_demand_row_show (TrellisDemandRow    *self,
                                     const TrellisDemand *demand,
                                     guint                n_postings);
void        trellis_demand_row_show_evidence (TrellisDemandRow    *self,
                                              const TrellisReport *report,
                                              TrellisEvidence     *evidence);

void trellis_demand_row_set_narrow (TrellisDemandRow *self,
                                    gboolean          narrow);

G_END_DECLS
