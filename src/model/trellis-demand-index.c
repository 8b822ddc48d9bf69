/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-demand-index.h"

#include "trellis-skill-names.h"
#include "trellis-text.h"

#include <string.h>

/* A skill and the postings that name it. */
typedef struct
{
  TrellisSkillName name;
  char            *wording;  /* as first written by itself, or NULL */
  GArray          *postings; /* int: their numbers, from 1, ascending */
  gboolean         listed;   /* among a posting's skills, not only in a title */
} Row;

/* A title or skill, for what the vocabulary does not know. */
typedef struct
{
  char *folded;
  int   posting;
} Text;

struct _TrellisDemandIndex
{
  const TrellisReport *report;
  TrellisSkillNames   *names;
  GHashTable          *rows;  /* key → Row */
  GPtrArray           *order; /* Row, by first appearance */
  GArray              *texts; /* Text, by posting; NULL until somebody asks */
  GHashTable          *words; /* word → GArray of the places of texts that hold it, ascending */
};

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->name.key);
  g_free (row->wording);
  g_array_unref (row->postings);
  g_free (row);
}

static void
text_clear (gpointer text)
{
  g_free (((Text *) text)->folded);
}

static Row *
get_row (TrellisDemandIndex     *self,
         const TrellisSkillName *name)
{
  Row *row = g_hash_table_lookup (self->rows, name->key);

  if (row == NULL)
    {
      row = g_new0 (Row, 1);
      row->name.entry = name->entry;
      row->name.key = g_strdup (name->key);
      row->postings = g_array_new (FALSE, FALSE, sizeof (int));
      g_hash_table_insert (self->rows, row->name.key, row);
      g_ptr_array_add (self->order, row);
    }
  return row;
}

static void
add_posting (GArray *postings,
             int     number)
{
  if (postings->len == 0 || g_array_index (postings, int, postings->len - 1) != number)
    g_array_append_val (postings, number);
}

static void
add_title (TrellisDemandIndex *self,
           const char         *title,
           int                 number)
{
  g_autoptr (GArray) names = trellis_skill_names_find_mentions (self->names, title);

  for (guint i = 0; i < names->len; i++)
    add_posting (get_row (self, &g_array_index (names, TrellisSkillName, i))->postings, number);
}

static void
add_skill (TrellisDemandIndex *self,
           const char         *text,
           int                 number)
{
  gboolean whole;
  GArray  *names = trellis_skill_names_resolve (self->names, text, &whole);

  for (guint i = 0; i < names->len; i++)
    {
      Row *row = get_row (self, &g_array_index (names, TrellisSkillName, i));

      row->listed = TRUE;
      if (whole && row->wording == NULL)
        row->wording = g_strdup (text);
      add_posting (row->postings, number);
    }
}

/* The numbers of the postings by their ids, from 1. */
static GHashTable *
number_postings (const TrellisReport *report)
{
  GHashTable *numbers = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < report->postings->len; i++)
    {
      TrellisPosting *posting = g_ptr_array_index (report->postings, i);

      g_hash_table_insert (numbers, &posting->base.id, GINT_TO_POINTER ((int) i + 1));
    }
  return numbers;
}

/* The skills of each posting, by its number from 1; the element at 0 stays empty. */
static GPtrArray **
group_skills (const TrellisReport *report)
{
  g_autoptr (GHashTable) numbers = number_postings (report);
  GPtrArray            **groups = g_new0 (GPtrArray *, report->postings->len + 1);

  for (guint i = 0; i < report->posting_skills->len; i++)
    {
      TrellisPostingSkill *skill = g_ptr_array_index (report->posting_skills, i);
      gpointer             found = g_hash_table_lookup (numbers, &skill->posting_id);
      int                  number = GPOINTER_TO_INT (found);

      if (number == 0 || skill->requirement == TRELLIS_REQUIREMENT_DISMISSED)
        continue;
      if (groups[number] == NULL)
        groups[number] = g_ptr_array_new ();
      g_ptr_array_add (groups[number], skill);
    }
  return groups;
}

/**
 * trellis_demand_index_new:
 * @vocabulary: (nullable): what tells skills apart; NULL: the one that ships. It must outlive this
 *
 * Returns: (transfer full): an index of the report's postings
 */
