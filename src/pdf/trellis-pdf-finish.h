/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What cairo 1.18 accepts and drops: one per structure element, in the order they were begun. */
typedef struct
{
  const char *alternative; /* or NULL */
  const char *attributes;  /* a PDF dictionary, or NULL */
  const char *language;    /* or NULL */
} TrellisPdfElement;

typedef struct
{
  const char *title;
  const char *author; /* this and the next two may be NULL */
  const char *subject;
  const char *keywords;
  const char *language;
  const char *date;     /* ISO 8601 */
  GPtrArray  *elements; /* TrellisPdfElement */
  GPtrArray  *links;    /* char *: a description per link annotation, in order */
} TrellisPdfFinish;

GBytes *trellis_pdf_finish (const guint8           *data,
                            gsize                   length,
                            const TrellisPdfFinish *finish,
                            GError                **error);

G_END_DECLS
