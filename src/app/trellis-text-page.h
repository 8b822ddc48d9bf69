/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-page.h"

G_BEGIN_DECLS

/* One text section of the report: its Markdown, to read and to write. */

#define TRELLIS_TYPE_TEXT_PAGE (trellis_text_page_get_type ())
G_DECLARE_FINAL_TYPE (TrellisTextPage, trellis_text_page, TRELLIS, TEXT_PAGE, TrellisPage)

void trellis_text_page_set_section (TrellisTextPage *self,
                                    gint64           section_id);

G_END_DECLS
