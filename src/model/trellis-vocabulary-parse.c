/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-error.h"
#include "trellis-json-reader.h"
#include "trellis-text.h"
#include "trellis-vocabulary-private.h"

#include <glib/gi18n-lib.h>

/* Reads the format of resources/vocabulary: categories, then entries with their aliases. */

#define VERSION 1

static const char *const root_members[] = { "format", "version", "categories", "entries", NULL };
static const char *const category_members[] = { "id", "name", "name_ru", NULL };
static const char *const entry_members[] = { "name", "name_ru", "category", "aliases", "under",
                                             "rule", "not_before", "not_after", "kinds", NULL };
static const char *const kind_members[] = { "name", "name_ru", "aliases", "rule", "not_before",
                                            "not_after", NULL };
static const char *const alias_members[] = { "text", "rule", "not_before", "not_after", NULL };
static const char *const rules[] = { "any", "exact", "listed", NULL };

typedef struct
{
  TrellisJsonReader  reader;
  TrellisVocabulary *vocabulary;
  GHashTable        *categories; /* ids */
} Parser;

static gboolean
has (JsonObject *object,
     const char *member)
{
  return object != NULL && json_object_has_member (object, member);
}

static char *
get_place (const char *path,
           const char *member,
           guint       i)
{
  return g_strdup_printf ("%s.%s[%u]", path, member, i);
}

/* There are thousands of them: the place is only made out where one is wrong. */
static const char *
read_text (Parser     *self,
           JsonArray  *array,
           const char *path,
           const char *member,
           guint       i)
{
  JsonNode        *node = json_array_get_element (array, i);
  g_autofree char *place = NULL;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
      && *json_node_get_string (node) != '\0')
    return json_node_get_string (node);
  place = get_place (path, member, i);
  trellis_json_reader_fail (&self->reader, place, _("must be %s."), _("text"));
  return NULL;
}

static char **
read_words (Parser     *self,
            JsonObject *object,
            const char *path,
            const char *member)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  JsonArray               *array;

  if (!has (object, member))
    return NULL;

  array = trellis_json_reader_get_array (&self->reader, object, path, member);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *word = read_text (self, array, path, member, i);

      if (word != NULL)
        g_strv_builder_take (words, trellis_text_fold (word));
    }
  return g_strv_builder_end (words);
}

static void
read_rule (Parser       *self,
           JsonObject   *object,
           const char   *path,
           TrellisAlias *alias)
{
  if (has (object, "rule"))
    alias->rule = (TrellisRule) trellis_json_reader_get_choice (&self->reader, object, path, "rule",
                                                                rules);
  alias->not_before = read_words (self, object, path, "not_before");
  alias->not_after = read_words (self, object, path, "not_after");
}

static void
read_alias (Parser                 *self,
            TrellisVocabularyEntry *entry,
            JsonArray              *array,
            guint                   i,
            const char             *path)
{
  JsonNode        *node = json_array_get_element (array, i);
  JsonObject      *object = NULL;
  g_autofree char *place = NULL;
  const char      *text;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    text = read_text (self, array, path, "aliases", i);
  else
    {
      object = json_node_get_object (node);
      place = get_place (path, "aliases", i);
      trellis_json_reader_check_members (&self->reader, object, place, alias_members);
      text = trellis_json_reader_get_string (&self->reader, object, place, "text");
    }
  if (text == NULL)
    return;

  entry->aliases[i] = g_strdup (text);
  read_rule (self, object, place, _trellis_vocabulary_add_alias (self->vocabulary, entry, text));
}

static void
read_aliases (Parser                 *self,
              TrellisVocabularyEntry *entry,
              JsonObject             *object,
              const char             *path)
{
  JsonArray *array;

  if (!has (object, "aliases"))
    return;

  array = trellis_json_reader_get_array (&self->reader, object, path, "aliases");
  if (array == NULL)
    return;
  g_strfreev (entry->aliases);
  entry->aliases = g_new0 (char *, json_array_get_length (array) + 1);
  for (guint i = 0; self->reader.error == NULL && i < json_array_get_length (array); i++)
    read_alias (self, entry, array, i, path);
}

/* What every entry has but its place among the others. Returns: (nullable): the entry */
static TrellisVocabularyEntry *
read_names (Parser     *self,
            JsonObject *object,
            const char *path,
            const char *category)
{
  const char             *name, *name_ru = NULL;
  TrellisVocabularyEntry *entry;

  name = trellis_json_reader_get_string (&self->reader, object, path, "name");
  if (has (object, "name_ru"))
    name_ru = trellis_json_reader_get_string (&self->reader, object, path, "name_ru");
  if (self->reader.error != NULL)
    return NULL;

  if (_trellis_vocabulary_find_name (self->vocabulary, name) != NULL)
    trellis_json_reader_fail (&self->reader, path, _("“%s” stands twice."), name);

  entry = _trellis_vocabulary_add_entry (self->vocabulary, name, name_ru, category);
  read_aliases (self, entry, object, path);
  if (name_ru != NULL)
    _trellis_vocabulary_add_alias (self->vocabulary, entry, name_ru);
  read_rule (self, object, path, _trellis_vocabulary_add_alias (self->vocabulary, entry, name));
  return entry;
}

