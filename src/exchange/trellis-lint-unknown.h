/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-sections.h"

G_BEGIN_DECLS

/* Headings that look like sections of the report, but that the template does not know. */

typedef struct
{
  const TrellisOutline *outline;
  const TrellisLine    *heading;
  const char           *missing; /* what the template calls the section it may be */
} TrellisUnknownSection;

GArray *trellis_lint_find_unknown (const TrellisSections *sections);

G_END_DECLS
