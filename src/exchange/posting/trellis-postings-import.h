/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"

G_BEGIN_DECLS

/* Postings from files or from a text that was pasted, made ready for one report: what could be
 * read, and a sentence for everything that could not, or that is there already. */
typedef struct
{
  TrellisReport *found;    /* postings with the skills that their source names */
  GPtrArray     *problems; /* char *: files that hold no posting, and why */
  GPtrArray     *repeated; /* char *: postings that are there already, and which */
} TrellisPostingsImport;

TrellisPostingsImport *trellis_postings_import_new (const TrellisReport *report,
                                                    const char          *day);
void                   trellis_postings_import_free (TrellisPostingsImport *self);
void                   trellis_postings_import_add_file (TrellisPostingsImport *self,
                                                         const char            *path);
void                   trellis_postings_import_add_text (TrellisPostingsImport *self,
                                                         const char            *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisPostingsImport, trellis_postings_import_free)

const TrellisPosting *trellis_postings_find_same (const TrellisReport  *report,
                                                  const TrellisPosting *posting);

G_END_DECLS
