/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-posting-text.h"

#include "trellis-text.h"

#include <string.h>

/* How months begin, in English and in Russian; the fifth is written in two ways. */
static const char *const months[][3] = {
  { "jan", "янв" },
  { "feb", "фев" },
  { "mar", "мар" },
  { "apr", "апр" },
  { "may", "мая", "май" },
  { "jun", "июн" },
  { "jul", "июл" },
  { "aug", "авг" },
  { "sep", "сен" },
  { "oct", "окт" },
  { "nov", "ноя" },
  { "dec", "дек" },
};

/* Returns: (transfer full) (nullable): the day, when it is in the calendar, and after the Web was
 *   made: earlier ones are slips of a program */
static char *
write_day (guint64 year,
           guint64 month,
           guint64 day)
{
  if (year <= 1990 || year >= 2200 || month > 12 || day > 31
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;
  return g_strdup_printf ("%04u-%02u-%02u", (guint) year, (guint) month, (guint) day);
}

/* Reads three numbers with the same sign between them. */
static gboolean
read_numbers (const char *text,
              guint64    *numbers)
{
  char sign = '\0';

  for (int i = 0; i < 3; i++)
    {
      char *end;

      if (!g_ascii_isdigit (*text))
        return FALSE;
      numbers[i] = g_ascii_strtoull (text, &end, 10);
      if (numbers[i] > 9999 || (i < 2 && (*end == '\0' || strchr ("-./", *end) == NULL))
          || (i == 1 && *end != sign))
        return FALSE;
      sign = *end;
      text = i < 2 ? end + 1 : end;
    }
  return TRUE;
}

/* "2026-05-27…", "2026/05/27", "27.05.2026". Where the first of "05/06/2026" could be either, none
 * is read. */
static char *
read_written (const char *text)
{
  guint64 numbers[3];

  if (!read_numbers (text, numbers))
    return NULL;
  if (numbers[0] > 31)
    return write_day (numbers[0], numbers[1], numbers[2]);
  return text[strspn (text, G_CSET_DIGITS)] == '/'
             ? NULL
             : write_day (numbers[2], numbers[1], numbers[0]);
}

/* "20260527", and seconds or milliseconds since 1970. */
static char *
read_digits (const char *text)
{
  gsize                 length = strspn (text, G_CSET_DIGITS);
  guint64               number = length <= 13 ? g_ascii_strtoull (text, NULL, 10) : 0;
  g_autoptr (GDateTime) time = NULL;

  if (length == 8)
    return write_day (number / 10000, number / 100 % 100, number % 100);
  if (text[length] != '\0' || (length != 10 && length != 13))
    return NULL;
  time = g_date_time_new_from_unix_utc ((gint64) (length == 13 ? number / 1000 : number));
  return write_day ((guint64) g_date_time_get_year (time), (guint64) g_date_time_get_month (time),
                    (guint64) g_date_time_get_day_of_month (time));
}

static guint
find_month (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    for (guint j = 0; j < G_N_ELEMENTS (months[i]) && months[i][j] != NULL; j++)
      if (g_str_has_prefix (word, months[i][j]))
        return i + 1;
  return 0;
}

/* "27 мая 2026", "May 27, 2026", "Wed, 27 May 2026": the month as a word beside two numbers. */
static char *
read_words (const char *text)
{
  g_autofree char *head = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 40));
  g_autofree char *folded = trellis_text_fold (head);
  g_auto (GStrv)   words = g_strsplit_set (folded, " ,.", -1);
  guint64          day = 0, year = 0;
  guint            month = 0;

  for (char **word = words; *word != NULL && year == 0; word++)
    {
      guint64 number = g_ascii_strtoull (*word, NULL, 10);

      if (month == 0)
        month = find_month (*word);
      if (number > 31)
        year = number;
      else if (number > 0 && day == 0)
        day = number;
    }
  return month > 0 && day > 0 ? write_day (year, month, day) : NULL;
}

/**
 * trellis_posting_text_find_day:
 * @text: a date of ISO 8601, alone or with a time; one as Russians write it (27.05.2026); one with
 *   the month as an English or Russian word; or the seconds or milliseconds since 1970
 *
 * Returns: (transfer full) (nullable): the day, "2026-05-27"; %NULL for anything else, for days
 *   that are not in the calendar, and for those before 1991, which are slips of a program
 */
char *
trellis_posting_text_find_day (const char *text)
{
  char *day;

  text += strspn (text, " \t\r\n");
  if (!g_ascii_isdigit (*text))
    return read_words (text);

  day = read_written (text);
  if (day == NULL)
    day = read_digits (text);
  return day != NULL || strpbrk (text, " ") == NULL ? day : read_words (text);
}
