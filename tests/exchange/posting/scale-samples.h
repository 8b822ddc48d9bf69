/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is broken or huge, in any size: bytes that somebody may take for a saved posting. */
typedef struct
{
  const char *name; /* NULL: the end */
  char *(*make) (guint scale);
} ScaleSample;

extern const ScaleSample scale_samples[];

G_END_DECLS
