/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "pdf-recorder.h"
#include "pdf-sample.h"
#include "trellis-markdown.h"
#include "trellis-pdf-private.h"

/* Lays out and paints a document on a recorder, which checks what lies where. */
static void
record_with (PdfRecorder             *recorder,
             TrellisNode             *document,
             const TrellisPdfOptions *options)
{
  g_autoptr (TrellisNode)  owned = document;
  g_autoptr (GError)       error = NULL;
  g_autoptr (TrellisPages) pages = trellis_pages_new (document, options, NULL, &error);

  g_assert_no_error (error);
  pdf_recorder_init (recorder);
  pdf_recorder_paint (recorder, trellis_pages_get_flow (pages));
  g_assert_cmpuint (recorder->n_pages, ==, trellis_pages_get_n_pages (pages));
  g_assert_cmpuint (recorder->n_overlaps, ==, 0);
  g_assert_cmpuint (recorder->n_outside, ==, 0);
}

static void
record (PdfRecorder *recorder,
        TrellisNode *document)
{
  TrellisPdfOptions options = pdf_sample_options ();

  record_with (recorder, document, &options);
}

static void
assert_in_order (const char *text,
                 ...)
{
  const char *word;
  va_list     words;

  va_start (words, text);
  while ((word = va_arg (words, const char *)) != NULL)
    {
      const char *found = strstr (text, word);

      if (found == NULL)
        g_test_message ("not found, or not in this order: %s", word);
      g_assert_nonnull (found);
      text = found + strlen (word);
    }
  va_end (words);
}

static guint
count (const char *text,
       const char *word)
{
  guint n = 0;

  for (; (text = strstr (text, word)) != NULL; text += strlen (word))
    n++;
  return n;
}

static TrellisNode *
document_with (TrellisNode *first)
{
  TrellisNode *document = trellis_node_new (TRELLIS_NODE_DOCUMENT);

  if (first != NULL)
    trellis_node_append (document, first);
  return document;
}

static void
test_a_report_is_read_in_order (void)
{
  PdfRecorder recorder;

  record (&recorder, pdf_sample_report ());
  assert_in_order (
      recorder.content->str, "Who builds Ferryline", "Author: ", "Anna Petrova", "Advisor: ", "28",
      "December 2025", "Components and roles", "Back-end engineer", "Seat map", "●1", "Total",
      "DBA (C++)", "Roles and responsibilities", "1.", "Back-end engineer", "designs and maintains",
      "5.", "QA engineer", "Intermediate", "Kubernetes", "(operators)", "most challenging",
      "Posting 1: ", "Back-end developer", "https://jobs.example.org/v/48213",
      "Key skills: Python, Docker, PostgreSQL", "Python", "5 of 5", "Docker", "4 of 5",
      "I chose the back-end role", "Я выбрал", "images",
      "for seat in seats:", "    if seat.free:", "Course on containers", "not met", NULL);
  pdf_recorder_clear (&recorder);
}

static void
test_lists_and_tables_are_tagged (void)
{
  PdfRecorder recorder;

  record (&recorder, pdf_sample_report ());
  assert_in_order (recorder.log->str, "<Document>", "<H1>", "<Table>", "<THead>", "<TR>", "<TH>",
                   "</THead>", "<TBody>", "<TH>", "Seat map", "<TD>", "<TFoot>", "</Table>", "<L>",
                   "<LI>", "<Lbl>", "1.", "</Lbl>", "<LBody>", "<P>", "<BlockQuote>", "<Code>",
                   "</Document>", NULL);
  g_assert_cmpuint (count (recorder.log->str, "<Document>"), ==, 1);
  g_assert_cmpuint (count (recorder.log->str, "<TFoot>"), ==, 1);
  pdf_recorder_clear (&recorder);
}

/* The left end of the first cell, the middle of the second, the right end of the third. */
static double
get_anchor (const GArray *cells,
            guint         column)
{
  const TrellisPdfPiece *cell = &g_array_index (cells, TrellisPdfPiece, column);
  const TrellisPdfLine  *line = trellis_pdf_text_get_line (cell->text, 0);

  return cell->x + line->x + line->width * column / 2;
}

