/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRELLIS_APPLICATION_ID "io.github.trellis_app.Trellis"

/* The application: the library, one window, and what the command line asks for: `--sample`, or the
 * files of a report to import. */

#define TRELLIS_TYPE_APPLICATION (trellis_application_get_type ())
G_DECLARE_FINAL_TYPE (TrellisApplication, trellis_application, TRELLIS, APPLICATION, AdwApplication)

TrellisApplication *trellis_application_new (void);

G_END_DECLS
