/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-demand.h"

#include "trellis-demand-index.h"
#include "trellis-text.h"

#include <string.h>

void
trellis_demand_free (TrellisDemand *self)
{
  g_free (self->skill);
  g_array_unref (self->postings);
  g_free (self);
}

static void
add_posting (TrellisDemand *demand,
             int            number)
{
  guint n = demand->postings->len;

  if (n == 0 || g_array_index (demand->postings, int, n - 1) != number)
    g_array_append_val (demand->postings, number);
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

static int
by_posting (gconstpointer a,
            gconstpointer b,
            gpointer      numbers)
{
  const TrellisPostingSkill *x = *(TrellisPostingSkill *const *) a;
  const TrellisPostingSkill *y = *(TrellisPostingSkill *const *) b;

  return GPOINTER_TO_INT (g_hash_table_lookup (numbers, &x->posting_id))
         - GPOINTER_TO_INT (g_hash_table_lookup (numbers, &y->posting_id));
}

static GHashTable *
collect_standings (const TrellisReport *report,
                   TrellisStandingList  list)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < report->standings->len; i++)
    {
      const TrellisStanding *standing = g_ptr_array_index (report->standings, i);

      if (standing->list == (int) list)
        g_hash_table_add (names, trellis_text_fold (standing->name));
    }

  return names;
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

static void
finish (GPtrArray           *demands,
        GHashTable          *by_skill,
        const TrellisReport *report,
        int                  several)
{
  g_autoptr (GHashTable) have = collect_standings (report, TRELLIS_STANDING_HAVE);
  g_autoptr (GHashTable) lack = collect_standings (report, TRELLIS_STANDING_LACK);
  GHashTableIter         iter;
  gpointer               folded, value;

  g_hash_table_iter_init (&iter, by_skill);
  while (g_hash_table_iter_next (&iter, &folded, &value))
    {
      TrellisDemand *demand = value;

      demand->bucket = bucket_of (demand->postings->len, several);
      demand->firm = (int) demand->postings->len > several;
      demand->have = g_hash_table_contains (have, folded);
      demand->lack = g_hash_table_contains (lack, folded);
      g_ptr_array_add (demands, demand);
    }

  g_ptr_array_sort (demands, by_rank);
}

/**
 * trellis_demand_compute:
 * @several: how many postings make a skill recurring, 2 or more
 *
 * Counts each skill once a posting, however its case and spacing; the first spelling names it.
 *
 * Returns: (transfer full) (element-type TrellisDemand): most postings first, then by name
 */
GPtrArray *
trellis_demand_compute (const TrellisReport *report,
                        int                  several)
{
  GPtrArray *demands
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_demand_free);
  g_autoptr (GHashTable) numbers = number_postings (report);
  g_autoptr (GHashTable) by_skill = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray)  skills = g_ptr_array_copy (report->posting_skills, NULL, NULL);

  g_ptr_array_sort_with_data (skills, by_posting, numbers);

  for (guint i = 0; i < skills->len; i++)
    {
      const TrellisPostingSkill *skill = g_ptr_array_index (skills, i);
      g_autofree char           *folded = trellis_text_fold (skill->name);
      gpointer                   place = g_hash_table_lookup (numbers, &skill->posting_id);
      TrellisDemand             *demand = g_hash_table_lookup (by_skill, folded);

      if (place == NULL || *folded == '\0')
        continue;
      if (demand == NULL)
        {
          demand = g_new0 (TrellisDemand, 1);
          demand->skill = g_strdup (skill->name);
          demand->postings = g_array_new (FALSE, FALSE, sizeof (int));
          g_hash_table_insert (by_skill, g_steal_pointer (&folded), demand);
        }
      add_posting (demand, GPOINTER_TO_INT (place));
    }

  finish (demands, by_skill, report, several);
  return demands;
}

/**
 * trellis_demand_find_postings:
 * @skill: a skill's name
 *
 * For one question; trellis_demand_index_new() is for many.
 *
 * Returns: (transfer full) (element-type int): the numbers, from 1, of the postings that ask for it
 *   in their title or skills
 */
GArray *
trellis_demand_find_postings (const TrellisReport *report,
                              const char          *skill)
{
  g_autoptr (TrellisDemandIndex) index = trellis_demand_index_new (report);

  return trellis_demand_index_find (index, skill);
}
