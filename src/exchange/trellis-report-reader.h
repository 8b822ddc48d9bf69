/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-outline.h"
#include "trellis-report.h"
#include "trellis-template.h"

G_BEGIN_DECLS

/* Something about the source that a person should look at; nothing is lost by it. */
typedef struct
{
  const char *id;      /* "second-section", "section-as-text" */
  const char *file;    /* interned, or NULL */
  int         line;    /* from 1, or 0 */
  char       *message; /* a sentence */
} TrellisReaderLint;

void trellis_reader_lint_free (TrellisReaderLint *self);

TrellisReport *trellis_report_read (GPtrArray             *outlines,
                                    const TrellisTemplate *layout,
                                    GPtrArray            **lints,
                                    GError               **error);

G_END_DECLS
