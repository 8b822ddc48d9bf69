/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-cli-output.h"
#include "trellis-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The formats, by the endings of their files. */
static const struct
{
  const char *name;
  const char *ending;
} formats[] = {
  { "markdown", ".md" },
  { "json", ".json" },
  { "pdf", ".pdf" },
  { "csv", ".csv" },
  { "plantuml", ".puml" },
};

/* Returns: (transfer full): ".md", in small letters; empty where there is none */
char *
trellis_cli_output_get_ending (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  const char      *dot = strrchr (name, '.');

  return g_ascii_strdown (dot != NULL ? dot : "", -1);
}

gboolean
trellis_cli_output_is_folder (const char *path)
{
  return g_str_has_suffix (path, "/") || g_file_test (path, G_FILE_TEST_IS_DIR);
}

static gboolean
is_format_ending (const char *ending)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (ending, formats[i].ending))
      return TRUE;

  return FALSE;
}

/* Whether a report can be written there, as far as the name tells: said before any work is done. */
static gboolean
check_path (const char *path,
            GError    **error)
{
  g_autofree char *ending = path != NULL ? trellis_cli_output_get_ending (path) : NULL;

  if (path == NULL)
    return trellis_cli_fail_usage (error,
                                   _("Where to write is missing. Say “-o FILE” or “-o FOLDER/”."));

  return trellis_cli_output_is_folder (path) || g_str_equal (path, "-") || is_format_ending (ending)
         || trellis_cli_fail_usage (error,
                                    _("“%s”: what to write is told by the ending: .md, .json, "
                                      ".pdf, .csv, .puml, or a folder."),
                                    path);
}

static gboolean
parse_format (const char  *name,
              const char  *path,
              const char **ending,
              GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats) && *ending == NULL; i++)
    if (g_str_equal (name, formats[i].name))
      *ending = formats[i].ending;

  if (*ending == NULL)
    return trellis_cli_fail_usage (
        error, _("There is no format “%s”. Choose markdown, json, pdf, csv or plantuml."), name);
  if (path != NULL && trellis_cli_output_is_folder (path) && !g_str_equal (name, "markdown"))
    return trellis_cli_fail_usage (
        error, _("“%s” is a folder, which gets Markdown files. Name a file."), path);

  return path != NULL || check_path (path, error);
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

static gboolean
parse_paper (const char   *name,
             TrellisPaper *paper,
             GError      **error)
{
  *paper = TRELLIS_PAPER_A4;
  if (name == NULL || g_ascii_strcasecmp (name, "a4") == 0)
    return TRUE;

  *paper = TRELLIS_PAPER_LETTER;
  return g_ascii_strcasecmp (name, "letter") == 0
         || trellis_cli_fail_usage (error, _("There is no paper “%s”. Choose a4 or letter."), name);
}

/* A table is a .csv file, and what goes to standard output with it is one. */
static gboolean
check_table (const TrellisCliOutputArgs *args,
             TrellisCliOutput           *options,
             GError                    **error)
{
  g_autofree char *ending = trellis_cli_output_get_ending (args->output);

  if (args->table == NULL && !args->spreadsheet)
    return TRUE;
  if (options->ending == NULL && g_str_equal (args->output, "-"))
    options->ending = ".csv";

  return g_str_equal (options->ending != NULL ? options->ending : ending, ".csv")
         || trellis_cli_fail_usage (
             error, _("“--table” and “--spreadsheet” are for CSV. Name a .csv file."));
}

/* Fills @options from what was said, or says what is wrong with it. */
gboolean
trellis_cli_output_parse (const TrellisCliOutputArgs *args,
                          TrellisCliOutput           *options,
                          GError                    **error)
{
  options->csv = args->spreadsheet ? TRELLIS_CSV_SPREADSHEET : TRELLIS_CSV_EXCHANGE;

  return (args->format != NULL ? parse_format (args->format, args->output, &options->ending, error)
                               : check_path (args->output, error))
         && check_table (args, options, error)
         && parse_table (args->table, &options->table, error)
         && parse_paper (args->paper, &options->paper, error);
}

void
trellis_cli_output_args_clear (TrellisCliOutputArgs *self)
{
  g_free (self->output);
  g_free (self->format);
  g_free (self->table);
  g_free (self->paper);
}
