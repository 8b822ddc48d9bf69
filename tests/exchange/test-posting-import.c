/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Postings from outside: what is read of saved pages, answers of job sites and texts, and what is
 * refused with a reason. */

#include "trellis-error.h"
#include "trellis-posting-import.h"
#include "trellis-posting-index.h"
#include "trellis-posting-same.h"
#include "trellis-postings-import.h"

#include <string.h>

static TrellisPostingFound *
read_one (const char *text,
          gssize      length,
          const char *name)
{
  g_autoptr (GBytes)    bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) found = trellis_posting_import_bytes (bytes, name, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  return g_ptr_array_steal_index (found, 0);
}

static TrellisPostingFound *
read_file (const char *name)
{
  g_autofree char   *path = g_test_build_filename (G_TEST_DIST, "data", "postings", name, NULL);
  g_autofree char   *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize              length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return read_one (text, (gssize) length, name);
}

static void
assert_skills (const TrellisPostingFound *found,
               const char                *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < found->skills->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (char *) found->skills->pdata[i]);
  g_assert_cmpstr (names->str, ==, expected);
}

static void
assert_refused (const char *text,
                const char *name,
                const char *told)
{
  g_autoptr (GBytes)    bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) found = trellis_posting_import_bytes (bytes, name, &error);

  g_assert_null (found);
  g_assert_nonnull (error);
  g_assert_true (error->domain == TRELLIS_ERROR);
  if (strstr (error->message, told) == NULL)
    g_error ("“%s” is not in “%s”", told, error->message);
}

static void
test_schema (void)
{
  g_autoptr (TrellisPostingFound) found = read_file ("schema.html");

  g_assert_cmpstr (found->title, ==, "Rigger of data");
  g_assert_cmpstr (found->employer, ==, "Sail Yard");
  g_assert_cmpstr (found->place, ==, "Port Lumen");
  g_assert_cmpstr (found->link, ==, "https://jobs.sailyard.org/vacancy/4711");
  g_assert_cmpstr (found->published, ==, "2026-04-30");
  g_assert_cmpstr (found->text, ==, "We rig ships.\n\n- Python and knots\n- PostgreSQL 15");
  assert_skills (found, "Python, Docker, SQL");
}

static void
test_dom (void)
{
  g_autoptr (TrellisPostingFound) found = read_file ("dom.html");

  g_assert_cmpstr (found->title, ==, "Тестировщик приливов");
  g_assert_cmpstr (found->employer, ==, "Верфь «Штиль»");
  g_assert_nonnull (strstr (found->text, "- опыт с Докером"));
  assert_skills (found, "Postman, Git");
}

static void
test_api (void)
{
  g_autoptr (TrellisPostingFound) found = read_file ("api.json");

  g_assert_cmpstr (found->title, ==, "Rigger of data");
  g_assert_cmpstr (found->link, ==, "https://hh.ru/vacancy/4711");
  g_assert_cmpstr (found->text, ==, "We rig ships.");
  assert_skills (found, "Python, Docker");
}

static void
test_plain (void)
{
  g_autoptr (TrellisPostingFound) found = read_file ("plain.txt");

  g_assert_cmpstr (found->title, ==, "Rigger of data");
  g_assert_nonnull (strstr (found->text, "Nice to have: Kubernetes"));
}

/* «Вакансия: швея» as Windows of 1998 wrote it. */
static void
test_windows_1251 (void)
{
  static const char               page[] = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; "
                                           "charset=windows-1251\"></head><body>"
                                           "<h1 data-qa=\"vacancy-title\">\xd8\xe2\xe5\xff</h1>"
                                           "<div data-qa=\"vacancy-description\"><p>\xd8\xfc\xb8\xf2 \xef\xe0"
                                           "\xf0\xf3\xf1\xe0.</p></div></body></html>";
  g_autoptr (TrellisPostingFound) found = read_one (page, sizeof page - 1, "old.html");

  g_assert_cmpstr (found->title, ==, "Швея");
  g_assert_cmpstr (found->text, ==, "Шьёт паруса.");
}

static void
test_refused (void)
{
  g_autofree char *deep = g_strnfill (5000, '[');

  assert_refused ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"x\"\n\n",
                  "page.mhtml", "MHTML");
  assert_refused ("", "empty.html", "empty");
  assert_refused (deep, "deep.json", "deep.json");
  assert_refused ("{\"errors\": [{\"type\": \"captcha_required\"}]}", "answer.json",
                  "answer.json");
  assert_refused ("{\"a\": 1}", "other.json", "holds no posting");
  assert_refused ("\x89PNG\r\n\x1a\n", "picture.html", "picture.html");
}

