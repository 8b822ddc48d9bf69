/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-node.h"
#include "trellis-pdf.h"

/* Trees to lay out: a whole report about an invented product, and the pieces to build others. */

TrellisNode      *pdf_sample_paragraph (const char *text);
TrellisNode      *pdf_sample_heading (int         level,
                                      const char *text);
TrellisNode      *pdf_sample_matrix (guint n_components,
                                     guint n_roles);
TrellisNode      *pdf_sample_report (void);
TrellisPdfOptions pdf_sample_options (void);
