/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-page.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Lets the person choose a diagram's file, reads it in a thread and offers what it draws for the
 * page's report, see TrellisPlantumlDialog. */
void trellis_plantuml_import_choose (TrellisPage *page);
void trellis_plantuml_import_start (TrellisPage *page,
                                    GFile       *file);

G_END_DECLS
