/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-demand-index.h"

G_BEGIN_DECLS

/* What a reflection can lean on: how many postings ask for each skill that one has or lacks. Most
 * asked for first, then in the report's order. Pure. */

typedef struct
{
  char    *skill;
  gboolean have;
  int      asking;   /* so many postings ask for it */
  int      postings; /* of so many */
  char    *text;     /* in the report's language: “Docker (4 of 6 postings)” */
} TrellisFact;

GPtrArray *trellis_facts_list (const TrellisReport *report,
                               TrellisDemandIndex  *demand);
void       trellis_fact_free (TrellisFact *self);

G_END_DECLS
