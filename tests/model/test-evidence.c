/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-evidence.h"
#include "vocabulary-fixture.h"

#include <string.h>

static TrellisVocabulary *vocabulary;

static TrellisReport *
new_report (const char *text)
{
  TrellisReport  *report = trellis_report_new ();
  TrellisPosting *posting = trellis_report_add (report, &trellis_posting_type);

  g_set_str (&posting->text, text);
  return report;
}

static void
assert_quote (const char *text,
              const char *skill,
              const char *expected,
              const char *named)
{
  g_autoptr (TrellisReport)   report = new_report (text);
  g_autoptr (TrellisEvidence) evidence = trellis_evidence_new (report, vocabulary);
  g_autoptr (TrellisQuote)    quote = trellis_evidence_quote (evidence, skill, 1);
  g_autofree char            *marked = NULL;

  if (expected == NULL)
    {
      g_assert_null (quote);
      return;
    }

  g_assert_nonnull (quote);
  g_assert_cmpstr (quote->text, ==, expected);
  marked = g_strndup (quote->text + quote->begin, quote->end - quote->begin);
  g_assert_cmpstr (marked, ==, named);
}

static void
test_sentence (void)
{
  assert_quote ("We build boats. You deploy with Docker daily! We pay.", "docker",
                "You deploy with Docker daily!", "Docker");
  assert_quote ("Docker", "Docker", "Docker", "Docker");
}

static void
test_item (void)
{
  assert_quote ("You bring:\n- Docker, three years\n• Kotlin\n", "Docker", "Docker, three years",
                "Docker");
  assert_quote ("Нужно:\n— опыт с Докером\n", "Docker", "опыт с Докером", "Докером");
}

static void
test_special (void)
{
  assert_quote ("We store it in Postgres.", "SQL", "We store it in Postgres.", "Postgres");
}

static void
test_must_first (void)
{
  assert_quote ("Nice to have:\n- Docker\n\nRequirements:\n- Docker in production\n", "Docker",
                "Docker in production", "Docker");
}

/* Of a sentence without an end only what is near is quoted, whole words. */
static void
test_long (void)
{
  g_autoptr (GString)         text = g_string_new (NULL);
  g_autoptr (TrellisReport)   report = NULL;
  g_autoptr (TrellisEvidence) evidence = NULL;
  g_autoptr (TrellisQuote)    quote = NULL;

  for (int i = 0; i < 200; i++)
    g_string_append (text, i == 100 ? "Docker " : "мачта ");
  report = new_report (text->str);
  evidence = trellis_evidence_new (report, vocabulary);
  quote = trellis_evidence_quote (evidence, "Docker", 1);
  g_assert_nonnull (quote);
  g_assert_true (g_utf8_validate (quote->text, -1, NULL));
  g_assert_cmpuint (strlen (quote->text), <, 450);
  g_assert_true (g_str_has_prefix (quote->text, "… мачта "));
  g_assert_true (g_str_has_suffix (quote->text, " мачта …"));
  g_assert_cmpint (strncmp (quote->text + quote->begin, "Docker", quote->end - quote->begin), ==,
                   0);
}

static void
test_nothing (void)
{
  assert_quote ("We build boats.", "Docker", NULL, NULL);
  assert_quote ("", "Docker", NULL, NULL);
  assert_quote ("Docker", "Sails", NULL, NULL);
  assert_quote ("Docker", "", NULL, NULL);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  vocabulary = vocabulary_fixture_new ();

  g_test_add_func ("/evidence/a-sentence-is-quoted", test_sentence);
  g_test_add_func ("/evidence/an-item-stands-for-a-sentence", test_item);
  g_test_add_func ("/evidence/the-special-is-evidence-of-the-general", test_special);
  g_test_add_func ("/evidence/what-must-be-comes-before-what-is-nice", test_must_first);
  g_test_add_func ("/evidence/a-long-sentence-is-cut-at-words", test_long);
  g_test_add_func ("/evidence/where-nothing-is-named-nothing-is-quoted", test_nothing);

  result = g_test_run ();
  trellis_vocabulary_unref (vocabulary);
  return result;
}
