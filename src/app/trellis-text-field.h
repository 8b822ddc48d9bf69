/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Ties what is typed to one text of one record. It is committed 600 ms after the last key, on
 * leaving, and when the session flushes; what the record says comes back with
 * trellis_text_field_show(), except over what is being typed. */

#define TRELLIS_TYPE_TEXT_FIELD (trellis_text_field_get_type ())
G_DECLARE_FINAL_TYPE (TrellisTextField, trellis_text_field, TRELLIS, TEXT_FIELD, GObject)

TrellisTextField *trellis_text_field_new_for_editable (GtkEditable             *editable,
                                                       TrellisSession          *session,
                                                       const TrellisRecordType *type,
                                                       const char              *name);
TrellisTextField *trellis_text_field_new_for_text_view (GtkTextView             *view,
                                                        TrellisSession          *session,
                                                        const TrellisRecordType *type,
                                                        const char              *name);
/* Returns: (transfer full): the record's text with what was typed in its place */
typedef char *(*TrellisTextComposeFunc) (const char *typed,
                                         gpointer    data);

void              trellis_text_field_set_compose (TrellisTextField      *self,
                                                  TrellisTextComposeFunc compose,
                                                  gpointer               data);
void              trellis_text_field_set_required (TrellisTextField *self,
                                                   gboolean          required);
void              trellis_text_field_show (TrellisTextField *self,
                                           gint64            id,
                                           const char       *text);
void              trellis_text_field_commit (TrellisTextField *self);
TrellisTextField *trellis_text_field_find (GtkWidget               *root,
                                           const TrellisRecordType *type,
                                           gint64                   id,
                                           const char              *name);
void              trellis_text_field_arrive (TrellisTextField *self,
                                             const char       *word);

void trellis_text_view_insert (GtkTextView *view,
                               const char  *text);

G_END_DECLS
