/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The one thread in which pages are made, for the screen, a file or a printer. */
void trellis_worker_run (GTask          *task,
                         GTaskThreadFunc func);
void trellis_worker_warm (void);

G_END_DECLS
