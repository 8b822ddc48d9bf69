/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-transaction.h"

G_BEGIN_DECLS

/* The library: all reports of one user, every change of them, undo and redo.
 *
 * One direction: a command changes the database in one transaction, "changed" tells which rows,
 * and who shows them loads them again. Undo, redo and import are announced in the same way.
 * Everything here belongs to the thread that opened the store.
 *
 * Properties
 *   interactive (default FALSE)  a main loop is running: nothing ever waits. Long work goes to the
 *                                worker; a command that comes meanwhile is kept and committed, in
 *                                order, after it, and counts as done
 *   busy (read-only)             the worker is writing, or commands are kept
 *
 * Signals
 *   changed (TrellisAnnouncement *)  a transaction was committed
 *   failed (GError *)                a command that was kept could not be done after all */

#define TRELLIS_TYPE_STORE (trellis_store_get_type ())
G_DECLARE_FINAL_TYPE (TrellisStore, trellis_store, TRELLIS, STORE, GObject)

/* How many backups are kept. */
#define TRELLIS_STORE_BACKUPS 10

char         *trellis_store_get_default_path (void);
TrellisStore *trellis_store_open (const char *path,
                                  GError    **error);
/* A copy of the library as it was. */
typedef struct
{
  char      *path;
  GDateTime *made; /* UTC; NULL: its name does not tell */
  guint      n_reports;
  guint      n_components;
  guint      n_postings;
} TrellisBackup;

void trellis_backup_free (TrellisBackup *self);

GPtrArray  *trellis_store_list_backups (const char *path);
char       *trellis_store_find_backup (const char *path);
gboolean    trellis_store_restore_backup (const char *path,
                                          const char *backup,
                                          GError    **error);
gboolean    trellis_store_return_to_backup (const char *path,
                                            const char *backup,
                                            GError    **error);
void        trellis_store_close (TrellisStore *self);
const char *trellis_store_get_path (TrellisStore *self);
void        trellis_store_set_interactive (TrellisStore *self,
                                           gboolean      interactive);
gboolean    trellis_store_get_interactive (TrellisStore *self);
gboolean    trellis_store_get_busy (TrellisStore *self);
gboolean    trellis_store_poll (TrellisStore *self);

/* Changing: trellis-commands.h has the ready-made ones. */
gboolean trellis_store_run (TrellisStore  *self,
                            TrellisCommand command,
                            gpointer       data,
                            GDestroyNotify destroy,
                            const char    *merge_key,
                            gint64        *id,
                            GError       **error);
gboolean trellis_store_run_long (TrellisStore  *self,
                                 TrellisCommand command,
                                 gpointer       data,
                                 GDestroyNotify destroy,
                                 gint64        *id,
                                 GError       **error);
void     trellis_store_run_async (TrellisStore       *self,
                                  TrellisCommand      command,
                                  gpointer            data,
                                  GDestroyNotify      destroy,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
gboolean trellis_store_run_finish (TrellisStore *self,
                                   GAsyncResult *result,
                                   gint64       *id,
                                   GError      **error);
void     trellis_store_end_merge (TrellisStore *self);

/* Undo and redo */
gboolean       trellis_store_undo (TrellisStore *self,
                                   GError      **error);
gboolean       trellis_store_redo (TrellisStore *self,
                                   GError      **error);
gboolean       trellis_store_can_undo (TrellisStore *self);
gboolean       trellis_store_can_redo (TrellisStore *self);
char          *trellis_store_get_undo_label (TrellisStore *self);
char          *trellis_store_get_redo_label (TrellisStore *self);
TrellisChange *trellis_store_get_undo_change (TrellisStore *self);
TrellisChange *trellis_store_get_redo_change (TrellisStore *self);
GPtrArray     *trellis_store_list_history (TrellisStore *self,
                                           GError      **error);

/* Reading */
typedef struct
{
  gint64 id;
  char  *title;
  char  *author;
  char  *course;
  char  *language;
  char  *layout;
  char  *edited;
  guint  n_components;
  guint  n_roles;
  guint  n_involvements;
  guint  n_postings;
} TrellisReportSummary;

TrellisReportSummary *trellis_report_summary_copy (const TrellisReportSummary *self);
void                  trellis_report_summary_free (TrellisReportSummary *self);

GPtrArray     *trellis_store_list_reports (TrellisStore *self,
                                           GError      **error);
TrellisReport *trellis_store_load_report (TrellisStore *self,
                                          gint64        report_id,
                                          GError      **error);
TrellisReport *trellis_store_load_part (TrellisStore            *self,
                                        gint64                   report_id,
                                        const TrellisRecordType *type,
                                        GError                 **error);
gboolean       trellis_store_is_long_report (TrellisStore *self,
                                             gint64        report_id);
gpointer       trellis_store_load_record (TrellisStore            *self,
                                          const TrellisRecordType *type,
                                          gint64                   id,
                                          GError                 **error);

GPtrArray *trellis_store_list_aliases (TrellisStore *self,
                                       GError      **error);
GPtrArray *trellis_store_list_templates (TrellisStore *self,
                                         GError      **error);

/* Keeping */
gboolean trellis_store_is_backup_due (TrellisStore *self);
void     trellis_store_backup_async (TrellisStore       *self,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
char    *trellis_store_backup_finish (TrellisStore *self,
                                      GAsyncResult *result,
                                      GError      **error);
void     trellis_store_checkpoint_async (TrellisStore       *self,
                                         GCancellable       *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);
gboolean trellis_store_checkpoint_finish (TrellisStore *self,
                                          GAsyncResult *result,
                                          GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisReportSummary, trellis_report_summary_free)

G_END_DECLS
