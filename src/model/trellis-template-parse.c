/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-template-parse.h"

#include "trellis-error.h"
#include "trellis-figures.h"
#include "trellis-json-reader.h"

#include <glib/gi18n-lib.h>

/* Reads the template format that resources/templates/README.md describes. */

#define VERSION 1

static const char *const root_members[]
    = { "format", "version", "id", "name", "several", "documents", "criteria", "questions", NULL };
static const char *const document_members[] = { "file", "sections", NULL };
static const char *const section_members[] = { "kind", "level", "heading",
                                               "synonyms", "words", "optional", NULL };
static const char *const criterion_members[]
    = { "id", "section", "asks", "unit", "figure", "min", "max", "all_of", "list", "judge", NULL };
static const char *const words_members[] = { "en", "ru", NULL };
static const char *const lists[] = { "recurring", "single", NULL };

static const char *const *
get_section_kinds (void)
{
  return trellis_record_type_find_field (&trellis_section_type, "kind")->names;
}

/* Returns: (transfer full) (nullable): a text that somebody will read, so there is one */
static char *
read_text (TrellisJsonReader *reader,
           JsonObject        *object,
           const char        *path,
           const char        *member)
{
  g_autofree char *text
      = g_strdup (trellis_json_reader_get_string (reader, object, path, member));
  g_autofree char *place = g_strconcat (path, ".", member, NULL);

  if (text != NULL && *g_strstrip (text) == '\0')
    trellis_json_reader_fail (reader, place, _("must not be empty."));
  return g_steal_pointer (&text);
}

static void
read_words (TrellisJsonReader *reader,
            JsonObject        *object,
            const char        *path,
            const char        *member,
            char             **english,
            char             **russian)
{
  g_autofree char *place = g_strconcat (path, ".", member, NULL);
  JsonObject      *words = trellis_json_reader_get_object (reader, object, path, member);

  trellis_json_reader_check_members (reader, words, place, words_members);
  *english = read_text (reader, words, place, "en");
  *russian = read_text (reader, words, place, "ru");
}

static char **
read_strings (TrellisJsonReader *reader,
              JsonObject        *object,
              const char        *path,
              const char        *member)
{
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();
  JsonArray               *array = trellis_json_reader_get_array (reader, object, path, member);
  guint                    n = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        g_strv_builder_add (strings, json_node_get_string (node));
      else
        {
          g_autofree char *place = g_strdup_printf ("%s.%s[%u]", path, member, i);

          trellis_json_reader_fail (reader, place, _("must be %s."), _("text"));
        }
    }

  return g_strv_builder_end (strings);
}

static void
read_section (TrellisJsonReader       *reader,
              TrellisTemplateDocument *document,
              JsonNode                *node,
              const char              *path)
{
  TrellisTemplateSection *section = g_new0 (TrellisTemplateSection, 1);
  JsonObject             *object = trellis_json_reader_as_object (reader, node, path);

  g_ptr_array_add (document->sections, section);
  trellis_json_reader_check_members (reader, object, path, section_members);
  section->kind = (TrellisSectionKind) trellis_json_reader_get_choice (reader, object, path, "kind",
                                                                       get_section_kinds ());
  section->level = (int) trellis_json_reader_get_int (reader, object, path, "level", 1, 6);
  read_words (reader, object, path, "heading", &section->heading, &section->heading_ru);
  if (object != NULL && json_object_has_member (object, "synonyms"))
    section->synonyms = read_strings (reader, object, path, "synonyms");
  else
    section->synonyms = g_new0 (char *, 1);
  if (object != NULL && json_object_has_member (object, "words"))
    section->words = read_strings (reader, object, path, "words");
  else
    section->words = g_new0 (char *, 1);
  if (object != NULL && json_object_has_member (object, "optional"))
    section->optional = trellis_json_reader_get_boolean (reader, object, path, "optional");
}

