/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-store.h"

G_BEGIN_DECLS

void trellis_session_rows_reload (TrellisReport             *report,
                                  TrellisStore              *store,
                                  const TrellisAnnouncement *announcement);

G_END_DECLS
