/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-demand-index.h"

#include "trellis-skill-names.h"
#include "trellis-text.h"

#include <string.h>

/* A skill and the postings that name it. */
typedef struct
{
  TrellisSkillName name;
  const char      *wording;  /* as first written by itself, or NULL */
  const char      *phrase;   /* the one phrase that names it, when there is but one, or NULL */
  guint            n_listed; /* wordings of skills that name it */
  GArray          *postings; /* int: their numbers, from 1, ascending */
  gboolean         listed;   /* among a posting's skills, not only in a title */
} Row;

/* A title or a skill as written: however many postings share it, it is looked at once. */
typedef struct
{
  const char *text;     /* the report's */
  char       *folded;   /* NULL until somebody asks */
  GPtrArray  *rows;     /* Row: what it names */
  GArray     *postings; /* int: the numbers of those that have it, ascending */
} Wording;

struct _TrellisDemandIndex
{
  TrellisSkillNames *names;
  GHashTable        *rows;     /* key → Row */
  GPtrArray         *order;    /* Row, by first appearance */
  GPtrArray         *wordings; /* Wording: of skills, then of titles */
  GHashTable        *words;    /* word → GArray of places in `wordings`; NULL until asked */
};

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->name.key);
  g_array_unref (row->postings);
  g_free (row);
}

static void
wording_free (gpointer data)
{
  Wording *wording = data;

  g_free (wording->folded);
  g_ptr_array_unref (wording->rows);
  g_array_unref (wording->postings);
  g_free (wording);
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

static Wording *
add_wording (TrellisDemandIndex *self,
             const char         *text,
             GArray             *names)
{
  Wording *wording = g_new0 (Wording, 1);

  wording->text = text;
  wording->rows = g_ptr_array_new ();
  wording->postings = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (wording->rows, get_row (self, &g_array_index (names, TrellisSkillName, i)));
  g_ptr_array_add (self->wordings, wording);
  return wording;
}

static Wording *
add_title (TrellisDemandIndex *self,
           const char         *title)
{
  g_autoptr (GArray) names = trellis_skill_names_find_mentions (self->names, title);

  return add_wording (self, title, names);
}

static Wording *
add_skill (TrellisDemandIndex *self,
           const char         *text)
{
  gboolean whole;
  Wording *wording
      = add_wording (self, text, trellis_skill_names_resolve (self->names, text, &whole));

  for (guint i = 0; i < wording->rows->len; i++)
    {
      Row *row = wording->rows->pdata[i];

      row->listed = TRUE;
      row->n_listed++;
      row->phrase = row->n_listed == 1 && wording->rows->len == 1 ? text : NULL;
      if (whole && row->wording == NULL)
        row->wording = text;
    }
  return wording;
}

/* Notes that the posting of this number has the wording; numbers come in ascending order. */
static void
note (TrellisDemandIndex *self,
      GHashTable         *known,
      const char         *text,
      int                 number,
      Wording *(*add) (TrellisDemandIndex *self, const char *text))
{
  Wording *wording = g_hash_table_lookup (known, text);
  GArray  *postings;

  if (wording == NULL)
    {
      wording = add (self, text);
      g_hash_table_insert (known, (gpointer) text, wording);
    }

  postings = wording->postings;
  if (postings->len == 0 || g_array_index (postings, int, postings->len - 1) != number)
    g_array_append_val (postings, number);
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

static void
add_skills (TrellisDemandIndex  *self,
            const TrellisReport *report)
{
  g_autoptr (GHashTable) numbers = number_postings (report);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  gint64                 posting = 0;
  int                    number = 0;

  for (guint i = 0; i < report->posting_skills->len; i++)
    {
      const TrellisPostingSkill *skill = g_ptr_array_index (report->posting_skills, i);

      /* Those of one posting stand together. */
      if (skill->posting_id != posting)
        {
          posting = skill->posting_id;
          number = GPOINTER_TO_INT (g_hash_table_lookup (numbers, &posting));
        }
      if (number != 0 && skill->requirement != TRELLIS_REQUIREMENT_DISMISSED)
        note (self, known, skill->name, number, add_skill);
    }
}

static void
add_titles (TrellisDemandIndex  *self,
            const TrellisReport *report)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < report->postings->len; i++)
    note (self, known, ((const TrellisPosting *) report->postings->pdata[i])->title, (int) i + 1,
          add_title);
}

