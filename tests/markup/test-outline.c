/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-outline.h"

#include <string.h>

static const TrellisLine *
line_at (const TrellisOutline *outline, guint index)
{
  g_assert_cmpuint (index, <, outline->lines->len);
  return trellis_outline_get_line (outline, index);
}

static void
assert_line (const char *source, guint index, TrellisLineKind kind, const char *text)
{
  g_autoptr (TrellisOutline) outline = trellis_outline_new (source, NULL);

  g_assert_cmpint (line_at (outline, index)->kind, ==, kind);
  g_assert_cmpstr (line_at (outline, index)->text, ==, text);
}

static void
test_headings (void)
{
  assert_line ("## Title", 0, TRELLIS_LINE_HEADING, "Title");
  assert_line ("##Title", 0, TRELLIS_LINE_HEADING, "Title");
  assert_line ("      ### Deep", 0, TRELLIS_LINE_HEADING, "Deep");
  assert_line ("## Title ##", 0, TRELLIS_LINE_HEADING, "Title");
  assert_line ("## C#", 0, TRELLIS_LINE_HEADING, "C#");
  assert_line ("#1 in the town", 0, TRELLIS_LINE_TEXT, "#1 in the town");
  assert_line ("\\# no heading", 0, TRELLIS_LINE_TEXT, "\\# no heading");
}

static void
test_underlined (void)
{
  g_autoptr (TrellisOutline) outline = trellis_outline_new ("Title\n=====\n\nSmaller\n---\n", NULL);

  g_assert_cmpint (line_at (outline, 0)->kind, ==, TRELLIS_LINE_HEADING);
  g_assert_cmpint (line_at (outline, 0)->level, ==, 1);
  g_assert_cmpint (line_at (outline, 1)->kind, ==, TRELLIS_LINE_RULE);
  g_assert_cmpint (line_at (outline, 3)->kind, ==, TRELLIS_LINE_HEADING);
  g_assert_cmpint (line_at (outline, 3)->level, ==, 2);
  assert_line ("A sentence that ends.\n---\n", 0, TRELLIS_LINE_TEXT, "A sentence that ends.");
  assert_line ("- item\n---\n", 0, TRELLIS_LINE_ITEM, "item");
  assert_line ("- item\n---\n", 1, TRELLIS_LINE_RULE, "---");
}

static void
test_bullets (void)
{
  assert_line ("- x", 0, TRELLIS_LINE_ITEM, "x");
  assert_line ("*   x", 0, TRELLIS_LINE_ITEM, "x");
  assert_line ("+ x", 0, TRELLIS_LINE_ITEM, "x");
  assert_line ("• x", 0, TRELLIS_LINE_ITEM, "x");
  assert_line ("•x", 0, TRELLIS_LINE_ITEM, "x");
  assert_line ("-Item", 0, TRELLIS_LINE_ITEM, "Item");
  assert_line ("-Сервис", 0, TRELLIS_LINE_ITEM, "Сервис");
  assert_line ("-", 0, TRELLIS_LINE_ITEM, "");
  assert_line ("-5 degrees", 0, TRELLIS_LINE_TEXT, "-5 degrees");
  assert_line ("*emphasis* first", 0, TRELLIS_LINE_TEXT, "*emphasis* first");
  assert_line ("**bold** first", 0, TRELLIS_LINE_TEXT, "**bold** first");
  assert_line ("* * *", 0, TRELLIS_LINE_RULE, "* * *");
}

static void
test_numbers (void)
{
  g_autoptr (TrellisOutline) outline = trellis_outline_new ("3) Tester\n12 Tester", NULL);

  g_assert_cmpint (line_at (outline, 0)->ordinal, ==, 3);
  g_assert_cmpint (line_at (outline, 0)->marker, ==, ')');
  g_assert_cmpint (line_at (outline, 1)->kind, ==, TRELLIS_LINE_NUMBERED);
  g_assert_cmpstr (line_at (outline, 1)->text, ==, "Tester");
  g_assert_cmpstr (line_at (outline, 1)->full, ==, "12 Tester");
  assert_line ("1.Tester", 0, TRELLIS_LINE_ITEM, "Tester");
  assert_line ("1.5 years", 0, TRELLIS_LINE_TEXT, "1.5 years");
  assert_line ("2024 was good", 0, TRELLIS_LINE_TEXT, "2024 was good");
}

static void
test_indentation (void)
{
  g_autoptr (TrellisOutline) outline
      = trellis_outline_new ("\t- a\n\u00A0\u00A0- b\n        text\n> - c", NULL);

  g_assert_cmpint (line_at (outline, 0)->indent, ==, 4);
  g_assert_cmpint (line_at (outline, 0)->kind, ==, TRELLIS_LINE_ITEM);
  g_assert_cmpint (line_at (outline, 1)->indent, ==, 2);
  g_assert_cmpint (line_at (outline, 2)->kind, ==, TRELLIS_LINE_TEXT);
  g_assert_true (line_at (outline, 3)->quoted);
  g_assert_cmpstr (line_at (outline, 3)->text, ==, "c");
}

