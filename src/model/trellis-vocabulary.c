/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-resources.h"
#include "trellis-text.h"
#include "trellis-vocabulary-private.h"

#include <string.h>

#define RESOURCE_FOLDER "/io/github/trellis_app/Trellis/vocabulary/"

static void
entry_free (gpointer data)
{
  TrellisVocabularyEntry *entry = data;

  g_free (entry->name);
  g_free (entry->name_ru);
  g_free ((char *) entry->category);
  g_strfreev (entry->aliases);
  g_free (entry);
}

static void
alias_free (gpointer data)
{
  TrellisAlias *alias = data;

  g_free (alias->text);
  g_strfreev (alias->not_before);
  g_strfreev (alias->not_after);
  g_free (alias);
}

static void
indices_clear (gpointer data)
{
  g_array_unref (*(GArray **) data);
}

TrellisVocabulary *
_trellis_vocabulary_new (void)
{
  TrellisVocabulary *self = g_new0 (TrellisVocabulary, 1);

  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->aliases = g_ptr_array_new_with_free_func (alias_free);
  self->under = g_array_new (FALSE, FALSE, sizeof (GArray *));
  g_array_set_clear_func (self->under, indices_clear);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lexicon = trellis_lexicon_new ();
  self->at = g_ptr_array_new ();
  self->cues = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_atomic_ref_count_init (&self->n_refs);
  return self;
}

/* (transfer full): the same, to be given to trellis_vocabulary_unref(). */
TrellisVocabulary *
trellis_vocabulary_ref (const TrellisVocabulary *self)
{
  TrellisVocabulary *same = (TrellisVocabulary *) self;

  g_atomic_ref_count_inc (&same->n_refs);
  return same;
}

void
trellis_vocabulary_unref (TrellisVocabulary *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->n_refs))
    return;

  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->aliases);
  g_array_unref (self->under);
  g_hash_table_unref (self->names);
  trellis_lexicon_free (self->lexicon);
  g_ptr_array_unref (self->at);
  g_array_unref (self->cues);
  g_free (self);
}

TrellisVocabularyEntry *
_trellis_vocabulary_add_entry (TrellisVocabulary *self,
                               const char        *name,
                               const char        *name_ru,
                               const char        *category)
{
  TrellisVocabularyEntry *entry = g_new0 (TrellisVocabularyEntry, 1);
  GArray                 *under = g_array_new (FALSE, FALSE, sizeof (guint));

  entry->name = g_strdup (name);
  entry->name_ru = g_strdup (name_ru);
  entry->category = g_strdup (category);
  entry->aliases = g_new0 (char *, 1);
  entry->index = self->entries->len;
  g_ptr_array_add (self->entries, entry);
  g_array_append_val (self->under, under);
  g_hash_table_insert (self->names, trellis_text_fold (name), entry);
  return entry;
}

TrellisAlias *
_trellis_vocabulary_add_alias (TrellisVocabulary      *self,
                               TrellisVocabularyEntry *entry,
                               const char             *text)
{
  TrellisAlias *alias = g_new0 (TrellisAlias, 1);

  alias->entry = entry;
  alias->text = g_strdup (text);
  g_ptr_array_add (self->aliases, alias);
  return alias;
}

void
_trellis_vocabulary_add_under (TrellisVocabulary            *self,
                               const TrellisVocabularyEntry *entry,
                               const TrellisVocabularyEntry *general)
{
  if (entry != general)
    g_array_append_val (g_array_index (self->under, GArray *, entry->index), general->index);
}

const TrellisVocabularyEntry *
_trellis_vocabulary_find_name (const TrellisVocabulary *self,
                               const char              *name)
{
  g_autofree char *folded = trellis_text_fold (name);

  return g_hash_table_lookup (self->names, folded);
}

