/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trellis-report.h"

G_BEGIN_DECLS

/* A report → the system's print dialog → a printer. */
void trellis_print (GtkWindow           *window,
                    const TrellisReport *report);

G_END_DECLS
