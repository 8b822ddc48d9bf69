/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A popover with one entry, for the wording of a cell and the name of a line.
 *
 * Signal
 *   done (text)      Return was pressed; not emitted on Escape */
#define TRELLIS_TYPE_MATRIX_EDITOR (trellis_matrix_editor_get_type ())
G_DECLARE_FINAL_TYPE (
    TrellisMatrixEditor, trellis_matrix_editor, TRELLIS, MATRIX_EDITOR, GtkPopover)

TrellisMatrixEditor *trellis_matrix_editor_new (GtkWidget *parent);
void                 trellis_matrix_editor_open (TrellisMatrixEditor *self,
                                                 const GdkRectangle  *area,
                                                 const char          *title,
                                                 const char          *text,
                                                 gboolean             stays);
gboolean             trellis_matrix_editor_is_open (TrellisMatrixEditor *self);
void                 trellis_matrix_editor_present (TrellisMatrixEditor *self);

G_END_DECLS
