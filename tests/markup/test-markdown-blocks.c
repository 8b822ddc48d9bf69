/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "markdown-fixture.h"

/* What students write, and what becomes of it. */

static void
test_headings (void)
{
  fixture_assert_written ("##Title\ntext", "## Title\n\ntext");
  fixture_assert_written ("  ## Title ##", "## Title");
  fixture_assert_written ("Title\n=====\nText\n", "# Title\n\nText");
  fixture_assert_written ("text\n\nTitle\n---\n", "text\n\n## Title");
  fixture_assert_written ("One\n===\nTwo\n===\n", "# One\n\n## Two");
  fixture_assert_written ("A sentence.\n---\n", "A sentence.\n\n---");
  fixture_assert_written ("#1 in sales", "\\#1 in sales");
  fixture_assert_written ("## Learn C#", "## Learn C\\#");
}

static void
test_lists (void)
{
  fixture_assert_written ("Tools:\n* hammer\n* saw", "Tools:\n\n- hammer\n- saw");
  fixture_assert_written ("• hammer\n• saw", "- hammer\n- saw");
  fixture_assert_written ("-Hammer\n-Saw", "- Hammer\n- Saw");
  fixture_assert_written ("- a\n    -Item\n    - b", "- a\n  - Item\n  - b");
  fixture_assert_written ("- a\n - b\n- c", "- a\n- b\n- c");
  fixture_assert_written ("\t- a\n\t\t- b", "- a\n  - b");
  fixture_assert_written ("1. a\n  - b\n2. c", "1. a\n   - b\n2. c");
  fixture_assert_written ("- a\n\n\n- b", "- a\n\n- b");
  fixture_assert_written ("- a\n-\n- b", "- a\n- b");
}

static void
test_item_text (void)
{
  fixture_assert_written ("- a\ngoes on", "- a\n  goes on");
  fixture_assert_written ("- a\n\n  more\n- b", "- a\n\n  more\n\n- b");
  fixture_assert_written ("- a\nSoft skills:\n- b", "- a\n\nSoft skills:\n\n- b");
  fixture_assert_written ("- a\n\nafter", "- a\n\nafter");
  fixture_assert_written ("- ### Title\n- # x", "- Title\n- x");
  fixture_assert_written ("- - x", "- \\- x");
}

static void
test_comments_in_lists (void)
{
  fixture_assert_written ("### Skills\n<!-- 3-5 skills -->\n- Go\n- C",
                          "### Skills\n\n<!-- 3-5 skills -->\n\n- Go\n- C");
  fixture_assert_written ("- Go\n<!-- and -->\n- C", "- Go\n  <!-- and -->\n- C");
  fixture_assert_written ("- Go\n\n<!-- -->\n\n- C", "- Go\n\n<!-- -->\n\n- C");
}

static void
test_numbers (void)
{
  fixture_assert_kept ("1. a\n2. b\n3. c");
  fixture_assert_kept ("1. a\n1. b");
  fixture_assert_written ("1) a\n2) b", "1. a\n2. b");
  fixture_assert_written ("2. b\n3. c", "2\\. b\n\n3\\. c");
  fixture_assert_written ("1. a\n2. b\n4. d", "1. a\n2. b\n\n4\\. d");
  fixture_assert_written ("0. a\n1. b", "0\\. a\n\n1. b");
  fixture_assert_written ("01. a", "01\\. a");
  fixture_assert_written ("1. a\n\ntext\n\n2. b", "1. a\n\ntext\n\n2\\. b");
  fixture_assert_written ("1. a\n2. b\n1. c\n2. d", "1. a\n2. b\n\n1) c\n2) d");
  fixture_assert_kept ("1. a\n2. b\n3. c\n4. d\n5. e\n6. f\n7. g\n8. h\n9. i\n10. j\n    - k");
  fixture_assert_written ("in the year\n2020. A good one", "in the year\n2020\\. A good one");
  fixture_assert_written ("1.", "1\\.");
}

static void
test_tables (void)
{
  fixture_assert_written ("|a|b|\n|:-|-:|\n|1|2|", "| a | b |\n| :--- | ---: |\n| 1 | 2 |");
  fixture_assert_written ("a | b\n--- | ---\n1 | 2\n3 | 4",
                          "| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |");
  fixture_assert_written ("|a|\n|-|\n|1|2|3|", "| a | | |\n| --- | --- | --- |\n| 1 | 2 | 3 |");
  fixture_assert_written ("|a|b|\n|1|2|", "| a | b |\n| --- | --- |\n| 1 | 2 |");
  fixture_assert_written ("text\n| a | b |\n|---|---|", "text\n\n| a | b |\n| --- | --- |");
  fixture_assert_kept ("| a \\| b | `c\\|d` |\n| --- | --- |\n| \\- | \\x |");
}

