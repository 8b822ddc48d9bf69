/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "pdf-recorder.h"
#include "pdf-sample.h"
#include "trellis-pdf-private.h"

/* Whatever stands in a report: the file is written, nothing lies over anything else. */
static char *
render (TrellisNode *document)
{
  g_autoptr (TrellisNode)  owned = document;
  g_autoptr (GError)       error = NULL;
  TrellisPdfOptions        options = pdf_sample_options ();
  g_autoptr (TrellisPages) pages = trellis_pages_new (document, &options, NULL, &error);
  g_autoptr (GBytes)       file = NULL;
  PdfRecorder              recorder;
  char                    *content;

  g_assert_no_error (error);
  pdf_recorder_init (&recorder);
  pdf_recorder_paint (&recorder, trellis_pages_get_flow (pages));
  g_assert_cmpuint (recorder.n_overlaps, ==, 0);
  g_assert_cmpuint (recorder.n_outside, ==, 0);
  file = trellis_pages_to_pdf (pages, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (file);
  content = g_strdup (recorder.content->str);
  pdf_recorder_clear (&recorder);
  return content;
}

static char *
repeat (const char *unit,
        guint       n)
{
  GString *text = g_string_new (NULL);

  while (n-- > 0)
    g_string_append (text, unit);
  return g_string_free_and_steal (text);
}

static TrellisNode *
wrap (TrellisNode *block)
{
  TrellisNode *document = trellis_node_new (TRELLIS_NODE_DOCUMENT);

  trellis_node_append (document, block);
  return document;
}

/* The same text in every place that a report has for text. */
static TrellisNode *
everywhere (const char *text)
{
  static const TrellisNodeType items[] = { TRELLIS_NODE_COMPONENT, TRELLIS_NODE_ROLE,
                                           TRELLIS_NODE_SKILL, TRELLIS_NODE_POSTING };
  TrellisNode                 *document
      = trellis_node_new (TRELLIS_NODE_DOCUMENT),
      *list, *table, *row = NULL;
  TrellisNode *cover
      = trellis_node_append (document, trellis_node_new (TRELLIS_NODE_COVER));
  TrellisNode *demand, *bar;

  for (int a = 0; a < TRELLIS_N_ATTRIBUTES; a++)
    trellis_node_set (cover, (TrellisAttribute) a, text);
  trellis_node_append (document, pdf_sample_heading (2, text));
  trellis_node_append (document, pdf_sample_paragraph (text));
  trellis_node_append (document, trellis_node_new_text (TRELLIS_NODE_CODE_BLOCK, text));
  trellis_node_append (document, trellis_node_new_text (TRELLIS_NODE_HTML_BLOCK, text));
  list = trellis_node_append (document, trellis_node_new (TRELLIS_NODE_LIST));
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      TrellisNode *item = trellis_node_append (list, trellis_node_new (items[i]));

      for (int a = 0; a < TRELLIS_N_ATTRIBUTES; a++)
        trellis_node_set (item, (TrellisAttribute) a, text);
      item->number = items[i] == TRELLIS_NODE_SKILL ? 2 : 0;
      trellis_node_add_value (item, text);
      trellis_node_append (item, pdf_sample_paragraph (text));
    }
  table = trellis_node_append (document, trellis_node_new (TRELLIS_NODE_TABLE));
  for (guint i = 0; i < 9; i++)
    {
      if (i % 3 == 0)
        row = trellis_node_append (table, trellis_node_new (TRELLIS_NODE_TABLE_ROW));
      trellis_node_append (trellis_node_append (row, trellis_node_new (TRELLIS_NODE_TABLE_CELL)),
                           trellis_node_new_text (TRELLIS_NODE_TEXT, text));
    }
  demand = trellis_node_append (document, trellis_node_new (TRELLIS_NODE_DEMAND));
  bar = trellis_node_append (demand, trellis_node_new (TRELLIS_NODE_DEMAND_BAR));
  trellis_node_set (bar, TRELLIS_ATTRIBUTE_NAME, text);
  trellis_node_add_value (bar, text);
  bar->number = 7;
  demand->number = 3;
  return document;
}

static void
test_characters_that_nobody_can_print (void)
{
  static const char *const texts[] = {
    "",
    " ",
    "\n\n",
    "\001\002\033[31m\177",
    "\314\201",
    "a\314\201\314\201\314\201\314\201\314\201",
    "\377\376",
    "\357\277\276 \357\273\277",
    "\360\237\230\200 \360\237\221\251\342\200\215\360\237\222\273",
    "\333\201\330\261 \330\271\330\261\330\250\331\212 abc 123",
    "\326\251\326\270 \327\251\327\234\327\225\327\235",
    "\342\200\256gnp.exe",
    "\356\200\200\363\260\200\200",
    "\355\240\200",
    "漢字かな交じり文",
    "ไทย",
    "Å̊ ﬁ ﬂ",
    "(\\)>>endobj",
    "' \" \\ %PDF",
    "\xf0\x90\x80\x80\xf0\x9f\x82\xa0",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *content = render (everywhere (texts[i]));
    }
}

