/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "markdown-fixture.h"

#include <time.h>

/* No word is lost, and writing is stable, for any input: made of pieces that mean something to some
 * reader of Markdown, put together at random, and for the worst that is known. */

#define DOCUMENTS 3000
#define MAX_LINES 24
#define MAX_PIECES 8

static const char *const starts[] = {
  "", "", "", "", " ", "  ", "    ", "\t", "      ", "- ", "* ", "+ ", "1. ", "2. ", "3) ",
  "10. ", "> ", "> > ", "> - ", "# ", "## ", "##",
  "###### ", "| ", "|", "•", "-", "```", "~~~", "    - ", "<div>", "</div>", "<pre>", "<!--",
  "-->", "<!-- x -->", "[r]: https://ex.org/r",
  "===", "---", "***", "|---|---|", "--- | ---", "$$", "::: x", "- [ ] ", "[^1]: ", "key: value",
};

static const char *const pieces[] = {
  "alpha", "бета", "gamma1", "C++", "R&D", "a_b", "_x_", "__x__", "*x*", "**x**", "***x***",
  "**x:**y", "`x`", "`` a`b ``", "` x `", "`",
  "[x](y)", "[link](https://ex.org)", "[x](<a b>)", "[x]()", "[](y)", "[x][r]", "[r]",
  "[x][none]", "![](i.png)", "![x](i.png)", "<br>",
  "<Backend>", "<https://ex.org/a_b>", "https://ex.org/a*b*?c=1&d=2", "www.ex.org", "me@ex.org",
  "http://", "<!--", "-->", "<!-- y -->", "<img src=x>",
  "[x](#none)", "(a)[b]", "\\*",
  "\\", "\\<", "&amp;", "&copy", "|", "\\|", "a | b", "~~x~~", "~",
  "$5", "$", "[", "]", "(", ")", "!", "<", ">", "#",
  "\xC2\xA0", "\xE2\x80\x8B", "\xE2\x80\x8D", "\xEF\xB8\x8F", "\xE2\x80\x94", "  ", " ", " ",
  " ", " ", ".", ":", "1.", "-", "*", "_", "\r", "\x01", "\xFF",
};

static void
append_line (GString *out)
{
  if (g_test_rand_int_range (0, 8) == 0)
    return;
  g_string_append (out, starts[g_test_rand_int_range (0, G_N_ELEMENTS (starts))]);
  for (int n = g_test_rand_int_range (0, MAX_PIECES); n > 0; n--)
    {
      g_string_append (out, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      if (g_test_rand_bit ())
        g_string_append_c (out, ' ');
    }
}

static void
test_random (void)
{
  for (int i = 0; i < DOCUMENTS; i++)
    {
      g_autoptr (GString) markdown = g_string_new (NULL);

      for (int lines = g_test_rand_int_range (1, MAX_LINES); lines > 0; lines--)
        {
          append_line (markdown);
          g_string_append_c (markdown, '\n');
        }
      fixture_assert_holds (markdown->str);
    }
}

static char *
repeat (const char *piece,
        int         times)
{
  GString *out = g_string_new (NULL);

  for (int i = 0; i < times; i++)
    g_string_append (out, piece);
  return g_string_free_and_steal (out);
}

/* Seconds of the processor, not of the clock: a busy machine does not count. */
static double
measure (const char *piece,
         int         times)
{
  g_autofree char *markdown = repeat (piece, times);
  clock_t          started = clock ();
  g_autofree char *written = fixture_convert (markdown);

  g_assert_nonnull (written);
  return (double) (clock () - started) / CLOCKS_PER_SEC;
}

/* Ten times the input may take some more than ten times as long, but not a hundred times. */
static void
test_linear (void)
{
  static const char *const worst[] = {
    "[",
    "`",
    ">",
    "*",
    "_",
    "**a ",
    "[a](",
    "![",
    "<",
    "<!--",
    "<!-- x\n",
    "](",
    "- ",
    "> - ",
    "|",
    "|a|b\n",
    "\\",
    "&",
    "http://a ",
    "a@b.c ",
    "```\n",
    "~~~~\nx\n",
    "# a\n",
    "- a\n",
    "2. a\n",
    "x\n",
    "[a]: b\n",
    "[a][b] ",
    "<div>\n",
    "<pre>\n",
    "<img ",
    "•",
    "*a_ ",
    "a\n---\n\n",
    "(a)[b]",
    "`` ` ``` ",
    "<!-- -->",
    "x  \n",
    "a\xE2\x80\x8D",
    "\r",
  };

#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("The sanitizer measures every string that is searched");
  return;
#endif
  for (guint i = 0; i < G_N_ELEMENTS (worst); i++)
    {
      double small = measure (worst[i], 2000);
      double large = measure (worst[i], 20000);

      if (large > 0.1 && large > 40 * small)
        g_error ("\"%s\": %.3f s for 2,000, %.3f s for 20,000", worst[i], small, large);
    }
}

static void
test_deep (void)
{
  g_autofree char    *quotes = repeat ("> ", 5000);
  g_autofree char    *brackets = repeat ("[", 100000);
  g_autofree char    *stars = repeat ("**a *b ", 5000);
  g_autoptr (GString) list = g_string_new (NULL);

  for (int i = 0; i < 300; i++)
    g_string_append_printf (list, "%*s- item %d\n", i * 2, "", i);
  g_string_append (list, quotes);
  g_string_append (list, "text\n\n");
  g_string_append (list, brackets);
  g_string_append (list, stars);
  fixture_assert_holds (list->str);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/no-word-is-lost-and-writing-is-stable-whatever-is-read", test_random);
  g_test_add_func ("/markdown/the-worst-input-takes-linear-time", test_linear);
  g_test_add_func ("/markdown/what-is-too-deep-is-text", test_deep);
  return g_test_run ();
}
