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

static gboolean
parse_table (const char      *name,
             TrellisCliTable *table,
             GError         **error)
{
  *table = name != NULL && g_str_equal (name, "demand") ? TRELLIS_CLI_TABLE_DEMAND
                                                        : TRELLIS_CLI_TABLE_MATRIX;

  return name == NULL || *table == TRELLIS_CLI_TABLE_DEMAND || g_str_equal (name, "matrix")
         || trellis_cli_fail_usage (error, _("There is no table “%s”. Choose matrix or demand."),
                                    name);
}

/* trellis-cli convert IN… -o OUT [--template ID|FILE] [--language en|ru] [--table matrix|demand] */
TrellisCliStatus
trellis_cli_convert (int      argc,
                     char   **argv,
                     GError **error)
{
  g_autofree char *output = NULL;
  g_autofree char *template = NULL;
  g_autofree char   *language = NULL;
  g_autofree char   *table = NULL;
  g_autofree char   *paper = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("Write a .md, .json, .pdf or .csv file, or into a folder"), N_("OUT") },
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &template,
      N_("Order and headings of this template"), N_("ID|FILE") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language,
      N_("Language of headings and computed wording"), N_("en|ru") },
    { "table", 0, 0, G_OPTION_ARG_STRING, &table,
      N_("What a .csv file holds"), N_("matrix|demand") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper, N_("Paper of a PDF"), N_("a4|letter") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv)              paths = trellis_cli_parse (_("IN…"), entries, argc, argv, error);
  g_autoptr (TrellisCliInput) input = NULL;
  TrellisCliOutput            options = { 0 };

  if (paths == NULL || !trellis_cli_output_check (output, error)
      || !parse_language (language, error) || !parse_table (table, &options.table, error)
      || !trellis_cli_output_parse_paper (paper, &options.paper, error))
    return TRELLIS_CLI_WRONG;

  input = trellis_cli_input_read (paths, template, error);
  if (input == NULL)
    return TRELLIS_CLI_WRONG;

  options.build.layout = input->own;
  options.build.language = language;
  options.course = input->layout;
  return trellis_cli_output_write (input->report, &options, output, error) ? TRELLIS_CLI_FINE
                                                                           : TRELLIS_CLI_WRONG;
}
