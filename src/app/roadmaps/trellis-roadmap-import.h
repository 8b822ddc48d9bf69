/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-page.h"

G_BEGIN_DECLS

/* Lets the person choose a roadmap's file, reads it in a thread and adds it to the page's report.
 */
void trellis_roadmap_import_choose (TrellisPage *page);

gboolean trellis_roadmap_import_store (TrellisSession      *session,
                                       const TrellisReport *read,
                                       GError             **error);

G_END_DECLS
