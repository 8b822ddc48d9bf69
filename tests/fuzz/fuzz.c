/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <string.h>

#ifdef TRELLIS_LIBFUZZER

#include <signal.h>
#include <stdlib.h>

int LLVMFuzzerInitialize (int    *argc,
                          char ***argv);

static void
trap_cb (int signal_number)
{
  abort ();
}

/* g_error() ends in a trap, which libFuzzer does not know: the input would not be kept. */
int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  signal (SIGTRAP, trap_cb);
  return 0;
}

#else

#define ROUNDS 200

/* A few bytes become others, go, or come again somewhere else. */
static void
change (GByteArray *bytes,
        GRand      *rand)
{
  guint n = (guint) g_rand_int_range (rand, 1, 8);

  while (n-- > 0 && bytes->len > 1)
    {
      guint at = (guint) g_rand_int_range (rand, 0, (gint32) bytes->len);
      guint from = (guint) g_rand_int_range (rand, 0, (gint32) bytes->len);
      guint length = MIN (bytes->len - MAX (at, from), 1 + at % 40);

      switch (g_rand_int_range (rand, 0, 3))
        {
        case 0:
          bytes->data[at] = (guint8) g_rand_int (rand);
          break;
        case 1:
          g_byte_array_remove_range (bytes, at, length);
          break;
        default:
          memmove (bytes->data + at, bytes->data + from, length);
          break;
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260504);

  for (int i = 1; i < argc; i++)
    {
      g_autofree char   *contents = NULL;
      g_autoptr (GError) error = NULL;
      gsize              length;

      if (!g_file_get_contents (argv[i], &contents, &length, &error))
        g_error ("%s", error->message);
      LLVMFuzzerTestOneInput ((const guint8 *) contents, length);
      for (int round = 0; round < ROUNDS; round++)
        {
          g_autoptr (GByteArray) bytes = g_byte_array_new ();

          g_byte_array_append (bytes, (const guint8 *) contents, (guint) length);
          change (bytes, rand);
          LLVMFuzzerTestOneInput (bytes->data, bytes->len);
        }
    }
  return 0;
}

#endif
