/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char       *trellis_pdf_string_clean (const char *text);
char       *trellis_pdf_string_typeset (const char *text);
const char *trellis_pdf_string_language (const char *text,
                                         const char *language);
gboolean    trellis_pdf_string_is_language (const char *language);
char       *trellis_pdf_string_breakable_url (const char *url);
char       *trellis_pdf_string_uri (const char *address);

G_END_DECLS
