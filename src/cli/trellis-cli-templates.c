/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-cli-library.h"
#include "trellis-cli.h"
#include "trellis-commands.h"
#include "trellis-template.h"

#include <glib/gi18n-lib.h>

static void
print_section (const TrellisTemplateSection *section)
{
  g_print ("  %-*s %s\n", section->level, "######" + 6 - section->level,
           trellis_template_choose_words (section->heading, section->heading_ru));
}

static void
print_criterion (const TrellisTemplateCriterion *criterion)
{
  const char *asks = trellis_template_choose_words (criterion->message, criterion->message_ru);

  /* Translators: behind a rule that no program can check. */
  g_print ("  %-24s %s%s\n", criterion->id, asks,
           criterion->figure == NULL ? _(" (for a person)") : "");
}

static void
show (const TrellisTemplate *template)
{
  g_print ("%s: %s\n", template->id,
           trellis_template_choose_words (template->name, template->name_ru));
  g_print (_("A skill is recurring from %d postings on.\n"), template->several);

  for (guint i = 0; i < template->documents->len; i++)
    {
      const TrellisTemplateDocument *document = g_ptr_array_index (template->documents, i);

      g_print ("\n%s\n", document->file);
      for (guint j = 0; j < document->sections->len; j++)
        print_section (g_ptr_array_index (document->sections, j));
    }

  g_print ("\n%s\n", _("Criteria"));
  for (guint i = 0; i < template->criteria->len; i++)
    print_criterion (g_ptr_array_index (template->criteria, i));
}

static void
print_name (const TrellisTemplate *template)
{
  g_print ("%s\t%s\n", template->id,
           trellis_template_choose_words (template->name, template->name_ru));
}

/* Those that ship, then those of the library, which is opened only where there is one. */
static gboolean
print_all (const char *library,
           GError    **error)
{
  const char *const       *ids = trellis_template_list ();
  g_autofree char         *own = trellis_store_get_default_path ();
  g_autoptr (TrellisStore) store = NULL;
  g_autoptr (GPtrArray)    records = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    print_name (trellis_template_get (ids[i]));

  if (!g_file_test (library != NULL ? library : own, G_FILE_TEST_EXISTS))
    return TRUE;
  store = trellis_cli_library_open (library, error);
  records = store != NULL ? trellis_store_list_templates (store, error) : NULL;
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const TrellisTemplateRecord *record = g_ptr_array_index (records, i);
      const TrellisTemplate *template = trellis_template_get (record->name);

      if (template != NULL)
        print_name (template);
    }

  return records != NULL;
}

/* Returns: (transfer full): the library's template of that id, or what ships or stands in a file */
static TrellisTemplate *
find (const char *id,
      const char *library,
      GError    **error)
{
  g_autofree char *own = trellis_store_get_default_path ();
  gboolean         is_there = g_file_test (library != NULL ? library : own,
                                   G_FILE_TEST_EXISTS);
  g_autoptr (TrellisStore) store = is_there ? trellis_cli_library_open (library, NULL) : NULL;
  g_autoptr (GPtrArray)    records
      = store != NULL ? trellis_store_list_templates (store, NULL) : NULL;
  const TrellisTemplateRecord *record
      = records != NULL ? trellis_template_record_find (records, id) : NULL;

  return record != NULL ? trellis_template_new_from_json (record->json, id, error)
                        : trellis_template_load (id, error);
}

static gboolean
show_one (const char *id,
          const char *library,
          GError    **error)
{
  g_autoptr (TrellisTemplate) template = find (id, library, error);

  if (template != NULL)
    show (template);
  return template != NULL;
}

static gboolean
add (const char *path,
     const char *library,
     GError    **error)
{
  g_autofree char         *name = g_path_get_basename (path);
  g_autofree char         *json = trellis_template_read_file (path, error);
  g_autoptr (TrellisStore) store
      = json != NULL ? trellis_cli_library_open_or_make (library, error) : NULL;

  return store != NULL && trellis_commands_add_template (store, json, name, NULL, error);
}

static gboolean
take_away (const char *id,
           const char *library,
           GError    **error)
{
  g_autoptr (TrellisStore) store = trellis_cli_library_open (library, error);
  g_autoptr (GPtrArray)    records
      = store != NULL ? trellis_store_list_templates (store, error) : NULL;
  const TrellisTemplateRecord *record;

  if (records == NULL)
    return FALSE;

  record = trellis_template_record_find (records, id);
  if (record == NULL)
    return trellis_cli_fail_usage (
        error, _("The library has no template “%s”. “trellis-cli templates” shows what there is."),
        id);
  return trellis_commands_remove_template (store, record->base.id, error);
}

static const struct
{
  const char *name;
  gboolean (*run) (const char *argument, const char *library, GError **error);
} verbs[] = {
  { "show", show_one },
  { "add", add },
  { "remove", take_away },
};

/* trellis-cli templates [show ID|FILE | add FILE | remove ID] [--library FILE] */
TrellisCliStatus
trellis_cli_templates (int      argc,
                       char   **argv,
                       GError **error)
{
  g_autofree char   *library = NULL;
  const GOptionEntry entries[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &library,
      N_("Another library than the user’s own"), N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = trellis_cli_parse (_("[show ID|FILE | add FILE | remove ID]"), entries,
                                           argc, argv, error);

  if (rest == NULL)
    return TRELLIS_CLI_WRONG;
  if (rest[0] == NULL)
    return print_all (library, error) ? TRELLIS_CLI_FINE : TRELLIS_CLI_WRONG;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (rest[0], verbs[i].name) && rest[1] != NULL && rest[2] == NULL)
      return verbs[i].run (rest[1], library, error) ? TRELLIS_CLI_FINE : TRELLIS_CLI_WRONG;

  trellis_cli_fail_usage (error, _("Say “trellis-cli templates”, “trellis-cli templates show ID”, "
                                   "“add FILE” or “remove ID”."));
  return TRELLIS_CLI_WRONG;
}
