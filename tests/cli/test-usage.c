/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

/* Command lines that are wrong, and what is said of them. */
static const struct
{
  const char *command;
  const char *told;
} wrongs[] = {
  { "", "A command is missing" },
  { "chek a.md", "There is no command “chek”" },
  { "check", "A report’s file is missing" },
  { "check --format=xml @kite.md", "There is no format “xml”. Choose text or json." },
  { "check --nonsense @kite.md", "--nonsense" },
  { "check --template", "--template" },
  { "check --template=clasic @kite.md",
    "There is no template “clasic”. Choose one of classic, two-file" },
  { "check --template=none.json @kite.md", "“none.json” is not there" },
  { "check none.md", "“none.md” is not there" },
  { "check none.docx", "“none.docx” is not there" },
  { "check .", "“.” cannot be read as a report" },
  { "convert @kite.md", "Where to write is missing" },
  { "convert -o out.md", "A report’s file is missing" },
  { "convert @kite.md -o out.docx", "what to write is told by the ending" },
  { "convert @kite.md -o out", "what to write is told by the ending" },
  { "convert @kite.md -o out.md --format xml",
    "There is no format “xml”. Choose markdown, json, pdf, csv or plantuml." },
  { "convert @kite.md -o out/ --format csv", "“out/” is a folder, which gets Markdown files" },
  { "convert @kite.md --format csv", "Where to write is missing" },
  { "convert @kite.md plan.puml -o out.md", "“plan.puml” is a report of its own" },
  { "convert none.puml -o out.md", "“none.puml” is not there" },
  { "convert none.csv -o out.md", "“none.csv” is not there" },
  { "convert @kite.md -o out.md --language de", "There is no language “de”. Choose en or ru." },
  { "convert @kite.md -o out.csv --table roles",
    "There is no table “roles”. Choose matrix or demand." },
  { "convert @kite.md -o none/out.md", "there is no folder “none”" },
  { "convert none.json -o out.md", "“none.json” is not there" },
  { "import", "A report’s file is missing" },
  { "import @kite.md --into x --library l.db", "“x” is no report’s id" },
  { "list more", "“list” takes no “more”" },
  { "list --format=xml", "There is no format “xml”" },
  { "export -o out.md", "A report’s id is missing" },
  { "export 0 -o out.md", "“0” is no report’s id" },
  { "export 1 -o out.csv --table roles", "There is no table “roles”" },
  { "export 1 -o out.md --paper a5", "There is no paper “a5”. Choose a4 or letter." },
  { "export 1", "Where to write is missing" },
  { "templates classic", "templates show ID" },
  { "templates show", "templates show ID" },
  { "templates show clasic", "There is no template “clasic”" },
};

static void
test_wrong (Fixture      *fixture,
            gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++)
    fixture_assert_wrong (fixture, wrongs[i].command, wrongs[i].told);
}

static void
test_help (Fixture      *fixture,
           gconstpointer data)
{
  static const char *const commands[] = { "convert", "check", "import",
                                          "list", "export", "templates" };

  fixture_assert_fine (fixture, "--help");
  g_assert_nonnull (
      strstr (fixture->output, "Exit status: 0 fine; 1 check found a rule unmet; 2 "));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *command = g_strdup_printf ("%s --help", commands[i]);
      g_autofree char *usage = g_strdup_printf ("trellis-cli %s [OPTION…]", commands[i]);

      fixture_assert_fine (fixture, "--help");
      g_assert_nonnull (strstr (fixture->output, commands[i]));
      fixture_assert_fine (fixture, command);
      g_assert_nonnull (strstr (fixture->output, usage));
    }
}

static void
test_version (Fixture      *fixture,
              gconstpointer data)
{
  fixture_assert_fine (fixture, "--version");
  g_assert_true (g_str_has_prefix (fixture->output, "trellis-cli "));
}

static void
test_dash_names (Fixture      *fixture,
                 gconstpointer data)
{
  fixture_put (fixture, "-report.md", "## Components and roles\n\n- Kite\n  - Weaver\n");
  fixture_run (fixture, "check -- -report.md");
  g_assert_cmpstr (fixture->errors, ==, "");
  g_assert_cmpint (fixture->status, ==, 1);
}

static void
test_standard_output (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *written = NULL;

  fixture_assert_fine (fixture, "convert @sample -o out.json");
  written = fixture_read (fixture, "out.json");
  fixture_assert_fine (fixture, "convert @sample -o - --format json");
  g_assert_cmpstr (fixture->output, ==, written);

  fixture_assert_fine (fixture, "convert @sample -o -");
  g_assert_nonnull (strstr (fixture->output, "\n### "));
}

static void
test_full_output (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *program = g_shell_quote (g_getenv ("TRELLIS_CLI"));
  g_autofree char *script = g_strdup_printf ("%s templates > /dev/full", program);
  const char      *argv[] = { "sh", "-c", script, NULL };
  g_autofree char *errors = NULL;
  int              status;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               &errors, &status, NULL));
  g_assert_nonnull (strstr (errors, "could not be written"));
  g_assert_false (g_spawn_check_wait_status (status, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD ("/usage/a-wrong-command-line-is-told-in-one-line", test_wrong);
  FIXTURE_ADD ("/usage/every-command-has-help", test_help);
  FIXTURE_ADD ("/usage/there-is-a-version", test_version);
  FIXTURE_ADD ("/usage/a-name-may-begin-with-a-dash", test_dash_names);
  FIXTURE_ADD ("/usage/a-dash-is-the-standard-output", test_standard_output);
  FIXTURE_ADD ("/usage/output-that-cannot-be-written-is-told", test_full_output);

  return g_test_run ();
}
