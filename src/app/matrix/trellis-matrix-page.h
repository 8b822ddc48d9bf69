/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-page.h"

G_BEGIN_DECLS

/* Who works on what: the grid, and a line about the place with the focus. */

#define TRELLIS_TYPE_MATRIX_PAGE (trellis_matrix_page_get_type ())
G_DECLARE_FINAL_TYPE (TrellisMatrixPage, trellis_matrix_page, TRELLIS, MATRIX_PAGE, TrellisPage)

G_END_DECLS
