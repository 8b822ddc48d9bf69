/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long the window is deaf, at the longest, while a person works with the sample. */
typedef struct
{
  const char *what;
  double      longest; /* ms of the processor's time, in one turn of the main loop */
} Stall;

GArray *stalls_measure (gboolean many);

G_END_DECLS
