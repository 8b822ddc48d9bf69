/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to the store: the one line of changes of a library, and undo and redo along it.
 *
 * Invariants: applied changes have smaller ids than undone ones; a new change drops the undone;
 * the row of a change is written in the transaction that makes it. */

#include "trellis-changeset.h"

G_BEGIN_DECLS

/* Kept: the last so many changes, and no more than so many bytes of changesets. */
#define TRELLIS_HISTORY_MAX_CHANGES 500
#define TRELLIS_HISTORY_MAX_BYTES (64 * 1024 * 1024)

gboolean trellis_history_append (TrellisConnection      *connection,
                                 const TrellisChangeset *changeset,
                                 TrellisAnnouncement    *announcement,
                                 gint64                  merge_into,
                                 GError                **error);
gboolean trellis_history_step (TrellisConnection    *connection,
                               TrellisCause          direction,
                               TrellisAnnouncement **announcement,
                               GError              **error);
gboolean trellis_history_drop_undone (TrellisConnection *connection,
                                      GError           **error);

TrellisChange *trellis_history_peek (TrellisConnection *connection,
                                     TrellisCause       direction);
gboolean       trellis_history_is_long (TrellisConnection *connection,
                                        TrellisCause       direction);
GPtrArray     *trellis_history_list (TrellisConnection *connection,
                                     GError           **error);
gint64         trellis_history_get_revision (TrellisConnection *connection);

G_END_DECLS
