/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-check.h"
#include "trellis-demand-index.h"
#include "trellis-matrix.h"
#include "trellis-store.h"

G_BEGIN_DECLS

/* What the window shows: the library and the report that is open. It is the one object that is
 * handed down; there is no global one. Widgets read the report here, change it through the store's
 * commands, and hear of every change, their own too, by `changed`.
 *
 * Signals
 *   opened ()                         another report is open, or none
 *   changed (TrellisAnnouncement *)   rows of the open report changed; it is up to date
 *   checked ()                        the criteria were judged anew
 *   library-changed ()                the list of reports changed
 *   flush ()                          commit what is still being typed, now
 *   failed (const char *)             a sentence for a person
 *
 * Property
 *   pending (read-only)                    something is being typed that is not committed yet */

#define TRELLIS_TYPE_SESSION (trellis_session_get_type ())
G_DECLARE_FINAL_TYPE (TrellisSession, trellis_session, TRELLIS, SESSION, GObject)

TrellisSession *trellis_session_new (TrellisStore *store);
TrellisStore   *trellis_session_get_store (TrellisSession *self);

gboolean               trellis_session_open (TrellisSession *self,
                                             gint64          report_id,
                                             GError        **error);
void                   trellis_session_close_report (TrellisSession *self);
gint64                 trellis_session_get_report_id (TrellisSession *self);
const TrellisReport   *trellis_session_get_report (TrellisSession *self);
const TrellisTemplate *trellis_session_get_template (TrellisSession *self);
TrellisMatrix         *trellis_session_get_matrix (TrellisSession *self);
TrellisDemandIndex    *trellis_session_get_demand_index (TrellisSession *self);
TrellisVocabulary     *trellis_session_get_vocabulary (TrellisSession *self);
const TrellisCheck    *trellis_session_get_check (TrellisSession *self);
const TrellisCheck    *trellis_session_ensure_check (TrellisSession *self);

void     trellis_session_flush (TrellisSession *self);
void     trellis_session_set_pending (TrellisSession *self,
                                      gboolean        pending);
gboolean trellis_session_undo (TrellisSession *self);
gboolean trellis_session_redo (TrellisSession *self);

gboolean trellis_session_report_error (TrellisSession *self,
                                       GError         *error);
void     trellis_session_fail (TrellisSession *self,
                               const char     *sentence);

G_END_DECLS
