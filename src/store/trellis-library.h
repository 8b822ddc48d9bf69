/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to the store. */

#include "trellis-connection.h"

G_BEGIN_DECLS

/* Schema history. One step each, never changed once released; a step that alters a recorded
 * table otherwise than by a column behind the others empties the history, because its changesets
 * are of the old shape.
 *   1  the first: reports with their nine parts, history
 *   2  roadmaps, aliases, the source of a posting
 *   3  templates of courses */
#define TRELLIS_LIBRARY_VERSION 3

/* "Trls", in the file's header. */
#define TRELLIS_LIBRARY_APPLICATION_ID 0x54726c73

TrellisConnection *trellis_library_open (const char *path,
                                         GError    **error);
gboolean           trellis_library_migrate (TrellisConnection *connection,
                                            const char *const *steps,
                                            GError           **error);

G_END_DECLS
