/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-skills.h"

#include "trellis-recognition.h"
#include "trellis-skill-names.h"

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
  GPtrArray *skills = g_ptr_array_new ();

  for (guint i = 0; i < report->posting_skills->len; i++)
    {
      TrellisPostingSkill *skill = report->posting_skills->pdata[i];

      if (skill->posting_id == posting->base.id)
        g_ptr_array_add (skills, skill);
    }
  return skills;
}

static void
skill_free (gpointer skill)
{
  trellis_record_free (&trellis_posting_skill_type, skill);
}

/**
 * trellis_posting_skills_collect:
 *
 * Returns: (transfer full): a set of the TrellisVocabularyEntry that the posting's skills name
 */
GHashTable *
trellis_posting_skills_collect (const TrellisReport     *report,
                                const TrellisPosting    *posting,
                                const TrellisVocabulary *vocabulary)
{
  g_autoptr (TrellisSkillNames) names = trellis_skill_names_new (vocabulary);
  g_autoptr (GPtrArray)         skills = trellis_posting_skills_list (report, posting);
  GHashTable                   *known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < skills->len; i++)
    {
      GArray *found = trellis_skill_names_resolve (
          names, ((const TrellisPostingSkill *) skills->pdata[i])->name, NULL);

      for (guint j = 0; j < found->len; j++)
        g_hash_table_add (known, (gpointer) g_array_index (found, TrellisSkillName, j).entry);
    }
  return known;
}

/**
 * trellis_posting_skills_find:
 *
 * Returns: (transfer full) (element-type TrellisPostingSkill): what the posting's text asks for
 *   beyond its skills, each once, in the order of the text: new records, in no report yet
 */
GPtrArray *
trellis_posting_skills_find (const TrellisReport     *report,
                             const TrellisPosting    *posting,
                             const TrellisVocabulary *vocabulary)
{
  GPtrArray             *found = g_ptr_array_new_with_free_func (skill_free);
  g_autoptr (GHashTable) known = trellis_posting_skills_collect (report, posting, vocabulary);
  g_autoptr (GArray)     mentions
      = trellis_recognition_find (vocabulary, posting->text);

  for (guint i = 0; i < mentions->len; i++)
    {
      const TrellisMention *mention = &g_array_index (mentions, TrellisMention, i);
      TrellisPostingSkill  *skill;

      if (mention->aside || !g_hash_table_add (known, (gpointer) mention->entry))
        continue;
      skill = trellis_record_new (&trellis_posting_skill_type);
      g_set_str (&skill->name, mention->entry->name);
      skill->requirement
          = mention->optional ? TRELLIS_REQUIREMENT_NICE : TRELLIS_REQUIREMENT_MUST;
      g_ptr_array_add (found, skill);
    }
  return found;
}
