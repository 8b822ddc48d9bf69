/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The largest report, JSON or template that is read, in bytes. */
#define TRELLIS_FILE_MAX_TEXT (10 * 1024 * 1024)

GBytes  *trellis_file_read_bytes (const char *path,
                                  gsize       max_bytes,
                                  GError    **error);
char    *trellis_file_read_text (const char *path,
                                 gsize       max_bytes,
                                 GError    **error);
gboolean trellis_file_write (const char *path,
                             GBytes     *contents,
                             GError    **error);

G_END_DECLS
