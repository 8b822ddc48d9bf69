/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-alias.h"
#include "trellis-cli-library.h"
#include "trellis-cli-output.h"
#include "trellis-cli.h"

#include <glib/gi18n-lib.h>

/* A template of one's own is a file: the library only knows what it was called. */
static const TrellisTemplate *
find_template (const TrellisReport *report)
{
  const TrellisTemplate *found = trellis_template_get (report->layout);
  const TrellisTemplate *other = trellis_template_get ("classic");

  if (found != NULL || *report->layout == '\0')
    return found;

  /* Translators: two templates: the one that a report follows, and the one used in its place. */
  g_printerr (_("The template “%s” is not here; “%s” is used instead."), report->layout,
              other->id);
  g_printerr ("\n");
  return other;
}

/* The person's own names for skills count here as they do in the window. */
static TrellisVocabulary *
find_vocabulary (TrellisStore *store)
{
  g_autoptr (GPtrArray) aliases = trellis_store_list_aliases (store, NULL);

  return trellis_alias_extend_vocabulary (aliases, TRELLIS_ALIAS_SKILL);
}

/* trellis-cli export REPORT -o OUT [--format FORMAT] [--table matrix|demand] [--spreadsheet]
 *   [--paper a4|letter] [--library FILE] */
TrellisCliStatus
trellis_cli_export (int      argc,
                    char   **argv,
                    GError **error)
{
  g_auto (TrellisCliOutputArgs) args = { 0 };
  g_autofree char              *library = NULL;
  const GOptionEntry            entries[] = {
    TRELLIS_CLI_OUTPUT_ENTRIES (args),
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &library,
                 N_("Another library than the user’s own"), N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv)                rest = trellis_cli_parse (_("REPORT"), entries, argc, argv, error);
  g_autoptr (TrellisStore)      store = NULL;
  g_autoptr (TrellisReport)     report = NULL;
  TrellisCliOutput              options = { 0 };
  g_autoptr (TrellisVocabulary) vocabulary = NULL;
  gint64                        id;

  if (rest == NULL || !trellis_cli_library_parse_report (rest[0], &id, error)
      || !trellis_cli_output_parse (&args, &options, error))
    return TRELLIS_CLI_WRONG;

  trellis_cli_output_prepare (&options, args.output);
  store = trellis_cli_library_open (library, error);
  if (store != NULL && trellis_cli_library_check (store, id, error))
    report = trellis_store_load_report (store, id, error);
  if (report == NULL)
    return TRELLIS_CLI_WRONG;

  options.course = find_template (report);
  vocabulary = find_vocabulary (store);
  options.build.vocabulary = vocabulary;
  return trellis_cli_output_write (report, &options, args.output, error) ? TRELLIS_CLI_FINE
                                                                         : TRELLIS_CLI_WRONG;
}