static void
test_words_longer_than_a_line (void)
{
  g_autofree char *word = repeat ("Wortungetuem", 60);
  g_autofree char *content = render (everywhere (word));
}

static void
test_a_word_of_ten_thousand_letters (void)
{
  g_autofree char *word = repeat ("абвгдежзик", 1000);
  g_autofree char *content = render (wrap (pdf_sample_paragraph (word)));
  GString         *joined = g_string_new (content);

  g_string_replace (joined, "\n", "", 0);
  g_assert_nonnull (strstr (joined->str, word));
  g_string_free (joined, TRUE);
}

static TrellisNode *
link_to (const char *target,
         const char *text)
{
  TrellisNode *paragraph = pdf_sample_paragraph ("before ");
  TrellisNode *link = trellis_node_append (paragraph, trellis_node_new (TRELLIS_NODE_LINK));

  trellis_node_set (link, TRELLIS_ATTRIBUTE_TARGET, target);
  trellis_node_append (link, trellis_node_new_text (TRELLIS_NODE_TEXT, text));
  trellis_node_append (paragraph, trellis_node_new_text (TRELLIS_NODE_TEXT, " after"));
  return paragraph;
}

static void
test_addresses_with_anything_in_them (void)
{
  g_autofree char  *longest = repeat ("https://example.org/", 200);
  const char *const targets[] = {
    "",
    " ",
    "https://",
    "https://example.org/a b'c\"d\\e<f>{g}|h^i`j",
    "https://пример.рф/путь?а=б",
    "http://[::1]/x",
    "https://example.org/%zz%",
    "mailto:a@b",
    "javascript:alert('1')",
    "#x",
    "https://example.org/)>>endobj",
    "https://\342\200\256/",
    longest,
  };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *content = render (wrap (link_to (targets[i], "words")));
      g_autofree char *bare = render (wrap (link_to (targets[i], "")));

      g_assert_nonnull (strstr (content, "before words"));
    }
}

static void
test_links_that_run_over_pages (void)
{
  g_autofree char *text = repeat ("a link that goes on and on ", 800);
  g_autofree char *content = render (wrap (link_to ("https://example.org/", text)));

  g_assert_nonnull (strstr (content, "after"));
}

static void
test_links_in_links (void)
{
  TrellisNode     *paragraph = link_to ("https://example.org/outer", "outer");
  TrellisNode     *link = trellis_node_append (paragraph->first_child->next,
                                               trellis_node_new (TRELLIS_NODE_LINK));
  g_autofree char *content = NULL;

  trellis_node_set (link, TRELLIS_ATTRIBUTE_TARGET, "https://example.org/inner");
  trellis_node_append (link, trellis_node_new_text (TRELLIS_NODE_TEXT, "inner"));
  content = render (wrap (paragraph));
  g_assert_nonnull (strstr (content, "inner"));
}

static void
test_a_table_of_two_hundred_columns (void)
{
  TrellisNode     *table = trellis_node_new (TRELLIS_NODE_TABLE);
  g_autofree char *content = NULL;

  for (guint row = 0; row < 4; row++)
    {
      TrellisNode *tr = trellis_node_append (table, trellis_node_new (TRELLIS_NODE_TABLE_ROW));

      for (guint column = 0; column < 200 - row * 7; column++)
        {
          TrellisNode *cell
              = trellis_node_append (tr, trellis_node_new (TRELLIS_NODE_TABLE_CELL));
          g_autofree char *text = g_strdup_printf ("cell %u of row %u", column, row);

          cell->number = (int) (column % 4);
          trellis_node_append (cell, trellis_node_new_text (TRELLIS_NODE_TEXT, text));
        }
    }
  content = render (wrap (table));
  g_assert_nonnull (strstr (content, "row 3"));
}

static void
test_a_cell_longer_than_a_page (void)
{
  TrellisNode     *table = trellis_node_new (TRELLIS_NODE_TABLE);
  g_autofree char *text = repeat ("words that fill the cell ", 900), *content = NULL;

  for (guint row = 0; row < 3; row++)
    {
      TrellisNode *tr = trellis_node_append (table, trellis_node_new (TRELLIS_NODE_TABLE_ROW));

      for (guint column = 0; column < 2; column++)
        trellis_node_append (trellis_node_append (tr, trellis_node_new (TRELLIS_NODE_TABLE_CELL)),
                             trellis_node_new_text (TRELLIS_NODE_TEXT,
                                                    row == 1 && column == 1 ? text : "short"));
    }
  content = render (wrap (table));
}

