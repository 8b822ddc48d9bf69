/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"

G_BEGIN_DECLS

/* Our own interchange: all of a report, without loss. resources/schema/report.schema.json
 * describes it. */

char          *trellis_json_write (const TrellisReport *report);
TrellisReport *trellis_json_read (const char *json,
                                  const char *name,
                                  GError    **error);

G_END_DECLS