static void
test_columns_are_aligned_as_their_head_says (void)
{
  g_autoptr (TrellisNode) document = trellis_markdown_parse (
      "| A | B | C |\n|---|:-:|--:|\n| 1 | 2 | 3 |\n"
      "| a long cell at the left | a long cell in the middle | a long cell at the right |\n");
  TrellisPdfOptions        options = pdf_sample_options ();
  g_autoptr (TrellisPages) pages = trellis_pages_new (document, &options, NULL, NULL);
  const TrellisPdfFlow    *flow = trellis_pages_get_flow (pages);
  double                   anchors[3];
  guint                    n_rows = 0;

  for (guint i = 0; i < flow->boxes->len; i++)
    {
      const GArray *cells = trellis_pdf_flow_get_box (flow, i)->pieces;

      if (cells->len != G_N_ELEMENTS (anchors))
        continue;
      for (guint j = 0; j < cells->len; j++)
        if (n_rows == 0)
          anchors[j] = get_anchor (cells, j);
        else
          g_assert_cmpfloat_with_epsilon (get_anchor (cells, j), anchors[j], 0.6);
      n_rows++;
    }
  g_assert_cmpuint (n_rows, ==, 3);
}

static void
test_signs_are_drawn_and_read (void)
{
  g_autoptr (TrellisNode)  document = pdf_sample_report ();
  TrellisPdfOptions        options = pdf_sample_options ();
  g_autoptr (TrellisPages) pages = trellis_pages_new (document, &options, NULL, NULL);
  const TrellisPdfFlow    *flow = trellis_pages_get_flow (pages);
  guint                    signs[TRELLIS_PDF_SIGN_CROSS + 1] = { 0 };
  PdfRecorder              recorder;

  for (guint i = 0; i < flow->boxes->len; i++)
    {
      const GArray *pieces = trellis_pdf_flow_get_box (flow, i)->pieces;

      for (guint j = 0; j < pieces->len; j++)
        {
          const TrellisPdfText *text = g_array_index (pieces, TrellisPdfPiece, j).text;

          if (text != NULL && trellis_pdf_text_get_line (text, 0)->runs->len > 0)
            signs[g_array_index (trellis_pdf_text_get_line (text, 0)->runs, TrellisPdfRun, 0)
                      .sign]++;
        }
    }
  pdf_recorder_init (&recorder);
  pdf_recorder_paint (&recorder, flow);
  g_assert_cmpuint (signs[TRELLIS_PDF_SIGN_DISC], ==, count (recorder.content->str, "●"));
  g_assert_cmpuint (signs[TRELLIS_PDF_SIGN_CHECK], ==, count (recorder.content->str, "✓"));
  g_assert_cmpuint (signs[TRELLIS_PDF_SIGN_CROSS], ==, count (recorder.content->str, "✗"));
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    g_assert_cmpuint (signs[i], >, 0);
  pdf_recorder_clear (&recorder);
}

static void
test_a_page_says_its_number_and_section (void)
{
  PdfRecorder recorder;

  record (&recorder, pdf_sample_report ());
  assert_in_order (recorder.log->str, "page 1\n", "[Page 1 of 3]", "page 2\n", "[Page 2 of 3]",
                   "[Roles and responsibilities]", NULL);
  pdf_recorder_clear (&recorder);
}

static void
test_a_russian_report_speaks_russian (void)
{
  TrellisNode *document = document_with (pdf_sample_heading (1, "Кто делает паромы"));
  PdfRecorder  recorder;

  trellis_node_set (document, TRELLIS_ATTRIBUTE_LANGUAGE, "ru");
  trellis_node_append (document, pdf_sample_matrix (2, 2));
  record (&recorder, document);
  assert_in_order (recorder.log->str, "[Стр. 1 из 1]", "Компонент", "Всего", NULL);
  pdf_recorder_clear (&recorder);
}

