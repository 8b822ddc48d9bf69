/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-demand.h"

#include "trellis-demand-index.h"
#include "trellis-skill-names.h"
#include "trellis-text.h"

#include <string.h>

void
trellis_demand_free (TrellisDemand *self)
{
  g_free (self->skill);
  g_array_unref (self->postings);
  g_free (self);
}

/* What my lists name, as far as it can be held against what postings ask for. */
typedef struct
{
  const TrellisVocabulary *vocabulary;
  GHashTable              *keys; /* folded names */
  GPtrArray               *entries;
} Standings;

static Standings
resolve_standings (TrellisSkillNames   *names,
                   const TrellisReport *report,
                   TrellisStandingList  list)
{
  Standings standings = { trellis_skill_names_get_vocabulary (names),
                          g_hash_table_new (g_str_hash, g_str_equal), g_ptr_array_new () };

  for (guint i = 0; i < report->standings->len; i++)
    {
      const TrellisStanding *standing = g_ptr_array_index (report->standings, i);
      GArray                *found = trellis_skill_names_resolve (names, standing->name, NULL);

      for (guint j = 0; standing->list == (int) list && j < found->len; j++)
        {
          const TrellisSkillName *name = &g_array_index (found, TrellisSkillName, j);

          g_hash_table_add (standings.keys, name->key);
          if (name->entry != NULL)
            g_ptr_array_add (standings.entries, (gpointer) name->entry);
        }
    }
  return standings;
}

static void
standings_clear (Standings *standings)
{
  g_hash_table_unref (standings->keys);
  g_ptr_array_unref (standings->entries);
}

/* Whoever has PostgreSQL has SQL. */
static gboolean
standings_cover (const Standings         *standings,
                 const TrellisAskedSkill *skill)
{
  g_autofree char *key = trellis_text_fold (skill->name);

  if (g_hash_table_contains (standings->keys, key))
    return TRUE;
  for (guint i = 0; skill->entry != NULL && i < standings->entries->len; i++)
    if (trellis_vocabulary_covers (standings->vocabulary, skill->entry,
                                   g_ptr_array_index (standings->entries, i)))
      return TRUE;
  return FALSE;
}

static TrellisDemandBucket
bucket_of (guint n,
           int   several)
{
  if ((int) n >= several)
    return TRELLIS_DEMAND_SEVERAL;

  return n == 2 ? TRELLIS_DEMAND_TWO : TRELLIS_DEMAND_SINGLE;
}

/* By letters, not by the locale: a report comes out the same on every machine. */
static int
by_name (const char *a,
         const char *b)
{
  g_autofree char *x = trellis_text_fold (a);
  g_autofree char *y = trellis_text_fold (b);

  return strcmp (x, y);
}

static int
by_rank (gconstpointer a,
         gconstpointer b)
{
  const TrellisDemand *x = *(TrellisDemand *const *) a;
  const TrellisDemand *y = *(TrellisDemand *const *) b;

  if (x->postings->len != y->postings->len)
    return y->postings->len > x->postings->len ? 1 : -1;

  return by_name (x->skill, y->skill);
}

static TrellisDemand *
new_demand (TrellisDemandIndex      *index,
            const TrellisAskedSkill *skill,
            int                      several)
{
  TrellisDemand *demand = g_new0 (TrellisDemand, 1);

  demand->skill = g_strdup (skill->name);
  demand->postings = trellis_demand_index_find (index, skill->name);
  demand->bucket = bucket_of (demand->postings->len, several);
  demand->firm = (int) demand->postings->len > several;
  return demand;
}

/**
 * trellis_demand_compute:
 * @several: how many postings make a skill recurring, 2 or more
 * @vocabulary: (nullable): what tells skills apart; NULL: the one that ships
 *
 * Each skill that a posting lists, with the postings that ask for it, also in their title or by a
 * more special skill, and each counted once. A skill that goes by several names is named as it was
 * first written; one that only stands in phrases, as the vocabulary names it, unless all write the
 * same one: "REST API design".
 *
 * Returns: (transfer full) (element-type TrellisDemand): most postings first, then by name
 */
GPtrArray *
trellis_demand_compute (const TrellisReport     *report,
                        int                      several,
                        const TrellisVocabulary *vocabulary)
{
  GPtrArray *demands
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_demand_free);
  g_autoptr (TrellisDemandIndex) index = trellis_demand_index_new (report, vocabulary);
  g_autoptr (TrellisSkillNames)  names = trellis_skill_names_new (vocabulary);
  g_autoptr (GArray)             asked = trellis_demand_index_list (index);
  Standings                      have = resolve_standings (names, report, TRELLIS_STANDING_HAVE);
  Standings                      lack = resolve_standings (names, report, TRELLIS_STANDING_LACK);

  for (guint i = 0; i < asked->len; i++)
    {
      const TrellisAskedSkill *skill = &g_array_index (asked, TrellisAskedSkill, i);
      TrellisDemand           *demand = new_demand (index, skill, several);

      demand->have = standings_cover (&have, skill);
      demand->lack = standings_cover (&lack, skill);
      g_ptr_array_add (demands, demand);
    }
  standings_clear (&have);
  standings_clear (&lack);
  g_ptr_array_sort (demands, by_rank);
  return demands;
}

/**
 * trellis_demand_find_postings:
 * @skill: a skill as somebody wrote it
 * @vocabulary: (nullable): what tells skills apart; NULL: the one that ships
 *
 * For one question; trellis_demand_index_new() is for many.
 *
 * Returns: (transfer full) (element-type int): the numbers, from 1, of the postings that ask for it
 *   in their title or skills
 */
GArray *
trellis_demand_find_postings (const TrellisReport     *report,
                              const char              *skill,
                              const TrellisVocabulary *vocabulary)
{
  g_autoptr (TrellisDemandIndex) index = trellis_demand_index_new (report, vocabulary);

  return trellis_demand_index_find (index, skill);
}