static void
test_comments (void)
{
  const char *source
      = "a <!-- b --> c\n<!-- alone -->\n<!-- two\nlines --> - x\n`<!--` stays\n<!-- open";
  g_autoptr (TrellisOutline) outline = trellis_outline_new (source, NULL);

  g_assert_cmpstr (line_at (outline, 0)->text, ==, "a  c");
  g_assert_cmpint (line_at (outline, 1)->kind, ==, TRELLIS_LINE_COMMENT);
  g_assert_cmpint (line_at (outline, 2)->kind, ==, TRELLIS_LINE_COMMENT);
  g_assert_cmpint (line_at (outline, 3)->kind, ==, TRELLIS_LINE_ITEM);
  g_assert_cmpstr (line_at (outline, 3)->source, ==, "lines --> - x");
  g_assert_cmpstr (line_at (outline, 4)->text, ==, "`<!--` stays");
  g_assert_cmpstr (line_at (outline, 5)->text, ==, "<!-- open");
}

static void
test_fences (void)
{
  const char                *source = "```c\n# no heading\n<!-- no comment\n```\n# Heading\n"
                                      "```\nnever closed";
  g_autoptr (TrellisOutline) outline = trellis_outline_new (source, NULL);

  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (line_at (outline, i)->kind, ==, TRELLIS_LINE_CODE);
  g_assert_cmpint (line_at (outline, 4)->kind, ==, TRELLIS_LINE_HEADING);
  g_assert_cmpint (line_at (outline, 5)->kind, ==, TRELLIS_LINE_TEXT);
  g_assert_cmpint (line_at (outline, 6)->kind, ==, TRELLIS_LINE_TEXT);
}

static void
test_tables (void)
{
  const char *source
      = "| a | b\\|c |\n|---|:-:|\n| 1 |  |\n\na | b\n--- | ---\n1 | 2\n\nprose | with a bar";
  g_autoptr (TrellisOutline) outline = trellis_outline_new (source, NULL);

  g_assert_cmpint (line_at (outline, 0)->kind, ==, TRELLIS_LINE_ROW);
  g_assert_cmpstr (line_at (outline, 0)->cells[1], ==, "b\\|c");
  g_assert_cmpuint (g_strv_length (line_at (outline, 0)->cells), ==, 2);
  g_assert_cmpint (line_at (outline, 1)->kind, ==, TRELLIS_LINE_RULER);
  g_assert_cmpstr (line_at (outline, 2)->cells[1], ==, "");
  g_assert_cmpint (line_at (outline, 4)->kind, ==, TRELLIS_LINE_ROW);
  g_assert_cmpint (line_at (outline, 5)->kind, ==, TRELLIS_LINE_RULER);
  g_assert_cmpstr (line_at (outline, 6)->cells[1], ==, "2");
  g_assert_cmpint (line_at (outline, 8)->kind, ==, TRELLIS_LINE_TEXT);
}

static void
test_front_matter (void)
{
  assert_line ("---\ntitle: Ledger\n---\n# A", 1, TRELLIS_LINE_FRONT_MATTER, "title: Ledger");
  assert_line ("---\ntitle: Ledger\n---\n# A", 3, TRELLIS_LINE_HEADING, "A");
  assert_line ("---\nA sentence.\n---\n", 0, TRELLIS_LINE_RULE, "---");
}

static void
test_line_ends (void)
{
  g_autoptr (TrellisOutline) outline
      = trellis_outline_new ("\xEF\xBB\xBF# A\r\nb\rc\n\n", "report.md");

  g_assert_cmpuint (outline->lines->len, ==, 4);
  g_assert_cmpint (line_at (outline, 0)->kind, ==, TRELLIS_LINE_HEADING);
  g_assert_cmpstr (line_at (outline, 1)->source, ==, "b");
  g_assert_cmpint (line_at (outline, 2)->number, ==, 3);
  g_assert_cmpint (line_at (outline, 3)->kind, ==, TRELLIS_LINE_BLANK);
  g_assert_cmpstr (outline->file, ==, "report.md");
}

static void
test_invisible (void)
{
  assert_line ("\u200B- Py\u00ADthon\u200D", 0, TRELLIS_LINE_ITEM, "Python");
  assert_line ("\u200B", 0, TRELLIS_LINE_BLANK, "");
}

static void
test_bold (void)
{
  static const struct
  {
    const char *text;
    gboolean    bold;
  } cases[] = {
    { "**Label**", TRUE },
    { "**Label:**", TRUE },
    { "**Label**:", TRUE },
    { "__Label__", TRUE },
    { "***Label***", TRUE },
    { "<b>Label</b>", TRUE },
    { "**a** and **b**", FALSE },
    { "**a** rest", FALSE },
    { "****", FALSE },
    { "**open", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrellisOutline) outline = trellis_outline_new (cases[i].text, NULL);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (trellis_line_is_bold (line_at (outline, 0)), ==, cases[i].bold);
    }
}