static void
test_headings_begin_with_one_and_leave_no_gap (void)
{
  TrellisNode      *document = document_with (pdf_sample_heading (3, "deep"));
  TrellisPdfOptions options = pdf_sample_options ();
  PdfRecorder       recorder;

  options.title = "A title";
  trellis_node_append (document, pdf_sample_heading (6, "deeper"));
  trellis_node_append (document, pdf_sample_heading (2, "shallow"));
  trellis_node_append (document, pdf_sample_heading (5, "deep again"));
  trellis_node_append (document, pdf_sample_paragraph ("text"));
  record_with (&recorder, document, &options);
  assert_in_order (recorder.log->str, "<H1>\noutline 1 A title", "<H2>\noutline 2 deep",
                   "<H3>\noutline 3 deeper", "<H2>\noutline 2 shallow",
                   "<H3>\noutline 3 deep again", NULL);
  pdf_recorder_clear (&recorder);
}

static void
test_a_document_that_begins_with_its_title_gets_no_other (void)
{
  TrellisNode      *document = document_with (pdf_sample_heading (1, "Own title"));
  TrellisPdfOptions options = pdf_sample_options ();
  PdfRecorder       recorder;

  options.title = "Another";
  record_with (&recorder, document, &options);
  g_assert_cmpuint (count (recorder.content->str, "Another"), ==, 0);
  g_assert_cmpuint (count (recorder.content->str, "Own title"), ==, 1);
  pdf_recorder_clear (&recorder);
}

static void
test_an_empty_document_has_a_page_and_a_title (void)
{
  PdfRecorder recorder;

  record (&recorder, document_with (NULL));
  g_assert_cmpuint (recorder.n_pages, ==, 1);
  assert_in_order (recorder.log->str, "<H1>", "Untitled report", NULL);
  pdf_recorder_clear (&recorder);
}

static void
test_a_title_without_words_is_none (void)
{
  PdfRecorder recorder;

  record (&recorder, document_with (pdf_sample_heading (1, " \001")));
  assert_in_order (recorder.log->str, "<H1>", "Untitled report", NULL);
  pdf_recorder_clear (&recorder);
}

static void
test_a_repeated_head_is_not_read_again (void)
{
  PdfRecorder recorder;

  record (&recorder, document_with (pdf_sample_matrix (120, 4)));
  g_assert_cmpuint (recorder.n_pages, >, 2);
  g_assert_cmpuint (count (recorder.log->str, "<THead>"), ==, 1);
  g_assert_cmpuint (count (recorder.log->str, "\nComponent\n"), ==, 1);
  g_assert_cmpuint (count (recorder.log->str, "[Component]"), ==, recorder.n_pages - 1);
  pdf_recorder_clear (&recorder);
}

static void
test_a_large_matrix_keeps_every_row (void)
{
  PdfRecorder recorder;

  record (&recorder, document_with (pdf_sample_matrix (2000, 8)));
  g_assert_cmpuint (count (recorder.log->str, "<TR>"), ==, 2002);
  assert_in_order (recorder.content->str, "Driver console 1000", "Ticket archive 1999", NULL);
  pdf_recorder_clear (&recorder);
}

static void
test_a_wide_matrix_lies_and_then_is_parted (void)
{
  TrellisPdfOptions        options = pdf_sample_options ();
  g_autoptr (TrellisNode)  wide = document_with (pdf_sample_matrix (5, 20));
  g_autoptr (TrellisPages) pages = trellis_pages_new (wide, &options, NULL, NULL);
  PdfRecorder              recorder;
  double                   width, height;

  trellis_pages_get_page_size (pages, 0, &width, &height);
  g_assert_cmpfloat (width, >, height);
  record (&recorder, document_with (pdf_sample_matrix (20, 200)));
  g_assert_cmpuint (count (recorder.log->str, "<Table>"), >, 5);
  assert_in_order (recorder.content->str, "Data analyst 198", NULL);
  pdf_recorder_clear (&recorder);
}

