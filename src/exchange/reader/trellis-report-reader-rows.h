/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report-reader-entries.h"
#include "trellis-report-reader-text.h"

G_BEGIN_DECLS

/* Entries of a section → records. Each answers FALSE when the entries are not what the section
 * holds; the report may then have been changed and is thrown away. */

gboolean trellis_reader_read_rows (TrellisReport     *report,
                                   TrellisSection    *section,
                                   TrellisReaderRange body,
                                   TrellisReaderShape shape);

gboolean trellis_reader_read_matrix (TrellisReport        *report,
                                     TrellisReaderEntries *entries,
                                     TrellisReaderShape    shape);
gboolean trellis_reader_read_roles (TrellisReport              *report,
                                    const TrellisReaderEntries *entries,
                                    TrellisReaderShape          shape);
gboolean trellis_reader_read_common (TrellisReport              *report,
                                     const TrellisReaderEntries *entries);
gboolean trellis_reader_read_standings (TrellisReport              *report,
                                        const TrellisReaderEntries *entries,
                                        TrellisStandingList         list);
gboolean trellis_reader_read_claims (TrellisReport              *report,
                                     const TrellisReaderEntries *entries,
                                     TrellisClaimList            list);
gboolean trellis_reader_read_postings (TrellisReport              *report,
                                       const TrellisReaderEntries *entries);
gboolean trellis_reader_heads_numbers (const char *cell);
gboolean trellis_reader_flatten_table (TrellisReaderEntries *entries);
gboolean trellis_reader_read_posting_table (TrellisReport        *report,
                                            TrellisReaderEntries *entries);

gpointer           trellis_reader_add (TrellisReport           *report,
                                       const TrellisRecordType *type,
                                       TrellisReaderRange       range,
                                       const TrellisLine       *line);
gboolean           trellis_reader_says_something (const char *name);
char              *trellis_reader_note (const char        *rest,
                                        TrellisReaderRange body);
TrellisReaderRange trellis_reader_trim (TrellisReaderRange range);

/* The roles of a report by every name they go by. */
typedef struct _TrellisReaderNames TrellisReaderNames;

TrellisReaderNames *trellis_reader_names_new (TrellisReport *report);
void                trellis_reader_names_free (TrellisReaderNames *self);
TrellisRole        *trellis_reader_names_find (TrellisReaderNames *self,
                                               const char         *wording);
TrellisRole *
trellis_reader_names_add (TrellisReaderNames *self, const char *wording, gboolean whole);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisReaderNames, trellis_reader_names_free)

G_END_DECLS
