/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "pdf-recorder.h"
#include "pdf-sample.h"
#include "trellis-pdf-private.h"

#define SENTENCE \
  "The warden counts the lamps along the quay and writes down which of them are out. "

static TrellisNode *
new_document (const char *language)
{
  TrellisNode *document = trellis_node_new (TRELLIS_NODE_DOCUMENT);

  trellis_node_set (document, TRELLIS_ATTRIBUTE_LANGUAGE, language);
  trellis_node_append (document, pdf_sample_heading (1, "Lamps of the quay"));
  return document;
}

static void
append_text (TrellisNode *document,
             guint        n_sentences)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (n_sentences-- > 0)
    g_string_append (text, SENTENCE);
  trellis_node_append (document, pdf_sample_paragraph (text->str));
}

static void
append_section (TrellisNode *document,
                int          level,
                const char  *title,
                guint        n_sentences)
{
  trellis_node_append (document, pdf_sample_heading (level, title));
  append_text (document, n_sentences);
}

/* So many sections of about two fifths of a page. */
static TrellisNode *
new_sections (guint n)
{
  TrellisNode *document = new_document ("en");

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Section %u", i);

      append_section (document, 2, title, 16);
    }
  return document;
}

static TrellisPages *
lay_out (TrellisNode *document)
{
  g_autoptr (TrellisNode) owned = document;
  TrellisPdfOptions       options = pdf_sample_options ();
  TrellisPages           *pages = trellis_pages_new (document, &options, NULL, NULL);
  PdfRecorder             recorder;

  pdf_recorder_init (&recorder);
  pdf_recorder_paint (&recorder, trellis_pages_get_flow (pages));
  g_assert_cmpuint (recorder.n_overlaps, ==, 0);
  g_assert_cmpuint (recorder.n_outside, ==, 0);
  pdf_recorder_clear (&recorder);
  return pages;
}

static gboolean
is_entry (const TrellisPdfBox *box)
{
  const TrellisPdfPiece *piece = box->pieces->len > 0
                                     ? &g_array_index (box->pieces, TrellisPdfPiece, 0)
                                     : NULL;

  return piece != NULL && piece->tag != NULL && strcmp (piece->tag->name, "Reference") == 0;
}

static guint
count_entries (const TrellisPages *pages)
{
  const TrellisPdfFlow *flow = trellis_pages_get_flow (pages);
  guint                 n = 0;

  for (guint i = 0; i < flow->boxes->len; i++)
    n += is_entry (trellis_pdf_flow_get_box (flow, i));
  return n;
}

static char *
get_words (const TrellisPdfText *text)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < text->lines->len; i++)
    {
      const TrellisPdfLine *line = trellis_pdf_text_get_line (text, i);

      for (guint j = 0; j < line->runs->len; j++)
        {
          const TrellisPdfRun *run = &g_array_index (line->runs, TrellisPdfRun, j);

          g_string_append_len (words, run->text, run->n_bytes);
        }
    }
  return g_string_free_and_steal (words);
}

static guint
find_page (const TrellisPdfFlow *flow,
           const char           *destination)
{
  for (guint i = 0; i < flow->fragments->len; i++)
    {
      const TrellisPdfFragment *fragment = &g_array_index (flow->fragments, TrellisPdfFragment, i);
      const TrellisPdfBox      *box = trellis_pdf_flow_get_box (flow, fragment->box);

      if (g_strcmp0 (box->destination, destination) == 0)
        return fragment->page + 1;
    }
  g_assert_not_reached ();
}

/* Every line names its heading, ends with the page that the heading stands on, and leads there. */
static void
assert_right (const TrellisPages *pages)
{
  const TrellisPdfFlow *flow = trellis_pages_get_flow (pages);

  for (guint i = 0; i < flow->boxes->len; i++)
    {
      const TrellisPdfBox   *box = trellis_pdf_flow_get_box (flow, i);
      const TrellisPdfPiece *piece = &g_array_index (box->pieces, TrellisPdfPiece, 0);
      g_autofree char       *words = NULL;
      const TrellisPdfLink  *link;
      guint                  page;

      if (!is_entry (box))
        continue;
      words = get_words (piece->text);
      link = g_ptr_array_index (piece->text->links, 0);
      page = find_page (flow, link->destination);
      g_assert_cmpint (atoi (strrchr (words, ' ') + 1), ==, (int) page);
      g_assert_nonnull (strstr (link->description, "page"));
      g_assert_cmpint (atoi (strrchr (link->description, ' ') + 1), ==, (int) page);
      *strrchr (words, ' ') = '\0';
      g_assert_true (g_str_has_prefix (link->description, words));
    }
}

static void
test_only_long_documents_have_one (void)
{
  gboolean five = FALSE, six = FALSE;

  for (guint n = 4; n < 24; n++)
    {
      g_autoptr (TrellisPages) pages = lay_out (new_sections (n));
      guint                    n_pages = trellis_pages_get_n_pages (pages);

      g_assert_cmpuint (count_entries (pages), ==, n_pages < 6 ? 0 : n);
      assert_right (pages);
      five |= n_pages == 5;
      six |= n_pages == 6;
    }
  g_assert_true (five);
  g_assert_true (six);
}

