/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"

G_BEGIN_DECLS

/* Postings from files or from a text that was pasted, made ready for one report: what could be
 * read, and a sentence for everything that could not, or that is there already. Nothing is stored
 * until all of it is read, so whoever cancels finds the library as it was. */
typedef struct
{
  TrellisReport *found;    /* postings with the skills that their source names */
  GPtrArray     *problems; /* char *: files that hold no posting, and why */
  GPtrArray     *repeated; /* char *: postings that are there already, and which */
  GPtrArray     *left_out; /* char *: what a file says beyond what is kept of it */
} TrellisPostingsImport;

/**
 * TrellisPostingsProgress:
 * @n_read: files that are read
 * @n_files: of all
 * @told: what was found in the last of them, kept, and left out, and why: one line
 *
 * Called in the thread that reads.
 */
typedef void (*TrellisPostingsProgress) (guint       n_read,
                                         guint       n_files,
                                         const char *told,
                                         gpointer    data);

TrellisPostingsImport *trellis_postings_import_new (const TrellisReport *report,
                                                    const char          *day);
void                   trellis_postings_import_free (TrellisPostingsImport *self);
gboolean               trellis_postings_import_add_files (TrellisPostingsImport  *self,
                                                          GPtrArray              *paths,
                                                          GCancellable           *cancellable,
                                                          TrellisPostingsProgress progress,
                                                          gpointer                data,
                                                          GError                **error);
void                   trellis_postings_import_add_text (TrellisPostingsImport *self,
                                                         const char            *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisPostingsImport, trellis_postings_import_free)

const TrellisPosting *trellis_postings_find_same (const TrellisReport  *report,
                                                  const TrellisPosting *posting);

G_END_DECLS
