/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-index.h"

#include "trellis-posting-link.h"
#include "trellis-posting-same.h"
#include "trellis-posting-shingles.h"
#include "trellis-text.h"

#include <string.h>

/* Min-hashing (Broder): of each text the least value of so many hash functions is kept, in bands
 * of ROWS. Two texts that share four fifths of their shingles have a band alike but once in
 * (1 - 0.8³)^16, less than one in 90,000. What then turns up is first held sketch against sketch:
 * the part of the values that are alike is about the part of the shingles that are. */
#define BANDS 16
#define ROWS 3
#define VALUES (BANDS * ROWS)
/* Three fifths of the values alike: four fifths of the shingles hardly ever give less. */
#define ALIKE (VALUES * 3 / 5)
/* A band that so many have is what a firm writes under all its postings; it tells nothing. */
#define COMMON 256

typedef struct
{
  guint32  values[VALUES];
  gboolean is_long; /* long enough to be known by its shingles */
} Sketch;

struct _TrellisPostingIndex
{
  GPtrArray  *postings; /* TrellisPostingFound */
  GArray     *sketches; /* Sketch, of each */
  GHashTable *places;   /* guint64 *: hash of a link, a band or a short text → GArray of guint */
};

TrellisPostingIndex *
trellis_posting_index_new (void)
{
  TrellisPostingIndex *self = g_new0 (TrellisPostingIndex, 1);

  self->postings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_posting_found_free);
  self->sketches = g_array_new (FALSE, FALSE, sizeof (Sketch));
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
  g_array_unref (self->sketches);
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

static Sketch
draw_sketch (const char *text)
{
  guint                  n_words;
  g_autoptr (GHashTable) shingles = trellis_posting_shingles_collect (text, &n_words);
  Sketch                 sketch;
  GHashTableIter         iter;
  gpointer               shingle;

  memset (sketch.values, 0xff, sizeof sketch.values);
  sketch.is_long = n_words >= TRELLIS_POSTING_SHINGLES_MIN_WORDS;
  g_hash_table_iter_init (&iter, shingles);
  while (sketch.is_long && g_hash_table_iter_next (&iter, &shingle, NULL))
    for (guint i = 0; i < VALUES; i++)
      {
        guint32 value = (guint32) mix (*(const guint64 *) shingle ^ mix (i));

        sketch.values[i] = MIN (sketch.values[i], value);
      }

  return sketch;
}

static gboolean
are_alike (const Sketch *a,
           const Sketch *b)
{
  guint n = 0;

  if (!a->is_long || !b->is_long)
    return a->is_long == b->is_long;

  for (guint i = 0; i < VALUES; i++)
    n += a->values[i] == b->values[i];
  return n >= ALIKE;
}

/* Of the keys that a posting is found by, the first is its link's, when it has one. */
static GArray *
get_keys (const TrellisPostingFound *found,
          const Sketch              *sketch)
{
  GArray          *keys = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autofree char *link = *found->link != '\0' ? trellis_link_canonical (found->link) : NULL;
  guint64          key;

  if (link != NULL)
    {
      key = hash_text (trellis_link_key (link), 1);
      g_array_append_val (keys, key);
    }

  for (guint band = 0; sketch->is_long && band < BANDS; band++)
    {
      key = band;
      for (guint i = 0; i < ROWS; i++)
        key = mix (key ^ sketch->values[band * ROWS + i]);
      g_array_append_val (keys, key);
    }
  if (!sketch->is_long && *found->text != '\0')
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
  Sketch             sketch = draw_sketch (found->text);
  g_autoptr (GArray) keys = get_keys (found, &sketch);
  guint              number = self->postings->len;

  g_ptr_array_add (self->postings, found);
  g_array_append_val (self->sketches, sketch);
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

static gboolean
has_link_of (const TrellisPostingFound *a,
             const TrellisPostingFound *b)
{
  return *a->link != '\0'
         && g_str_equal (trellis_link_key (a->link), trellis_link_key (b->link));
}

/* A sketch tells of most texts that they are not the same, without a look at them. */
static gboolean
is_same (TrellisPostingIndex       *self,
         const TrellisPostingFound *found,
         const Sketch              *sketch,
         guint                      number)
{
  const TrellisPostingFound *known = self->postings->pdata[number];

  return (has_link_of (found, known)
          || are_alike (sketch, &g_array_index (self->sketches, Sketch, number)))
         && trellis_posting_is_same (found, known);
}

/* Returns: the number of a posting that is the same, or -1 */
int
trellis_posting_index_find (TrellisPostingIndex       *self,
                            const TrellisPostingFound *found)
{
  Sketch                 sketch = draw_sketch (found->text);
  g_autoptr (GArray)     keys = get_keys (found, &sketch);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < keys->len; i++)
    {
      GArray *numbers = g_hash_table_lookup (self->places, &g_array_index (keys, guint64, i));

      for (guint j = 0; numbers != NULL && numbers->len <= COMMON && j < numbers->len; j++)
        {
          guint number = g_array_index (numbers, guint, j);

          if (g_hash_table_add (seen, GUINT_TO_POINTER (number + 1))
              && is_same (self, found, &sketch, number))
            return (int) number;
        }
    }

  return -1;
}
