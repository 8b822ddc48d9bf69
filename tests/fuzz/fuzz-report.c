/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads any text as a student's report: no word of it is lost in what is written, that reads and
 * writes the same again, and the way over JSON changes nothing. */
#include "fuzz.h"
#include "trellis-error.h"
#include "trellis-json.h"
#include "trellis-markdown.h"
#include "trellis-outline.h"
#include "trellis-report-builder.h"
#include "trellis-report-reader.h"
#include "trellis-text.h"

#define MAX_SIZE (64 * 1024)

static TrellisReport *
read_markdown (const char *markdown)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) outlines
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_outline_free);
  TrellisReport *report;

  g_ptr_array_add (outlines, trellis_outline_new (markdown, "report.md"));
  report = trellis_report_read (outlines, NULL, NULL, &error);
  if (report == NULL && !g_error_matches (error, TRELLIS_ERROR, TRELLIS_ERROR_EMPTY))
    g_error ("%s", error->message);
  return report;
}

static char *
write_markdown (const TrellisReport *report)
{
  g_autoptr (TrellisNode) document = trellis_report_build (report, NULL);

  return trellis_markdown_write (document);
}

static char *
write_by_json (const TrellisReport *report)
{
  g_autofree char          *json = trellis_json_write (report);
  g_autoptr (GError)        error = NULL;
  g_autoptr (TrellisReport) back = trellis_json_read (json, "report.json", &error);

  if (back == NULL)
    g_error ("%s", error->message);
  return write_markdown (back);
}

static void
check (const TrellisReport *report,
       const char          *markdown)
{
  g_autofree char          *once = write_markdown (report);
  g_autoptr (TrellisReport) report_again = read_markdown (once);
  g_autofree char          *twice = write_markdown (report_again);
  g_autofree char          *by_json = write_by_json (report);
  g_autofree char          *missing = trellis_text_missing_words (markdown, once);

  if (missing != NULL)
    g_error ("words lost: %s; between\n%s\nand\n%s", missing, markdown, once);
  if (!g_str_equal (once, twice))
    g_error ("a second conversion changes\n%s\ninto\n%s", once, twice);
  if (!g_str_equal (once, by_json))
    g_error ("JSON changes\n%s\ninto\n%s", once, by_json);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char          *bytes = g_strndup ((const char *) data, MIN (size, MAX_SIZE));
  g_autofree char          *markdown = g_utf8_make_valid (bytes, -1);
  g_autoptr (TrellisReport) report = read_markdown (markdown);

  if (report != NULL)
    check (report, markdown);
  return 0;
}
