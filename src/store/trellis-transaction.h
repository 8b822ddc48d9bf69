/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-library-records.h"
#include "trellis-change.h"

G_BEGIN_DECLS

/* One open change of the library, handed to a command by trellis_store_run(). Everything that a
 * command does goes through here; it is committed when the command returns TRUE and leaves no
 * trace when it returns FALSE. A command may run in the store's worker: it touches nothing but
 * its data and the transaction. */

typedef struct _TrellisTransaction TrellisTransaction;

typedef gboolean (*TrellisCommand) (TrellisTransaction *transaction,
                                    gpointer            data,
                                    GError            **error);

void trellis_transaction_describe (TrellisTransaction *self,
                                   TrellisChangeKind   kind,
                                   gint64              report_id,
                                   const char         *name,
                                   const char         *other,
                                   guint               count);

gint64   trellis_transaction_insert (TrellisTransaction      *self,
                                     const TrellisRecordType *type,
                                     gint64                   report_id,
                                     gconstpointer            record,
                                     GError                 **error);
gboolean trellis_transaction_set_text (TrellisTransaction      *self,
                                       const TrellisRecordType *type,
                                       gint64                   id,
                                       const char              *field,
                                       const char              *value,
                                       GError                 **error);
gboolean trellis_transaction_set_int (TrellisTransaction      *self,
                                      const TrellisRecordType *type,
                                      gint64                   id,
                                      const char              *field,
                                      gint64                   value,
                                      GError                 **error);
gboolean trellis_transaction_delete (TrellisTransaction      *self,
                                     const TrellisRecordType *type,
                                     gint64                   id,
                                     GError                 **error);
gboolean trellis_transaction_move (TrellisTransaction      *self,
                                   const TrellisRecordType *type,
                                   gint64                   id,
                                   guint                    position,
                                   GError                 **error);

gpointer trellis_transaction_load (TrellisTransaction      *self,
                                   const TrellisRecordType *type,
                                   gint64                   id,
                                   GError                 **error);
gboolean trellis_transaction_load_part (TrellisTransaction      *self,
                                        const TrellisRecordType *type,
                                        gint64                   report_id,
                                        GPtrArray               *records,
                                        GError                 **error);
gint64   trellis_transaction_get_report (TrellisTransaction      *self,
                                         const TrellisRecordType *type,
                                         gint64                   id,
                                         GError                 **error);
gboolean trellis_transaction_load_library (TrellisTransaction      *self,
                                           const TrellisRecordType *type,
                                           GPtrArray               *records,
                                           GError                 **error);
gboolean trellis_transaction_find_involvement (TrellisTransaction *self,
                                               gint64              component_id,
                                               gint64              role_id,
                                               gint64             *id,
                                               GError            **error);

G_END_DECLS
