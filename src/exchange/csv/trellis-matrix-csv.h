/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-csv.h"
#include "trellis-matrix.h"
#include "trellis-report.h"

G_BEGIN_DECLS

/* The tables of a report as CSV. The matrix has components below each other and roles beside each
 * other, and comes back; demand is counted from postings, so it only goes out. */

TrellisReport *trellis_matrix_csv_read (const char *text,
                                        const char *file,
                                        GError    **error);
char          *trellis_matrix_csv_write (TrellisMatrix *matrix,
                                         TrellisCsvForm form);
char          *trellis_demand_csv_write (const TrellisReport *report,
                                         int                  several,
                                         TrellisCsvForm       form);

G_END_DECLS
