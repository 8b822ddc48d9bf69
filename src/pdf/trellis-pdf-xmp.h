/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-pdf-finish.h"

G_BEGIN_DECLS

char *trellis_pdf_xmp_write (const TrellisPdfFinish *finish);

G_END_DECLS