static void
test_too_few_sections_want_none (void)
{
  TrellisNode *document = new_document ("en");

  append_section (document, 2, "First", 140);
  append_section (document, 2, "Second", 140);
  {
    g_autoptr (TrellisPages) pages = lay_out (document);

    g_assert_cmpuint (trellis_pages_get_n_pages (pages), >=, 6);
    g_assert_cmpuint (count_entries (pages), ==, 0);
  }
}

/* The lines move the headings that they lead to, tables with repeated heads among them. */
static void
test_numbers_are_those_after_the_contents_are_there (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int_range (0, G_MAXINT32));

  for (guint i = 0; i < 12; i++)
    {
      TrellisNode *document = new_document ("en");
      guint        n = (guint) g_rand_int_range (random, 12, 46);

      for (guint j = 0; j < n; j++)
        {
          g_autofree char *title = g_strdup_printf ("Part %u of a long and winding account", j);

          append_section (document, 2 + g_rand_int_range (random, 0, 3), title,
                          (guint) g_rand_int_range (random, 1, 30));
          if (j % 7 == 3)
            trellis_node_append (document, pdf_sample_matrix (30, j % 2 == 0 ? 8 : 24));
        }
      {
        g_autoptr (TrellisPages) pages = lay_out (document);

        g_assert_cmpuint (count_entries (pages), >, 0);
        assert_right (pages);
      }
    }
}

static void
test_many_headings_leave_only_the_sections (void)
{
  TrellisNode *document = new_document ("en");

  for (guint i = 0; i < 60; i++)
    append_section (document, i % 4 == 0 ? 2 : 3, "Of lamps", 6);
  {
    g_autoptr (TrellisPages) pages = lay_out (document);

    g_assert_cmpuint (count_entries (pages), ==, 15);
    assert_right (pages);
  }
}

static void
test_a_long_title_keeps_clear_of_its_number (void)
{
  TrellisNode *document = new_sections (15);

  append_section (document, 2, SENTENCE SENTENCE, 3);
  {
    g_autoptr (TrellisPages) pages = lay_out (document);

    g_assert_cmpuint (count_entries (pages), ==, 16);
    assert_right (pages);
  }
}

static void
test_it_stands_behind_the_title_and_is_tagged (void)
{
  g_autoptr (TrellisPages) pages = lay_out (new_sections (15));
  PdfRecorder              recorder;
  const char              *heading, *list;

  pdf_recorder_init (&recorder);
  pdf_recorder_paint (&recorder, trellis_pages_get_flow (pages));
  heading = strstr (recorder.log->str, "Contents");
  g_assert_nonnull (heading);
  g_assert_cmpint (strstr (recorder.log->str, "Lamps of the quay") - heading, <, 0);
  list = strstr (heading, "<TOC>\n<TOCI>\n<Reference>\n<Link h");
  g_assert_nonnull (list);
  g_assert_null (strstr (strstr (list, "</TOC>"), "<TOC"));
  pdf_recorder_clear (&recorder);
}

/* What stands between the list and the first section belongs to the title. */
static void
test_it_names_no_page (void)
{
  TrellisNode *document = new_document ("en");

  append_text (document, 90);
  for (guint i = 0; i < 15; i++)
    append_section (document, 2, "Of lamps", 16);
  {
    g_autoptr (TrellisPages) pages = lay_out (document);

    g_assert_cmpstr (trellis_pages_get_section (pages, 1), ==, "Lamps of the quay");
    g_assert_cmpstr (trellis_pages_get_section (pages, 7), ==, "Of lamps");
  }
}

static void
test_it_speaks_the_documents_language (void)
{
  TrellisNode *document = new_document ("ru");

  for (guint i = 0; i < 15; i++)
    append_section (document, 2, "Фонари", 16);
  {
    g_autoptr (TrellisPages) pages = lay_out (document);
    g_autofree char         *text = trellis_pages_get_text (pages, 0);

    g_assert_nonnull (strstr (text, "\nСодержание\nФонари "));
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/contents/only-long-documents-have-one",
                   test_only_long_documents_have_one);
  g_test_add_func ("/pdf/contents/too-few-sections-want-none", test_too_few_sections_want_none);
  g_test_add_func ("/pdf/contents/numbers-are-those-after-the-contents-are-there",
                   test_numbers_are_those_after_the_contents_are_there);
  g_test_add_func ("/pdf/contents/many-headings-leave-only-the-sections",
                   test_many_headings_leave_only_the_sections);
  g_test_add_func ("/pdf/contents/a-long-title-keeps-clear-of-its-number",
                   test_a_long_title_keeps_clear_of_its_number);
  g_test_add_func ("/pdf/contents/it-stands-behind-the-title-and-is-tagged",
                   test_it_stands_behind_the_title_and_is_tagged);
  g_test_add_func ("/pdf/contents/it-names-no-page", test_it_names_no_page);
  g_test_add_func ("/pdf/contents/it-speaks-the-documents-language",
                   test_it_speaks_the_documents_language);
  return g_test_run ();
}
