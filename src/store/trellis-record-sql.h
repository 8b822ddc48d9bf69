/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to the store: records in and out of their tables, by the tables of fields. */

#include "trellis-connection.h"
#include "trellis-library-records.h"
#include "trellis-report.h"

G_BEGIN_DECLS

const TrellisRecordType *trellis_record_sql_find_type (const char *table);

gboolean trellis_record_sql_is_part (const TrellisRecordType *type);

gboolean trellis_record_sql_insert (TrellisConnection       *connection,
                                    const TrellisRecordType *type,
                                    gint64                   report_id,
                                    gconstpointer            record,
                                    gint64                  *id,
                                    GError                 **error);
gboolean trellis_record_sql_load (TrellisConnection       *connection,
                                  const TrellisRecordType *type,
                                  gint64                   id,
                                  gpointer                 record,
                                  GError                 **error);
gboolean trellis_record_sql_load_part (TrellisConnection       *connection,
                                       const TrellisRecordType *type,
                                       gint64                   report_id,
                                       GPtrArray               *records,
                                       GError                 **error);
gboolean trellis_record_sql_load_library (TrellisConnection       *connection,
                                          const TrellisRecordType *type,
                                          GPtrArray               *records,
                                          GError                 **error);
gboolean trellis_record_sql_update_text (TrellisConnection       *connection,
                                         const TrellisRecordType *type,
                                         gint64                   id,
                                         const TrellisField      *field,
                                         const char              *value,
                                         GError                 **error);
gboolean trellis_record_sql_update_int (TrellisConnection       *connection,
                                        const TrellisRecordType *type,
                                        gint64                   id,
                                        const TrellisField      *field,
                                        gint64                   value,
                                        GError                 **error);
gboolean trellis_record_sql_delete (TrellisConnection       *connection,
                                    const TrellisRecordType *type,
                                    gint64                   id,
                                    GError                 **error);
gboolean trellis_record_sql_get_report (TrellisConnection       *connection,
                                        const TrellisRecordType *type,
                                        gint64                   id,
                                        gint64                  *report_id,
                                        GError                 **error);

G_END_DECLS