static void
test_emphasis (void)
{
  static const char *const cases[][2] = {
    { "**a** _b_ `c`", "a b c" },
    { "snake_case", "snake_case" },
    { "2 * 3", "2 * 3" },
    { "~~old~~ ~5", "old ~5" },
    { "a<br>b <i>c</i> <Role>", "a b c <Role>" },
    { "\\*star", "*star" },
    { "plain", "plain" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = trellis_line_strip_emphasis (cases[i][0]);

      g_assert_cmpstr (plain, ==, cases[i][1]);
    }
}

static const char *const scraps[] = {
  "#",
  "-",
  "*",
  "**",
  "`",
  "```",
  "<!--",
  "-->",
  "|",
  "---",
  "===",
  "\n",
  "\r",
  "\t",
  " ",
  "    ",
  "a",
  "Я",
  "1.",
  "12 ",
  ">",
  "\u200B",
  "\u00A0",
  "\\",
  "~~~",
  "[",
  "](",
  "<b>",
  "•",
  "\xFF",
  "\xC3",
};

/* Lines are numbered, their sources put together give the text back, and nothing is NULL. */
static void
test_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString)        source = g_string_new (NULL);
      g_autoptr (GString)        again = g_string_new (NULL);
      g_autoptr (GString)        bare = NULL;
      g_autofree char           *valid = NULL;
      g_autoptr (TrellisOutline) outline = NULL;
      int                        n = g_test_rand_int_range (0, 60);

      for (int i = 0; i < n; i++)
        g_string_append (source, scraps[g_test_rand_int_range (0, G_N_ELEMENTS (scraps))]);
      outline = trellis_outline_new (source->str, NULL);
      for (guint i = 0; i < outline->lines->len; i++)
        {
          const TrellisLine *line = line_at (outline, i);

          g_assert_cmpint (line->number, ==, (int) i + 1);
          g_assert_true (line->text != NULL && line->full != NULL && line->source != NULL);
          g_assert_true (g_utf8_validate (line->text, -1, NULL));
          g_assert_true ((line->kind == TRELLIS_LINE_ROW) == (line->cells != NULL));
          g_string_append (again, line->source);
        }
      valid = g_utf8_make_valid (source->str, -1);
      bare = g_string_new (valid);
      g_string_replace (bare, "\n", "", 0);
      g_string_replace (bare, "\r", "", 0);
      g_assert_cmpstr (again->str, ==, bare->str);
    }
}

/* Ten times the text may take no more than some thirty times as long: far from a hundred. */
static void
test_linear (void)
{
  static const char *const patterns[]
      = { "<!--", "`<!-- ", "```\n", "<b ", "[", "|", "a\n---\n", "**", "# \n", "\u2014 " };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      double seconds[2];

      for (guint size = 0; size < 2; size++)
        {
          g_autoptr (GString)        source = g_string_new (NULL);
          g_autoptr (TrellisOutline) outline = NULL;

          while (source->len < (size == 0 ? 40000u : 400000u))
            g_string_append (source, patterns[i]);
          g_test_timer_start ();
          outline = trellis_outline_new (source->str, NULL);
          seconds[size] = g_test_timer_elapsed ();
        }
      g_test_message ("%s: %f s, %f s", patterns[i], seconds[0], seconds[1]);
      g_assert_cmpfloat (seconds[1], <, MAX (seconds[0], 0.01) * 40);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outline/a-heading-without-a-blank-is-a-heading", test_headings);
  g_test_add_func ("/outline/an-underlined-line-is-a-heading-unless-it-is-a-sentence",
                   test_underlined);
  g_test_add_func ("/outline/a-bullet-needs-no-blank-before-a-letter", test_bullets);
  g_test_add_func ("/outline/a-bare-number-keeps-its-number", test_numbers);
  g_test_add_func ("/outline/indentation-never-makes-code", test_indentation);
  g_test_add_func ("/outline/comments-are-taken-out-and-open-ones-stay", test_comments);
  g_test_add_func ("/outline/a-fence-that-is-never-closed-is-no-fence", test_fences);
  g_test_add_func ("/outline/tables-need-no-outer-bars", test_tables);
  g_test_add_func ("/outline/front-matter-is-pairs-at-the-beginning", test_front_matter);
  g_test_add_func ("/outline/any-line-end-ends-a-line", test_line_ends);
  g_test_add_func ("/outline/invisible-characters-are-not-there", test_invisible);
  g_test_add_func ("/outline/a-label-is-bold-as-a-whole", test_bold);
  g_test_add_func ("/outline/emphasis-is-stripped-and-words-are-not", test_emphasis);
  g_test_add_func ("/outline/sources-give-the-text-back", test_random);
  g_test_add_func ("/outline/time-is-linear", test_linear);
  return g_test_run ();
}
