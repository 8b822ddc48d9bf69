/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-report-builder.h"
#include "trellis-pdf.h"

G_BEGIN_DECLS

typedef enum
{
  TRELLIS_CLI_TABLE_MATRIX,
  TRELLIS_CLI_TABLE_DEMAND,
} TrellisCliTable;

/* How a report is written. */
typedef struct
{
  TrellisBuildOptions    build;
  TrellisPaper           paper;
  TrellisCliTable        table;  /* what a CSV file holds */
  const TrellisTemplate *course; /* whose criteria the PDF may show, and whose threshold counts */
} TrellisCliOutput;

gboolean trellis_cli_output_write (const TrellisReport    *report,
                                   const TrellisCliOutput *options,
                                   const char             *path,
                                   GError                **error);
gboolean trellis_cli_output_check (const char *path,
                                   GError    **error);
gboolean trellis_cli_output_parse_paper (const char   *name,
                                         TrellisPaper *paper,
                                         GError      **error);

G_END_DECLS
