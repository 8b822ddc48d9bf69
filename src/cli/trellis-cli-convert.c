/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-cli-input.h"
#include "trellis-cli-output.h"
#include "trellis-cli.h"

#include <glib/gi18n-lib.h>

static gboolean
parse_language (const char *language,
                GError    **error)
{
  return language == NULL || g_str_equal (language, "en") || g_str_equal (language, "ru")
         || trellis_cli_fail_usage (error, _("There is no language “%s”. Choose en or ru."),
                                    language);
}

/* trellis-cli convert IN… -o OUT [--template ID|FILE] [--language en|ru] [--format FORMAT]
 *   [--table matrix|demand] [--spreadsheet] [--paper a4|letter] */
TrellisCliStatus
trellis_cli_convert (int      argc,
                     char   **argv,
                     GError **error)
{
  g_auto (TrellisCliOutputArgs) args = { 0 };
  g_autofree char *template = NULL;
  g_autofree char   *language = NULL;
  const GOptionEntry entries[] = {
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &template,
      N_("Order and headings of this template"), N_("ID|FILE") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language,
      N_("Language of headings and computed wording"), N_("en|ru") },
    TRELLIS_CLI_OUTPUT_ENTRIES (args),
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv)              paths = trellis_cli_parse (_("IN…"), entries, argc, argv, error);
  g_autoptr (TrellisCliInput) input = NULL;
  TrellisCliOutput            options = { 0 };

  if (paths == NULL || !trellis_cli_output_parse (&args, &options, error)
      || !parse_language (language, error))
    return TRELLIS_CLI_WRONG;

  trellis_cli_output_prepare (&options, args.output);
  input = trellis_cli_input_read (paths, template, error);
  if (input == NULL)
    return TRELLIS_CLI_WRONG;

  options.build.layout = input->own;
  options.build.language = language;
  options.course = input->layout;
  return trellis_cli_output_write (input->report, &options, args.output, error) ? TRELLIS_CLI_FINE
                                                                                : TRELLIS_CLI_WRONG;
}
