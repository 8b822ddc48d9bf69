/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-page.h"

G_BEGIN_DECLS

/* Files with one table of a report, next to the page that shows it. */

void trellis_csv_file_choose_save (TrellisPage *page,
                                   const char  *title,
                                   const char  *name,
                                   char        *text);
void trellis_csv_file_save (TrellisPage *page,
                            GFile       *file,
                            const char  *text);
void trellis_csv_file_choose_matrix (TrellisPage *page);
void trellis_csv_file_import_matrix (TrellisPage *page,
                                     GFile       *file);

G_END_DECLS
