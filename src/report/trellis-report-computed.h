/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-node.h"
#include "trellis-report.h"
#include "trellis-template.h"
#include "trellis-vocabulary.h"

G_BEGIN_DECLS

/* How computed lists are drawn up. */
typedef struct
{
  const char              *language;
  int                      several;       /* postings that make a skill recurring */
  int                      max_recurring; /* items the course allows; -1: any number */
  int                      max_single;
  const TrellisVocabulary *vocabulary; /* what tells skills apart; NULL: the one that ships */
} TrellisComputedRules;

TrellisComputedRules trellis_report_computed_rules (const TrellisReport   *report,
                                                    const TrellisTemplate *layout,
                                                    const char            *language);
void                 trellis_report_computed_append_recurring (TrellisNode                *parent,
                                                               const TrellisReport        *report,
                                                               const TrellisSection       *section,
                                                               const TrellisComputedRules *rules);
void                 trellis_report_computed_append_single (TrellisNode                *parent,
                                                            const TrellisReport        *report,
                                                            const TrellisSection       *section,
                                                            const TrellisComputedRules *rules);
void                 trellis_report_computed_append_demand (TrellisNode                *parent,
                                                            const TrellisReport        *report,
                                                            const TrellisComputedRules *rules);
void                 trellis_report_computed_append_evidence (TrellisNode                *parent,
                                                              const TrellisReport        *report,
                                                              const TrellisComputedRules *rules);

G_END_DECLS
