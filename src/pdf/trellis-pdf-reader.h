/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A PDF 1.4 file as cairo writes it: a cross-reference table and every object in clear. */
typedef struct
{
  const char *start;  /* the object's value, behind "N 0 obj"; NULL: not there */
  gsize       length; /* without "endobj" */
  gboolean    stream;
} TrellisPdfObject;

typedef struct
{
  TrellisPdfObject *objects;
  guint             n_objects; /* with the free one, 0 */
  guint             root;      /* the catalogue's number */
  guint             info;
} TrellisPdfReader;

TrellisPdfReader *trellis_pdf_reader_new (const char *data,
                                          gsize       length,
                                          GError    **error);
void              trellis_pdf_reader_free (TrellisPdfReader *self);
const char       *trellis_pdf_find_last (const char *data,
                                         gsize       length,
                                         const char *needle);
gboolean          trellis_pdf_object_has (const TrellisPdfObject *self,
                                          const char             *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisPdfReader, trellis_pdf_reader_free)

G_END_DECLS
