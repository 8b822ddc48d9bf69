/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-count-statements.h"

#include <string.h>

#include "trellis-count-text.h"
#include "trellis-count-words.h"
#include "trellis-text.h"

#define MAX_POSTINGS 1000 /* a larger number is a year or a salary */

/* Words between a number and "postings": "in 4 of the job postings". */
#define MAX_BETWEEN 2
#define FEW_TIMES 20 /* behind an "x" */

static const char *const number_words[] = {
  "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"
};

static const char *const number_words_ru[] = {
  "один", "две", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять"
};

static gboolean
is_digits (const char *word)
{
  return *word != '\0' && strlen (word) <= 4 && word[strspn (word, "0123456789")] == '\0';
}

/* A number in digits or words, or -1. */
static int
number_of (const char *word)
{
  if (is_digits (word))
    {
      int number = (int) g_ascii_strtoll (word, NULL, 10);

      return number <= MAX_POSTINGS ? number : -1;
    }
  for (guint i = 0; i < G_N_ELEMENTS (number_words); i++)
    if (strcmp (word, number_words[i]) == 0 || strcmp (word, number_words_ru[i]) == 0)
      return (int) i + 1;
  if (strcmp (word, "двух") == 0)
    return 2;
  if (strcmp (word, "трех") == 0)
    return 3;
  return strcmp (word, "четырех") == 0 ? 4 : -1;
}

static const char *
word_at (GPtrArray *words, guint index)
{
  return index < words->len ? g_ptr_array_index (words, index) : "";
}

static gboolean
is_any (const char *word, const char *const *list)
{
  return g_strv_contains (list, word);
}

/* "5 of 6", "5 out of 6", "5 из 6". */
static gboolean
find_of (GPtrArray *words, int *claimed)
{
  static const char *const of[] = { "of", "из", NULL };

  for (guint i = 0; i + 2 < words->len; i++)
    {
      guint next = i + 1;
      int   part = number_of (word_at (words, i));

      if (part < 0)
        continue;
      if (strcmp (word_at (words, next), "out") == 0)
        next++;
      if (!is_any (word_at (words, next), of))
        continue;
      next++;
      if (strcmp (word_at (words, next), "the") == 0 || strcmp (word_at (words, next), "all") == 0)
        next++;
      if (number_of (word_at (words, next)) >= part
          || trellis_words_mean_posting (word_at (words, next)))
        {
          *claimed = part;
          return TRUE;
        }
    }
  return FALSE;
}

