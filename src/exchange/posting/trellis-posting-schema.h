/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "trellis-posting-html.h"

G_BEGIN_DECLS

/* JobPosting of schema.org (V30.0), in every shape that sites give it. */

GPtrArray *trellis_posting_schema_read (JsonNode *root);
GPtrArray *trellis_posting_schema_read_page (xmlNode    *root,
                                             const char *link,
                                             const char *title);

G_END_DECLS
