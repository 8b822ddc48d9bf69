/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"

G_BEGIN_DECLS

/* Finding words in everything that a report says: no widgets, and nothing waits. A record is found
 * when its texts together have all of the words, whatever their case, width and accents' form; a
 * search goes through each text once. It can be done in steps, so that a long report does not hold
 * up what is on the screen; the report must not change meanwhile. */

typedef struct
{
  const TrellisRecordType *type;
  gint64                   id;
  const char              *field;   /* where the first word stands: the field's name, static */
  char                    *title;   /* what the record is called */
  char                    *excerpt; /* the line around the words; NULL: the title has them */
} TrellisHit;

typedef struct _TrellisReportSearch TrellisReportSearch;

void trellis_hit_free (TrellisHit *self);

TrellisReportSearch *trellis_report_search_new (const TrellisReport *report,
                                                const char          *words,
                                                guint                max_hits);
void                 trellis_report_search_free (TrellisReportSearch *self);
gboolean             trellis_report_search_step (TrellisReportSearch *self,
                                                 gsize                n_bytes);
GPtrArray           *trellis_report_search_get_hits (TrellisReportSearch *self);
guint                trellis_report_search_get_n_found (TrellisReportSearch *self);
const char          *trellis_report_search_get_first_word (TrellisReportSearch *self);
GPtrArray           *trellis_report_search (const TrellisReport *report,
                                            const char          *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisReportSearch, trellis_report_search_free)

G_END_DECLS
