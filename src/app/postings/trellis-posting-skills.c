/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-skills.h"

#include "trellis-recognition.h"
#include "trellis-skill-names.h"

/* @asked: those that it asks for, or those that were dismissed */
static GPtrArray *
list (const TrellisReport  *report,
      const TrellisPosting *posting,
      gboolean              asked)
{
  GPtrArray *skills = g_ptr_array_new ();

  for (guint i = 0; i < report->posting_skills->len; i++)
    {
      TrellisPostingSkill *skill = report->posting_skills->pdata[i];

      if (skill->posting_id == posting->base.id
          && (skill->requirement != TRELLIS_REQUIREMENT_DISMISSED) == asked)
        g_ptr_array_add (skills, skill);
    }
  return skills;
}

/**
 * trellis_posting_skills_list:
 *
 * Returns: (transfer container) (element-type TrellisPostingSkill): what the posting asks for, in
 *   order; the records are the report's
 */
GPtrArray *
trellis_posting_skills_list (const TrellisReport  *report,
                             const TrellisPosting *posting)
{
  return list (report, posting, TRUE);
}

static void
skill_free (gpointer skill)
{
  trellis_record_free (&trellis_posting_skill_type, skill);
}

static void
add_entries (GHashTable        *entries,
             TrellisSkillNames *names,
             GPtrArray         *skills)
{
  for (guint i = 0; i < skills->len; i++)
    {
      const TrellisPostingSkill *skill = skills->pdata[i];
      GArray                    *found = trellis_skill_names_resolve (names, skill->name, NULL);

      for (guint j = 0; j < found->len; j++)
        g_hash_table_add (entries, (gpointer) g_array_index (found, TrellisSkillName, j).entry);
    }
}

/**
 * trellis_posting_skills_collect:
 * @asked: those that it asks for, or those that were dismissed
 *
 * Returns: (transfer full): a set of the TrellisVocabularyEntry that the posting's skills name
 */
GHashTable *
trellis_posting_skills_collect (const TrellisReport     *report,
                                const TrellisPosting    *posting,
                                const TrellisVocabulary *vocabulary,
                                gboolean                 asked)
{
  g_autoptr (TrellisSkillNames) names = trellis_skill_names_new (vocabulary);
  g_autoptr (GPtrArray)         skills = list (report, posting, asked);
  GHashTable                   *entries = g_hash_table_new (NULL, NULL);

  add_entries (entries, names, skills);
  return entries;
}

/**
 * trellis_posting_skills_find:
 *
 * Returns: (transfer full) (element-type TrellisPostingSkill): what the posting's text asks for
 *   beyond its skills and what was dismissed, each once, in the order of the text: new records, in
 * no report yet
 */
GPtrArray *
trellis_posting_skills_find (const TrellisReport     *report,
                             const TrellisPosting    *posting,
                             const TrellisVocabulary *vocabulary)
{
  GPtrArray             *found = g_ptr_array_new_with_free_func (skill_free);
  g_autoptr (GHashTable) known = trellis_posting_skills_collect (report, posting, vocabulary, TRUE);
  g_autoptr (GHashTable) dismissed
      = trellis_posting_skills_collect (report, posting, vocabulary, FALSE);
  g_autoptr (GArray) mentions
      = trellis_recognition_find (vocabulary, posting->text);

  for (guint i = 0; i < mentions->len; i++)
    {
      const TrellisMention *mention = &g_array_index (mentions, TrellisMention, i);
      TrellisPostingSkill  *skill;

      if (mention->aside || g_hash_table_contains (dismissed, mention->entry)
          || !g_hash_table_add (known, (gpointer) mention->entry))
        continue;
      skill = trellis_record_new (&trellis_posting_skill_type);
      g_set_str (&skill->name, mention->entry->name);
      skill->requirement
          = mention->optional ? TRELLIS_REQUIREMENT_NICE : TRELLIS_REQUIREMENT_MUST;
      g_ptr_array_add (found, skill);
    }
  return found;
}
