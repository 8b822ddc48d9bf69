/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-words.h"

typedef struct
{
  const char *language;
  int         asking;
  int         postings;
  const char *wording;
} Count;

static const Count counts[] = {
  { "en", 4, 6, "4 of 6 postings" },
  { "en", 1, 1, "1 of 1 posting" },
  { "de", 2, 3, "2 of 3 postings" },
  { NULL, 2, 3, "2 of 3 postings" },
  { "ru", 4, 6, "4 из 6 вакансий" },
  { "ru", 1, 1, "1 из 1 вакансии" },
  { "ru", 2, 11, "2 из 11 вакансий" },
  { "ru", 2, 21, "2 из 21 вакансии" },
  { "ru-RU", 2, 111, "2 из 111 вакансий" },
};

static void
test_counts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *wording
          = trellis_report_word_count (counts[i].language, counts[i].asking, counts[i].postings);

      g_assert_cmpstr (wording, ==, counts[i].wording);
    }
}

static void
test_postings (void)
{
  g_autofree char *english = trellis_report_word_posting ("en", 3, "Lamp engineer");
  g_autofree char *russian = trellis_report_word_posting ("ru", 3, "Фонарщик");
  g_autofree char *untitled = trellis_report_word_posting ("en", 2, "");

  g_assert_cmpstr (english, ==, "posting 3, “Lamp engineer”");
  g_assert_cmpstr (russian, ==, "вакансия 3, «Фонарщик»");
  g_assert_cmpstr (untitled, ==, "posting 2");
}

static void
test_every_word (void)
{
  for (int word = 0; word < TRELLIS_N_WORDS; word++)
    {
      g_assert_cmpstr (trellis_report_word ("en", word), !=, "");
      g_assert_cmpstr (trellis_report_word ("ru", word), !=, trellis_report_word ("en", word));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/words/counts-agree-with-their-noun", test_counts);
  g_test_add_func ("/report/words/a-posting-is-named-by-number-and-title", test_postings);
  g_test_add_func ("/report/words/every-word-is-in-both-languages", test_every_word);
  return g_test_run ();
}
