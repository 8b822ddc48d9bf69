/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-same.h"

#include "trellis-posting-link.h"
#include "trellis-posting-shingles.h"
#include "trellis-text.h"

/* Two texts are nearly the same when they share four fifths of what both have. Where the titles say
 * different things, it takes all but numbers: under two postings a firm may write much the same. */
#define SAME_PERCENT 80
#define SUBTITLE_PERCENT 90
#define OTHER_TITLE_PERCENT 100

/* Returns: (transfer full): the words of a title, as a set */
static GHashTable *
collect_words (const char *title)
{
  g_autofree char *folded = trellis_text_fold (title);
  g_auto (GStrv)   words = NULL;
  GHashTable      *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_strdelimit (folded, "()[]{}/\\|,;:\"«»", ' ');
  words = g_strsplit (folded, " ", -1);
  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_hash_table_add (set, g_strdup (*word));
  return set;
}

static guint
count_shared (GHashTable *a,
              GHashTable *b)
{
  GHashTableIter iter;
  gpointer       key;
  guint          n = 0;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    n += g_hash_table_contains (b, key);
  return n;
}

/* Returns: how much of their texts two postings of these titles must share, %: little where the
 * titles say the same, more where one says more, all where each says something else */
static guint
get_needed_percent (const char *a,
                    const char *b)
{
  g_autoptr (GHashTable) in_a = collect_words (a);
  g_autoptr (GHashTable) in_b = collect_words (b);
  guint                  shared = count_shared (in_a, in_b);
  guint                  n_a = g_hash_table_size (in_a), n_b = g_hash_table_size (in_b);

  if (n_a == 0 || n_b == 0 || (shared == n_a && shared == n_b))
    return SAME_PERCENT;
  return shared == MIN (n_a, n_b) ? SUBTITLE_PERCENT : OTHER_TITLE_PERCENT;
}

static gboolean
is_same_text (const char *a,
              const char *b,
              guint       needed_percent)
{
  guint                  n_a, n_b;
  g_autoptr (GHashTable) in_a = trellis_posting_shingles_collect (a, &n_a);
  g_autoptr (GHashTable) in_b = trellis_posting_shingles_collect (b, &n_b);
  guint                  shared, all;

  if (n_a < TRELLIS_POSTING_SHINGLES_MIN_WORDS || n_b < TRELLIS_POSTING_SHINGLES_MIN_WORDS)
    return FALSE;

  shared = count_shared (in_a, in_b);
  all = g_hash_table_size (in_a) + g_hash_table_size (in_b) - shared;
  return shared * 100 >= all * needed_percent;
}

/**
 * trellis_posting_is_same:
 *
 * Whether both are one posting: they have the same link; or nearly the same text, that is, of the
 * runs of three words that either has, both have four fifths (Broder's resemblance), and more where
 * their titles differ; or, where a text has less than twenty words, the same title, employer and
 * text.
 */
gboolean
trellis_posting_is_same (const TrellisPostingFound *a,
                         const TrellisPostingFound *b)
{
  g_autofree char *link = *a->link != '\0' ? trellis_link_canonical (a->link) : NULL;
  g_autofree char *other = *b->link != '\0' ? trellis_link_canonical (b->link) : NULL;

  if (link != NULL && other != NULL
      && g_str_equal (trellis_link_key (link), trellis_link_key (other)))
    return TRUE;
  if (is_same_text (a->text, b->text, get_needed_percent (a->title, b->title)))
    return TRUE;
  return *a->title != '\0' && *a->text != '\0' && trellis_text_equal_folded (a->title, b->title)
         && trellis_text_equal_folded (a->employer, b->employer)
         && trellis_text_equal_folded (a->text, b->text);
}
