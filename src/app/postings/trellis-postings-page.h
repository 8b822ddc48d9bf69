/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-page.h"

G_BEGIN_DECLS

/* The postings: typed, pasted, dropped or opened from what a browser saved. */

#define TRELLIS_TYPE_POSTINGS_PAGE (trellis_postings_page_get_type ())
G_DECLARE_FINAL_TYPE (
    TrellisPostingsPage, trellis_postings_page, TRELLIS, POSTINGS_PAGE, TrellisPage)

G_END_DECLS
