/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads any bytes as Markdown and writes them: no word may be lost, and what was written has to
 * stay as it is. With libFuzzer (-DTRELLIS_LIBFUZZER -fsanitize=fuzzer) the bytes come from there;
 * alone it takes files. */
#include <string.h>

#include "trellis-markdown.h"
#include "trellis-text.h"

#define MAX_SIZE (64 * 1024)

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

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

#ifndef TRELLIS_LIBFUZZER
int
main (int   argc,
      char *argv[])
{
  for (int i = 1; i < argc; i++)
    {
      g_autofree char   *contents = NULL;
      g_autoptr (GError) error = NULL;
      gsize              length;

      if (!g_file_get_contents (argv[i], &contents, &length, &error))
        g_error ("%s", error->message);
      LLVMFuzzerTestOneInput ((const guint8 *) contents, length);
    }
  return 0;
}
#endif
