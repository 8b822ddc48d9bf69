/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report.h"

G_BEGIN_DECLS

/* Which postings have no direct link, in words. */

char *trellis_check_name_links (const TrellisReport *evidence);

G_END_DECLS
