/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-inlines.h"
#include "trellis-pdf-string.h"
#include "trellis-pdf-words.h"

static void
assert_clean (const char *text,
              const char *expected)
{
  g_autofree char *clean = trellis_pdf_string_clean (text);

  g_assert_cmpstr (clean, ==, expected);
}

static void
test_control_characters_go (void)
{
  assert_clean ("a\001b\033[0m\177c\tc\n", "ab[0mc c\n");
  assert_clean ("\357\273\277x\302\255y\342\200\213z", "xyz");
  assert_clean ("\342\200\256evil\342\200\254", "evil");
  assert_clean (NULL, "");
}

/* The signs are hung on these; a text that has them means their commoner twins. */
static void
test_the_carriers_of_signs_are_kept_free (void)
{
  assert_clean ("20\u02daC \u02d9 a\u02db", "20°C · a,");
}

static void
test_bytes_that_are_no_text_are_replaced (void)
{
  assert_clean ("a\377b", "a\357\277\275b");
  assert_clean ("\356\200\200", "\357\277\275");
}

/* Finding the line breaks of one word takes the square of its length. */
static void
test_a_word_of_many_thousand_letters_is_parted (void)
{
  g_autofree char *word = g_strnfill (60000, 'a');
  g_autofree char *clean = trellis_pdf_string_clean (word);
  g_auto (GStrv)   parts = g_strsplit (clean, "\n", -1);

  g_assert_cmpuint (g_strv_length (parts), >=, 60);
  for (guint i = 0; parts[i] != NULL; i++)
    g_assert_cmpuint (strlen (parts[i]), <=, 1000);
  word[20000] = '\0';
  assert_clean (word, word);
}

static void
test_a_mark_without_a_letter_gets_a_circle (void)
{
  assert_clean ("\314\201a", "\342\227\214\314\201a");
  assert_clean ("a \314\201", "a \342\227\214\314\201");
}

static void
test_a_pile_of_marks_keeps_four (void)
{
  assert_clean ("a\314\201\314\201\314\201\314\201\314\201\314\201b",
                "a\314\201\314\201\314\201\314\201b");
}

static void
assert_typeset (const char *text,
                const char *expected)
{
  g_autofree char *set = trellis_pdf_string_typeset (text);

  g_assert_cmpstr (set, ==, expected);
}

static void
test_russian_prepositions_and_dashes_are_bound (void)
{
  assert_typeset ("работа в команде", "работа в\u00a0команде");
  assert_typeset ("см. № 5", "см. №\u00a05");
  assert_typeset ("тест — это", "тест\u00a0— это");
  assert_typeset ("a word", "a word");
  assert_typeset ("Лев и кит", "Лев и\u00a0кит");
}

static const struct
{
  const char *language;
  const char *date;
  const char *wording;
} days[] = {
  { "en", "2026-05-04", "4\u00a0May 2026" },
  { "ru", "2026-05-04", "4\u00a0мая 2026\u00a0г." },
  { "en", "2024-02-29T23:59:59Z", "29\u00a0February 2024" },
  { "en", "2026-02-29", "2026-02-29" },
  { "en", "2026-13-01", "2026-13-01" },
  { "en", "2026-05-04 or so", "2026-05-04 or so" },
  { "en", "2026-05", "2026-05" },
  { "ru", "вчера", "вчера" },
  { "ru", "", "" },
};

static void
test_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *wording = trellis_pdf_word_day (days[i].date, days[i].language);

      g_assert_cmpstr (wording, ==, days[i].wording);
    }
}

static void
test_short_parts_keep_their_hyphen (void)
{
  assert_typeset ("e-mail", "e-\u2060mail");
  assert_typeset ("ИТ-проект", "ИТ-\u2060проект");
  assert_typeset ("кто-то", "кто-\u2060то");
  assert_typeset ("бэкенд-разработчик", "бэкенд-разработчик");
  assert_typeset ("- 1 -", "- 1 -");
  assert_typeset ("-x", "-x");
  assert_typeset ("x-", "x-");
}

static void
test_numbers_and_units_are_bound (void)
{
  assert_typeset ("in 20 ms or 5 %", "in 20\u00a0ms or 5\u00a0%");
  assert_typeset ("за 3 мин. до 2019 г.", "за 3\u00a0мин. до 2019\u00a0г.");
  assert_typeset ("3 students, 4 skills", "3 students, 4 skills");
  assert_typeset ("2 mints", "2 mints");
  assert_typeset ("v2 ", "v2 ");
}

static void
test_the_last_bit_of_a_sentence_is_bound (void)
{
  assert_typeset ("Postings with three to five of the key skills: short by 1.",
                  "Postings with three to five of the key skills: short by\u00a01.");
  assert_typeset ("Повторяющиеся навыки с числом вакансий: 2 из 3, не хватает 1.",
                  "Повторяющиеся навыки с\u00a0числом вакансий: 2 из 3, не хватает\u00a01.");
  assert_typeset ("too short 1.", "too short 1.");
  assert_typeset ("What ends in a longer word is left as it was, word.",
                  "What ends in a longer word is left as it was, word.");
  assert_typeset ("What goes on after this text ends in a space to ",
                  "What goes on after this text ends in a space to ");
}

