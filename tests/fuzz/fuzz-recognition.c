/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads any bytes as a posting: mentions come in order, apart and within the text, and what a
 * mention quotes is no blank. With libFuzzer (-DTRELLIS_LIBFUZZER -fsanitize=fuzzer) the bytes come
 * from there; alone it takes files. */
#include "trellis-recognition.h"

#include <string.h>

#define MAX_SIZE (256 * 1024)

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char   *text = g_strndup ((const char *) data, MIN (size, MAX_SIZE));
  g_autoptr (GArray) mentions = trellis_recognition_find (trellis_vocabulary_get_skills (), text);
  gsize              length = strlen (text), last = 0;

  for (guint i = 0; i < mentions->len; i++)
    {
      const TrellisMention *mention = &g_array_index (mentions, TrellisMention, i);

      if (mention->begin < last || mention->end <= mention->begin || mention->end > length)
        g_error ("mention %u: %zu to %zu of %zu bytes", i, mention->begin, mention->end, length);
      if (g_ascii_isspace (text[mention->begin]) || g_ascii_isspace (text[mention->end - 1]))
        g_error ("mention %u begins or ends with a space", i);
      last = mention->end;
    }
  trellis_vocabulary_find (trellis_vocabulary_get_skills (), text);
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
