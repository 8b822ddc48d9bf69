/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report-reader-rows.h"
#include "trellis-template.h"

G_BEGIN_DECLS

TrellisReport *trellis_reader_try_rows (const TrellisReport   *report,
                                        const TrellisSection  *section,
                                        TrellisReaderRange     body,
                                        const char            *source,
                                        const TrellisTemplate *layout);
void           trellis_reader_adopt_lines (TrellisReport       *report,
                                           const TrellisReport *source);

G_END_DECLS
