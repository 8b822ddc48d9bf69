/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-csv.h"
#include "trellis-pdf.h"
#include "trellis-report-builder.h"

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
  const char            *ending; /* ".md"; NULL: that of the output's name */
  TrellisCliTable        table;  /* what a CSV file holds */
  TrellisCsvForm         csv;
  const TrellisTemplate *course; /* whose criteria the PDF may show, and whose threshold counts */
} TrellisCliOutput;

/* What people say about it; the options of every command that writes. */
typedef struct
{
  char    *output;
  char    *format;
  char    *table;
  char    *paper;
  gboolean spreadsheet;
} TrellisCliOutputArgs;

#define TRELLIS_CLI_OUTPUT_ENTRIES(args)                                                           \
  { "output",                                                                                      \
    'o',                                                                                           \
    0,                                                                                             \
    G_OPTION_ARG_FILENAME,                                                                         \
    &(args).output,                                                                                \
    N_("Write a .md, .json, .pdf, .csv or .puml file, or into a folder"), N_("OUT") },           \
      { "format",                                                                                  \
        0,                                                                                         \
        0,                                                                                         \
        G_OPTION_ARG_STRING,                                                                       \
        &(args).format,                                                                            \
        N_("What to write, whatever the ending of OUT"), N_("markdown|json|pdf|csv|plantuml") }, \
      { "table",                                                                                   \
        0,                                                                                         \
        0,                                                                                         \
        G_OPTION_ARG_STRING,                                                                       \
        &(args).table,                                                                             \
        N_("What a .csv file holds"),                                                             \
        N_("matrix|demand") },                                                                    \
      { "spreadsheet",                                                                             \
        0,                                                                                         \
        0,                                                                                         \
        G_OPTION_ARG_NONE,                                                                         \
        &(args).spreadsheet,                                                                       \
        N_("A .csv file with semicolons and a byte order mark"), NULL },                          \
  {                                                                                                \
    "paper", 0, 0, G_OPTION_ARG_STRING, &(args).paper, N_("Paper of a PDF"), N_("a4|letter")     \
  }

char    *trellis_cli_output_get_ending (const char *path);
gboolean trellis_cli_output_is_folder (const char *path);
void     trellis_cli_output_args_clear (TrellisCliOutputArgs *self);
gboolean trellis_cli_output_parse (const TrellisCliOutputArgs *args,
                                   TrellisCliOutput           *options,
                                   GError                    **error);
void     trellis_cli_output_prepare (const TrellisCliOutput *options,
                                     const char             *path);
gboolean trellis_cli_output_write (const TrellisReport    *report,
                                   const TrellisCliOutput *options,
                                   const char             *path,
                                   GError                **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrellisCliOutputArgs, trellis_cli_output_args_clear)

G_END_DECLS
