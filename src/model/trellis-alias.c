/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-alias.h"

#include "trellis-text.h"

/* Names are stored; values may be added at the end, never renamed. */
static const char *const vocabularies[] = { "skill", "role", NULL };

static const TrellisField alias_fields[] = {
  { "vocabulary", TRELLIS_FIELD_ENUM, G_STRUCT_OFFSET (TrellisAlias, vocabulary), vocabularies,
    NULL },
  { "text", TRELLIS_FIELD_TEXT, G_STRUCT_OFFSET (TrellisAlias, text), NULL, NULL },
  { "name", TRELLIS_FIELD_TEXT, G_STRUCT_OFFSET (TrellisAlias, name), NULL, NULL },
};

const TrellisRecordType trellis_alias_type
    = { "alias", sizeof (TrellisAlias), alias_fields, G_N_ELEMENTS (alias_fields) };

void
trellis_alias_free (TrellisAlias *self)
{
  trellis_record_free (&trellis_alias_type, self);
}

/**
 * trellis_alias_find:
 * @aliases: (element-type TrellisAlias)
 * @text: as someone wrote it, in any case
 *
 * Returns: (transfer none) (nullable): the alias of that text
 */
const TrellisAlias *
trellis_alias_find (const GPtrArray *aliases,
                    TrellisAliasKind vocabulary,
                    const char      *text)
{
  for (guint i = 0; i < aliases->len; i++)
    {
      const TrellisAlias *alias = g_ptr_array_index (aliases, i);

      if (alias->vocabulary == (int) vocabulary && trellis_text_equal_folded (alias->text, text))
        return alias;
    }

  return NULL;
}

/**
 * trellis_alias_extend_vocabulary:
 * @aliases: (nullable) (element-type TrellisAlias): the user's own
 *
 * Returns: (transfer full): the vocabulary that ships, with those of its kind
 */
TrellisVocabulary *
trellis_alias_extend_vocabulary (const GPtrArray *aliases,
                                 TrellisAliasKind kind)
{
  const TrellisVocabulary *base = kind == TRELLIS_ALIAS_SKILL ? trellis_vocabulary_get_skills ()
                                                              : trellis_vocabulary_get_roles ();
  g_autoptr (GPtrArray)    pairs = g_ptr_array_new ();

  for (guint i = 0; aliases != NULL && i < aliases->len; i++)
    {
      const TrellisAlias *alias = g_ptr_array_index (aliases, i);

      if (alias->vocabulary != (int) kind)
        continue;
      g_ptr_array_add (pairs, alias->text);
      g_ptr_array_add (pairs, alias->name);
    }
  if (pairs->len == 0)
    return trellis_vocabulary_ref (base);

  g_ptr_array_add (pairs, NULL);
  return trellis_vocabulary_extend (base, (const char *const *) pairs->pdata);
}