static void
test_links (void)
{
  static const struct
  {
    const char *address, *canonical;
  } links[] = {
    { "https://jobs.sailyard.org/vacancy/4711?utm_source=a&utm_medium=b",
      "https://jobs.sailyard.org/vacancy/4711" },
    { "https://spb.hh.ru/vacancy/4711?from=search&hhtmFrom=list", "https://hh.ru/vacancy/4711" },
    { "https://jobs.sailyard.org/vacancy/4711#apply", "https://jobs.sailyard.org/vacancy/4711" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *canonical = trellis_link_canonical (links[i].address);

      g_assert_cmpstr (canonical, ==, links[i].canonical);
    }
}

static char *
make_text (GRand *rand,
           int    seed)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < 60; i++)
    g_string_append_printf (text, "word%d ", seed * 1000 + i);
  /* Some words are others: of the copies, and of the near copies. */
  for (int i = g_rand_int_range (rand, 0, 30); i > 0; i--)
    g_string_append_printf (text, "other%d ", g_rand_int_range (rand, 0, 100000));
  return g_string_free_and_steal (text);
}

/* The index finds what a look at each would find. */
static void
test_index (void)
{
  g_autoptr (GRand)               rand = g_rand_new_with_seed (20260504);
  g_autoptr (TrellisPostingIndex) index = trellis_posting_index_new ();
  g_autoptr (GPtrArray)           known = g_ptr_array_new ();
  guint                           n_same = 0;

  for (int i = 0; i < 300; i++)
    {
      g_autofree char     *text = make_text (rand, i % 60);
      TrellisPostingFound *found = trellis_posting_found_new ("text");
      int                  expected = -1;

      trellis_posting_found_set_text (found, text);
      for (guint j = 0; j < known->len && expected < 0; j++)
        if (trellis_posting_is_same (found, known->pdata[j]))
          expected = (int) j;

      g_assert_true ((trellis_posting_index_find (index, found) >= 0) == (expected >= 0));
      n_same += expected >= 0;
      g_ptr_array_add (known, found);
      trellis_posting_index_add (index, found);
    }
  g_assert_cmpuint (n_same, >, 20);
  g_assert_cmpuint (n_same, <, 280);
}

static void
test_twice (void)
{
  g_autoptr (TrellisPostingsImport) import = trellis_postings_import_new (NULL, "2026-05-04");
  const TrellisPosting             *posting;

  for (int i = 0; i < 2; i++)
    {
      g_autofree char *path
          = g_test_build_filename (G_TEST_DIST, "data", "postings", "schema.html", NULL);

      trellis_postings_import_add_file (import, path);
    }
  trellis_postings_import_add_file (import, "/none/there.html");

  g_assert_cmpuint (import->found->postings->len, ==, 1);
  g_assert_cmpuint (import->repeated->len, ==, 1);
  g_assert_cmpuint (import->problems->len, ==, 1);
  posting = import->found->postings->pdata[0];
  g_assert_cmpstr (posting->captured, ==, "2026-05-04");
  g_assert_cmpstr (posting->source, ==, "JobPosting");
}

/* The more specific text is known by its words, whatever its title and link. */
static void
test_same (void)
{
  static const char *const texts[]
      = { "We keep the ferry timetable. You write Rust for the ticket gates, care for the "
          "database of crossings, and answer the harbour's radio when the tide is late again.",
          "A quiet archive looks for somebody who likes old maps, and who would rather write "
          "a good test than a long letter; Python, a scanner and patience are what it takes.",
          "We keep the ferry timetable. You write Rust for the ticket gates, care for the "
          "database of crossings, and answer the harbour's radio when the tide is late again!" };
  g_autoptr (TrellisReport) report = trellis_report_new ();
  TrellisPosting           *postings[3];

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      postings[i] = trellis_report_add (report, &trellis_posting_type);
      postings[i]->position = (int) i + 1;
      g_set_str (&postings[i]->text, texts[i]);
    }
  g_assert_true (trellis_postings_find_same (report, postings[0]) == postings[2]);
  g_assert_true (trellis_postings_find_same (report, postings[2]) == postings[0]);
  g_assert_null (trellis_postings_find_same (report, postings[1]));

  g_set_str (&postings[1]->link, "https://jobs.lanternboard.org/vacancy/48317205?from=mail");
  g_set_str (&postings[0]->link, "https://jobs.lanternboard.org/vacancy/48317205");
  g_assert_true (trellis_postings_find_same (report, postings[1]) == postings[0]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/posting/a-job-posting-by-schema-org", test_schema);
  g_test_add_func ("/posting/a-page-by-its-marked-parts", test_dom);
  g_test_add_func ("/posting/an-answer-of-a-job-site", test_api);
  g_test_add_func ("/posting/a-pasted-text", test_plain);
  g_test_add_func ("/posting/an-old-encoding", test_windows_1251);
  g_test_add_func ("/posting/what-is-none-is-refused-with-a-reason", test_refused);
  g_test_add_func ("/posting/links-lose-what-tracks", test_links);
  g_test_add_func ("/posting/the-index-finds-what-a-look-at-each-finds", test_index);
  g_test_add_func ("/posting/one-that-comes-twice-is-noticed", test_twice);
  g_test_add_func ("/posting/one-that-is-there-twice-is-found", test_same);

  return g_test_run ();
}
