/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes PDF 1.7: streams as they come, all other objects packed in object streams, and a
 * cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8). */
typedef struct _TrellisPdfWriter TrellisPdfWriter;

TrellisPdfWriter *trellis_pdf_writer_new (guint n_objects,
                                          gsize size_hint);
void              trellis_pdf_writer_free (TrellisPdfWriter *self);
guint             trellis_pdf_writer_reserve (TrellisPdfWriter *self);
void              trellis_pdf_writer_add (TrellisPdfWriter *self,
                                          guint             id,
                                          const char       *value,
                                          gsize             length);
void              trellis_pdf_writer_add_stream (TrellisPdfWriter *self,
                                                 guint             id,
                                                 const char       *value,
                                                 gsize             length);
void              trellis_pdf_writer_add_data (TrellisPdfWriter *self,
                                               guint             id,
                                               const char       *entries,
                                               const guint8     *data,
                                               gsize             length,
                                               gboolean          compress);
GBytes           *trellis_pdf_writer_finish (TrellisPdfWriter *self,
                                             guint             root,
                                             guint             info);
void              trellis_pdf_writer_append_string (GString    *target,
                                                    const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisPdfWriter, trellis_pdf_writer_free)

G_END_DECLS
