/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"
#include "trellis-template.h"

G_BEGIN_DECLS

TrellisReport *trellis_new_report (const TrellisTemplate *layout,
                                   const char            *language);

G_END_DECLS
