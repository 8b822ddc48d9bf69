/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TRELLIS_TYPE_RECORD_ROW (trellis_record_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (TrellisRecordRow, trellis_record_row, TRELLIS, RECORD_ROW, AdwExpanderRow)

/* A record as a row that opens: its name, a note at the end, and inside the fields. It can be
 * renamed (F2), moved (drag, Alt+Up/Down) and deleted (Delete); its menu says so.
 *
 * Properties
 *   session (construct only)
 *   record-id (construct only, int64)
 *   menu (GMenuModel)        its actions are those of the class
 * Signal
 *   opened ()                one that has nothing inside was activated */
struct _TrellisRecordRowClass
{
  AdwExpanderRowClass parent_class;

  const TrellisRecordType *type;
  /* Adds the rows inside; called when it is first opened. NULL: the row has nothing inside, what it
   * stands for opens elsewhere. */
  void (*fill) (TrellisRecordRow *self);
  /* Shows the record. `filled`: the rows inside are there. */
  void (*update) (TrellisRecordRow *self,
                  gconstpointer     record,
                  gboolean          filled);
  /* Focuses the name, inside. */
  void (*rename) (TrellisRecordRow *self);
};

TrellisSession *trellis_record_row_get_session (TrellisRecordRow *self);
gint64          trellis_record_row_get_id (TrellisRecordRow *self);
void            trellis_record_row_update (TrellisRecordRow *self);
void            trellis_record_row_set_count (TrellisRecordRow *self,
                                              guint             count,
                                              const char       *note,
                                              const char       *warning);
void            trellis_record_row_set_narrow (TrellisRecordRow *self,
                                               gboolean          narrow);
void            trellis_record_row_arrive (TrellisRecordRow *self);

G_END_DECLS
