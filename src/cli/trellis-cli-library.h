/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-store.h"

G_BEGIN_DECLS

/* What import, list and export share. */

TrellisStore *trellis_cli_library_open (const char *path,
                                        GError    **error);
TrellisStore *trellis_cli_library_open_or_make (const char *path,
                                                GError    **error);
gboolean      trellis_cli_library_parse_report (const char *text,
                                                gint64     *id,
                                                GError    **error);
gboolean      trellis_cli_library_check (TrellisStore *store,
                                         gint64        id,
                                         GError      **error);

G_END_DECLS