static void
test_names_of_roles_that_fill_a_page (void)
{
  TrellisNode     *matrix = pdf_sample_matrix (3, 6);
  g_autofree char *word = repeat ("engineer", 1250);
  g_autofree char *words = repeat ("engineer of many things ", 20);
  g_autofree char *content = NULL;

  trellis_node_add_value (matrix, word);
  trellis_node_add_value (matrix, words);
  trellis_node_add_value (matrix, "");
  trellis_node_set (matrix->first_child->first_child, TRELLIS_ATTRIBUTE_NAME, word);
  content = render (wrap (matrix));
  g_assert_nonnull (strstr (content, "engineer of many things engineer of many things"));
}

static void
test_involvements_out_of_the_matrix (void)
{
  TrellisNode     *matrix = pdf_sample_matrix (2, 2);
  TrellisNode     *component = matrix->first_child->first_child;
  int              columns[] = { -1, 2, G_MAXINT, G_MININT };
  g_autofree char *content = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      TrellisNode *involvement = trellis_node_append (component,
                                                      trellis_node_new (TRELLIS_NODE_INVOLVEMENT));

      involvement->number = columns[i];
      trellis_node_set (involvement, TRELLIS_ATTRIBUTE_NAME, "Stray role");
    }
  content = render (wrap (matrix));
  g_assert_nonnull (strstr (content, "Stray role"));
}

static void
test_blocks_nested_a_thousand_deep (void)
{
  static const TrellisNodeType types[] = { TRELLIS_NODE_QUOTE, TRELLIS_NODE_LIST };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      TrellisNode     *document = trellis_node_new (TRELLIS_NODE_DOCUMENT), *deepest = document;
      g_autofree char *content = NULL;

      for (guint depth = 0; depth < 1000; depth++)
        {
          deepest = trellis_node_append (deepest, trellis_node_new (types[i]));
          if (types[i] == TRELLIS_NODE_LIST)
            deepest = trellis_node_append (deepest, trellis_node_new (TRELLIS_NODE_ITEM));
        }
      trellis_node_append (deepest, pdf_sample_paragraph ("bottom"));
      content = render (document);
      g_assert_nonnull (strstr (content, "bottom"));
    }
}

static void
test_marks_nested_a_thousand_deep (void)
{
  TrellisNode     *paragraph = trellis_node_new (TRELLIS_NODE_PARAGRAPH), *deepest = paragraph;
  g_autofree char *content = NULL;

  for (guint depth = 0; depth < 1000; depth++)
    deepest = trellis_node_append (deepest, trellis_node_new (depth % 2 ? TRELLIS_NODE_STRONG
                                                                        : TRELLIS_NODE_EMPHASIS));
  trellis_node_append (deepest, trellis_node_new_text (TRELLIS_NODE_TEXT, "bottom"));
  content = render (wrap (paragraph));
  g_assert_nonnull (strstr (content, "bottom"));
}

static void
test_nodes_without_anything_in_them (void)
{
  TrellisNode     *document = trellis_node_new (TRELLIS_NODE_DOCUMENT);
  g_autofree char *content = NULL;

  for (int type = TRELLIS_NODE_HEADING; type <= TRELLIS_NODE_CRITERION; type++)
    if (type != TRELLIS_NODE_TABLE_ROW && type != TRELLIS_NODE_TABLE_CELL)
      trellis_node_append (document, trellis_node_new ((TrellisNodeType) type));
  content = render (document);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile/characters-that-nobody-can-print",
                   test_characters_that_nobody_can_print);
  g_test_add_func ("/hostile/words-longer-than-a-line", test_words_longer_than_a_line);
  g_test_add_func ("/hostile/a-word-of-ten-thousand-letters", test_a_word_of_ten_thousand_letters);
  g_test_add_func ("/hostile/addresses-with-anything-in-them",
                   test_addresses_with_anything_in_them);
  g_test_add_func ("/hostile/links-that-run-over-pages", test_links_that_run_over_pages);
  g_test_add_func ("/hostile/links-in-links", test_links_in_links);
  g_test_add_func ("/hostile/a-table-of-two-hundred-columns", test_a_table_of_two_hundred_columns);
  g_test_add_func ("/hostile/a-cell-longer-than-a-page", test_a_cell_longer_than_a_page);
  g_test_add_func ("/hostile/names-of-roles-that-fill-a-page",
                   test_names_of_roles_that_fill_a_page);
  g_test_add_func ("/hostile/involvements-out-of-the-matrix", test_involvements_out_of_the_matrix);
  g_test_add_func ("/hostile/blocks-nested-a-thousand-deep", test_blocks_nested_a_thousand_deep);
  g_test_add_func ("/hostile/marks-nested-a-thousand-deep", test_marks_nested_a_thousand_deep);
  g_test_add_func ("/hostile/nodes-without-anything-in-them", test_nodes_without_anything_in_them);
  return g_test_run ();
}
