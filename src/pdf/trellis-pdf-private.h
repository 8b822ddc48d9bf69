/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-pdf-flow.h"
#include "trellis-pdf.h"

G_BEGIN_DECLS

const TrellisPdfFlow *trellis_pages_get_flow (const TrellisPages *self);

G_END_DECLS
