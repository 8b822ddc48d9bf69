/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-demand-index.h"

#include "trellis-text.h"

#include <string.h>

typedef struct
{
  char *folded;
  int   posting; /* its number, from 1 */
} Text;

struct _TrellisDemandIndex
{
  GArray     *texts; /* Text: titles and skills, by posting */
  GHashTable *words; /* word → GArray of the places of texts that hold it, ascending */
};

static void
text_clear (gpointer text)
{
  g_free (((Text *) text)->folded);
}

/* The next run of letters and digits from @p on. Returns: (transfer full) (nullable): it; @end:
 * (out): behind it */
static char *
next_word (const char  *p,
           const char **end)
{
  const char *begin;

  while (*p != '\0' && !g_unichar_isalnum (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  begin = p;
  while (*p != '\0' && g_unichar_isalnum (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  *end = p;
  return p > begin ? g_strndup (begin, (gsize) (p - begin)) : NULL;
}

static void
add_text (TrellisDemandIndex *self,
          const char         *plain,
          int                 posting)
{
  Text        text = { trellis_text_fold (plain), posting };
  guint       place = self->texts->len;
  const char *p = text.folded;
  char       *word;

  g_array_append_val (self->texts, text);
  while ((word = next_word (p, &p)) != NULL)
    {
      GArray *places = g_hash_table_lookup (self->words, word);

      if (places == NULL)
        {
          places = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->words, g_strdup (word), places);
        }
      if (places->len == 0 || g_array_index (places, guint, places->len - 1) != place)
        g_array_append_val (places, place);
      g_free (word);
    }
}

/**
 * trellis_demand_index_new:
 *
 * Returns: (transfer full): an index of the report's postings
 */
TrellisDemandIndex *
trellis_demand_index_new (const TrellisReport *report)
{
  TrellisDemandIndex    *self = g_new0 (TrellisDemandIndex, 1);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_int64_hash, g_int64_equal);

  self->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  g_array_set_clear_func (self->texts, text_clear);
  self->words
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < report->postings->len; i++)
    {
      TrellisPosting *posting = g_ptr_array_index (report->postings, i);

      g_hash_table_insert (numbers, &posting->base.id, GINT_TO_POINTER ((int) i + 1));
      add_text (self, posting->title, (int) i + 1);
    }
  for (guint i = 0; i < report->posting_skills->len; i++)
    {
      const TrellisPostingSkill *skill = g_ptr_array_index (report->posting_skills, i);
      gpointer                   number = g_hash_table_lookup (numbers, &skill->posting_id);

      if (number != NULL)
        add_text (self, skill->name, GPOINTER_TO_INT (number));
    }

  return self;
}

void
trellis_demand_index_free (TrellisDemandIndex *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->texts);
  g_hash_table_unref (self->words);
  g_free (self);
}

/* Whether @needle stands in @hay as whole words; both folded. "C" is neither "C++" nor "C#". */
static gboolean
has_words (const char *hay,
           const char *needle)
{
  gsize length = strlen (needle);

  for (const char *p = strstr (hay, needle); p != NULL; p = strstr (p + 1, needle))
    {
      gunichar before = p > hay ? g_utf8_get_char (g_utf8_prev_char (p)) : ' ';
      gunichar after = g_utf8_get_char (p + length);

      if (!g_unichar_isalnum (before) && !g_unichar_isalnum (after) && after != '+' && after != '#')
        return TRUE;
    }

  return FALSE;
}

/* The texts that hold the word of @folded that the fewest hold: all others need not be looked at.
 * Returns: (nullable): NULL when there are none, or no word to go by */
static GArray *
find_candidates (const TrellisDemandIndex *self,
                 const char               *folded)
{
  GArray     *fewest = NULL;
  const char *p = folded;
  char       *word;

  while ((word = next_word (p, &p)) != NULL)
    {
      GArray *places = g_hash_table_lookup (self->words, word);

      g_free (word);
      if (places == NULL)
        return NULL;
      if (fewest == NULL || places->len < fewest->len)
        fewest = places;
    }

  return fewest;
}

static int
by_number (gconstpointer a,
           gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/**
 * trellis_demand_index_find:
 * @skill: a skill's name, in any case and spacing
 *
 * Returns: (transfer full) (element-type int): the numbers, from 1 and ascending, of the postings
 *   that ask for it
 */
GArray *
trellis_demand_index_find (const TrellisDemandIndex *self,
                           const char               *skill)
{
  g_autofree char       *folded = trellis_text_fold (skill);
  GArray                *candidates = find_candidates (self, folded);
  GArray                *postings = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; candidates != NULL && i < candidates->len; i++)
    {
      const Text *text = &g_array_index (self->texts, Text, g_array_index (candidates, guint, i));

      if (has_words (text->folded, folded)
          && g_hash_table_add (known, GINT_TO_POINTER (text->posting)))
        g_array_append_val (postings, text->posting);
    }

  g_array_sort (postings, by_number);
  return postings;
}