static void
test_the_letters_tell_the_language (void)
{
  g_assert_cmpstr (trellis_pdf_string_language ("Разработчик Python", "en"), ==, "ru");
  g_assert_cmpstr (trellis_pdf_string_language ("Python developer", "en"), ==, "en");
  g_assert_cmpstr (trellis_pdf_string_language ("Git, Docker", "ru"), ==, "en");
  g_assert_cmpstr (trellis_pdf_string_language ("Навык Git, Docker, Kubernetes", "ru"), ==, "ru");
  g_assert_cmpstr (trellis_pdf_string_language ("Привіт", "uk"), ==, "uk");
  g_assert_cmpstr (trellis_pdf_string_language ("12 ● 34", "ru"), ==, "ru");
}

static void
test_a_language_tag_has_a_form (void)
{
  g_assert_true (trellis_pdf_string_is_language ("ru"));
  g_assert_true (trellis_pdf_string_is_language ("en-GB"));
  g_assert_false (trellis_pdf_string_is_language (""));
  g_assert_false (trellis_pdf_string_is_language (NULL));
  g_assert_false (trellis_pdf_string_is_language ("en) >>"));
  g_assert_false (trellis_pdf_string_is_language ("1"));
}

static void
assert_uri (const char *address,
            const char *expected)
{
  g_autofree char *uri = trellis_pdf_string_uri (address);

  g_assert_cmpstr (uri, ==, expected);
}

static void
test_an_address_becomes_ascii (void)
{
  assert_uri ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d");
  assert_uri ("https://example.org/a b'c\"d\\e", "https://example.org/a%20b%27c%22d%5Ce");
  assert_uri ("https://example.org/a%20b", "https://example.org/a%20b");
  assert_uri ("https://пример.рф/путь", "https://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C");
  assert_uri ("http://я@пример.рф:80/", "http://%D1%8F@xn--e1afmkfd.xn--p1ai:80/");
  assert_uri (" mailto:a@example.org ", "mailto:a@example.org");
}

static void
test_what_cannot_be_followed_is_no_address (void)
{
  assert_uri (NULL, NULL);
  assert_uri ("", NULL);
  assert_uri ("#section", NULL);
  assert_uri ("notes.md", NULL);
  assert_uri ("javascript:alert(1)", NULL);
  assert_uri ("file:///etc/passwd", NULL);
  assert_uri ("https:", NULL);
}

static void
test_an_address_breaks_after_its_signs (void)
{
  g_autofree char *url = trellis_pdf_string_breakable_url ("https://a.example/b?c=d&e");

  g_assert_cmpstr (url, ==, "https://\u200ba.example/\u200bb?\u200bc=\u200bd&\u200be");
}

static void
assert_html (const char *html,
             const char *expected)
{
  g_autofree char *text = trellis_pdf_html_to_text (html);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_html_gives_its_words (void)
{
  assert_html ("<!-- a note -->", "");
  assert_html ("<b>bold</b><br/>", "bold");
  assert_html ("<Backend>", "<Backend>");
  assert_html ("a < b", "a < b");
  assert_html ("Q&amp;A &#1071; &#x41; &unknown; &", "Q&A Я A &unknown; &");
  assert_html ("<!-- never closed", "");
  assert_html ("&#0; &#99999999999;", "&#0; &#99999999999;");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/string/the-carriers-of-signs-are-kept-free",
                   test_the_carriers_of_signs_are_kept_free);
  g_test_add_func ("/string/control-characters-go", test_control_characters_go);
  g_test_add_func ("/string/bytes-that-are-no-text-are-replaced",
                   test_bytes_that_are_no_text_are_replaced);
  g_test_add_func ("/string/a-mark-without-a-letter-gets-a-circle",
                   test_a_mark_without_a_letter_gets_a_circle);
  g_test_add_func ("/string/a-word-of-many-thousand-letters-is-parted",
                   test_a_word_of_many_thousand_letters_is_parted);
  g_test_add_func ("/string/a-pile-of-marks-keeps-four", test_a_pile_of_marks_keeps_four);
  g_test_add_func ("/string/a-day-is-named-and-anything-else-left-alone", test_days);
  g_test_add_func ("/string/short-parts-keep-their-hyphen", test_short_parts_keep_their_hyphen);
  g_test_add_func ("/string/numbers-and-units-are-bound", test_numbers_and_units_are_bound);
  g_test_add_func ("/string/the-last-bit-of-a-sentence-is-bound",
                   test_the_last_bit_of_a_sentence_is_bound);
  g_test_add_func ("/string/russian-prepositions-and-dashes-are-bound",
                   test_russian_prepositions_and_dashes_are_bound);
  g_test_add_func ("/string/the-letters-tell-the-language", test_the_letters_tell_the_language);
  g_test_add_func ("/string/a-language-tag-has-a-form", test_a_language_tag_has_a_form);
  g_test_add_func ("/string/an-address-becomes-ascii", test_an_address_becomes_ascii);
  g_test_add_func ("/string/what-cannot-be-followed-is-no-address",
                   test_what_cannot_be_followed_is_no_address);
  g_test_add_func ("/string/an-address-breaks-after-its-signs",
                   test_an_address_breaks_after_its_signs);
  g_test_add_func ("/string/html-gives-its-words", test_html_gives_its_words);
  return g_test_run ();
}
