/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to the store: what SQLite's session extension records, turns round and applies. */

#include "trellis-change.h"
#include "trellis-connection.h"

G_BEGIN_DECLS

/* Memory that SQLite gave: changesets. */
typedef struct
{
  int   size;
  void *data;
} TrellisChangeset;

static inline void
trellis_changeset_clear (TrellisChangeset *self)
{
  g_clear_pointer (&self->data, sqlite3_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrellisChangeset, trellis_changeset_clear)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_session, sqlite3session_delete)

sqlite3_session *trellis_changeset_record (TrellisConnection *connection,
                                           GError           **error);
gboolean         trellis_changeset_read (TrellisConnection *connection,
                                         sqlite3_session   *session,
                                         TrellisChangeset  *changeset,
                                         GError           **error);
gboolean         trellis_changeset_read_rows (TrellisConnection      *connection,
                                              const TrellisChangeset *changeset,
                                              GArray                 *rows,
                                              GError                **error);
gboolean         trellis_changeset_invert (TrellisConnection      *connection,
                                           const TrellisChangeset *changeset,
                                           TrellisChangeset       *inverse,
                                           GError                **error);
gboolean         trellis_changeset_concat (TrellisConnection      *connection,
                                           const TrellisChangeset *first,
                                           const TrellisChangeset *second,
                                           TrellisChangeset       *both,
                                           GError                **error);
gboolean         trellis_changeset_apply (TrellisConnection      *connection,
                                          const TrellisChangeset *changeset,
                                          gboolean               *conflict,
                                          GError                **error);

G_END_DECLS
