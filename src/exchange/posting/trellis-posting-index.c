/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-index.h"

#include "trellis-posting-link.h"
#include "trellis-posting-same.h"
#include "trellis-posting-shingles.h"
#include "trellis-text.h"

/* Min-hashing (Broder): of each text the least value of so many hash functions is kept, in bands
 * of ROWS. Two texts that share four fifths of their shingles have a band alike but once in
 * (1 - 0.8³)^16, less than one in 90,000; what then turns up is compared as a whole. */
#define BANDS 16
#define ROWS 3

struct _TrellisPostingIndex
{
  GPtrArray  *postings; /* TrellisPostingFound */
  GHashTable *places;   /* guint64 *: hash of a link, a band or a short text → GArray of guint */
};

TrellisPostingIndex *
trellis_posting_index_new (void)
{
  TrellisPostingIndex *self = g_new0 (TrellisPostingIndex, 1);

  self->postings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_posting_found_free);
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                        (GDestroyNotify) g_array_unref);
  return self;
}

void
trellis_posting_index_free (TrellisPostingIndex *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->postings);
  g_hash_table_unref (self->places);
  g_free (self);
}

/* splitmix64, a good mixer: the hash functions are it with different additions. */
static guint64
mix (guint64 x)
{
  x += G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  x = (x ^ (x >> 27)) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  return x ^ (x >> 31);
}

static guint64
hash_text (const char *text,
           guint64     salt)
{
  guint64 hash = salt;

  for (const char *p = text; *p != '\0'; p++)
    hash = (hash ^ (guchar) *p) * G_GUINT64_CONSTANT (1099511628211);
  return mix (hash);
}

static void
append_bands (GArray     *keys,
              GHashTable *shingles)
{
  guint64        least[BANDS * ROWS];
  GHashTableIter iter;
  gpointer       shingle;

  for (guint i = 0; i < G_N_ELEMENTS (least); i++)
    least[i] = G_MAXUINT64;
  g_hash_table_iter_init (&iter, shingles);
  while (g_hash_table_iter_next (&iter, &shingle, NULL))
    for (guint i = 0; i < G_N_ELEMENTS (least); i++)
      least[i] = MIN (least[i], mix (*(const guint64 *) shingle ^ mix (i)));

  for (guint band = 0; band < BANDS; band++)
    {
      guint64 key = band;

      for (guint i = 0; i < ROWS; i++)
        key = mix (key ^ least[band * ROWS + i]);
      g_array_append_val (keys, key);
    }
}

/* Under which keys the posting is found: those that are the same share one. */
static GArray *
get_keys (const TrellisPostingFound *found)
{
  GArray                *keys = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autofree char       *link = *found->link != '\0' ? trellis_link_canonical (found->link) : NULL;
  guint                  n_words;
  g_autoptr (GHashTable) shingles = trellis_posting_shingles_collect (found->text, &n_words);
  guint64                key;

  if (link != NULL)
    {
      key = hash_text (link, 1);
      g_array_append_val (keys, key);
    }
  if (n_words >= TRELLIS_POSTING_SHINGLES_MIN_WORDS)
    append_bands (keys, shingles);
  else if (*found->text != '\0')
    {
      g_autofree char *folded = trellis_text_fold (found->text);

      key = hash_text (folded, 2);
      g_array_append_val (keys, key);
    }
  return keys;
}

/* Takes @found. Returns: its number, from 0 */
int
trellis_posting_index_add (TrellisPostingIndex *self,
                           TrellisPostingFound *found)
{
  g_autoptr (GArray) keys = get_keys (found);
  guint              number = self->postings->len;

  g_ptr_array_add (self->postings, found);
  for (guint i = 0; i < keys->len; i++)
    {
      guint64 key = g_array_index (keys, guint64, i);
      GArray *numbers = g_hash_table_lookup (self->places, &key);

      if (numbers == NULL)
        {
          numbers = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->places, g_memdup2 (&key, sizeof key), numbers);
        }
      g_array_append_val (numbers, number);
    }
  return (int) number;
}

/* Returns: the number of a posting that is the same, or -1 */
int
trellis_posting_index_find (TrellisPostingIndex       *self,
                            const TrellisPostingFound *found)
{
  g_autoptr (GArray)     keys = get_keys (found);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < keys->len; i++)
    {
      GArray *numbers
          = g_hash_table_lookup (self->places, &g_array_index (keys, guint64, i));

      for (guint j = 0; numbers != NULL && j < numbers->len; j++)
        {
          guint number = g_array_index (numbers, guint, j);

          if (g_hash_table_add (seen, GUINT_TO_POINTER (number + 1))
              && trellis_posting_is_same (found, self->postings->pdata[number]))
            return (int) number;
        }
    }

  return -1;
}
