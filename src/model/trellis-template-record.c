/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-template-record.h"

#include "trellis-template.h"

static const TrellisField template_fields[] = {
  { "name", TRELLIS_FIELD_TEXT, G_STRUCT_OFFSET (TrellisTemplateRecord, name), NULL, NULL },
  { "json", TRELLIS_FIELD_TEXT, G_STRUCT_OFFSET (TrellisTemplateRecord, json), NULL, NULL },
};

const TrellisRecordType trellis_template_record_type
    = { "template", sizeof (TrellisTemplateRecord), template_fields,
        G_N_ELEMENTS (template_fields) };

void
trellis_template_record_free (TrellisTemplateRecord *self)
{
  trellis_record_free (&trellis_template_record_type, self);
}

/**
 * trellis_template_record_find:
 * @records: (element-type TrellisTemplateRecord)
 *
 * Returns: (transfer none) (nullable): the one of that id
 */
const TrellisTemplateRecord *
trellis_template_record_find (const GPtrArray *records,
                              const char      *name)
{
  for (guint i = 0; i < records->len; i++)
    {
      const TrellisTemplateRecord *record = g_ptr_array_index (records, i);

      if (g_str_equal (record->name, name))
        return record;
    }

  return NULL;
}

/**
 * trellis_template_records_register:
 * @records: (nullable) (element-type TrellisTemplateRecord)
 *
 * Makes trellis_template_get() know these beside those that ship, and no others. One that cannot
 * be read, for it was written by a newer Trellis, stays unknown.
 */
void
trellis_template_records_register (const GPtrArray *records)
{
  trellis_template_unregister_all ();
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const TrellisTemplateRecord *record = g_ptr_array_index (records, i);

      trellis_template_register (record->json, record->name, NULL);
    }
}
