/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <signal.h>
#include <string.h>

#define LIBRARY " --library library.db"

#define PAGE                                                                                \
  "<html><head><script type=\"application/ld+json\">{\"@context\": \"https://schema.org\"," \
  " \"@type\": \"JobPosting\", \"title\": \"Rigger of data\","                              \
  " \"url\": \"https://jobs.sailyard.org/vacancy/4711?utm_source=x\","                      \
  " \"hiringOrganization\": {\"name\": \"Sail Yard\"},"                                     \
  " \"description\": \"<p>We rig.</p><ul><li>Python, Docker</li></ul>\"}</script></head>"   \
  "<body></body></html>"

#define ROADMAP                                                              \
  "{\"slug\": \"weaving\", \"nodes\": ["                                     \
  "{\"id\": \"a\", \"type\": \"topic\", \"position\": {\"x\": 0, \"y\": 1}," \
  " \"data\": {\"label\": \"Warp\"}}], \"edges\": []}"

static void
export_json (Fixture *fixture)
{
  fixture_assert_fine (fixture, "export 1 -o out.json" LIBRARY);
}

static void
assert_holds (Fixture    *fixture,
              const char *text,
              gboolean    held)
{
  g_autofree char *json = NULL;

  export_json (fixture);
  json = fixture_read (fixture, "out.json");
  if ((strstr (json, text) != NULL) != held)
    g_error ("“%s” is%s in %s", text, held ? " not" : "", json);
}

static void
test_page (Fixture      *fixture,
           gconstpointer data)
{
  fixture_put (fixture, "rigger.html", PAGE);
  fixture_run (fixture, "import rigger.html" LIBRARY);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->output, ==, "1\n");
  g_assert_nonnull (strstr (fixture->errors, "2 places name skills"));
  assert_holds (fixture, "Rigger of data", TRUE);
  assert_holds (fixture, "Sail Yard", TRUE);
  assert_holds (fixture, "\"https://jobs.sailyard.org/vacancy/4711\"", TRUE);
  assert_holds (fixture, "utm_source", FALSE);
  assert_holds (fixture, "\"JobPosting\"", TRUE);
}

static void
test_repeated (Fixture      *fixture,
               gconstpointer data)
{
  fixture_put (fixture, "rigger.html", PAGE);
  fixture_run (fixture, "import rigger.html" LIBRARY);
  fixture_run (fixture, "import rigger.html --into 1" LIBRARY);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->output, ==, "1\n");
  g_assert_cmpstr (fixture->errors, ==,
                   "trellis-cli: “rigger.html”: “Rigger of data” is there already, as “Rigger of "
                   "data”.\n");
}

/* One line a file; what cannot be read hinders no other, but is no success. */
static void
test_told (Fixture      *fixture,
           gconstpointer data)
{
  fixture_put (fixture, "rigger.html", PAGE);
  fixture_put (fixture, "again.html", PAGE);
  fixture_put (fixture, "captcha.html", "<html><body>Введите капчу</body></html>");
  fixture_put (fixture, "old.txt",
               "\xd8\xe2\xe5\xff\n\n\xd8\xfc\xb8\xf2 \xef\xe0\xf0\xf3\xf1\xe0.\n");
  fixture_run (fixture, "import captcha.html rigger.html again.html old.txt" LIBRARY);
  g_assert_cmpint (fixture->status, ==, 2);
  g_assert_cmpstr (fixture->output, ==, "1\n");
  g_assert_true (g_str_has_prefix (fixture->errors, "trellis-cli: “captcha.html” is a site's"));
  g_assert_nonnull (strstr (fixture->errors,
                            "trellis-cli: “rigger.html”: added “Rigger of data”, Sail Yard.\n"
                            "trellis-cli: “again.html”: “Rigger of data” is there already, as "
                            "“Rigger of data”.\ntrellis-cli: “old.txt”: added “Швея”.\n"));
  assert_holds (fixture, "Шьёт паруса.", TRUE);
}

static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  fixture_put (fixture, "page.mhtml", "MIME-Version: 1.0\nContent-Type: multipart/related\n\n");
  fixture_assert_wrong (fixture, "import page.mhtml" LIBRARY, "MHTML");
  fixture_put (fixture, "rigger.html", PAGE);
  fixture_run (fixture, "import rigger.html" LIBRARY);
  fixture_assert_wrong (fixture, "import page.mhtml --into 1" LIBRARY, "MHTML");
  fixture_put (fixture, "old.json", "{\"mockup\": {\"controls\": {\"control\": []}}}");
  fixture_assert_wrong (fixture, "import old.json --into 1" LIBRARY, "in the old format");
}

