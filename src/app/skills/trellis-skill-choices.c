/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-skill-choices.h"

#include "trellis-demand.h"
#include "trellis-skill-names.h"

#include <glib/gi18n-lib.h>

static void
choice_free (gpointer data)
{
  TrellisSkillChoice *choice = data;

  g_free (choice->name);
  g_free (choice->source);
  g_free (choice);
}

/* Whether the skill, or all that its wording names, is in the set already; it is from now on. */
static gboolean
know (TrellisSkillNames *names,
      GHashTable        *known,
      const char        *text)
{
  GArray  *found = trellis_skill_names_resolve (names, text, NULL);
  gboolean all = TRUE;

  for (guint i = 0; i < found->len; i++)
    if (g_hash_table_add (known, g_strdup (g_array_index (found, TrellisSkillName, i).key)))
      all = FALSE;
  return all;
}

/* What the list has; a skill that is had is not offered as one that is lacked, nor the other way.
 */
static GHashTable *
collect_known (const TrellisReport *report,
               TrellisSkillNames   *names,
               TrellisSkillList     list)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (list == TRELLIS_SKILL_LIST_COMMON)
    for (guint i = 0; i < report->common_skills->len; i++)
      know (names, known, ((const TrellisCommonSkill *) report->common_skills->pdata[i])->name);
  else
    for (guint i = 0; i < report->standings->len; i++)
      know (names, known, ((const TrellisStanding *) report->standings->pdata[i])->name);
  return known;
}

/* Takes @source. */
static void
add_choice (GPtrArray  *choices,
            const char *name,
            char       *source,
            gboolean    chosen)
{
  TrellisSkillChoice *choice = g_new0 (TrellisSkillChoice, 1);

  choice->name = g_strdup (name);
  choice->source = source;
  choice->chosen = chosen;
  g_ptr_array_add (choices, choice);
}

/**
 * trellis_skill_choices_from_demand:
 * @several: from how many postings on a skill recurs
 *
 * Returns: (transfer full) (element-type TrellisSkillChoice): the skills that recur and are not in
 *   the list, most asked for first; none is chosen, since only the person knows
 */
GPtrArray *
trellis_skill_choices_from_demand (const TrellisReport     *report,
                                   const TrellisVocabulary *vocabulary,
                                   int                      several,
                                   TrellisSkillList         list)
{
  g_autoptr (TrellisSkillNames) names = trellis_skill_names_new (vocabulary);
  g_autoptr (GHashTable)        known = collect_known (report, names, list);
  g_autoptr (GPtrArray)         demands = trellis_demand_compute (report, several, vocabulary);
  GPtrArray                    *choices = g_ptr_array_new_with_free_func (choice_free);

  for (guint i = 0; i < demands->len; i++)
    {
      const TrellisDemand *demand = demands->pdata[i];
      gboolean             mine = demand->have || demand->lack;

      if (demand->bucket != TRELLIS_DEMAND_SEVERAL || know (names, known, demand->skill)
          || (mine && list != TRELLIS_SKILL_LIST_COMMON))
        continue;
      add_choice (choices, demand->skill,
                  g_strdup_printf (ngettext ("%u of %u posting", "%u of %u postings",
                                             report->postings->len),
                                   demand->postings->len, report->postings->len),
                  FALSE);
    }
  return choices;
}

/**
 * trellis_skill_choices_from_roadmaps:
 *
 * Returns: (transfer full) (element-type TrellisSkillChoice): the topics that are done and not in
 *   the list, in order; all are chosen
 */
GPtrArray *
trellis_skill_choices_from_roadmaps (const TrellisReport     *report,
                                     const TrellisVocabulary *vocabulary,
                                     TrellisSkillList         list)
{
  g_autoptr (TrellisSkillNames) names = trellis_skill_names_new (vocabulary);
  g_autoptr (GHashTable)        known = collect_known (report, names, list);
  GPtrArray                    *choices = g_ptr_array_new_with_free_func (choice_free);

  for (guint i = 0; i < report->roadmap_topics->len; i++)
    {
      const TrellisRoadmapTopic *topic = report->roadmap_topics->pdata[i];
      const TrellisRoadmap      *roadmap
          = trellis_report_find (report, &trellis_roadmap_type, topic->roadmap_id);

      if (topic->state != TRELLIS_TOPIC_DONE || know (names, known, topic->name))
        continue;
      add_choice (choices, topic->name, g_strdup (roadmap != NULL ? roadmap->title : ""), TRUE);
    }
  return choices;
}

/* How many are chosen. */
guint
trellis_skill_choices_count (GPtrArray *choices)
{
  guint n = 0;

  for (guint i = 0; i < choices->len; i++)
    n += ((const TrellisSkillChoice *) choices->pdata[i])->chosen;
  return n;
}

static void
standing_free (gpointer record)
{
  trellis_record_free (&trellis_standing_type, record);
}

static void
common_skill_free (gpointer record)
{
  trellis_record_free (&trellis_common_skill_type, record);
}

/* Returns: (transfer full) (element-type TrellisStanding or TrellisCommonSkill): what is chosen, as
 * new records of the list */
GPtrArray *
trellis_skill_choices_to_records (GPtrArray       *choices,
                                  TrellisSkillList list)
{
  gboolean   common = list == TRELLIS_SKILL_LIST_COMMON;
  GPtrArray *records
      = g_ptr_array_new_with_free_func (common ? common_skill_free : standing_free);

  for (guint i = 0; i < choices->len; i++)
    {
      const TrellisSkillChoice *choice = choices->pdata[i];

      if (!choice->chosen)
        continue;
      if (common)
        {
          TrellisCommonSkill *skill = trellis_record_new (&trellis_common_skill_type);

          g_set_str (&skill->name, choice->name);
          g_ptr_array_add (records, skill);
        }
      else
        {
          TrellisStanding *standing = trellis_record_new (&trellis_standing_type);

          g_set_str (&standing->name, choice->name);
          standing->list = list == TRELLIS_SKILL_LIST_HAVE ? TRELLIS_STANDING_HAVE
                                                           : TRELLIS_STANDING_LACK;
          g_ptr_array_add (records, standing);
        }
    }
  return records;
}
