/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Ties what is typed to one text of one record. It is committed 600 ms after the last key, on
 * leaving, and when the session flushes; what the record says comes back with
 * trellis_field_show(), except over what is being typed. */

#define TRELLIS_TYPE_FIELD (trellis_field_get_type ())
G_DECLARE_FINAL_TYPE (TrellisField, trellis_field, TRELLIS, FIELD, GObject)

TrellisField *trellis_field_new_for_editable (GtkEditable             *editable,
                                              TrellisSession          *session,
                                              const TrellisRecordType *type,
                                              const char              *name);
TrellisField *trellis_field_new_for_text_view (GtkTextView             *view,
                                               TrellisSession          *session,
                                               const TrellisRecordType *type,
                                               const char              *name);
void          trellis_field_set_required (TrellisField *self,
                                          gboolean      required);
void          trellis_field_show (TrellisField *self,
                                  gint64        id,
                                  const char   *text);
void          trellis_field_commit (TrellisField *self);

G_END_DECLS
