/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-pdf.h"
#include "trellis-report.h"
#include "trellis-template.h"

G_BEGIN_DECLS

/* A report → files, in a thread. A file that is there is replaced whole or not at all. */

typedef enum
{
  TRELLIS_EXPORT_PDF,
  TRELLIS_EXPORT_MARKDOWN,      /* into a folder: a file for each document */
  TRELLIS_EXPORT_MARKDOWN_FILE, /* all documents in one */
  TRELLIS_EXPORT_JSON,
} TrellisExportFormat;

typedef struct
{
  TrellisExportFormat format;
  TrellisPaper        paper;    /* PDF */
  GPtrArray          *criteria; /* PDF: TrellisCriterion, to print as an appendix; or NULL */
} TrellisExportOptions;

void     trellis_export_async (const TrellisReport        *report,
                               const TrellisExportOptions *options,
                               GFile                      *file,
                               GCancellable               *cancellable,
                               GAsyncReadyCallback         callback,
                               gpointer                    user_data);
gboolean trellis_export_finish (GAsyncResult *result,
                                GError      **error);

G_END_DECLS
