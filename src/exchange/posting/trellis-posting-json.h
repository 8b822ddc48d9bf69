/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* JSON as sites write it: repaired before it is parsed, and read without ever assuming a type.
 * Every accessor takes %NULL and nodes of any type, and gives nothing for them. */

JsonNode   *trellis_posting_json_parse (const char *text,
                                        guint      *line,
                                        gboolean   *is_too_deep);
JsonNode   *trellis_posting_json_get (JsonNode   *node,
                                      const char *member);
JsonNode   *trellis_posting_json_get_path (JsonNode   *node,
                                           const char *member,
                                           ...) G_GNUC_NULL_TERMINATED;
GPtrArray  *trellis_posting_json_list (JsonNode *node);
const char *trellis_posting_json_string (JsonNode *node);
char       *trellis_posting_json_text (JsonNode *node);

G_END_DECLS
