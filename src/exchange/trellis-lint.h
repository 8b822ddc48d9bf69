/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-sections.h"

G_BEGIN_DECLS

/* What is worth a look, though no criterion asks for it. */
typedef struct
{
  const char *id;   /* "placeholder", "task-text", "empty-section", "second-section",
                       "kept-as-text", "invented-link", "listing-link", "repeated-link",
                       "open-comment", "unknown-section" */
  const char *file; /* interned, or NULL */
  int         line;
  char       *message; /* one sentence */
} TrellisLint;

void       trellis_lint_free (TrellisLint *self);
GPtrArray *trellis_lint_find (const TrellisSections *sections,
                              const TrellisReport   *evidence,
                              const TrellisReport   *report);
int        trellis_lint_count (GPtrArray  *lints,
                               const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisLint, trellis_lint_free)

G_END_DECLS
