/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-cli.h"

#include "trellis-error.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

static const TrellisCliCommand commands[] = {
  { "convert", N_("turn a report into Markdown, PDF, JSON, CSV or PlantUML"), trellis_cli_convert },
  { "check",
    N_("hold a report against its course’s rules and its own postings"), trellis_cli_check },
  { "import", N_("read a report into the library"), trellis_cli_import },
  { "list", N_("list the reports of the library"), trellis_cli_list },
  { "export", N_("write a report of the library"), trellis_cli_export },
  { "templates", N_("list, show, add or remove templates"), trellis_cli_templates },
};

/* Returns: FALSE, with USAGE set, so that it can be returned at once */
gboolean
trellis_cli_fail_usage (GError    **error,
                        const char *format,
                        ...)
{
  g_autofree char *message = NULL;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, TRELLIS_ERROR, TRELLIS_ERROR_USAGE, message);
  return FALSE;
}

/**
 * trellis_cli_parse:
 * @usage: what stands behind the subcommand's name in its help
 * @entries: its options
 * @argc: how many arguments
 * @argv: the arguments, the subcommand's name first
 *
 * Returns: (transfer full) (nullable): what is left beside the options, without the name
 */
char **
trellis_cli_parse (const char         *usage,
                   const GOptionEntry *entries,
                   int                 argc,
                   char              **argv,
                   GError            **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError)         parse_error = NULL;
  g_auto (GStrv)             args = g_new0 (char *, (gsize) argc + 1);

  for (int i = 0; i < argc; i++)
    args[i] = g_strdup (argv[i]);

  /* The name it is called by, in its help. */
  g_free (args[0]);
  args[0] = g_strdup_printf ("trellis-cli %s", argv[0]);

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, NULL);
  if (!g_option_context_parse_strv (context, &args, &parse_error))
    {
      trellis_cli_fail_usage (error, _("%s. See “trellis-cli %s --help”."), parse_error->message,
                              argv[0]);
      return NULL;
    }

  /* "--" ends the options; it is none of the files. */
  return g_strdupv (args + (args[1] != NULL && g_str_equal (args[1], "--") ? 2 : 1));
}

/* Whether @format is text, json, or not given. */
gboolean
trellis_cli_parse_format (const char *format,
                          GError    **error)
{
  return format == NULL || g_str_equal (format, "text") || g_str_equal (format, "json")
         || trellis_cli_fail_usage (error, _("There is no format “%s”. Choose text or json."),
                                    format);
}

static void
print_help (void)
{
  g_print ("%s\n  trellis-cli %s\n\n%s\n", _("Usage:"), _("COMMAND [OPTION…] [FILE…]"),
           _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-10s %s\n", commands[i].name, _ (commands[i].summary));
  g_print ("\n%s\n%s\n", _("“trellis-cli COMMAND --help” tells more about one."),
           _("Exit status: 0 fine; 1 check found a rule unmet; 2 bad usage, or a file that cannot "
             "be read or written."));
}

static const TrellisCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];

  return NULL;
}

/* Reports and messages are UTF-8 in every locale: a script under LC_ALL=C reads the same bytes. */
static void
print_raw (const char *text)
{
  fputs (text, stdout);
}

static void
print_error_raw (const char *text)
{
  fputs (text, stderr);
}

static TrellisCliStatus
run (int      argc,
     char   **argv,
     GError **error)
{
  const TrellisCliCommand *command;

  if (argc < 2)
    {
      trellis_cli_fail_usage (error, _("A command is missing. See “trellis-cli --help”."));
      return TRELLIS_CLI_WRONG;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")
      || g_str_equal (argv[1], "help"))
    {
      print_help ();
      return TRELLIS_CLI_FINE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("trellis-cli %s\n", TRELLIS_VERSION);
      return TRELLIS_CLI_FINE;
    }

  command = find_command (argv[1]);
  if (command != NULL)
    return command->run (argc - 1, argv + 1, error);

  trellis_cli_fail_usage (error, _("There is no command “%s”. See “trellis-cli --help”."), argv[1]);
  return TRELLIS_CLI_WRONG;
}

/**
 * trellis_cli_run:
 *
 * Runs the program: finds the subcommand, runs it, and says in one line on standard error what
 * went wrong.
 *
 * Returns: the exit status, a TrellisCliStatus
 */
int
trellis_cli_run (int    argc,
                 char **argv)
{
  g_autoptr (GError) error = NULL;
  TrellisCliStatus   status;

  g_set_print_handler (print_raw);
  g_set_printerr_handler (print_error_raw);
  status = run (argc, argv, &error);

  if (error != NULL)
    {
      g_strdelimit (error->message, "\n\r", ' ');
      g_printerr ("trellis-cli: %s\n", error->message);
      return TRELLIS_CLI_WRONG;
    }

  if (fflush (stdout) != 0 || ferror (stdout))
    {
      g_printerr ("trellis-cli: %s\n", _("The output could not be written."));
      return TRELLIS_CLI_WRONG;
    }

  return status;
}
