/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Raw HTML in Markdown: which tags are some, and what the judge of our Markdown asks of them. */

typedef enum
{
  TRELLIS_HTML_NONE,
  TRELLIS_HTML_BLOCK,    /* up to the next blank line */
  TRELLIS_HTML_VERBATIM, /* up to its closing tag: <pre> … */
} TrellisHtmlKind;

TrellisHtmlKind trellis_markdown_html_begins_block (const char *text);
gboolean        trellis_markdown_html_closes_verbatim (const char *text,
                                                       const char *opening);
gboolean        trellis_markdown_html_is_tag (const char *text);
char           *trellis_markdown_html_tidy (const char *raw);

G_END_DECLS
