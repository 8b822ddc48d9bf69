/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-cli.h"
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

/* trellis-cli templates [show ID|FILE] [--library FILE] */
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
  g_auto (GStrv)     rest = trellis_cli_parse (_("[show ID|FILE]"), entries, argc, argv, error);
  const char *const *ids = trellis_template_list ();
  g_autoptr (TrellisTemplate) template = NULL;

  if (rest == NULL)
    return TRELLIS_CLI_WRONG;

  if (rest[0] == NULL)
    {
      for (guint i = 0; ids[i] != NULL; i++)
        {
          const TrellisTemplate *shipped = trellis_template_get (ids[i]);

          g_print ("%s\t%s\n", ids[i],
                   trellis_template_choose_words (shipped->name, shipped->name_ru));
        }
      return TRELLIS_CLI_FINE;
    }

  if (!g_str_equal (rest[0], "show") || rest[1] == NULL || rest[2] != NULL)
    {
      trellis_cli_fail_usage (error,
                              _("Say “trellis-cli templates” or “trellis-cli templates show ID”."));
      return TRELLIS_CLI_WRONG;
    }

  template = trellis_template_load (rest[1], error);
  if (template == NULL)
    return TRELLIS_CLI_WRONG;

  show (template);
  return TRELLIS_CLI_FINE;
}
