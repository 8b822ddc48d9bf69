/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-same.h"

#include "trellis-posting-link.h"
#include "trellis-posting-shingles.h"
#include "trellis-posting-words.h"
#include "trellis-text.h"

#include <string.h>

/* Two texts are nearly the same when they share so much of what both have, in percent; more where
 * something else speaks against it: one title says more, one site has both under two addresses. */
#define SAME_PERCENT 80
#define SUBTITLE_PERCENT 85
#define SAME_SITE_PERCENT 90

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

typedef enum
{
  TITLES_AGREE,
  TITLES_DIFFER_IN_LENGTH, /* one says all that the other does */
  TITLES_DISAGREE,         /* each says something else */
} Titles;

static Titles
compare_titles (const char *a,
                const char *b)
{
  g_autoptr (GHashTable) in_a = collect_words (a);
  g_autoptr (GHashTable) in_b = collect_words (b);
  guint                  shared = count_shared (in_a, in_b);
  guint                  n_a = g_hash_table_size (in_a), n_b = g_hash_table_size (in_b);

  if (n_a == 0 || n_b == 0 || (shared == n_a && shared == n_b))
    return TITLES_AGREE;
  return shared == MIN (n_a, n_b) ? TITLES_DIFFER_IN_LENGTH : TITLES_DISAGREE;
}

/* Whether both links, which are not the same, are of one site. */
static gboolean
are_of_one_site (const char *a,
                 const char *b)
{
  gsize length;

  if (a == NULL || b == NULL)
    return FALSE;
  a = trellis_link_key (a);
  b = trellis_link_key (b);
  length = strcspn (a, "/?#");
  return length == strcspn (b, "/?#") && strncmp (a, b, length) == 0;
}

static gboolean
has_same_words (const char *a,
                const char *b)
{
  g_autofree char *in_a = trellis_posting_words_take (a);
  g_autofree char *in_b = trellis_posting_words_take (b);

  return g_str_equal (in_a, in_b);
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

/* Under two titles a firm may say much the same; then only all the same is the same. */
static gboolean
is_nearly_same (const TrellisPostingFound *a,
                const TrellisPostingFound *b,
                gboolean                   of_one_site)
{
  Titles titles = compare_titles (a->title, b->title);
  guint  needed = titles == TITLES_DIFFER_IN_LENGTH ? SUBTITLE_PERCENT : SAME_PERCENT;

  return is_same_text (a->text, b->text, of_one_site ? SAME_SITE_PERCENT : needed)
         && (titles != TITLES_DISAGREE || has_same_words (a->text, b->text));
}

/**
 * trellis_posting_is_same:
 *
 * Whether both are one posting: they have the same link; or nearly the same text, that is, of the
 * runs of three words that either has, both have four fifths (Broder's resemblance), and more where
 * titles and links speak against it; or, where a text has less than twenty words, the same title,
 * employer and text.
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
  if (is_nearly_same (a, b, are_of_one_site (link, other)))
    return TRUE;
  return *a->title != '\0' && *a->text != '\0' && trellis_text_equal_folded (a->title, b->title)
         && trellis_text_equal_folded (a->employer, b->employer)
         && trellis_text_equal_folded (a->text, b->text);
}