static void
test_code (void)
{
  fixture_assert_written ("```\nx\n\ty\n```", "```text\nx\n    y\n```");
  fixture_assert_written ("~~~python\nx\n~~~", "```python\nx\n```");
  fixture_assert_written ("````\n```\n````", "````text\n```\n````");
  fixture_assert_written ("```\nthe rest is no code", "\\`\\`\\`\nthe rest is no code");
  fixture_assert_written ("    -Item\n\n        deep", "- Item\n\n  deep");
  fixture_assert_written ("```\n$ make\n$ make test\n```", "```text\nmake\nmake test\n```");
  fixture_assert_kept ("```text\n$ make\ndone\n```");
  fixture_assert_kept ("- a\n\n  ```text\n  # no heading\n  ```\n\n- b");
}

static void
test_quotes (void)
{
  fixture_assert_written (">a\n>  b", "> a\n> b");
  fixture_assert_written ("> a\nlazy", "> a\n> lazy");
  fixture_assert_written ("> > a\n> b", "> > a\n> > b");
  fixture_assert_written ("> - a\n>   - b\n>\n> c", "> - a\n>   - b\n>\n> c");
}

static void
test_html (void)
{
  fixture_assert_kept ("<details>\n<summary>More</summary>\n\n- a\n\n</details>");
  fixture_assert_kept ("<pre>\n  *a*\n\n  b\n</pre>");
  fixture_assert_written ("<pre>never closed", "\\<pre>never closed");
  fixture_assert_written ("<Backend>", "\\<Backend>");
  fixture_assert_written ("<img src=\"a.png\">", "<img src=\"a.png\" alt=\"\">");
  fixture_assert_written ("<center>**Title**</center>", "<center>Title</center>");
}

static void
test_comments (void)
{
  fixture_assert_kept ("<!-- one -->");
  fixture_assert_kept ("<!--\n## no heading\n\n- no item\n-->\n\ntext");
  fixture_assert_written ("<!-- a --> text", "<!-- a -->\n\ntext");
  fixture_assert_written ("text <!-- a\nb --> more", "text <!-- a b --> more");
  fixture_assert_written ("<!-- never closed", "\\<\\!-- never closed");
  fixture_assert_kept ("- item <!-- note -->");
}

static void
test_front_matter (void)
{
  fixture_assert_kept ("---\nauthor: A\ntitle: B\n---\n\n## Text");
  fixture_assert_written ("---\ntitle: B\n---\n# Text\n### More",
                          "---\ntitle: B\n---\n\n## Text\n\n### More");
  fixture_assert_written ("text\n\n---\nkey: v\n---", "text\n\n---\n\n## key: v");
}

static void
test_line_ends (void)
{
  fixture_assert_written ("a\r\nb\rc", "a\nb\nc");
  fixture_assert_written ("\xEF\xBB\xBF## A\xE2\x80\x8B", "## A");
  fixture_assert_written ("a  \nb\\\nc   ", "a  \nb  \nc");
  fixture_assert_written ("a\xC2\xA0\n\xC2\xA0- b", "a\n\n- b");
  fixture_assert_written ("bad \xFF bytes", "bad \xEF\xBF\xBD bytes");
  fixture_assert_written ("", "");
  fixture_assert_written (" \n\t\n", "");
}

static void
test_tree (void)
{
  fixture_assert_tree ("1. **A** — b\n   - c\n",
                       "document\n"
                       "  list 1\n"
                       "    item\n"
                       "      paragraph\n"
                       "        strong\n"
                       "          text text=\"A\"\n"
                       "        text text=\" — b\"\n"
                       "      list\n"
                       "        item\n"
                       "          paragraph\n"
                       "            text text=\"c\"\n");
  fixture_assert_tree ("[a][r]\n\n[r]: https://ex.org \"t\"",
                       "document\n"
                       "  paragraph\n"
                       "    link label=\"r\" target=\"https://ex.org\"\n"
                       "      text text=\"a\"\n"
                       "  definition text=\"[r]: https://ex.org \\\"t\\\"\"\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/headings-need-neither-blank-nor-mark", test_headings);
  g_test_add_func ("/markdown/lists-are-known-by-any-mark-and-by-indentation", test_lists);
  g_test_add_func ("/markdown/text-goes-on-with-an-item-unless-it-opens-something", test_item_text);
  g_test_add_func ("/markdown/comments-do-not-cut-lists", test_comments_in_lists);
  g_test_add_func ("/markdown/numbers-that-do-not-count-are-text", test_numbers);
  g_test_add_func ("/markdown/no-cell-is-dropped", test_tables);
  g_test_add_func ("/markdown/only-closed-fences-are-code", test_code);
  g_test_add_func ("/markdown/quotes-hold-blocks", test_quotes);
  g_test_add_func ("/markdown/html-stays-as-written-and-other-tags-are-text", test_html);
  g_test_add_func ("/markdown/comments-stay-as-written", test_comments);
  g_test_add_func ("/markdown/front-matter-stands-at-the-very-beginning", test_front_matter);
  g_test_add_func ("/markdown/line-ends-and-invisible-characters-are-regular", test_line_ends);
  g_test_add_func ("/markdown/the-tree-says-what-was-read", test_tree);
  return g_test_run ();
}
