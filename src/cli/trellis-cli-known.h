/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-store.h"

G_BEGIN_DECLS

/* Whether the library has a report already. */

gint64 trellis_cli_known_find (TrellisStore        *store,
                               const TrellisReport *report);

G_END_DECLS
