/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-record.h"

G_BEGIN_DECLS

/* A course's own template as the library keeps it: its id, once in the library, and its JSON, word
 * for word. */
typedef struct
{
  TrellisRecord base;
  char         *name;
  char         *json;
} TrellisTemplateRecord;

extern const TrellisRecordType trellis_template_record_type;

void trellis_template_record_free (TrellisTemplateRecord *self);
void trellis_template_records_register (const GPtrArray *records);

const TrellisTemplateRecord *trellis_template_record_find (const GPtrArray *records,
                                                           const char      *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisTemplateRecord, trellis_template_record_free)

G_END_DECLS
