/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-text-field.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of a boxed list with a title and a text of several lines, 3 to 12 seen. Tab leaves it. */

#define TRELLIS_TYPE_TEXT_ROW (trellis_text_row_get_type ())
G_DECLARE_FINAL_TYPE (TrellisTextRow, trellis_text_row, TRELLIS, TEXT_ROW, AdwPreferencesRow)

GtkWidget     *trellis_text_row_new (const char *title);
void           trellis_text_row_bind (TrellisTextRow          *self,
                                      TrellisSession          *session,
                                      const TrellisRecordType *type,
                                      const char              *name);
void           trellis_text_row_set_compose (TrellisTextRow        *self,
                                             TrellisTextComposeFunc compose,
                                             gpointer               data);
GtkTextBuffer *trellis_text_row_get_buffer (TrellisTextRow *self);
void           trellis_text_row_show (TrellisTextRow *self,
                                      gint64          id,
                                      const char     *text);

G_END_DECLS
