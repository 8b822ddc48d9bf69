/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-export.h"

#include <glib/gstdio.h>

#define N_SENTENCES 9000 /* some two hundred pages: seconds to lay out under a sanitizer */

/* A report with a very long reflection. */
static TrellisReport *
new_report (guint n_sentences)
{
  TrellisReport      *report = trellis_report_new ();
  TrellisSection     *section = trellis_report_add (report, &trellis_section_type);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; i <= n_sentences; i++)
    g_string_append_printf (text, "On day %u the keeper trimmed all the lamps.%s", i,
                            i % 9 == 0 ? "\n\n" : " ");
  section->kind = TRELLIS_SECTION_REFLECTION;
  section->position = 1;
  section->level = 2;
  g_set_str (&section->heading, "Personal reflection");
  g_set_str (&section->document, "report.md");
  g_set_str (&section->text, text->str);
  return report;
}

typedef struct
{
  GError  *error;
  gboolean done;
} Outcome;

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Outcome *outcome = data;

  trellis_export_finish (result, &outcome->error);
  outcome->done = TRUE;
}

static void
export_pdf (const TrellisReport *report,
            GFile               *file,
            GCancellable        *cancellable,
            Outcome             *outcome)
{
  TrellisExportOptions options = { .format = TRELLIS_EXPORT_PDF };

  trellis_export_async (report, &options, file, cancellable, finished_cb, outcome);
}

static void
wait_for (Outcome *outcome)
{
  while (!outcome->done)
    g_main_context_iteration (NULL, TRUE);
}

static GFile *
get_file (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  return g_file_new_for_path (path);
}

static void
test_written (void)
{
  g_autoptr (TrellisReport) report = new_report (20);
  g_autoptr (GFile)         file = get_file ("short.pdf");
  g_autofree char          *contents = NULL;
  Outcome                   outcome = { 0 };

  export_pdf (report, file, NULL, &outcome);
  wait_for (&outcome);
  g_assert_no_error (outcome.error);
  g_assert_true (g_file_load_contents (file, NULL, &contents, NULL, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-1.7"));
}

static gboolean
cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

/* The export is under way when it is cancelled; what was in the file's place stays there. */
static void
test_cancelled (void)
{
  g_autoptr (TrellisReport) report = new_report (N_SENTENCES);
  g_autoptr (GFile)         file = get_file ("long.pdf");
  g_autoptr (GCancellable)  cancellable = g_cancellable_new ();
  g_autofree char          *contents = NULL;
  Outcome                   outcome = { 0 };

  g_assert_true (g_file_replace_contents (file, "before", 6, NULL, FALSE, 0, NULL, NULL, NULL));
  export_pdf (report, file, cancellable, &outcome);
  g_timeout_add (20, cancel_cb, cancellable);
  wait_for (&outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&outcome.error);
  g_assert_true (g_file_load_contents (file, NULL, &contents, NULL, NULL, NULL));
  g_assert_cmpstr (contents, ==, "before");
}

/* Whoever cancelled one export can begin another at once. */
static void
test_again (void)
{
  g_autoptr (TrellisReport) report = new_report (N_SENTENCES);
  g_autoptr (GFile)         first = get_file ("first.pdf");
  g_autoptr (GFile)         second = get_file ("second.pdf");
  g_autoptr (GCancellable)  cancellable = g_cancellable_new ();
  Outcome                   outcomes[2] = { 0 };

  export_pdf (report, first, cancellable, &outcomes[0]);
  export_pdf (report, second, NULL, &outcomes[1]);
  g_cancellable_cancel (cancellable);
  wait_for (&outcomes[0]);
  wait_for (&outcomes[1]);
  g_assert_error (outcomes[0].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&outcomes[0].error);
  g_assert_no_error (outcomes[1].error);
  g_assert_false (g_file_query_exists (first, NULL));
  g_assert_true (g_file_query_exists (second, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/a-pdf-is-written", test_written);
  g_test_add_func ("/export/a-cancelled-export-leaves-the-file-alone", test_cancelled);
  g_test_add_func ("/export/after-a-cancelled-export-another-begins", test_again);
  return g_test_run ();
}
