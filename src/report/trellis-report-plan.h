/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"
#include "trellis-template.h"

G_BEGIN_DECLS

/* One place in the finished document. */
typedef struct
{
  const TrellisSection
             *section;  /* what stands there; NULL: the layout asks for it, it is missing */
  const char *document; /* the file it goes to */
  char       *heading;  /* Markdown */
  int         level;    /* 0: no heading */
  gboolean    groups;   /* a heading that only groups others: nothing is missing below it */
} TrellisPlanEntry;

GPtrArray *trellis_report_plan (const TrellisReport   *report,
                                const TrellisTemplate *layout,
                                const char            *document,
                                const char            *language);

G_END_DECLS
