/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-record-row.h"

G_BEGIN_DECLS

/* A role: name, responsibilities, other names, and the components it works on. */

#define TRELLIS_TYPE_ROLE_ROW (trellis_role_row_get_type ())
G_DECLARE_FINAL_TYPE (TrellisRoleRow, trellis_role_row, TRELLIS, ROLE_ROW, TrellisRecordRow)

G_END_DECLS