/* "5/6": two numbers, the first not above the second; not part of a version or date. */
static gboolean
find_fraction (const char *folded, int *claimed)
{
  for (const char *slash = strchr (folded, '/'); slash != NULL; slash = strchr (slash + 1, '/'))
    {
      const char *start = slash;
      gsize       digits = strspn (slash + 1, "0123456789");
      int         part;
      int         whole;

      while (start > folded && g_ascii_isdigit (start[-1]))
        start--;
      if (start == slash || digits == 0 || digits > 3 || slash - start > 3)
        continue;
      if ((start > folded && strchr (" (,:=", start[-1]) == NULL)
          || g_ascii_isalpha (slash[1 + digits]) || slash[1 + digits] == '/')
        continue;
      part = (int) g_ascii_strtoll (start, NULL, 10);
      whole = (int) g_ascii_strtoll (slash + 1, NULL, 10);
      if (part <= whole && part > 0)
        {
          *claimed = part;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_unit_word (const char *word)
{
  static const char *const units[] = { "times", "раз", "раза", NULL };

  return trellis_words_mean_posting (word) || is_any (word, units);
}

/* "in 4 postings", "4 job postings", "in all 7 postings", "in every posting", "4 times". */
static gboolean
find_postings (GPtrArray *words, int postings, int *claimed)
{
  for (guint i = 0; i < words->len; i++)
    {
      int      number = number_of (word_at (words, i));
      gboolean all
          = trellis_words_say_all (word_at (words, i))
            && strcmp (word_at (words, i > 0 ? i - 1 : words->len), "almost") != 0
            && strcmp (word_at (words, i > 0 ? i - 1 : words->len), "nearly") != 0
            && strncmp (word_at (words, i > 0 ? i - 1 : words->len), "почти", strlen ("почти"))
                   != 0;

      if (number < 0 && !all)
        continue;
      for (guint j = i + 1; j <= i + 1 + MAX_BETWEEN && j < words->len; j++)
        {
          if (number_of (word_at (words, j)) >= 0 && all)
            number = number_of (word_at (words, j));
          else if (is_unit_word (word_at (words, j)))
            {
              *claimed = number >= 0 ? number : postings;
              return TRUE;
            }
        }
    }
  return FALSE;
}

/* "in all (of them)", "mentioned in all". */
static gboolean
find_in_all (GPtrArray *words, int postings, int *claimed)
{
  static const char *const in[] = { "in", "by", "во", "в", NULL };

  for (guint i = 0; i + 1 < words->len; i++)
    {
      const char *next = word_at (words, i + 2);

      if (!is_any (word_at (words, i), in) || !trellis_words_say_all (word_at (words, i + 1)))
        continue;
      if (*next == '\0' || strcmp (next, "of") == 0 || trellis_words_mean_posting (next))
        {
          *claimed = postings;
          return TRUE;
        }
    }
  return FALSE;
}

/* The numbers that follow "posting", "#" or "№", or that are all there is in brackets. */
static void
collect_numbers (GArray *numbers, const char *at)
{
  for (;;)
    {
      gsize digits;

      at += strspn (at, " #,&:.()");
      if (trellis_count_begins_with (at, "№"))
        at += strlen ("№");
      else if (trellis_count_begins_with (at, "and "))
        at += strlen ("and ");
      else if (trellis_count_begins_with (at, "и "))
        at += strlen ("и ");
      at += strspn (at, " #");
      digits = strspn (at, "0123456789");
      if (digits == 0 || digits > 3 || g_unichar_isalpha (g_utf8_get_char (at + digits)))
        return;
      {
        int number = (int) g_ascii_strtoll (at, NULL, 10);

        g_array_append_val (numbers, number);
      }
      at += digits;
      if (strchr (" ,&);.", *at) == NULL && *at != '\0')
        return;
    }
}

static gboolean
is_word_start (const char *text, const char *at)
{
  const char *previous = at > text ? g_utf8_find_prev_char (text, at) : NULL;

  return previous == NULL || !g_unichar_isalnum (g_utf8_get_char (previous));
}

/* Where a word that means posting, or a number sign, ends here; NULL for neither. */
static const char *
skip_posting_word (const char *text, const char *at)
{
  const char      *end = at;
  g_autofree char *word = NULL;

  if (*at == '#')
    return at + 1;
  if (trellis_count_begins_with (at, "№"))
    return at + strlen ("№");
  if (!g_unichar_isalpha (g_utf8_get_char (at)) || !is_word_start (text, at))
    return NULL;
  while (g_unichar_isalpha (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  if (*end != ' ' && *end != '#')
    return NULL;
  word = g_strndup (at, end - at);
  return trellis_words_mean_posting (word) ? end : NULL;
}

static gboolean
is_number_list (const char *text)
{
  gboolean digit = FALSE;

  for (; *text != '\0'; text++)
    {
      digit |= g_ascii_isdigit (*text);
      if (!g_ascii_isdigit (*text) && strchr (" ,;&#", *text) == NULL)
        return FALSE;
    }
  return digit;
}

/**
 * trellis_statement_posting_numbers:
 * @plain: what is said about a skill
 *
 * Returns: (transfer full) (element-type int): the postings it names by number: "posting 4",
 *   "postings 1, 4 and 5", "#2", "(3)"
 */
GArray *
trellis_statement_posting_numbers (const char *plain)
{
  GArray          *numbers = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *folded = trellis_count_fold (plain);
  g_autofree char *bracket = trellis_count_last_bracket (folded);

  for (const char *at = folded; *at != '\0' && numbers->len == 0; at = g_utf8_next_char (at))
    {
      const char *behind = skip_posting_word (folded, at);

      if (behind != NULL)
        collect_numbers (numbers, behind);
    }
  if (numbers->len == 0 && bracket != NULL && is_number_list (bracket))
    collect_numbers (numbers, bracket);
  return numbers;
}

static guint
count_distinct (GArray *numbers)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < numbers->len; i++)
    g_hash_table_add (seen, GINT_TO_POINTER (g_array_index (numbers, int, i)));
  return g_hash_table_size (seen);
}

/* Nothing but a number, perhaps with the word for postings. */
gboolean
trellis_statement_is_number (const char *cell, int *number)
{
  g_autofree char      *folded = trellis_count_fold (cell);
  g_autoptr (GPtrArray) words = trellis_text_split_words (folded);

  if (words->len == 0 || words->len > 2 || strchr (folded, '%') != NULL)
    return FALSE;
  *number = is_digits (word_at (words, 0)) ? number_of (word_at (words, 0)) : -1;
  return *number >= 0 && (words->len == 1 || is_unit_word (word_at (words, 1)));
}

/* "1, 2, 4": nothing but posting numbers, more than one. */
gboolean
trellis_statement_is_list (const char *plain, int *length)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char   *folded = trellis_count_fold (plain);

  if (!is_number_list (folded))
    return FALSE;
  collect_numbers (numbers, folded);
  *length = (int) count_distinct (numbers);
  return *length > 1;
}

/* A list of posting numbers: its length is the claim. One number in brackets is the claim itself.
 */
static gboolean
find_list (const char *plain, int *claimed)
{
  g_autoptr (GArray) numbers = trellis_statement_posting_numbers (plain);
  g_autofree char   *bracket = trellis_count_last_bracket (plain);
  int                alone;

  if (bracket != NULL && trellis_statement_is_number (bracket, &alone))
    {
      *claimed = alone;
      return TRUE;
    }
  if (numbers->len == 0)
    return FALSE;
  *claimed = (int) count_distinct (numbers);
  return TRUE;
}

/* "×2", "x2": so many times; "x86" is a name. */
static gboolean
find_times (const char *folded, int postings, int *claimed)
{
  static const char *const signs[] = { "×", "x", "х" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    for (const char *at = strstr (folded, signs[i]); at != NULL; at = strstr (at + 1, signs[i]))
      {
        const char *number = at + strlen (signs[i]);
        gsize       digits = strspn (number += *number == ' ' && i == 0, "0123456789");

        if (digits == 0 || digits > 2 || g_unichar_isalnum (g_utf8_get_char (number + digits))
            || (at > folded && strchr (" (", at[-1]) == NULL))
          continue;
        *claimed = (int) g_ascii_strtoll (number, NULL, 10);
        if (*claimed <= MAX (postings, FEW_TIMES))
          return TRUE;
      }
  return FALSE;
}

/* Folded text without percentages: they are numbers of something else. */
static char *
fold_without_percentages (const char *plain)
{
  g_autofree char *folded = trellis_count_fold (plain);
  GString         *kept = g_string_sized_new (strlen (folded));

  for (const char *at = folded; *at != '\0';)
    {
      gsize digits = strspn (at, "0123456789.,");

      if (digits > 0 && (at[digits] == '%' || (at[digits] == ' ' && at[digits + 1] == '%')))
        at += digits + 1;
      else if (digits > 0)
        {
          g_string_append_len (kept, at, digits);
          at += digits;
        }
      else
        g_string_append_c (kept, *at++);
    }
  return g_string_free_and_steal (kept);
}

/**
 * trellis_statement_of_count:
 * @plain: an item of a list of recurring skills
 * @postings: how many postings there are: what "all" means
 * @claimed: (out): in how many postings the skill is said to be
 *
 * Percentages, "almost all" and "3+ years" state no number of postings.
 */
gboolean
trellis_statement_of_count (const char *plain, int postings, int *claimed)
{
  g_autofree char      *folded = fold_without_percentages (plain);
  g_autoptr (GPtrArray) words = trellis_text_split_words (folded);

  return find_of (words, claimed) || find_fraction (folded, claimed)
         || find_postings (words, postings, claimed) || find_list (plain, claimed)
         || find_in_all (words, postings, claimed) || find_times (folded, postings, claimed);
}
