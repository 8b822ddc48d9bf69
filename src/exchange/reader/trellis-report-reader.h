/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-outline.h"
#include "trellis-report.h"
#include "trellis-template.h"

G_BEGIN_DECLS

TrellisReport *trellis_report_read (GPtrArray             *outlines,
                                    const TrellisTemplate *layout,
                                    GPtrArray            **lints,
                                    GError               **error);

G_END_DECLS