/* Rare ones that stand under the entry, and are of its category. */
static void
read_kinds (Parser                       *self,
            const TrellisVocabularyEntry *entry,
            JsonObject                   *object,
            const char                   *path)
{
  JsonArray *array = has (object, "kinds") ? trellis_json_reader_get_array (&self->reader, object,
                                                                            path, "kinds")
                                           : NULL;

  for (guint i = 0;
       self->reader.error == NULL && array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *place = get_place (path, "kinds", i);
      JsonObject      *one = trellis_json_reader_as_object (
          &self->reader, json_array_get_element (array, i), place);
      const TrellisVocabularyEntry *kind;

      trellis_json_reader_check_members (&self->reader, one, place, kind_members);
      kind = read_names (self, one, place, entry->category);
      if (kind != NULL)
        _trellis_vocabulary_add_under (self->vocabulary, kind, entry);
    }
}

static void
read_entry (Parser     *self,
            JsonNode   *node,
            const char *path)
{
  JsonObject                   *object = trellis_json_reader_as_object (&self->reader, node, path);
  const TrellisVocabularyEntry *entry;
  const char                   *category;

  trellis_json_reader_check_members (&self->reader, object, path, entry_members);
  category = trellis_json_reader_get_string (&self->reader, object, path, "category");
  if (self->reader.error == NULL && !g_hash_table_contains (self->categories, category))
    trellis_json_reader_fail (&self->reader, path, _("there is no category “%s”."), category);
  entry = read_names (self, object, path, category);
  if (entry != NULL)
    read_kinds (self, entry, object, path);
}

static void
read_category (Parser     *self,
               JsonNode   *node,
               const char *path)
{
  JsonObject *object = trellis_json_reader_as_object (&self->reader, node, path);
  const char *id;

  trellis_json_reader_check_members (&self->reader, object, path, category_members);
  id = trellis_json_reader_get_string (&self->reader, object, path, "id");
  trellis_json_reader_get_string (&self->reader, object, path, "name");
  if (id != NULL && !g_hash_table_add (self->categories, g_strdup (id)))
    trellis_json_reader_fail (&self->reader, path, _("“%s” stands twice."), id);
}

static void
read_under (Parser     *self,
            JsonNode   *node,
            const char *path)
{
  JsonObject                   *object = json_node_get_object (node);
  const char                   *name = json_object_get_string_member (object, "name");
  const TrellisVocabularyEntry *entry = _trellis_vocabulary_find_name (self->vocabulary, name);
  JsonArray                    *array;

  if (!has (object, "under"))
    return;

  array = trellis_json_reader_get_array (&self->reader, object, path, "under");
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char                   *text = read_text (self, array, path, "under", i);
      g_autofree char              *place = get_place (path, "under", i);
      const TrellisVocabularyEntry *general;

      if (text == NULL)
        return;
      general = _trellis_vocabulary_find_name (self->vocabulary, text);
      if (general == NULL)
        trellis_json_reader_fail (&self->reader, place, _("there is no entry “%s”."), text);
      else if (trellis_vocabulary_covers (self->vocabulary, entry, general))
        trellis_json_reader_fail (&self->reader, place, _("“%s” would stand under itself."), name);
      else
        _trellis_vocabulary_add_under (self->vocabulary, entry, general);
    }
}

static void
read_all (Parser     *self,
          JsonObject *root,
          const char *member,
          void (*read) (Parser *, JsonNode *, const char *))
{
  JsonArray *array = trellis_json_reader_get_array (&self->reader, root, "$", member);

  for (guint i = 0;
       self->reader.error == NULL && array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *path = get_place ("$", member, i);

      read (self, json_array_get_element (array, i), path);
    }
}

static void
check_format (Parser     *self,
              JsonObject *root)
{
  TrellisJsonReader *reader = &self->reader;
  const char        *format = trellis_json_reader_get_string (reader, root, "$", "format");
  gint64             version;

  version = trellis_json_reader_get_int (reader, root, "$", "version", 1, G_MAXINT);
  if (format != NULL && !g_str_equal (format, "trellis-vocabulary"))
    trellis_json_reader_fail (reader, "$.format", _("“%s” is no vocabulary of Trellis."), format);
  if (reader->error == NULL && version > VERSION)
    g_set_error (&reader->error, TRELLIS_ERROR, TRELLIS_ERROR_VERSION,
                 _("“%s” comes from a newer Trellis. Update to use it."), reader->name);
}

/**
 * trellis_vocabulary_new_from_json:
 * @json: the vocabulary's text
 * @name: of its file, for messages
 * @error: SYNTAX, VERSION, or FORMAT with the JSON path and the reason
 *
 * Returns: (transfer full): the vocabulary
 */
TrellisVocabulary *
trellis_vocabulary_new_from_json (const char *json,
                                  const char *name,
                                  GError    **error)
{
  g_autoptr (TrellisVocabulary) vocabulary = _trellis_vocabulary_new ();
  g_autoptr (GHashTable)        categories = g_hash_table_new_full (g_str_hash, g_str_equal,
                                                                    g_free, NULL);
  TrellisJsonReader             reader = { .name = name,
                                           .code = TRELLIS_ERROR_FORMAT,
                                           .phrase = _("a vocabulary") };
  Parser                        self = { reader, vocabulary, categories };
  g_autoptr (JsonNode)          node = trellis_json_reader_parse (&self.reader, json);
  JsonObject                   *root = trellis_json_reader_as_object (&self.reader, node, "$");

  if (self.reader.error == NULL)
    {
      check_format (&self, root);
      trellis_json_reader_check_members (&self.reader, root, "$", root_members);
      read_all (&self, root, "categories", read_category);
      read_all (&self, root, "entries", read_entry);
      read_all (&self, root, "entries", read_under);
    }
  if (self.reader.error != NULL)
    {
      g_propagate_error (error, self.reader.error);
      return NULL;
    }

  _trellis_vocabulary_index (vocabulary);
  return g_steal_pointer (&vocabulary);
}
