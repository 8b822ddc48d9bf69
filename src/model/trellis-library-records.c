/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-library-records.h"

const TrellisRecordType *const trellis_library_records[] = { &trellis_alias_type,
                                                             &trellis_template_record_type, NULL };

gboolean
trellis_record_type_is_library (const TrellisRecordType *type)
{
  for (guint i = 0; trellis_library_records[i] != NULL; i++)
    if (type == trellis_library_records[i])
      return TRUE;

  return FALSE;
}
