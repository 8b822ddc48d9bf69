/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "trellis-posting-html.h"

G_BEGIN_DECLS

/* hh.ru: its API's JSON, and the state that its pages carry. */

gboolean   trellis_posting_hh_is_vacancy (JsonNode *node);
GPtrArray *trellis_posting_hh_read (JsonNode *root);
GPtrArray *trellis_posting_hh_read_page (xmlNode *root);
char      *trellis_posting_hh_explain_error (JsonNode   *root,
                                             const char *name);

G_END_DECLS
