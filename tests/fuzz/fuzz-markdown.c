/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads any bytes as Markdown and writes them: no word may be lost, and what was written has to
 * stay as it is. */
#include "fuzz.h"
#include "trellis-markdown.h"
#include "trellis-text.h"

#define MAX_SIZE (64 * 1024)

static char *
write_once (const char *markdown)
{
  g_autoptr (TrellisNode) document = trellis_markdown_parse (markdown);

  return trellis_markdown_write (document);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *bytes = g_strndup ((const char *) data, MIN (size, MAX_SIZE));
  g_autofree char *markdown = g_utf8_make_valid (bytes, -1);
  g_autofree char *once = write_once (markdown);
  g_autofree char *twice = write_once (once);
  g_autofree char *missing = trellis_text_missing_words (markdown, once);

  if (missing != NULL)
    g_error ("words lost: %s", missing);
  if (!g_str_equal (once, twice))
    g_error ("a second conversion changes\n%s\ninto\n%s", once, twice);
  return 0;
}
