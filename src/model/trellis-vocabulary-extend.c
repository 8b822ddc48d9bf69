/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-vocabulary-private.h"

/* A copy of a vocabulary in which some entries went into others. */
typedef struct
{
  const TrellisVocabulary *base;
  GHashTable              *into;   /* entry of the base → the name it goes under */
  GHashTable              *copies; /* entry of the base → entry of the copy */
} Merge;

/* Where the entry ends up, over aliases of aliases; a ring of them leaves it where it began. */
static const TrellisVocabularyEntry *
follow (const Merge                  *merge,
        const TrellisVocabularyEntry *entry)
{
  const TrellisVocabularyEntry *at = entry;

  for (guint steps = g_hash_table_size (merge->into); steps > 0; steps--)
    {
      const char                   *name = g_hash_table_lookup (merge->into, at);
      const TrellisVocabularyEntry *next;

      next = name != NULL ? trellis_vocabulary_find (merge->base, name) : NULL;
      if (next == NULL || next == at)
        return at;
      at = next;
      if (at == entry)
        return entry;
    }
  return at;
}

static TrellisVocabularyEntry *
copy_entry (TrellisVocabulary            *self,
            const TrellisVocabularyEntry *entry)
{
  TrellisVocabularyEntry *copy = _trellis_vocabulary_add_entry (self, entry->name, entry->name_ru,
                                                                entry->category);

  g_strfreev (copy->aliases);
  copy->aliases = g_strdupv (entry->aliases);
  return copy;
}

/* The name an entry goes under when the base does not know that name; else NULL. */
static const char *
find_new_name (const Merge                  *merge,
               const TrellisVocabularyEntry *entry)
{
  const char *name = g_hash_table_lookup (merge->into, entry);

  return name != NULL && trellis_vocabulary_find (merge->base, name) == NULL ? name : NULL;
}

static TrellisVocabularyEntry *
get_named (TrellisVocabulary *self,
           const char        *name)
{
  TrellisVocabularyEntry *entry = (TrellisVocabularyEntry *) _trellis_vocabulary_find_name (self,
                                                                                            name);

  if (entry == NULL)
    {
      entry = _trellis_vocabulary_add_entry (self, name, NULL, "");
      _trellis_vocabulary_add_alias (self, entry, name);
    }
  return entry;
}

static void
copy_entries (TrellisVocabulary *self,
              Merge             *merge)
{
  GPtrArray *entries = merge->base->entries;

  for (guint i = 0; i < entries->len; i++)
    {
      TrellisVocabularyEntry *entry = g_ptr_array_index (entries, i);

      if (follow (merge, entry) == entry && find_new_name (merge, entry) == NULL)
        g_hash_table_insert (merge->copies, entry, copy_entry (self, entry));
    }
  for (guint i = 0; i < entries->len; i++)
    {
      gpointer                      entry = g_ptr_array_index (entries, i);
      const TrellisVocabularyEntry *target = follow (merge, entry);
      const char                   *name = find_new_name (merge, target);

      if (name != NULL)
        g_hash_table_insert (merge->copies, entry, get_named (self, name));
      else
        g_hash_table_insert (merge->copies, entry, g_hash_table_lookup (merge->copies, target));
    }
}

static void
copy_aliases (TrellisVocabulary *self,
              Merge             *merge)
{
  for (guint i = 0; i < merge->base->aliases->len; i++)
    {
      const TrellisAlias *alias = g_ptr_array_index (merge->base->aliases, i);
      TrellisAlias       *copy
          = _trellis_vocabulary_add_alias (self, g_hash_table_lookup (merge->copies, alias->entry),
                                           alias->text);

      copy->rule = alias->rule;
      copy->not_before = g_strdupv (alias->not_before);
      copy->not_after = g_strdupv (alias->not_after);
    }
}

static void
copy_under (TrellisVocabulary *self,
            Merge             *merge)
{
  for (guint i = 0; i < merge->base->entries->len; i++)
    {
      gpointer      entry = g_ptr_array_index (merge->base->entries, i);
      const GArray *under = g_array_index (merge->base->under, GArray *, i);

      for (guint j = 0; j < under->len; j++)
        {
          guint                         index = g_array_index (under, guint, j);
          gpointer                      general = g_ptr_array_index (merge->base->entries, index);
          const TrellisVocabularyEntry *special = g_hash_table_lookup (merge->copies, entry);

          general = g_hash_table_lookup (merge->copies, general);
          /* Going into another, an entry must not come to stand above itself. */
          if (!trellis_vocabulary_covers (self, special, general))
            _trellis_vocabulary_add_under (self, special, general);
        }
    }
}

static void
add_aliases (TrellisVocabulary *self,
             Merge             *merge,
             const char *const *aliases)
{
  for (guint i = 0; aliases[i] != NULL && aliases[i + 1] != NULL; i += 2)
    {
      const TrellisVocabularyEntry *known = trellis_vocabulary_find (merge->base, aliases[i + 1]);
      TrellisVocabularyEntry       *entry;

      entry = known != NULL ? g_hash_table_lookup (merge->copies, known)
                            : get_named (self, aliases[i + 1]);
      _trellis_vocabulary_add_alias (self, entry, aliases[i]);
    }
}

/**
 * trellis_vocabulary_extend:
 * @base: a vocabulary
 * @aliases: pairs of a text and the name it is to go under; NULL ends them
 *
 * A name that @base does not know becomes an entry. A text that is the name of an entry makes that
 * one part of the other, with all that was written as its alias. A person's aliases go before
 * those of @base.
 *
 * Returns: (transfer full): a vocabulary of its own
 */
TrellisVocabulary *
trellis_vocabulary_extend (const TrellisVocabulary *base,
                           const char *const       *aliases)
{
  TrellisVocabulary     *self = _trellis_vocabulary_new ();
  g_autoptr (GHashTable) into = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) copies = g_hash_table_new (NULL, NULL);
  Merge                  merge = { base, into, copies };

  for (guint i = 0; aliases[i] != NULL && aliases[i + 1] != NULL; i += 2)
    {
      const TrellisVocabularyEntry *entry = _trellis_vocabulary_find_name (base, aliases[i]);

      if (entry != NULL && trellis_vocabulary_find (base, aliases[i + 1]) != entry)
        g_hash_table_insert (into, (gpointer) entry, (gpointer) aliases[i + 1]);
    }
  copy_entries (self, &merge);
  copy_aliases (self, &merge);
  copy_under (self, &merge);
  add_aliases (self, &merge, aliases);
  _trellis_vocabulary_index (self);
  return self;
}
