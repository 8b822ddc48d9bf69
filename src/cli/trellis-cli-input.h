/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"
#include "trellis-template.h"

G_BEGIN_DECLS

/* The files of one report, read. */
typedef struct
{
  GPtrArray             *outlines; /* TrellisOutline, in order; of the written Markdown for JSON */
  TrellisReport         *report;
  const TrellisTemplate *layout; /* given, else chosen */
  TrellisTemplate       *own;    /* the one given, or NULL */
  GPtrArray             *lints;  /* TrellisReaderLint */
} TrellisCliInput;

TrellisCliInput *trellis_cli_input_read (char **paths,
                                         const char *template,
                                         GError **error);
void             trellis_cli_input_free (TrellisCliInput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisCliInput, trellis_cli_input_free)

G_END_DECLS