static void
read_document (TrellisJsonReader *reader,
               TrellisTemplate *template,
               JsonNode   *node,
               const char *path)
{
  TrellisTemplateDocument *document = _trellis_template_add_document (template);
  JsonObject              *object = trellis_json_reader_as_object (reader, node, path);
  JsonArray               *sections;

  trellis_json_reader_check_members (reader, object, path, document_members);
  document->file = g_strdup (trellis_json_reader_get_string (reader, object, path, "file"));
  if (document->file != NULL
      && (strchr (document->file, '/') != NULL || !g_str_has_suffix (document->file, ".md")))
    trellis_json_reader_fail (reader, path,
                              _("“%s” is no file name that ends in .md."), document->file);

  sections = trellis_json_reader_get_array (reader, object, path, "sections");
  for (guint i = 0; sections != NULL && i < json_array_get_length (sections); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s.sections[%u]", path, i);

      read_section (reader, document, json_array_get_element (sections, i), place);
    }
}

static char *
read_figure (TrellisJsonReader *reader,
             JsonObject        *object,
             const char        *path,
             const char        *member)
{
  const char      *name = trellis_json_reader_get_string (reader, object, path, member);
  g_autofree char *place = g_strconcat (path, ".", member, NULL);

  if (name != NULL && trellis_figure_find (name) == NULL)
    trellis_json_reader_fail (reader, place, _("there is no figure “%s”."), name);

  return g_strdup (name);
}

static gboolean
has (JsonObject *object,
     const char *member)
{
  return object != NULL && json_object_has_member (object, member);
}

static void
read_bounds (TrellisJsonReader        *reader,
             TrellisTemplateCriterion *criterion,
             JsonObject               *object,
             const char               *path)
{
  criterion->figure = read_figure (reader, object, path, "figure");
  if (has (object, "min"))
    criterion->min = (int) trellis_json_reader_get_int (reader, object, path, "min", 0, 10000);
  if (has (object, "max"))
    criterion->max = (int) trellis_json_reader_get_int (reader, object, path, "max", 0, 10000);
  if (has (object, "all_of"))
    criterion->all_of = read_figure (reader, object, path, "all_of");
  if (has (object, "list"))
    criterion->list = g_strdup (
        lists[trellis_json_reader_get_choice (reader, object, path, "list", lists)]);

  if (criterion->min < 0 && criterion->max < 0 && criterion->all_of == NULL
      && criterion->list == NULL)
    trellis_json_reader_fail (reader, path, _("needs “min”, “max”, “all_of” or “list”."));
  if (criterion->max >= 0 && criterion->max < criterion->min)
    trellis_json_reader_fail (reader, path, _("“max” is less than “min”."));
}

static void
read_criterion (TrellisJsonReader *reader,
                TrellisTemplate *template,
                JsonNode   *node,
                const char *path)
{
  TrellisTemplateCriterion *criterion = g_new0 (TrellisTemplateCriterion, 1);
  JsonObject               *object = trellis_json_reader_as_object (reader, node, path);

  criterion->min = criterion->max = -1;
  g_ptr_array_add (template->criteria, criterion);
  trellis_json_reader_check_members (reader, object, path, criterion_members);
  criterion->id = read_text (reader, object, path, "id");
  criterion->section = (TrellisSectionKind) trellis_json_reader_get_choice (
      reader, object, path, "section", get_section_kinds ());
  read_words (reader, object, path, "asks", &criterion->message, &criterion->message_ru);
  if (has (object, "unit"))
    read_words (reader, object, path, "unit", &criterion->unit, &criterion->unit_ru);

  if (!has (object, "judge"))
    read_bounds (reader, criterion, object, path);
  else if (!trellis_json_reader_get_boolean (reader, object, path, "judge"))
    trellis_json_reader_fail (reader, path, _("“judge” can only be true."));
}

static void
read_all (TrellisJsonReader *reader,
          TrellisTemplate *template,
          JsonObject *root,
          const char *member,
          void (*read) (TrellisJsonReader *, TrellisTemplate *, JsonNode *, const char *))
{
  g_autofree char *place = g_strconcat ("$.", member, NULL);
  JsonArray       *array = trellis_json_reader_get_array (reader, root, "$", member);

  if (array != NULL && json_array_get_length (array) == 0)
    trellis_json_reader_fail (reader, place, _("must not be empty."));

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *path = g_strdup_printf ("$.%s[%u]", member, i);

      read (reader, template, json_array_get_element (array, i), path);
    }
}

