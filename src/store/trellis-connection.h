/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to the store: only this layer sees SQLite. */

/* The header declares the session API only under these two. */
#ifndef SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_SESSION 1
#endif
#ifndef SQLITE_ENABLE_PREUPDATE_HOOK
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#endif

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* One SQLite connection with its prepared statements; used by one thread at a time.
 *
 * A statement belongs to the connection and is reset when it has run to its end or is asked for
 * again. Formats of bound values: 'i' gint64 (cast it!), 't' const char *. */
typedef struct
{
  sqlite3    *db;
  char       *path;
  char       *name;       /* the file's name, for messages */
  GHashTable *statements; /* SQL to sqlite3_stmt */

  /* What the history holds, as of `revision`, or -1; see trellis-history.c. */
  gint64 revision;
  gint64 n_changes;
  gint64 n_bytes;
} TrellisConnection;

/* What a step came to. */
typedef enum
{
  TRELLIS_STEP_ERROR,
  TRELLIS_STEP_ROW,
  TRELLIS_STEP_DONE,
} TrellisStep;

gboolean           trellis_connection_check_sqlite (GError **error);
TrellisConnection *trellis_connection_open (const char *path,
                                            GError    **error);
void               trellis_connection_free (TrellisConnection *self);

sqlite3_stmt *trellis_connection_prepare (TrellisConnection *self,
                                          const char        *sql,
                                          GError           **error);
sqlite3_stmt *trellis_connection_query (TrellisConnection *self,
                                        GError           **error,
                                        const char        *sql,
                                        const char        *format,
                                        ...);
TrellisStep   trellis_connection_step (TrellisConnection *self,
                                       sqlite3_stmt      *statement,
                                       GError           **error);
gboolean      trellis_connection_run (TrellisConnection *self,
                                      GError           **error,
                                      const char        *sql,
                                      const char        *format,
                                      ...);
gboolean      trellis_connection_get_int (TrellisConnection *self,
                                          gint64            *value,
                                          GError           **error,
                                          const char        *sql,
                                          const char        *format,
                                          ...);
gboolean      trellis_connection_exec (TrellisConnection *self,
                                       const char        *sql,
                                       GError           **error);

gboolean trellis_connection_begin (TrellisConnection *self,
                                   GError           **error);
gboolean trellis_connection_commit (TrellisConnection *self,
                                    GError           **error);
void     trellis_connection_rollback (TrellisConnection *self);
gboolean trellis_connection_is_busy (TrellisConnection *self);

void  trellis_connection_set_error (TrellisConnection *self,
                                    int                code,
                                    GError           **error);
char *trellis_connection_dup_text (sqlite3_stmt *statement,
                                   int           column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisConnection, trellis_connection_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
