/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "markdown-fixture.h"

/* The rules of markdownlint that a writer can break, beyond those of the other tests, and trees
 * that no reader makes. */

static void
test_levels (void)
{
  fixture_assert_written ("## A\n#### B\n### C", "## A\n\n### B\n\n### C");
  fixture_assert_written ("# A\n## B\n# C\n## D", "# A\n\n## B\n\n## C\n\n### D");
  fixture_assert_kept ("### A\n\n## B\n\n### C");
}

static void
test_duplicates (void)
{
  fixture_assert_written (
      "## A\n\n### Tasks\n\n## B\n\n### Tasks\n\n## C\n\n### Tasks\n\n## D\n\n### Tasks",
      "## A\n\n### Tasks\n\n## B\n\n### **Tasks**\n\n## C\n\n### *Tasks*\n\n## D\n\nTasks");
}

static void
test_heading_ends (void)
{
  fixture_assert_written ("## Skills:", "## Skills");
  fixture_assert_written ("## **Skills:**", "## **Skills**");
  fixture_assert_written ("## Why?", "## Why?");
  fixture_assert_written ("## ...", "");
  fixture_assert_written ("## Навыки：", "## Навыки");
}

static void
test_disguised_headings (void)
{
  fixture_assert_written ("**Back-end engineer**\n\ntext", "Back-end engineer\n\ntext");
  fixture_assert_kept ("**Back-end engineer:**\n\ntext");
  fixture_assert_kept ("**Back-end engineer**\ntext");
  fixture_assert_kept ("- **Back-end engineer**");
}

static void
test_rules (void)
{
  fixture_assert_written ("a\n\n***\n\n* * *\n\nb\n___", "a\n\n---\n\nb\n\n---");
  fixture_assert_written ("---\n\na", "a");
}

static TrellisNode *
add_list (TrellisNode *parent,
          int          kind,
          const char  *text)
{
  TrellisNode *list = trellis_node_append (parent, trellis_node_new (TRELLIS_NODE_LIST));
  TrellisNode *item = trellis_node_append (list, trellis_node_new (TRELLIS_NODE_ITEM));
  TrellisNode *line = trellis_node_append (item, trellis_node_new (TRELLIS_NODE_PARAGRAPH));

  list->number = kind;
  trellis_node_append (line, trellis_node_new_text (TRELLIS_NODE_TEXT, text));
  return list;
}

/* Lists below each other stay two, whatever made them. */
static void
test_neighbours (void)
{
  g_autoptr (TrellisNode) document = trellis_node_new (TRELLIS_NODE_DOCUMENT);
  g_autofree char        *written = NULL;

  add_list (document, TRELLIS_LIST_KIND_BULLETS, "a");
  add_list (document, TRELLIS_LIST_KIND_BULLETS, "b");
  add_list (document, TRELLIS_LIST_KIND_NUMBERS, "c");
  add_list (document, TRELLIS_LIST_KIND_NUMBERS, "d");
  written = trellis_markdown_write (document);
  g_assert_cmpstr (written, ==, "- a\n\n<!-- -->\n\n- b\n\n1. c\n\n<!-- -->\n\n1. d\n");
  fixture_assert_kept (g_strchomp (written));
}

/* Texts that say what no Markdown says by itself. */
static void
test_foreign_texts (void)
{
  static const char *const texts[] = {
    " padded ",
    "two\nlines",
    "tab\there",
    "\xE2\x80\xA2 bullet",
    "- a\n# b\n1. c",
    "",
    "\n\n",
    "**",
    "https://ex.org",
    "<!-- x -->",
    "[a]: b",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (int type = TRELLIS_NODE_HEADING; type <= TRELLIS_NODE_PARAGRAPH; type++)
      {
        g_autoptr (TrellisNode) document = trellis_node_new (TRELLIS_NODE_DOCUMENT);
        TrellisNode            *block = trellis_node_append (document, trellis_node_new (type));
        TrellisNode            *strong
            = trellis_node_append (block, trellis_node_new (TRELLIS_NODE_STRONG));
        g_autofree char *written = NULL;

        block->number = type == TRELLIS_NODE_HEADING ? 2 : 0;
        trellis_node_append (strong, trellis_node_new_text (TRELLIS_NODE_TEXT, texts[i]));
        trellis_node_append (block, trellis_node_new_text (TRELLIS_NODE_TEXT, texts[i]));
        written = trellis_markdown_write (document);
        fixture_assert_kept (g_strchomp (written));
      }
}

static void
test_the_tree_is_left_alone (void)
{
  g_autoptr (TrellisNode) document = trellis_markdown_parse (
      "#### A:\n[here](https://ex.org)\n\n|a|\n|1|2|");
  g_autoptr (TrellisNode) copy = trellis_node_copy (document);
  g_autofree char        *written = trellis_markdown_write (document);

  g_assert_true (trellis_node_equal (document, copy));
  g_assert_nonnull (written);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/levels-do-not-jump-and-one-h1-is-enough", test_levels);
  g_test_add_func ("/markdown/no-two-headings-are-the-same", test_duplicates);
  g_test_add_func ("/markdown/headings-end-without-punctuation", test_heading_ends);
  g_test_add_func ("/markdown/a-bold-line-alone-becomes-plain", test_disguised_headings);
  g_test_add_func ("/markdown/rules-stand-between-blocks", test_rules);
  g_test_add_func ("/markdown/lists-below-each-other-stay-two", test_neighbours);
  g_test_add_func ("/markdown/any-text-can-be-written", test_foreign_texts);
  g_test_add_func ("/markdown/writing-leaves-the-tree-alone", test_the_tree_is_left_alone);
  return g_test_run ();
}
