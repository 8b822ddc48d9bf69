/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"

G_BEGIN_DECLS

/* Roadmaps of topics to learn, as roadmap.sh saves them in JSON: a drawing of nodes and edges. */

#define TRELLIS_ROADMAP_MAX_BYTES (16 * 1024 * 1024)
#define TRELLIS_ROADMAP_MAX_NODES 50000

TrellisReport *trellis_roadmap_read (const char *json,
                                     const char *name,
                                     GError    **error);
gboolean       trellis_roadmap_apply_progress (TrellisReport *report,
                                               gint64         roadmap_id,
                                               const char    *json,
                                               const char    *name,
                                               guint         *n_found,
                                               GError       **error);

G_END_DECLS
