/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates as people write them: 2026-10-05, 05.10.2026, 5 October 2026, October 5, 2026, 5 октября
 * 2026. */

gsize    trellis_plan_date_match (const char *text,
                                  GDate      *date);
gboolean trellis_plan_date_find (const char *text,
                                 GDate      *date,
                                 gsize      *begin,
                                 gsize      *end);
char    *trellis_plan_date_write (const GDate *date,
                                  const char  *like);
char    *trellis_plan_date_replace (const char  *text,
                                    const GDate *date);

G_END_DECLS
