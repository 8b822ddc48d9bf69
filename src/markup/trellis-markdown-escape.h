/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Plain text as Markdown that reads as just that text: as few backslashes as are safe. */

typedef struct
{
  GHashTable *labels; /* definitions that will be written, or NULL */
  gboolean    link;   /* inside a link's text */
  gboolean    math;   /* there are several $, which some take for mathematics */
  char        after;  /* the first character of what follows the text; \n for a line end */
} TrellisEscape;

void trellis_markdown_escape_text (GString             *out,
                                   const char          *text,
                                   const TrellisEscape *context);
void trellis_markdown_escape_line_start (GString *out,
                                         gsize    start,
                                         gboolean cell);

G_END_DECLS
