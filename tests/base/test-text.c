/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-text.h"

static void
assert_fold (const char *text,
             const char *expected)
{
  g_autofree char *folded = trellis_text_fold (text);
  g_autofree char *again = trellis_text_fold (folded);

  g_assert_cmpstr (folded, ==, expected);
  g_assert_cmpstr (again, ==, folded);
}

/* ASCII takes a way of its own; it folds as it does beside a letter that is not ASCII. */
static void
test_fold_ascii (void)
{
  for (char a = 1; a < 127; a++)
    for (char b = 1; b < 127; b++)
      {
        const char       text[] = { a, b, 'X', a, b, ' ', '-', '\0' };
        g_autofree char *folded = trellis_text_fold (text);
        g_autofree char *longer = g_strconcat (text, "é", NULL);
        g_autofree char *expected = trellis_text_fold (longer);

        g_assert_true (g_str_has_suffix (expected, "é"));
        expected[strlen (expected) - strlen ("é")] = '\0';
        g_assert_cmpstr (folded, ==, expected);
      }
}

static void
test_fold (void)
{
  assert_fold ("", "");
  assert_fold ("  REST \t API\n", "rest api");
  assert_fold ("Тестировщик ПО", "тестировщик по");
  assert_fold ("ＳＱＬ", "sql");
  assert_fold ("Git\xc2\xa0"
               "Flow",
               "git flow");
  assert_fold ("back\xc2\xad"
               "end\xe2\x80\x8b",
               "backend");
  assert_fold ("e\xcc\x81", "é");
  assert_fold ("\xe2\x80\x8b", "");
}

static void
test_equal (void)
{
  g_assert_true (trellis_text_equal_folded ("Docker  Compose", "docker compose "));
  g_assert_true (trellis_text_equal_folded ("", " "));
  g_assert_false (trellis_text_equal_folded ("C", "C++"));
  g_assert_false (trellis_text_equal_folded ("CI/CD", "CICD"));
}

static void
test_strip (void)
{
  g_autofree char *plain = trellis_text_strip_invisible ("a\xe2\x80\x8b"
                                                         "b\xef\xbb\xbf c");
  g_autofree char *none = trellis_text_strip_invisible ("");

  g_assert_cmpstr (plain, ==, "ab c");
  g_assert_cmpstr (none, ==, "");
}

static guint
count (const char *text,
       const char *word)
{
  g_autoptr (GHashTable) words = trellis_text_count_words (text);

  return GPOINTER_TO_UINT (g_hash_table_lookup (words, word));
}

static void
test_words (void)
{
  g_assert_cmpuint (count ("Git, git; GIT-flow", "git"), ==, 3);
  g_assert_cmpuint (count ("[see](https://jobs.example/vacancy/4)", "vacancy"), ==, 1);
  g_assert_cmpuint (count ("<!-- note -->", "note"), ==, 1);
  g_assert_cmpuint (count ("1. one\n2. two", "2"), ==, 1);
  g_assert_cmpuint (count ("snake_case", "snake"), ==, 1);
  g_assert_cmpuint (count ("Ёлка ёлка", "ёлка"), ==, 2);
  g_assert_cmpuint (count ("back\xe2\x80\x8b"
                           "end",
                           "backend"),
                    ==, 1);
  g_assert_cmpuint (count ("", ""), ==, 0);
}

static void
test_missing_words (void)
{
  g_autofree char *none = trellis_text_missing_words ("- A b\n", "* **b** a c");
  g_autofree char *one = trellis_text_missing_words ("git Git", "git");
  g_autofree char *all = trellis_text_missing_words ("lost", "");

  g_assert_null (none);
  g_assert_cmpstr (one, ==, "git");
  g_assert_cmpstr (all, ==, "lost");
}

static void
test_split (void)
{
  g_autoptr (GPtrArray) words = trellis_text_split_words ("c++, c# – «сервис» (3/5)");
  g_autofree char      *joined = NULL;

  g_ptr_array_add (words, NULL);
  joined = g_strjoinv ("|", (char **) words->pdata);
  g_assert_cmpstr (joined, ==, "c++|c#|сервис|3|5");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/folding-drops-case-width-and-extra-space", test_fold);
  g_test_add_func ("/text/ascii-folds-like-the-rest", test_fold_ascii);
  g_test_add_func ("/text/names-are-equal-when-folded", test_equal);
  g_test_add_func ("/text/zero-width-characters-are-not-there", test_strip);
  g_test_add_func ("/text/a-word-is-a-run-of-letters-and-digits", test_words);
  g_test_add_func ("/text/a-word-that-is-less-often-is-missing", test_missing_words);
  g_test_add_func ("/text/words-are-runs-of-letters-digits-plus-and-hash", test_split);

  return g_test_run ();
}
