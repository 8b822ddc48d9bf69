/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-plan-edit.h"

G_BEGIN_DECLS

/* What a plan does not have yet, written where it belongs and as its neighbours are. */

gsize trellis_plan_find_line_end (const char *text,
                                  gsize       at);
char *trellis_plan_replace (const char *text,
                            gsize       begin,
                            gsize       end,
                            const char *with);
char *trellis_plan_insert_title (const TrellisPlan      *self,
                                 const TrellisPlanPart  *goal,
                                 const char             *title,
                                 const TrellisPlanStyle *style);
char *trellis_plan_insert_label (const TrellisPlan      *self,
                                 const TrellisPlanPart  *goal,
                                 TrellisPlanField        field,
                                 const char             *value,
                                 const TrellisPlanStyle *style);

G_END_DECLS
