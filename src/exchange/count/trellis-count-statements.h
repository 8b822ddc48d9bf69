/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean trellis_statement_of_count (const char *plain,
                                     int         postings,
                                     int        *claimed);
gboolean trellis_statement_is_number (const char *cell,
                                      int        *number);
gboolean trellis_statement_is_list (const char *plain,
                                    int        *length);
GArray  *trellis_statement_posting_numbers (const char *plain);

G_END_DECLS
