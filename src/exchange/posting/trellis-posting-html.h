/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/HTMLparser.h>

G_BEGIN_DECLS

/* Pages and pieces of pages. Nothing here recurses: pages nest as deep as they like. */

/* What a text leaves out: TEXT what nobody sees, PAGE also what was set aside as standing around
 * the matter, see trellis-posting-around.h. */
typedef enum
{
  TRELLIS_POSTING_HTML_TEXT,
  TRELLIS_POSTING_HTML_PAGE,
} TrellisPostingHtmlMode;

char       *trellis_posting_html_flatten (const char *html);
xmlDoc     *trellis_posting_html_parse (const char *html);
xmlNode    *trellis_posting_html_next (xmlNode *node,
                                       xmlNode *root);
xmlNode    *trellis_posting_html_find (xmlNode    *root,
                                       const char *selector);
gboolean    trellis_posting_html_matches (xmlNode    *node,
                                          const char *selector);
const char *trellis_posting_html_attribute (xmlNode    *node,
                                            const char *name);
gboolean    trellis_posting_html_names (const char *value,
                                        gsize       length,
                                        const char *word);
gboolean    trellis_posting_html_is_hidden (xmlNode *node);
char       *trellis_posting_html_raw (xmlNode *node);
char       *trellis_posting_html_text (xmlNode               *root,
                                       TrellisPostingHtmlMode mode);
char       *trellis_posting_html_to_text (const char *html);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
