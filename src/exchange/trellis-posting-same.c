/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-same.h"

#include "trellis-posting-link.h"
#include "trellis-text.h"

#include <string.h>

/* Words that make a shingle; one changed word breaks no more than these. */
#define SHINGLE 3
/* Texts of fewer words say too little to be known by. */
#define MIN_WORDS 20
/* Two are the same when they share four fifths of what both have. */
#define SAME_PART 4
#define SAME_WHOLE 5

/* Returns: (transfer full): the hashes of all runs of SHINGLE words of @text */
static GHashTable *
collect_shingles (const char *text,
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

static gboolean
is_same_text (const char *a,
              const char *b)
{
  guint                  n_a, n_b;
  g_autoptr (GHashTable) in_a = collect_shingles (a, &n_a);
  g_autoptr (GHashTable) in_b = collect_shingles (b, &n_b);
  GHashTableIter         iter;
  gpointer               hash;
  guint                  shared = 0, all;

  if (n_a < MIN_WORDS || n_b < MIN_WORDS)
    return FALSE;

  g_hash_table_iter_init (&iter, in_a);
  while (g_hash_table_iter_next (&iter, &hash, NULL))
    shared += g_hash_table_contains (in_b, hash);
  all = g_hash_table_size (in_a) + g_hash_table_size (in_b) - shared;
  return shared * SAME_WHOLE >= all * SAME_PART;
}

/**
 * trellis_posting_is_same:
 *
 * Whether both are one posting: they have the same link; or nearly the same text, that is, of the
 * runs of three words that either has, both have four fifths (Broder's resemblance); or, where a
 * text has less than twenty words, the same title, employer and text.
 */
gboolean
trellis_posting_is_same (const TrellisPostingFound *a,
                         const TrellisPostingFound *b)
{
  g_autofree char *link = *a->link != '\0' ? trellis_link_canonical (a->link) : NULL;
  g_autofree char *other = *b->link != '\0' ? trellis_link_canonical (b->link) : NULL;

  if (link != NULL && other != NULL && g_str_equal (link, other))
    return TRUE;
  if (is_same_text (a->text, b->text))
    return TRUE;
  return *a->title != '\0' && *a->text != '\0' && trellis_text_equal_folded (a->title, b->title)
         && trellis_text_equal_folded (a->employer, b->employer)
         && trellis_text_equal_folded (a->text, b->text);
}
