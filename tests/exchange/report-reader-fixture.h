/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "trellis-markdown.h"
#include "trellis-outline.h"
#include "trellis-report-builder.h"
#include "trellis-report-reader.h"
#include "trellis-text.h"

/* Reading and writing one report in memory, for the reader's tests. */

static inline TrellisReport *
fixture_read (const char *markdown)
{
  g_autoptr (GPtrArray) outlines
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_outline_free);
  g_autoptr (GError) error = NULL;
  TrellisReport     *report;

  g_ptr_array_add (outlines, trellis_outline_new (markdown, "report.md"));
  report = trellis_report_read (outlines, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (report);
  return report;
}

static inline char *
fixture_write (const TrellisReport *report)
{
  g_autoptr (TrellisNode) document = trellis_report_build (report, NULL);

  return trellis_markdown_write (document);
}

static inline void
fixture_assert_keeps_words (const char *markdown)
{
  g_autoptr (TrellisReport) report = fixture_read (markdown);
  g_autofree char          *written = fixture_write (report);
  g_autofree char          *missing = trellis_text_missing_words (markdown, written);

  if (missing != NULL && *missing != '\0')
    g_error ("lost “%s” between\n%s\nand\n%s", missing, markdown, written);
}

static inline void
fixture_assert_stable (const char *markdown)
{
  g_autoptr (TrellisReport) first = fixture_read (markdown);
  g_autofree char          *once = fixture_write (first);
  g_autoptr (TrellisReport) second = fixture_read (once);
  g_autofree char          *twice = fixture_write (second);

  g_assert_cmpstr (once, ==, twice);
}
