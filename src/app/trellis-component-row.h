/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-record-row.h"

G_BEGIN_DECLS

/* A component: name, description, and the roles that work on it. */

#define TRELLIS_TYPE_COMPONENT_ROW (trellis_component_row_get_type ())
G_DECLARE_FINAL_TYPE (
    TrellisComponentRow, trellis_component_row, TRELLIS, COMPONENT_ROW, TrellisRecordRow)

G_END_DECLS
