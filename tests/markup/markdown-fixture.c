/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "markdown-fixture.h"

#include "trellis-text.h"

char *
fixture_convert (const char *markdown)
{
  g_autoptr (TrellisNode) document = trellis_markdown_parse (markdown);

  return trellis_markdown_write (document);
}

/* What holds for any input: no word is lost, and a second conversion changes nothing. */
void
fixture_assert_holds (const char *markdown)
{
  g_autofree char *once = fixture_convert (markdown);
  g_autofree char *twice = fixture_convert (once);
  g_autofree char *missing = trellis_text_missing_words (markdown, once);

  if (missing != NULL)
    g_error ("words lost: %s\nof:\n%s\nwritten:\n%s", missing, markdown, once);
  if (!g_str_equal (once, twice))
    g_error ("not stable:\n%s\nwritten:\n%s\nand again:\n%s", markdown, once, twice);
}

/* `expected` without its last line end. */
void
fixture_assert_written (const char *markdown,
                        const char *expected)
{
  g_autofree char *written = fixture_convert (markdown);

  if (*written != '\0')
    g_assert_true (g_str_has_suffix (written, "\n"));
  if (*written != '\0')
    written[strlen (written) - 1] = '\0';
  g_assert_cmpstr (written, ==, expected);
  fixture_assert_holds (markdown);
}

/* What is canonical already. */
void
fixture_assert_kept (const char *markdown)
{
  fixture_assert_written (markdown, markdown);
}

void
fixture_assert_tree (const char *markdown,
                     const char *expected)
{
  g_autoptr (TrellisNode) document = trellis_markdown_parse (markdown);
  g_autofree char        *dump = trellis_node_dump (document);

  g_assert_cmpstr (dump, ==, expected);
}
