/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-plan.h"

G_BEGIN_DECLS

/* How new headings and labels are written. */
typedef struct
{
  int      level; /* of the plan's sections where it has none yet */
  gboolean russian;
} TrellisPlanStyle;

char *trellis_plan_set_field (const TrellisPlan      *self,
                              const TrellisPlanPart  *part,
                              TrellisPlanField        field,
                              const char             *value,
                              const TrellisPlanStyle *style);
char *trellis_plan_add (const TrellisPlan      *self,
                        TrellisPlanKind         kind,
                        const char             *name,
                        const TrellisPlanStyle *style);
char *trellis_plan_remove (const TrellisPlan     *self,
                           const TrellisPlanPart *part);
char *trellis_plan_move (const TrellisPlan     *self,
                         const TrellisPlanPart *part,
                         int                    by);

G_END_DECLS
