/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-same.h"

#include "trellis-posting-link.h"
#include "trellis-posting-shingles.h"
#include "trellis-text.h"

/* Two are the same when they share four fifths of what both have. */
#define SAME_PART 4
#define SAME_WHOLE 5

static gboolean
is_same_text (const char *a,
              const char *b)
{
  guint                  n_a, n_b;
  g_autoptr (GHashTable) in_a = trellis_posting_shingles_collect (a, &n_a);
  g_autoptr (GHashTable) in_b = trellis_posting_shingles_collect (b, &n_b);
  GHashTableIter         iter;
  gpointer               hash;
  guint                  shared = 0, all;

  if (n_a < TRELLIS_POSTING_SHINGLES_MIN_WORDS || n_b < TRELLIS_POSTING_SHINGLES_MIN_WORDS)
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
