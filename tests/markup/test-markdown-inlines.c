/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "markdown-fixture.h"

static void
test_escapes (void)
{
  static const char *const kept[] = {
    "R&D in C++ and C# with snake_case",
    "2 < 3 > 1",
    "50 % off, ~5 minutes",
    "[Gateway]",
    "[x] done",
    "a [1] b",
    "costs $5",
    "a | b",
    "-5 degrees",
    "+7 999",
    "1.5 GB",
    "what? yes!",
    "e.g. \"this\" — and 'that'",
    "back\\slash",
  };
  static const char *const pairs[][2] = {
    { "2 * 3 * 4", "2 \\* 3 \\* 4" },
    { "_x", "\\_x" },
    { "a[0](b)", "[a0](b)" },
    { "\\[not\\](a link)", "\\[not](a link)" },
    { "\\&copy; is not ©", "\\&copy; is not ©" },
    { "(see)[1]", "(see)\\[1]" },
    { "\\# no heading\n\\- no item\n\\> no quote", "\\# no heading\n\\- no item\n\\> no quote" },
    { "from $5 to $10", "from \\$5 to \\$10" },
    { "[^1]", "\\[^1]" },
    { "x\n\\===", "x\n\\===" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    fixture_assert_kept (kept[i]);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (i != 2)
      fixture_assert_written (pairs[i][0], pairs[i][1]);
}

static void
test_escape_plain (void)
{
  static const char *const names[] = {
    "C++",
    "*",
    "__init__",
    "a`b",
    "<Backend>",
    "[x](y)",
    "- item",
    "1. one",
    "# x",
    "a\\",
    "a & b",
    "&amp;",
    "~~x~~",
    "|",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char        *escaped = trellis_markdown_escape (names[i]);
      g_autoptr (TrellisNode) inlines = trellis_markdown_parse_inlines (escaped);
      g_autoptr (TrellisNode) blocks = trellis_markdown_parse (escaped);
      g_autofree char        *text = trellis_node_to_plain_text (inlines);
      g_autofree char        *line = g_strconcat (names[i], "\n", NULL);

      g_assert_cmpstr (g_strchomp (text), ==, names[i]);
      g_assert_cmpint (blocks->first_child->type, ==, TRELLIS_NODE_PARAGRAPH);
    }
}

static void
test_emphasis (void)
{
  fixture_assert_written ("_a_ and __b__", "*a* and **b**");
  fixture_assert_written ("**Label:** text", "**Label:** text");
  fixture_assert_written ("x **Label:**text", "x **Label:** text");
  fixture_assert_written ("**a:**b **c", "\\*\\*a:\\*\\*b \\*\\*c");
  fixture_assert_kept ("x ***a** b*");
  fixture_assert_written ("~~gone~~", "~~gone~~");
  fixture_assert_written ("** not bold **", "\\*\\* not bold \\*\\*");
}

static void
test_addresses (void)
{
  fixture_assert_written ("see https://ex.org/a_b_c, please", "see <https://ex.org/a_b_c>, please");
  fixture_assert_written ("(https://ex.org/x_(y))", "(<https://ex.org/x_(y)>)");
  fixture_assert_written ("https://ex.org/~u/~v?a=1&amp;b=2", "<https://ex.org/~u/~v?a=1&amp;b=2>");
  fixture_assert_written ("www.ex.org", "<https://www.ex.org>");
  fixture_assert_written ("www. alone", "www\\. alone");
  fixture_assert_written ("a :b[c](https://ex.org)", "a \\:b[c](https://ex.org)");
  fixture_assert_written ("write to me@ex.org.", "write to <me@ex.org>.");
  fixture_assert_written ("**https://ex.org**: x", "**<https://ex.org>**: x");
  fixture_assert_kept ("[https://ex.org](https://ex.org/other)");
  fixture_assert_kept ("`https://ex.org`");
}

static void
test_links (void)
{
  fixture_assert_kept ("[a](b \"t \\\" u\")");
  fixture_assert_written ("[a](<b c>)", "[a](<b c>)");
  fixture_assert_kept ("[https://ex.org](https://ex.org)");
  fixture_assert_written ("[here](https://ex.org)", "here: <https://ex.org>");
  fixture_assert_written ("[ Link ](docs/a.pdf)", "Link: [docs/a.pdf](docs/a.pdf)");
  fixture_assert_written ("[](https://ex.org)", "<https://ex.org>");
  fixture_assert_written ("[a]() and [b](#)", "a and b");
  fixture_assert_written ("![](a.png)", "![image](a.png)");
  fixture_assert_kept ("[a](b&amp;c)");
  fixture_assert_written ("## Roles\n\n[x](#roles) [y](#none)",
                          "## Roles\n\n[x](#roles) y (#none)");
}

static void
test_references (void)
{
  fixture_assert_written ("[a] and [b][a]\n\n[a]: https://ex.org",
                          "[a][a] and [b][a]\n\n[a]: https://ex.org");
  fixture_assert_written ("[a][b]", "\\[a]\\[b]");
  fixture_assert_written ("text\n\n[a]: https://ex.org", "text\n\n\\[a]: <https://ex.org>");
  fixture_assert_written ("[a]\n\n[a]: x\n[a]: y", "[a][a]\n\n[a]: x\n\n\\[a]: y");
  fixture_assert_kept ("[//]: # (a comment)");
}

static void
test_tags (void)
{
  fixture_assert_kept ("a<br>b &nbsp; <kbd>c</kbd>");
  fixture_assert_written ("List<String> x", "List\\<String> x");
  fixture_assert_written ("<Role:Backend>", "\\<Role:Backend>");
}

static void
test_code (void)
{
  fixture_assert_written ("` a `", "`a`");
  fixture_assert_kept ("``a`b``");
  fixture_assert_kept ("`` `a` ``");
  fixture_assert_written ("`` ` ``", "`` ` ``");
  fixture_assert_written ("`a", "\\`a");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/only-what-would-be-markup-is-escaped", test_escapes);
  g_test_add_func ("/markdown/an-escaped-name-reads-as-the-name", test_escape_plain);
  g_test_add_func ("/markdown/emphasis-has-one-form", test_emphasis);
  g_test_add_func ("/markdown/bare-addresses-become-links", test_addresses);
  g_test_add_func ("/markdown/links-say-where-they-lead", test_links);
  g_test_add_func ("/markdown/references-need-their-definition", test_references);
  g_test_add_func ("/markdown/known-tags-stay-and-others-are-text", test_tags);
  g_test_add_func ("/markdown/code-keeps-its-backticks", test_code);
  return g_test_run ();
}