TrellisDemandIndex *
trellis_demand_index_new (const TrellisReport     *report,
                          const TrellisVocabulary *vocabulary)
{
  TrellisDemandIndex    *self = g_new0 (TrellisDemandIndex, 1);
  g_autofree GPtrArray **skills = group_skills (report);

  self->report = report;
  self->names = trellis_skill_names_new (vocabulary);
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  self->order = g_ptr_array_new_with_free_func (row_free);

  for (guint i = 0; i < report->postings->len; i++)
    {
      const TrellisPosting *posting = g_ptr_array_index (report->postings, i);
      GPtrArray            *asked = skills[i + 1];

      add_title (self, posting->title, (int) i + 1);
      for (guint j = 0; asked != NULL && j < asked->len; j++)
        add_skill (self, ((TrellisPostingSkill *) asked->pdata[j])->name, (int) i + 1);
      g_clear_pointer (&asked, g_ptr_array_unref);
    }
  return self;
}

void
trellis_demand_index_free (TrellisDemandIndex *self)
{
  if (self == NULL)
    return;

  trellis_skill_names_free (self->names);
  g_hash_table_unref (self->rows);
  g_ptr_array_unref (self->order);
  g_clear_pointer (&self->texts, g_array_unref);
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_free (self);
}

/**
 * trellis_demand_index_list:
 *
 * Returns: (transfer full) (element-type TrellisAskedSkill): the skills that postings list, by
 *   first appearance; the names are the index's
 */
GArray *
trellis_demand_index_list (const TrellisDemandIndex *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (TrellisAskedSkill));

  for (guint i = 0; i < self->order->len; i++)
    {
      const Row        *row = g_ptr_array_index (self->order, i);
      TrellisAskedSkill skill = { .entry = row->name.entry };

      skill.name = row->wording != NULL ? row->wording : row->name.entry->name;
      if (row->listed)
        g_array_append_val (list, skill);
    }
  return list;
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

static void
index_texts (TrellisDemandIndex *self)
{
  g_autoptr (GHashTable) numbers = number_postings (self->report);

  self->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  g_array_set_clear_func (self->texts, text_clear);
  self->words
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->report->postings->len; i++)
    add_text (self, ((TrellisPosting *) self->report->postings->pdata[i])->title, (int) i + 1);
  for (guint i = 0; i < self->report->posting_skills->len; i++)
    {
      const TrellisPostingSkill *skill = g_ptr_array_index (self->report->posting_skills, i);
      gpointer                   number = g_hash_table_lookup (numbers, &skill->posting_id);

      if (number != NULL && skill->requirement != TRELLIS_REQUIREMENT_DISMISSED)
        add_text (self, skill->name, GPOINTER_TO_INT (number));
    }
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

static void
append_by_words (TrellisDemandIndex *self,
                 const char         *folded,
                 GArray             *postings)
{
  GArray *candidates;

  if (self->texts == NULL)
    index_texts (self);
  candidates = find_candidates (self, folded);
  for (guint i = 0; candidates != NULL && i < candidates->len; i++)
    {
      const Text *text = &g_array_index (self->texts, Text, g_array_index (candidates, guint, i));

      if (has_words (text->folded, folded))
        g_array_append_val (postings, text->posting);
    }
}

/* Those that name the skill, or one that is a kind of it. */
static void
append_by_entry (TrellisDemandIndex           *self,
                 const TrellisVocabularyEntry *entry,
                 GArray                       *postings)
{
  const TrellisVocabulary *vocabulary = trellis_skill_names_get_vocabulary (self->names);

  for (guint i = 0; i < self->order->len; i++)
    {
      const Row *row = g_ptr_array_index (self->order, i);

      if (row->name.entry != NULL && trellis_vocabulary_covers (vocabulary, entry, row->name.entry))
        g_array_append_vals (postings, row->postings->data, row->postings->len);
    }
}

static int
by_number (gconstpointer a,
           gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
keep_each_once (GArray *numbers)
{
  guint n = 0;

  g_array_sort (numbers, by_number);
  for (guint i = 0; i < numbers->len; i++)
    if (n == 0 || g_array_index (numbers, int, n - 1) != g_array_index (numbers, int, i))
      g_array_index (numbers, int, n++) = g_array_index (numbers, int, i);

  g_array_set_size (numbers, n);
}

/**
 * trellis_demand_index_find:
 * @skill: a skill as somebody wrote it; a phrase that names several asks for any of them
 *
 * Returns: (transfer full) (element-type int): the numbers, from 1 and ascending, of the postings
 *   that ask for it
 */
GArray *
trellis_demand_index_find (TrellisDemandIndex *self,
                           const char         *skill)
{
  GArray *names = trellis_skill_names_resolve (self->names, skill, NULL);
  GArray *postings = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < names->len; i++)
    {
      const TrellisSkillName *name = &g_array_index (names, TrellisSkillName, i);

      if (name->entry != NULL)
        append_by_entry (self, name->entry, postings);
      else
        append_by_words (self, name->key, postings);
    }
  keep_each_once (postings);
  return postings;
}
