/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-commands.h"

G_BEGIN_DECLS

/* What a command works on: its own copy, for it may be done later or by the worker. Each command
 * uses the members it needs. */
typedef struct
{
  const TrellisRecordType *type;
  const TrellisField      *field;
  gint64                   report_id;
  gint64                   id;
  gint64                   other_id;
  gint64                   number;
  char                    *text;
  GArray                  *ids;       /* gint64 */
  GArray                  *other_ids; /* gint64 */
  GPtrArray               *records;   /* of `type` */
  TrellisReport           *report;
  GPtrArray               *reports; /* TrellisReport */
} TrellisCommandData;

TrellisCommandData *trellis_command_data_new (const TrellisRecordType *type,
                                              gint64                   id);
void                trellis_command_data_free (gpointer data);
gboolean            trellis_command_data_run (TrellisCommandData *self,
                                              TrellisStore       *store,
                                              TrellisCommand      command,
                                              gint64             *id,
                                              GError            **error);
gboolean            trellis_command_data_run_long (TrellisCommandData *self,
                                                   TrellisStore       *store,
                                                   TrellisCommand      command,
                                                   gint64             *id,
                                                   GError            **error);
GArray             *trellis_command_data_copy_ids (const gint64 *ids,
                                                   guint         n_ids);

char    *trellis_command_get_name (TrellisTransaction      *transaction,
                                   const TrellisRecordType *type,
                                   gconstpointer            record);
gboolean trellis_command_describe (TrellisTransaction      *transaction,
                                   TrellisChangeKind        kind,
                                   const TrellisRecordType *type,
                                   gint64                   id,
                                   const char              *other,
                                   GError                 **error);
gboolean trellis_command_insert_parts (TrellisTransaction             *transaction,
                                       const TrellisRecordType *const *types,
                                       const TrellisReport            *report,
                                       gint64                          report_id,
                                       GError                        **error);

G_END_DECLS
