/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-pdf-box.h"

G_BEGIN_DECLS

TrellisPdfOrnament trellis_pdf_sign_get_shape (const TrellisPdfRun *run,
                                               double               x,
                                               double               baseline);

G_END_DECLS
