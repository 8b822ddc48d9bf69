/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-skill-names.h"

#include "trellis-recognition.h"
#include "trellis-text.h"

/* What one wording came to. */
typedef struct
{
  GArray  *names; /* TrellisSkillName */
  gboolean whole;
} Resolved;

struct _TrellisSkillNames
{
  const TrellisVocabulary *vocabulary;
  GHashTable              *resolved; /* wording → Resolved */
};

static void
name_clear (gpointer name)
{
  g_free (((TrellisSkillName *) name)->key);
}

static void
resolved_free (gpointer data)
{
  Resolved *resolved = data;

  g_array_unref (resolved->names);
  g_free (resolved);
}

/* `vocabulary` must outlive it; NULL: the one that ships. */
TrellisSkillNames *
trellis_skill_names_new (const TrellisVocabulary *vocabulary)
{
  TrellisSkillNames *self = g_new0 (TrellisSkillNames, 1);

  self->vocabulary = vocabulary != NULL ? vocabulary : trellis_vocabulary_get_skills ();
  self->resolved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, resolved_free);
  return self;
}

void
trellis_skill_names_free (TrellisSkillNames *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->resolved);
  g_free (self);
}

const TrellisVocabulary *
trellis_skill_names_get_vocabulary (const TrellisSkillNames *self)
{
  return self->vocabulary;
}

static void
add_entry (GArray                       *names,
           const TrellisVocabularyEntry *entry)
{
  TrellisSkillName name = { entry, NULL };

  for (guint i = 0; i < names->len; i++)
    if (g_array_index (names, TrellisSkillName, i).entry == entry)
      return;
  name.key = trellis_text_fold (entry->name);
  g_array_append_val (names, name);
}

/**
 * trellis_skill_names_find_mentions:
 * @text: a sentence, or a posting's title
 *
 * Returns: (transfer full) (element-type TrellisSkillName): the skills of the vocabulary that it
 *   names, each once, in the order of the text
 */
GArray *
trellis_skill_names_find_mentions (TrellisSkillNames *self,
                                   const char        *text)
{
  g_autoptr (GArray) mentions = trellis_recognition_find (self->vocabulary, text);
  GArray            *names = g_array_new (FALSE, FALSE, sizeof (TrellisSkillName));

  g_array_set_clear_func (names, name_clear);
  for (guint i = 0; i < mentions->len; i++)
    add_entry (names, g_array_index (mentions, TrellisMention, i).entry);
  return names;
}

static Resolved *
resolve (TrellisSkillNames *self,
         const char        *text)
{
  Resolved                     *resolved = g_new0 (Resolved, 1);
  const TrellisVocabularyEntry *entry = trellis_vocabulary_find (self->vocabulary, text);

  resolved->whole = TRUE;
  if (entry != NULL)
    {
      resolved->names = g_array_new (FALSE, FALSE, sizeof (TrellisSkillName));
      g_array_set_clear_func (resolved->names, name_clear);
      add_entry (resolved->names, entry);
      return resolved;
    }

  resolved->names = trellis_skill_names_find_mentions (self, text);
  resolved->whole = resolved->names->len == 0;
  if (resolved->whole)
    {
      TrellisSkillName name = { NULL, trellis_text_fold (text) };

      if (*name.key == '\0')
        g_free (name.key);
      else
        g_array_append_val (resolved->names, name);
    }
  return resolved;
}

/**
 * trellis_skill_names_resolve:
 * @text: a skill as somebody wrote it
 * @whole: (out) (optional): whether @text is the name of one skill, rather than a phrase that
 *   names some
 *
 * Returns: (transfer none) (element-type TrellisSkillName): what it stands for; empty when it is
 *   blank
 */
GArray *
trellis_skill_names_resolve (TrellisSkillNames *self,
                             const char        *text,
                             gboolean          *whole)
{
  Resolved *resolved = g_hash_table_lookup (self->resolved, text);

  if (resolved == NULL)
    {
      resolved = resolve (self, text);
      g_hash_table_insert (self->resolved, g_strdup (text), resolved);
    }
  if (whole != NULL)
    *whole = resolved->whole;
  return resolved->names;
}