static void
check_format (TrellisJsonReader *reader,
              JsonObject        *root)
{
  const char *format = trellis_json_reader_get_string (reader, root, "$", "format");
  gint64      version = trellis_json_reader_get_int (reader, root, "$", "version", 1, G_MAXINT);

  if (format != NULL && !g_str_equal (format, "trellis-template"))
    trellis_json_reader_fail (reader, "$.format", _("“%s” is no template of Trellis."), format);
  if (reader->error == NULL && version > VERSION)
    g_set_error (&reader->error, TRELLIS_ERROR, TRELLIS_ERROR_VERSION,
                 _("“%s” comes from a newer Trellis. Update to use it."), reader->name);
}

static void
read_questions (TrellisJsonReader *reader,
                TrellisTemplate *template,
                JsonObject *root)
{
  JsonObject *questions;

  if (!has (root, "questions"))
    return;

  questions = trellis_json_reader_get_object (reader, root, "$", "questions");
  trellis_json_reader_check_members (reader, questions, "$.questions", words_members);
  template->questions = read_strings (reader, questions, "$.questions", "en");
  template->questions_ru = read_strings (reader, questions, "$.questions", "ru");
}

/* A file would be written over, and a criterion could not be told from the other. */
static void
check_repeats (TrellisJsonReader *reader,
               const TrellisTemplate *template)
{
  g_autoptr (GHashTable) files = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; reader->error == NULL && i < template->documents->len; i++)
    {
      const TrellisTemplateDocument *document = g_ptr_array_index (template->documents, i);
      g_autofree char               *path = g_strdup_printf ("$.documents[%u].file", i);

      if (!g_hash_table_add (files, document->file))
        trellis_json_reader_fail (reader, path, _("“%s” stands twice."), document->file);
    }

  for (guint i = 0; reader->error == NULL && i < template->criteria->len; i++)
    {
      const TrellisTemplateCriterion *criterion = g_ptr_array_index (template->criteria, i);
      g_autofree char                *path = g_strdup_printf ("$.criteria[%u].id", i);

      if (!g_hash_table_add (ids, criterion->id))
        trellis_json_reader_fail (reader, path, _("“%s” stands twice."), criterion->id);
    }
}

static void
check_kinds (TrellisJsonReader *reader,
             const TrellisTemplate *template)
{
  for (guint i = 0; reader->error == NULL && i < template->criteria->len; i++)
    {
      const TrellisTemplateCriterion *criterion = g_ptr_array_index (template->criteria, i);
      g_autofree char                *path = g_strdup_printf ("$.criteria[%u].section", i);

      /* "text" is about the whole report. */
      if (criterion->section != TRELLIS_SECTION_TEXT
          && trellis_template_find_section (template, criterion->section, NULL) == NULL)
        trellis_json_reader_fail (reader, path,
                                  _("no document of the template has such a section."));
    }
}

/**
 * trellis_template_new_from_json:
 * @json: the template's text
 * @name: of its file, for messages
 * @error: SYNTAX, VERSION, or TEMPLATE with the JSON path and the reason
 *
 * Returns: (transfer full): the template
 */
TrellisTemplate *
trellis_template_new_from_json (const char *json,
                                const char *name,
                                GError    **error)
{
  g_autoptr (TrellisTemplate) template = _trellis_template_new ();
  TrellisJsonReader    reader = { .name = name,
                                  .code = TRELLIS_ERROR_TEMPLATE,
                                  .phrase = _("a template") };
  g_autoptr (JsonNode) node = trellis_json_reader_parse (&reader, json);
  JsonObject          *root = trellis_json_reader_as_object (&reader, node, "$");

  if (reader.error == NULL)
    {
      check_format (&reader, root);
      trellis_json_reader_check_members (&reader, root, "$", root_members);
      template->id = read_text (&reader, root, "$", "id");
      read_words (&reader, root, "$", "name", &template->name, &template->name_ru);
      template->several = (int) trellis_json_reader_get_int (&reader, root, "$", "several", 2, 100);
      read_all (&reader, template, root, "documents", read_document);
      read_all (&reader, template, root, "criteria", read_criterion);
      read_questions (&reader, template, root);
      check_repeats (&reader, template);
      check_kinds (&reader, template);
    }

  if (reader.error != NULL)
    {
      g_propagate_error (error, reader.error);
      return NULL;
    }

  _trellis_template_fold_names (template);
  return g_steal_pointer (&template);
}