static const TrellisVocabulary *
load_shipped (const char *file)
{
  g_autofree char   *path = g_strconcat (RESOURCE_FOLDER, file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = _trellis_resources_look_up (path, &error);
  TrellisVocabulary *self = NULL;

  if (bytes != NULL)
    self = trellis_vocabulary_new_from_json (g_bytes_get_data (bytes, NULL), file, &error);
  if (self == NULL)
    g_error ("The vocabulary %s that ships is broken: %s", file, error->message);
  return self;
}

/* The skills that ship; they live as long as the program. */
const TrellisVocabulary *
trellis_vocabulary_get_skills (void)
{
  static gsize skills;

  if (g_once_init_enter (&skills))
    g_once_init_leave (&skills, (gsize) load_shipped ("skills.json"));
  return (const TrellisVocabulary *) skills;
}

static gpointer
load_skills (gpointer data)
{
  trellis_vocabulary_get_skills ();
  return NULL;
}

/* Begins to load the skills in a thread; who needs them before they are there waits. */
void
trellis_vocabulary_preload (void)
{
  g_thread_unref (g_thread_new ("trellis-vocabulary", load_skills, NULL));
}

/* The roles that ship; they live as long as the program. */
const TrellisVocabulary *
trellis_vocabulary_get_roles (void)
{
  static gsize roles;

  if (g_once_init_enter (&roles))
    g_once_init_leave (&roles, (gsize) load_shipped ("roles.json"));
  return (const TrellisVocabulary *) roles;
}

guint
trellis_vocabulary_get_n_entries (const TrellisVocabulary *self)
{
  return self->entries->len;
}

const TrellisVocabularyEntry *
trellis_vocabulary_get_entry (const TrellisVocabulary *self,
                              guint                    index)
{
  return index < self->entries->len ? g_ptr_array_index (self->entries, index) : NULL;
}

static gboolean
is_whole (const TrellisAlias *alias,
          guint               first,
          guint               past,
          gpointer            n_words)
{
  return past == GPOINTER_TO_UINT (n_words);
}

/**
 * trellis_vocabulary_find:
 * @text: any text
 *
 * Returns: (transfer none) (nullable): the entry that @text, as a whole, is a name or alias of;
 *   rules for running text do not matter, nor does case
 */
const TrellisVocabularyEntry *
trellis_vocabulary_find (const TrellisVocabulary *self,
                         const char              *text)
{
  gsize        length = strlen (text);
  TrellisWords words;
  TrellisMatch match = { 0 };

  _trellis_words_init (&words);
  if (_trellis_words_read (&words, self, text, 0, length) == length && words.words->len > 0)
    match = _trellis_words_match (&words, self, 0, is_whole, GUINT_TO_POINTER (words.words->len));
  _trellis_words_clear (&words);
  return match.alias != NULL ? match.alias->entry : NULL;
}

/**
 * trellis_vocabulary_covers:
 *
 * Returns: whether who asks for @special asks for @general too: they are the same, or @special
 *   stands under it, over any number of steps
 */
gboolean
trellis_vocabulary_covers (const TrellisVocabulary      *self,
                           const TrellisVocabularyEntry *general,
                           const TrellisVocabularyEntry *special)
{
  const GArray *under;

  if (general == special)
    return TRUE;

  under = g_array_index (self->under, GArray *, special->index);
  for (guint i = 0; i < under->len; i++)
    if (trellis_vocabulary_covers (
            self, general,
            g_ptr_array_index (self->entries, g_array_index (under, guint, i))))
      return TRUE;
  return FALSE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
begins_with (const char *text,
             const char *folded)
{
  g_autofree char *whole = text != NULL ? trellis_text_fold (text) : NULL;

  return whole != NULL && g_str_has_prefix (whole, folded);
}

static gboolean
is_written_like (const TrellisVocabularyEntry *entry,
                 const char                   *folded)
{
  if (begins_with (entry->name_ru, folded))
    return TRUE;
  for (guint i = 0; entry->aliases[i] != NULL; i++)
    if (begins_with (entry->aliases[i], folded))
      return TRUE;
  return FALSE;
}

/**
 * trellis_vocabulary_complete:
 * @typed: the beginning of a name
 * @most: so many at the most
 *
 * Returns: (transfer full): the names that begin so, then those one of whose aliases does, each
 *   kind in alphabetical order
 */
char **
trellis_vocabulary_complete (const TrellisVocabulary *self,
                             const char              *typed,
                             guint                    most)
{
  g_autofree char         *folded = trellis_text_fold (typed);
  g_autoptr (GPtrArray)    names = g_ptr_array_new ();
  g_autoptr (GPtrArray)    others = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) completions = g_strv_builder_new ();

  for (guint i = 0; i < self->entries->len && *folded != '\0'; i++)
    {
      const TrellisVocabularyEntry *entry = g_ptr_array_index (self->entries, i);

      if (begins_with (entry->name, folded))
        g_ptr_array_add (names, entry->name);
      else if (is_written_like (entry, folded))
        g_ptr_array_add (others, entry->name);
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_sort (others, compare_names);
  g_ptr_array_extend (names, others, NULL, NULL);
  for (guint i = 0; i < MIN (names->len, most); i++)
    g_strv_builder_add (completions, g_ptr_array_index (names, i));
  return g_strv_builder_end (completions);
}
