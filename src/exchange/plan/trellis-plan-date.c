/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-plan-date.h"

#include <string.h>

#define MIN_YEAR 1900
#define MAX_YEAR 2199

/* The first letters, which are enough to tell them. */
static const char *const months[12][2] = {
  { "jan", "янв" },
  { "feb", "фев" },
  { "mar", "мар" },
  { "apr", "апр" },
  { "may", "ма" },
  { "jun", "июн" },
  { "jul", "июл" },
  { "aug", "авг" },
  { "sep", "сен" },
  { "oct", "окт" },
  { "nov", "ноя" },
  { "dec", "дек" },
};

/* A number of `min` to `max` digits, and no digit behind it. */
static gboolean
read_number (const char **at,
             guint        min,
             guint        max,
             guint       *number)
{
  guint n = 0;

  *number = 0;
  while (n <= max && g_ascii_isdigit ((*at)[n]))
    *number = *number * 10 + (guint) g_ascii_digit_value ((*at)[n++]);
  if (n < min || n > max)
    return FALSE;

  *at += n;
  return TRUE;
}

static gboolean
read_mark (const char **at,
           char         mark)
{
  if (**at != mark)
    return FALSE;

  (*at)++;
  return TRUE;
}

static gboolean
read_month (const char **at,
            guint       *month)
{
  const char      *end = *at;
  g_autofree char *word = NULL;

  while (g_unichar_isalpha (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  word = g_utf8_casefold (*at, end - *at);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_has_prefix (word, months[i][0]) || g_str_has_prefix (word, months[i][1]))
      {
        *month = i + 1;
        *at = end;
        return TRUE;
      }

  return FALSE;
}

static gboolean
read_digits (const char **at,
             guint       *day,
             guint       *month,
             guint       *year)
{
  const char *start = *at;

  if (read_number (at, 4, 4, year) && read_mark (at, '-') && read_number (at, 2, 2, month)
      && read_mark (at, '-') && read_number (at, 2, 2, day))
    return TRUE;

  *at = start;
  return read_number (at, 1, 2, day) && read_mark (at, '.') && read_number (at, 1, 2, month)
         && read_mark (at, '.') && read_number (at, 4, 4, year);
}

static gboolean
read_words (const char **at,
            guint       *day,
            guint       *month,
            guint       *year)
{
  const char *start = *at;

  if (read_number (at, 1, 2, day) && read_mark (at, ' ') && read_month (at, month)
      && read_mark (at, ' ') && read_number (at, 4, 4, year))
    return TRUE;

  *at = start;
  return read_month (at, month) && read_mark (at, ' ') && read_number (at, 1, 2, day)
         && (read_mark (at, ','), TRUE) && read_mark (at, ' ') && read_number (at, 4, 4, year);
}

/* Whether a date stands at the beginning of the text. Returns: its bytes, or 0 */
gsize
trellis_plan_date_match (const char *text,
                         GDate      *date)
{
  const char *at = text;
  guint       day = 0, month = 0, year = 0;

  if (!read_digits (&at, &day, &month, &year))
    {
      at = text;
      if (!read_words (&at, &day, &month, &year))
        return 0;
    }
  if (year < MIN_YEAR || year > MAX_YEAR || month > 12 || day > 31
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return 0;

  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (gsize) (at - text);
}

/* The first date of a text: its bytes [begin, end). */
gboolean
trellis_plan_date_find (const char *text,
                        GDate      *date,
                        gsize      *begin,
                        gsize      *end)
{
  gunichar before = ' ';

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gsize length = g_unichar_isalnum (before) ? 0 : trellis_plan_date_match (at, date);

      if (length > 0)
        {
          *begin = (gsize) (at - text);
          *end = *begin + length;
          return TRUE;
        }
      before = g_utf8_get_char (at);
    }

  return FALSE;
}

/* Written like another date (05.10.2026), or else as 2026-10-05, which is the same everywhere.
 * @like: (nullable) */
char *
trellis_plan_date_write (const GDate *date,
                         const char  *like)
{
  int day = g_date_get_day (date), month = g_date_get_month (date), year = g_date_get_year (date);

  if (like != NULL && strchr (like, '.') != NULL)
    return g_strdup_printf ("%02d.%02d.%04d", day, month, year);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/* The text with this date in place of its first one, or behind it. */
char *
trellis_plan_date_replace (const char  *text,
                           const GDate *date)
{
  GDate            old;
  gsize            begin, end;
  g_autofree char *like = NULL;
  g_autofree char *written = NULL;

  if (!trellis_plan_date_find (text, &old, &begin, &end))
    {
      written = trellis_plan_date_write (date, NULL);
      return g_strconcat (text, *text != '\0' ? " " : "", written, NULL);
    }

  like = g_strndup (text + begin, end - begin);
  written = trellis_plan_date_write (date, like);
  return g_strdup_printf ("%.*s%s%s", (int) begin, text, written, text + end);
}
