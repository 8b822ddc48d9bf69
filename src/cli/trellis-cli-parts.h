/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-store.h"

G_BEGIN_DECLS

/* Files that are no report but add to one: postings (saved pages, JSON of job sites, text),
 * roadmaps, and, into a report that is there, the components of diagrams and tables. */

gboolean trellis_cli_parts_are (char   **paths,
                                gboolean into);
gboolean trellis_cli_parts_import (TrellisStore *store,
                                   char        **paths,
                                   gint64       *id,
                                   guint        *n_unread,
                                   GError      **error);

G_END_DECLS
