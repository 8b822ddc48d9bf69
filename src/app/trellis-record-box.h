/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-record-row.h"

G_BEGIN_DECLS

/* A boxed list with a TrellisRecordRow for each record of one type, and an entry as its last row:
 * Return adds what was typed and stays. One row is open at a time. Rows follow the session: a
 * moved one keeps its focus, a deleted one gives it to the next, else the one before, else the
 * entry. Of very many only the first are shown, until the rest is asked for.
 *
 * Property
 *   narrow (write only)  there is little room
 * Signals
 *   add (const char *)          a record of this name is wanted
 *   opened (TrellisRecordRow *) its record is to be shown elsewhere */

#define TRELLIS_TYPE_RECORD_BOX (trellis_record_box_get_type ())
G_DECLARE_FINAL_TYPE (TrellisRecordBox, trellis_record_box, TRELLIS, RECORD_BOX, AdwBin)

void              trellis_record_box_set_up (TrellisRecordBox *self,
                                             TrellisSession   *session,
                                             GType             row_type,
                                             const char       *name,
                                             const char       *add_title);
void              trellis_record_box_set_list (TrellisRecordBox *self,
                                               int               list);
GtkEditable      *trellis_record_box_get_add (TrellisRecordBox *self);
void              trellis_record_box_update (TrellisRecordBox          *self,
                                             const TrellisAnnouncement *announcement);
TrellisRecordRow *trellis_record_box_find (TrellisRecordBox *self,
                                           gint64            id);
TrellisRecordRow *trellis_record_box_peek (TrellisRecordBox *self,
                                           gint64            id);
void              trellis_record_box_focus_add (TrellisRecordBox *self);

G_END_DECLS
