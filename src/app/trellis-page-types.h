/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

GType trellis_page_type_get (const char *name);

G_END_DECLS
