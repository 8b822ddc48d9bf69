/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-pages-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A criterion: whether it is met, in words, and the way to where it is answered. */

#define TRELLIS_TYPE_CRITERION_ROW (trellis_criterion_row_get_type ())
G_DECLARE_FINAL_TYPE (
    TrellisCriterionRow, trellis_criterion_row, TRELLIS, CRITERION_ROW, AdwActionRow)

GtkWidget *trellis_criterion_row_new (void);
void       trellis_criterion_row_show (TrellisCriterionRow    *self,
                                       const TrellisReport    *report,
                                       const TrellisCriterion *criterion);
void       trellis_criterion_row_show_contradiction (TrellisCriterionRow        *self,
                                                     const TrellisContradiction *contradiction);

G_END_DECLS
