/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-reader-text.h"

#include <string.h>

#include "trellis-text.h"

static TrellisLevel
level_of_word (const char *word)
{
  static const struct
  {
    const char  *prefix;
    TrellisLevel level;
  } prefixes[] = {
    { "beginner", TRELLIS_LEVEL_BEGINNER },
    { "elementary", TRELLIS_LEVEL_BEGINNER },
    { "intermediate", TRELLIS_LEVEL_INTERMEDIATE },
    { "advanced", TRELLIS_LEVEL_ADVANCED },
    { "начальн", TRELLIS_LEVEL_BEGINNER },
    { "базов", TRELLIS_LEVEL_BEGINNER },
    { "средн", TRELLIS_LEVEL_INTERMEDIATE },
    { "продвинут", TRELLIS_LEVEL_ADVANCED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (word, prefixes[i].prefix))
      return prefixes[i].level;
  return TRELLIS_LEVEL_NONE;
}

/* The level that a wording states when it is nothing but a level word or a range of them; of a
 * range the lower one. "Basic SQL" and "advanced usage" state none. */
TrellisLevel
trellis_reader_level (const char *wording)
{
  g_autofree char *plain = trellis_reader_plain (wording);
  g_autofree char *folded = trellis_text_fold (plain);
  TrellisLevel     lowest = TRELLIS_LEVEL_NONE;
  const char      *at = folded;

  while (*at != '\0')
    {
      const char      *end = at;
      g_autofree char *word = NULL;
      TrellisLevel     level;

      while (g_unichar_isalnum (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (end == at)
        {
          at = g_utf8_next_char (at);
          continue;
        }
      word = g_strndup (at, end - at);
      at = end;
      if (g_str_equal (word, "to"))
        continue;
      level = level_of_word (word);
      if (level == TRELLIS_LEVEL_NONE)
        return TRELLIS_LEVEL_NONE;
      lowest = lowest == TRELLIS_LEVEL_NONE ? level : MIN (lowest, level);
    }
  return lowest;
}

/* `letters` of the abbreviation are still to be found in `words`: each word gives its initial and
 * may give more ("DataBase Administrator"). */
static gboolean
matches_words (const char *letters,
               char      **words)
{
  const char *word = *words;

  if (word == NULL)
    return *letters == '\0';
  if (*word == '\0')
    return matches_words (letters, words + 1);
  if (g_ascii_tolower (*letters) != g_ascii_tolower (*word))
    return FALSE;
  if (matches_words (letters + 1, words + 1))
    return TRUE;
  for (const char *more = word + 1; *more != '\0'; more++)
    if (g_ascii_tolower (letters[1]) == g_ascii_tolower (*more) && letters[1] != '\0'
        && matches_words (letters + 2, words + 1))
      return TRUE;
  return FALSE;
}

/* Whether `a` abbreviates `b`: two to six capitals, one from each word's beginning, at most one
 * more from within a word. "SRE" and "DBA" abbreviate; "iOS" does not. */
gboolean
trellis_reader_is_abbreviation (const char *a,
                                const char *b)
{
  gsize          length = strlen (a);
  g_auto (GStrv) words = NULL;

  if (length < 2 || length > 6 || strlen (b) <= length
      || g_strv_length (words = g_strsplit_set (b, " -/&,", 9)) > 8)
    return FALSE;
  for (const char *at = a; *at != '\0'; at++)
    if (!g_ascii_isupper (*at))
      return FALSE;
  return matches_words (a, words);
}
