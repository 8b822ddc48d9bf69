/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-template.h"

#include "trellis-error.h"
#include "trellis-file.h"
#include "trellis-resources.h"
#include "trellis-template-parse.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#define RESOURCE_FOLDER "/io/github/trellis_app/Trellis/templates/"
#define MAX_TEMPLATE (1024 * 1024)

static const char *const shipped[] = { "classic", "two-file", NULL };

static void
section_free (gpointer data)
{
  TrellisTemplateSection *section = data;

  g_free (section->heading);
  g_free (section->heading_ru);
  g_strfreev (section->synonyms);
  g_strfreev (section->words);
  g_clear_pointer (&section->names, g_ptr_array_unref);
  g_free (section);
}

static void
document_free (gpointer data)
{
  TrellisTemplateDocument *document = data;

  g_free (document->file);
  g_ptr_array_unref (document->sections);
  g_free (document);
}

static void
criterion_free (gpointer data)
{
  TrellisTemplateCriterion *criterion = data;

  g_free (criterion->id);
  g_free (criterion->figure);
  g_free (criterion->all_of);
  g_free (criterion->list);
  g_free (criterion->message);
  g_free (criterion->message_ru);
  g_free (criterion->unit);
  g_free (criterion->unit_ru);
  g_free (criterion);
}

TrellisTemplate *
_trellis_template_new (void)
{
  TrellisTemplate *self = g_new0 (TrellisTemplate, 1);

  self->documents = g_ptr_array_new_with_free_func (document_free);
  self->criteria = g_ptr_array_new_with_free_func (criterion_free);
  return self;
}

TrellisTemplateDocument *
_trellis_template_add_document (TrellisTemplate *self)
{
  TrellisTemplateDocument *document = g_new0 (TrellisTemplateDocument, 1);

  document->sections = g_ptr_array_new_with_free_func (section_free);
  g_ptr_array_add (self->documents, document);
  return document;
}

void
trellis_template_free (TrellisTemplate *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self->name_ru);
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->criteria);
  g_strfreev (self->questions);
  g_strfreev (self->questions_ru);
  g_free (self);
}

/* The ids of the templates that ship, NULL-terminated. */
const char *const *
trellis_template_list (void)
{
  return shipped;
}

static TrellisTemplate *
load_shipped (const char *id)
{
  g_autofree char   *path = g_strconcat (RESOURCE_FOLDER, id, ".json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = _trellis_resources_look_up (path, &error);
  TrellisTemplate   *self = NULL;

  if (bytes != NULL)
    self = trellis_template_new_from_json (g_bytes_get_data (bytes, NULL), id, &error);
  if (self == NULL)
    g_error ("The template %s that ships is broken: %s", id, error->message);

  return self;
}

/* A template that was made known. */
typedef struct
{
  TrellisTemplate *template;
  char    *json;
  gboolean is_known; /* no longer, when its library has it no more */
} Registered;

static GMutex     mutex;
static GPtrArray *registered; /* Registered, never freed: whoever has one may keep it */

/* Returns: the one of that id that is known, or with @json that one, known or not */
static Registered *
find_registered (const char *id,
                 const char *json)
{
  for (guint i = registered != NULL ? registered->len : 0; i > 0; i--)
    {
      Registered *one = g_ptr_array_index (registered, i - 1);

      if (g_str_equal (one->template->id, id)
          && (json != NULL ? g_str_equal (one->json, json) : one->is_known))
        return one;
    }

  return NULL;
}

static void
make_known (Registered *one)
{
  Registered *before = find_registered (one->template->id, NULL);

  if (before != NULL)
    before->is_known = FALSE;
  one->is_known = TRUE;
}

/**
 * trellis_template_register:
 * @json: a template of one's own
 * @name: of its file, for messages
 * @error: SYNTAX, VERSION or TEMPLATE, which is also that of an id that ships
 *
 * Makes a template known under its id, in place of one of that id that was known before.
 *
 * Returns: (transfer none) (nullable): the template, as trellis_template_get() gives it
 */
const TrellisTemplate *
trellis_template_register (const char *json,
                           const char *name,
                           GError    **error)
{
  g_autoptr (TrellisTemplate) template = trellis_template_new_from_json (json, name, error);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  Registered              *one;

  if (template == NULL)
    return NULL;
  if (g_strv_contains (shipped, template->id))
    {
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_TEMPLATE,
                   _("“%s”: the id “%s” is that of a template that ships. Give yours another."),
                   name, template->id);
      return NULL;
    }

  if (registered == NULL)
    registered = g_ptr_array_new ();
  one = find_registered (template->id, json);
  if (one == NULL)
    {
      one = g_new0 (Registered, 1);
      one->template = g_steal_pointer (&template);
      one->json = g_strdup (json);
      g_ptr_array_add (registered, one);
    }
  make_known (one);
  return one->template;
}

