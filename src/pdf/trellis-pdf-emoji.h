/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-pdf-text.h"

G_BEGIN_DECLS

gboolean trellis_pdf_emoji_name (TrellisPdfRich *rich,
                                 PangoLayout    *layout,
                                 const char     *language);

G_END_DECLS
