/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-page.h"

G_BEGIN_DECLS

/* The pages as they will print, or the Markdown that is handed in. */

#define TRELLIS_TYPE_REPORT_PAGE (trellis_report_page_get_type ())
G_DECLARE_FINAL_TYPE (TrellisReportPage, trellis_report_page, TRELLIS, REPORT_PAGE, TrellisPage)

gboolean trellis_report_page_is_ready (TrellisReportPage *self);

G_END_DECLS
