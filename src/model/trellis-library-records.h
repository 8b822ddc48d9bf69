/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-alias.h"
#include "trellis-template-record.h"

G_BEGIN_DECLS

/* What belongs to the library and to no report; NULL ends them. */
extern const TrellisRecordType *const trellis_library_records[];

gboolean trellis_record_type_is_library (const TrellisRecordType *type);

G_END_DECLS