/* Its parts are as wide as the page at most, and their rows one line high. */
static void
test_a_parted_table_keeps_its_row_heads_on_a_line (void)
{
  g_autoptr (GString)      markdown = g_string_new ("| Part | Clerk |");
  g_autoptr (TrellisNode)  document = NULL;
  g_autoptr (TrellisPages) pages = NULL;
  const TrellisPdfFlow    *flow;

  for (guint i = 0; i < 12; i++)
    g_string_append_printf (markdown, " Administrator of %u |", i);
  g_string_append (markdown, "\n|---|---|");
  for (guint i = 0; i < 12; i++)
    g_string_append (markdown, "---|");
  g_string_append (markdown, "\n| Harbour ferry timetable 7 | x |\n");
  document = trellis_markdown_parse (markdown->str);
  pages = trellis_pages_new (document, NULL, NULL, NULL);
  flow = trellis_pages_get_flow (pages);
  for (guint i = 0; i < flow->boxes->len; i++)
    {
      const TrellisPdfBox *box = g_ptr_array_index (flow->boxes, i);

      for (guint j = 0; j < box->pieces->len; j++)
        {
          const TrellisPdfPiece *piece = &g_array_index (box->pieces, TrellisPdfPiece, j);

          if (g_str_equal (piece->tag->name, "TD") && piece->text != NULL)
            g_assert_cmpuint (piece->text->lines->len, <=, 1);
        }
      for (guint j = 0; box->ornaments != NULL && j < box->ornaments->len; j++)
        g_assert_cmpfloat (g_array_index (box->ornaments, TrellisPdfOrnament, j).width, <=,
                           flow->papers[TRELLIS_PDF_PORTRAIT].frame_width + 0.5);
    }
}

static void
test_a_component_without_roles_and_roles_without_components (void)
{
  PdfRecorder recorder;

  record (&recorder, document_with (pdf_sample_matrix (0, 3)));
  pdf_recorder_clear (&recorder);
  record (&recorder, document_with (pdf_sample_matrix (3, 0)));
  pdf_recorder_clear (&recorder);
}

static void
test_a_remark_in_a_cell_becomes_a_note (void)
{
  TrellisNode *matrix = pdf_sample_matrix (1, 1);
  TrellisNode *involvement = matrix->first_child->first_child->first_child;
  PdfRecorder  recorder;

  trellis_node_append (involvement, pdf_sample_paragraph ("only in winter"));
  record (&recorder, document_with (matrix));
  assert_in_order (recorder.content->str, "●1", "1. ", ": only in winter", NULL);
  pdf_recorder_clear (&recorder);
}

static void
test_letter_paper_is_taken (void)
{
  g_autoptr (TrellisNode)  document = pdf_sample_report ();
  TrellisPdfOptions        options = pdf_sample_options ();
  g_autoptr (TrellisPages) pages = NULL;
  double                   width, height;

  options.paper = TRELLIS_PAPER_LETTER;
  pages = trellis_pages_new (document, &options, NULL, NULL);
  trellis_pages_get_page_size (pages, 0, &width, &height);
  g_assert_cmpfloat (width, ==, 612);
  g_assert_cmpfloat (height, ==, 792);
}

static void
test_a_page_gives_its_text (void)
{
  g_autoptr (TrellisNode)  document = pdf_sample_report ();
  g_autoptr (TrellisPages) pages = trellis_pages_new (document, NULL, NULL, NULL);
  g_autofree char         *text = trellis_pages_get_text (pages, 0);

  assert_in_order (text, "Who builds Ferryline\n", "Components and roles\n", "Seat map\n", NULL);
  g_assert_cmpstr (trellis_pages_get_section (pages, 1), ==, "Roles and responsibilities");
}

static void
test_a_cancelled_layout_says_so (void)
{
  g_autoptr (TrellisNode)  document = pdf_sample_report ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError)       error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (trellis_pdf_render (document, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gpointer
render_in_thread (gpointer document)
{
  TrellisPdfOptions options = pdf_sample_options ();

  return trellis_pdf_render (document, &options, NULL, NULL);
}

static void
test_threads_may_render_at_once (void)
{
  g_autoptr (TrellisNode) document = pdf_sample_report ();
  TrellisPdfOptions       options = pdf_sample_options ();
  g_autoptr (GBytes)      here = trellis_pdf_render (document, &options, NULL, NULL);
  GThread                *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("render", render_in_thread, document);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) there = g_thread_join (threads[i]);

      g_assert_true (g_bytes_equal (here, there));
    }
}

