/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-shingles.h"

#include "trellis-text.h"

#include <string.h>

/* Words that make a shingle; one changed word breaks no more than these. */
#define SHINGLE 3

GHashTable *
trellis_posting_shingles_collect (const char *text,
                                  guint      *n_words)
{
  g_autofree char *folded = trellis_text_fold (text);
  GHashTable      *shingles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint64          last[SHINGLE] = { 0 };
  guint64          word = 0;

  *n_words = 0;
  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        {
          word = (word ^ c) * G_GUINT64_CONSTANT (1099511628211) + 1;
          continue;
        }
      if (word != 0)
        {
          guint64 hash = 0;

          memmove (last, last + 1, sizeof last - sizeof *last);
          last[SHINGLE - 1] = word;
          word = 0;
          (*n_words)++;
          for (guint i = 0; i < SHINGLE; i++)
            hash = hash * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) + (last[i] ^ (last[i] >> 29));
          if (*n_words >= SHINGLE)
            g_hash_table_add (shingles, g_memdup2 (&hash, sizeof hash));
        }
      if (c == '\0')
        return shingles;
    }
}
