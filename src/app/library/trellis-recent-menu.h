/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The other reports that were edited last, as entries that open them. */

void trellis_recent_menu_fill (GMenu          *menu,
                               TrellisSession *session);

G_END_DECLS
