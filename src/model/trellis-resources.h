/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

GBytes *_trellis_resources_look_up (const char *path,
                                    GError    **error);