static int
by_number (gconstpointer a,
           gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static gboolean
is_ascending (GArray *numbers)
{
  for (guint i = 1; i < numbers->len; i++)
    if (g_array_index (numbers, int, i - 1) > g_array_index (numbers, int, i))
      return FALSE;

  return TRUE;
}

static void
keep_each_once (GArray *numbers)
{
  guint n = 0;

  if (!is_ascending (numbers))
    g_array_sort (numbers, by_number);
  for (guint i = 0; i < numbers->len; i++)
    if (n == 0 || g_array_index (numbers, int, n - 1) != g_array_index (numbers, int, i))
      g_array_index (numbers, int, n++) = g_array_index (numbers, int, i);

  g_array_set_size (numbers, n);
}

/* Each skill's postings, from those of its wordings. */
static void
collect_postings (TrellisDemandIndex *self)
{
  for (guint i = 0; i < self->wordings->len; i++)
    {
      const Wording *wording = self->wordings->pdata[i];

      for (guint j = 0; j < wording->rows->len; j++)
        {
          Row *row = wording->rows->pdata[j];

          g_array_append_vals (row->postings, wording->postings->data, wording->postings->len);
        }
    }

  for (guint i = 0; i < self->order->len; i++)
    keep_each_once (((Row *) self->order->pdata[i])->postings);
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
  TrellisDemandIndex *self = g_new0 (TrellisDemandIndex, 1);

  self->names = trellis_skill_names_new (vocabulary);
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  self->order = g_ptr_array_new_with_free_func (row_free);
  self->wordings = g_ptr_array_new_with_free_func (wording_free);

  add_skills (self, report);
  add_titles (self, report);
  collect_postings (self);
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
  g_ptr_array_unref (self->wordings);
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

      skill.name = row->wording != NULL  ? row->wording
                   : row->phrase != NULL ? row->phrase
                                         : row->name.entry->name;
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
index_wording (TrellisDemandIndex *self,
               guint               place)
{
  Wording    *wording = self->wordings->pdata[place];
  const char *p = wording->folded = trellis_text_fold (wording->text);
  char       *word;

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
index_words (TrellisDemandIndex *self)
{
  self->words
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < self->wordings->len; i++)
    index_wording (self, i);
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

/* The wordings that hold the word of @folded that the fewest hold: all others need not be looked
 * at. Returns: (nullable): NULL when there are none, or no word to go by */
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

  if (self->words == NULL)
    index_words (self);
  candidates = find_candidates (self, folded);
  for (guint i = 0; candidates != NULL && i < candidates->len; i++)
    {
      const Wording *wording
          = self->wordings->pdata[g_array_index (candidates, guint, i)];

      if (has_words (wording->folded, folded))
        g_array_append_vals (postings, wording->postings->data, wording->postings->len);
    }
}

/* Those that name the skill, or, with @kinds, one that is a kind of it. */
static void
append_by_entry (TrellisDemandIndex           *self,
                 const TrellisVocabularyEntry *entry,
                 gboolean                      kinds,
                 GArray                       *postings)
{
  const TrellisVocabulary *vocabulary = trellis_skill_names_get_vocabulary (self->names);

  for (guint i = 0; i < self->order->len; i++)
    {
      const Row *row = g_ptr_array_index (self->order, i);

      if (row->name.entry != NULL
          && (row->name.entry == entry
              || (kinds && trellis_vocabulary_covers (vocabulary, entry, row->name.entry))))
        g_array_append_vals (postings, row->postings->data, row->postings->len);
    }
}

static GArray *
find (TrellisDemandIndex *self,
      const char         *skill,
      gboolean            kinds)
{
  GArray *names = trellis_skill_names_resolve (self->names, skill, NULL);
  GArray *postings = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < names->len; i++)
    {
      const TrellisSkillName *name = &g_array_index (names, TrellisSkillName, i);

      if (name->entry != NULL)
        append_by_entry (self, name->entry, kinds, postings);
      else
        append_by_words (self, name->key, postings);
    }
  keep_each_once (postings);
  return postings;
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
  return find (self, skill, TRUE);
}

/* As trellis_demand_index_find(), but only the postings that name the skill itself. */
GArray *
trellis_demand_index_find_named (TrellisDemandIndex *self,
                                 const char         *skill)
{
  return find (self, skill, FALSE);
}