/* What adds to a report leaves what is there, unlike another report. */
static void
test_into (Fixture      *fixture,
           gconstpointer data)
{
  fixture_put (fixture, "mill.md", "# Mill\n\n## Components and roles\n\n- Gateway\n  - Tester\n");
  fixture_put (fixture, "rigger.html", PAGE);
  fixture_put (fixture, "weaving.json", ROADMAP);
  fixture_put (fixture, "parts.puml", "@startuml\n[Gateway]\n[Sieve]\n@enduml\n");
  fixture_assert_fine (fixture, "import mill.md" LIBRARY);
  fixture_run (fixture, "import rigger.html weaving.json parts.puml --into 1" LIBRARY);
  g_assert_cmpint (fixture->status, ==, 0);
  assert_holds (fixture, "\"Gateway\"", TRUE);
  assert_holds (fixture, "\"Sieve\"", TRUE);
  assert_holds (fixture, "\"Warp\"", TRUE);
  assert_holds (fixture, "Rigger of data", TRUE);
}

static void
test_text (Fixture      *fixture,
           gconstpointer data)
{
  fixture_put (fixture, "note.txt", "Tester of tides\n\nYou know SQL and write test cases.\n");
  fixture_run (fixture, "import note.txt" LIBRARY);
  g_assert_cmpint (fixture->status, ==, 0);
  assert_holds (fixture, "Tester of tides", TRUE);
}

#define N_PAGES 1000
#define N_READ 300

/* Starts the import of many, and ends it when some are read. */
static void
interrupt_import (Fixture *fixture)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GStrvBuilder)     argv = g_strv_builder_new ();
  g_auto (GStrv)               words = NULL;
  g_autoptr (GSubprocess)      process = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GError)           error = NULL;

  g_strv_builder_add_many (argv, g_getenv ("TRELLIS_CLI"), "import", "--library", "library.db",
                           "--into", "1", NULL);
  for (int i = 0; i < N_PAGES; i++)
    g_strv_builder_take (argv, g_strdup_printf ("page-%d.html", i));
  words = g_strv_builder_end (argv);
  g_subprocess_launcher_set_cwd (launcher, fixture->folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);
  g_assert_no_error (error);

  lines = g_data_input_stream_new (g_subprocess_get_stderr_pipe (process));
  for (int i = 0; i < N_READ; i++)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
      g_autofree char *told = g_strdup_printf ("trellis-cli: “page-%d.html”: added “Rigger %d”.", i,
                                               i);

      g_assert_no_error (error);
      g_assert_cmpstr (line, ==, told);
    }
  g_subprocess_send_signal (process, SIGINT);
  g_assert_true (g_subprocess_wait (process, NULL, &error));
  g_assert_true (g_subprocess_get_if_signaled (process));
}

static void
test_interrupted (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *menu = g_strnfill (60 * 1024, ' ');

  fixture_put (fixture, "rigger.html", PAGE);
  fixture_run (fixture, "import rigger.html" LIBRARY);
  for (int i = 0; i < N_PAGES; i++)
    {
      g_autofree char *name = g_strdup_printf ("page-%d.html", i);
      g_autofree char *page = g_strdup_printf (
          "<html><head><script type=\"application/ld+json\">{\"@type\": \"JobPosting\","
          " \"title\": \"Rigger %d\", \"description\": \"We rig ship %d.\"}</script></head><body>%s"
          "</body></html>",
          i, i, menu);

      fixture_put (fixture, name, page);
    }
  export_json (fixture);
  before = fixture_read (fixture, "out.json");

  interrupt_import (fixture);
  export_json (fixture);
  after = fixture_read (fixture, "out.json");
  g_assert_cmpstr (after, ==, before);
  fixture_run (fixture, "list" LIBRARY);
  g_assert_true (strchr (fixture->output, '\n')
                 == fixture->output + strlen (fixture->output) - 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD ("/cli/parts/a-saved-page-becomes-a-posting", test_page);
  FIXTURE_ADD ("/cli/parts/a-posting-that-is-there-is-said", test_repeated);
  FIXTURE_ADD ("/cli/parts/each-file-is-told-of", test_told);
  FIXTURE_ADD ("/cli/parts/what-cannot-be-read-is-refused", test_refused);
  FIXTURE_ADD ("/cli/parts/what-adds-leaves-what-is-there", test_into);
  FIXTURE_ADD ("/cli/parts/a-text-without-headings-is-a-posting", test_text);
  FIXTURE_ADD ("/cli/parts/an-import-that-is-interrupted-changes-nothing", test_interrupted);

  return g_test_run ();
}