/* Makes trellis_template_get() forget all that was registered; who has one may keep it. */
void
trellis_template_unregister_all (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  for (guint i = 0; registered != NULL && i < registered->len; i++)
    ((Registered *) g_ptr_array_index (registered, i))->is_known = FALSE;
}

/* Returns: (transfer none): the template of that id; the one for one file where it is not known */
const TrellisTemplate *
trellis_template_get_or_default (const char *id)
{
  const TrellisTemplate *template = trellis_template_get (id);

  return template != NULL ? template : trellis_template_get ("classic");
}

/**
 * trellis_template_get:
 * @id: an id that trellis_template_list() names, or of one that was registered
 *
 * Returns: (transfer none) (nullable): the template of that id; it lives as long as the program,
 *   and any thread may read it
 */
const TrellisTemplate *
trellis_template_get (const char *id)
{
  static TrellisTemplate  *templates[G_N_ELEMENTS (shipped)];
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  const Registered        *own;

  for (guint i = 0; shipped[i] != NULL; i++)
    if (g_str_equal (shipped[i], id))
      {
        if (templates[i] == NULL)
          templates[i] = load_shipped (id);
        return templates[i];
      }

  own = find_registered (id, NULL);
  return own != NULL ? own->template : NULL;
}

/* The text of a template's file, as trellis_file_read_text() gives it; a larger file is none. */
char *
trellis_template_read_file (const char *path,
                            GError    **error)
{
  return trellis_file_read_text (path, MAX_TEMPLATE, error);
}

/**
 * trellis_template_load:
 * @id_or_path: the id of a template that ships, or a file's path
 * @error: NOT_FOUND, those of trellis_file_read_text(), SYNTAX, VERSION or TEMPLATE
 *
 * Returns: (transfer full): a template of one's own
 */
TrellisTemplate *
trellis_template_load (const char *id_or_path,
                       GError    **error)
{
  g_autofree char *json = NULL;
  g_autofree char *name = g_path_get_basename (id_or_path);
  g_autofree char *ids = NULL;

  if (g_strv_contains (shipped, id_or_path))
    return load_shipped (id_or_path);

  if (strchr (id_or_path, '/') == NULL && !g_str_has_suffix (id_or_path, ".json")
      && !g_file_test (id_or_path, G_FILE_TEST_EXISTS))
    {
      ids = g_strjoinv (", ", (char **) shipped);
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_NOT_FOUND,
                   _("There is no template “%s”. Choose one of %s, or name a template’s file."),
                   id_or_path, ids);
      return NULL;
    }

  json = trellis_template_read_file (id_or_path, error);
  return json != NULL ? trellis_template_new_from_json (json, name, error) : NULL;
}

/**
 * trellis_template_choose_words:
 * @english: words of a template
 * @russian: the same in Russian
 *
 * A template brings its own translation. In the C locale gettext translates nothing, whatever
 * LANGUAGE says, and neither does this: a sentence is in one language.
 *
 * Returns: (transfer none): those in the language that the program speaks
 */
const char *
trellis_template_choose_words (const char *english,
                               const char *russian)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);

  if (locale == NULL || g_str_equal (locale, "POSIX") || g_str_equal (locale, "C")
      || g_str_has_prefix (locale, "C."))
    return english;

  return g_str_has_prefix (g_get_language_names ()[0], "ru") ? russian : english;
}

/**
 * trellis_template_find_section:
 * @document: (out) (optional) (nullable): where it stands
 *
 * Returns: (transfer none) (nullable): the first section of that kind
 */
const TrellisTemplateSection *
trellis_template_find_section (const TrellisTemplate          *self,
                               TrellisSectionKind              kind,
                               const TrellisTemplateDocument **document)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      const TrellisTemplateDocument *candidate = g_ptr_array_index (self->documents, i);

      for (guint j = 0; j < candidate->sections->len; j++)
        {
          const TrellisTemplateSection *section = g_ptr_array_index (candidate->sections, j);

          if (section->kind != kind)
            continue;
          if (document != NULL)
            *document = candidate;
          return section;
        }
    }

  if (document != NULL)
    *document = NULL;
  return NULL;
}
