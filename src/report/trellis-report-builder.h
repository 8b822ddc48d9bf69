/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-node.h"
#include "trellis-report.h"
#include "trellis-template.h"
#include "trellis-vocabulary.h"

G_BEGIN_DECLS

/* How a report becomes a document tree. All zero: every document in one, in the report's own
 * order, headings and language. */
typedef struct
{
  const TrellisTemplate   *layout;     /* order and headings; NULL: as the report has them */
  const char              *document;   /* only this file; NULL: all, one after the other */
  const char              *language;   /* of headings and computed wording; NULL: the report's */
  gboolean                 advisor;    /* what only the advisor's PDF has: cover, demand … */
  const TrellisVocabulary *vocabulary; /* what tells skills apart; NULL: the one that ships */
  GPtrArray               *criteria;   /* TrellisCriterion results for the advisor, or NULL */
} TrellisBuildOptions;

TrellisNode *trellis_report_build (const TrellisReport       *report,
                                   const TrellisBuildOptions *options);
char       **trellis_report_documents (const TrellisReport   *report,
                                       const TrellisTemplate *layout);
TrellisNode *trellis_report_build_section (const TrellisReport  *report,
                                           const TrellisSection *section,
                                           const char           *language);

G_END_DECLS