static cairo_surface_t *
paint_image (const TrellisPages *pages)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 600, 850);
  cairo_t         *cr = cairo_create (image);

  trellis_pages_paint (pages, 0, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  return image;
}

static gpointer
lay_out_in_thread (gpointer document)
{
  return trellis_pages_new (document, NULL, NULL, NULL);
}

/* The thread is gone, and its font map with it, when the pages are painted. */
static void
test_pages_may_be_painted_in_another_thread_than_they_were_made (void)
{
  g_autoptr (TrellisNode)  document = pdf_sample_report ();
  g_autoptr (TrellisPages) here = trellis_pages_new (document, NULL, NULL, NULL);
  g_autoptr (TrellisPages) there = g_thread_join (
      g_thread_new ("layout", lay_out_in_thread, document));
  cairo_surface_t *a = paint_image (here), *b = paint_image (there);
  gsize            size = (gsize) cairo_image_surface_get_stride (a) * 850;

  g_assert_cmpmem (cairo_image_surface_get_data (a), size, cairo_image_surface_get_data (b), size);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/a-report-is-read-in-order", test_a_report_is_read_in_order);
  g_test_add_func ("/layout/lists-and-tables-are-tagged", test_lists_and_tables_are_tagged);
  g_test_add_func ("/layout/columns-are-aligned-as-their-head-says",
                   test_columns_are_aligned_as_their_head_says);
  g_test_add_func ("/layout/signs-are-drawn-and-read", test_signs_are_drawn_and_read);
  g_test_add_func ("/layout/a-page-says-its-number-and-section",
                   test_a_page_says_its_number_and_section);
  g_test_add_func ("/layout/a-russian-report-speaks-russian", test_a_russian_report_speaks_russian);
  g_test_add_func ("/layout/headings-begin-with-one-and-leave-no-gap",
                   test_headings_begin_with_one_and_leave_no_gap);
  g_test_add_func ("/layout/a-document-that-begins-with-its-title-gets-no-other",
                   test_a_document_that_begins_with_its_title_gets_no_other);
  g_test_add_func ("/layout/an-empty-document-has-a-page-and-a-title",
                   test_an_empty_document_has_a_page_and_a_title);
  g_test_add_func ("/layout/a-title-without-words-is-none", test_a_title_without_words_is_none);
  g_test_add_func ("/layout/a-repeated-head-is-not-read-again",
                   test_a_repeated_head_is_not_read_again);
  g_test_add_func ("/layout/a-large-matrix-keeps-every-row", test_a_large_matrix_keeps_every_row);
  g_test_add_func ("/layout/a-wide-matrix-lies-and-then-is-parted",
                   test_a_wide_matrix_lies_and_then_is_parted);
  g_test_add_func ("/layout/a-parted-table-keeps-its-row-heads-on-a-line",
                   test_a_parted_table_keeps_its_row_heads_on_a_line);
  g_test_add_func ("/layout/a-component-without-roles-and-roles-without-components",
                   test_a_component_without_roles_and_roles_without_components);
  g_test_add_func ("/layout/a-remark-in-a-cell-becomes-a-note",
                   test_a_remark_in_a_cell_becomes_a_note);
  g_test_add_func ("/layout/letter-paper-is-taken", test_letter_paper_is_taken);
  g_test_add_func ("/layout/a-page-gives-its-text", test_a_page_gives_its_text);
  g_test_add_func ("/layout/a-cancelled-layout-says-so", test_a_cancelled_layout_says_so);
  g_test_add_func ("/layout/threads-may-render-at-once", test_threads_may_render_at_once);
  g_test_add_func ("/layout/pages-may-be-painted-in-another-thread-than-they-were-made",
                   test_pages_may_be_painted_in_another_thread_than_they_were_made);
  return g_test_run ();
}
