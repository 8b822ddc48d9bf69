/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-recognition-private.h"

#include <string.h>

/* Finds the names and the cues of a line, in one pass over its tokens. */

#define MOST_VERSION_DIGITS 4

void
_trellis_line_init (TrellisLine             *self,
                    const TrellisVocabulary *vocabulary,
                    const char              *text)
{
  self->vocabulary = vocabulary;
  self->text = text;
  _trellis_words_init (&self->words);
  self->findings = g_array_new (FALSE, FALSE, sizeof (TrellisFinding));
  self->cues = g_array_new (FALSE, FALSE, sizeof (TrellisCuePlace));
}

void
_trellis_line_clear (TrellisLine *self)
{
  _trellis_words_clear (&self->words);
  g_array_unref (self->findings);
  g_array_unref (self->cues);
}

static gboolean
is_digit_first (const TrellisLine *self,
                guint              i)
{
  return g_ascii_isdigit (*trellis_line_fold (self, i));
}

/* "Docker.Kubernetes" lacks a space; "python.org" is one name. */
static gboolean
is_sentence_end (const TrellisLine *self,
                 guint              dot)
{
  const char *next;

  if (dot == 0 || dot + 1 >= trellis_line_length (self)
      || trellis_line_token (self, dot + 1)->gap != TRELLIS_GAP_NONE)
    return TRUE;
  next = self->text + trellis_line_token (self, dot + 1)->begin;
  return g_unichar_isupper (g_utf8_get_char_validated (next, 6));
}

/* Neither of a longer word, as "c" of "c++" or "python" of "python.org". */
static gboolean
is_bounded (const TrellisLine *self,
            guint              first,
            guint              past)
{
  const TrellisToken *token = trellis_line_token (self, first);
  const char         *last = trellis_line_fold (self, past - 1);

  if (first > 0 && token->gap == TRELLIS_GAP_NONE)
    {
      const TrellisToken *before = trellis_line_token (self, first - 1);

      if (before->sign == '.' && before->gap == TRELLIS_GAP_NONE && first > 1
          && !is_sentence_end (self, first - 1))
        return FALSE;
      if (token->sign == '.' && before->sign == 0
          && !g_str_has_suffix (trellis_line_fold (self, first - 1), "#"))
        return FALSE;
    }
  if (past < trellis_line_length (self) && trellis_line_token (self, past)->gap == TRELLIS_GAP_NONE)
    {
      token = trellis_line_token (self, past);
      if (token->sign == 0)
        return strchr ("+#*", last[strlen (last) - 1]) != NULL && is_digit_first (self, past);
      if (token->sign == '.' && !is_sentence_end (self, past))
        return FALSE;
    }
  return TRUE;
}

/* As the folded words are the same, only what is upper case has to be compared; so a look-alike
 * letter is as good as the one it stands for. */
static gboolean
is_just_so (const TrellisLine  *self,
            const TrellisAlias *alias,
            guint               first,
            guint               past)
{
  const char *at = self->text + trellis_line_token (self, first)->begin;
  const char *end = self->text + trellis_line_token (self, past - 1)->end;
  const char *as = alias->text;

  for (; at < end && *as != '\0'; as = g_utf8_next_char (as))
    {
      gunichar ch = g_utf8_get_char_validated (at, end - at);

      if (ch == (gunichar) -1 || ch == (gunichar) -2)
        return FALSE;
      if (g_unichar_isupper (ch) != g_unichar_isupper (g_utf8_get_char (as)))
        return FALSE;
      at = g_utf8_next_char (at);
    }
  return at == end && *as == '\0';
}

static gboolean
is_word (const TrellisLine *self,
         guint              i,
         const char        *word,
         gsize              length)
{
  const char *fold = trellis_line_fold (self, i);

  if (length > 0 && word[length - 1] == '*')
    return strncmp (fold, word, length - 1) == 0;
  return strlen (fold) == length && memcmp (fold, word, length) == 0;
}

/* Whether the words, which spaces part, stand at the token. */
static gboolean
stands_at (const TrellisLine *self,
           guint              i,
           const char        *words)
{
  while (*words != '\0')
    {
      gsize length = strcspn (words, " ");

      if (i >= trellis_line_length (self) || !is_word (self, i, words, length))
        return FALSE;
      words += length + (words[length] == ' ');
      i++;
    }
  return TRUE;
}

static guint
count_words (const char *words)
{
  guint n = 1;

  for (; *words != '\0'; words++)
    n += *words == ' ';
  return n;
}

static gboolean
passes (const TrellisAlias *alias,
        guint               first,
        guint               past,
        gpointer            data)
{
  const TrellisLine *self = data;

  if (!is_bounded (self, first, past))
    return FALSE;
  if (alias->rule != TRELLIS_RULE_ANY && !is_just_so (self, alias, first, past))
    return FALSE;
  for (char **words = alias->not_before; words != NULL && *words != NULL; words++)
    if (past < trellis_line_length (self) && stands_at (self, past, *words))
      return FALSE;
  for (char **words = alias->not_after; words != NULL && *words != NULL; words++)
    if (first >= count_words (*words) && stands_at (self, first - count_words (*words), *words))
      return FALSE;
  return TRUE;
}

static gboolean
is_version_part (const TrellisLine *self,
                 guint              i)
{
  const char *fold;

  if (i >= trellis_line_length (self) || trellis_line_token (self, i)->sign != 0)
    return FALSE;
  fold = trellis_line_fold (self, i);
  if (*fold == 'v')
    fold++;
  return (g_ascii_isdigit (*fold) && strspn (fold, "0123456789") <= MOST_VERSION_DIGITS
          && strspn (fold, "0123456789.x+") == strlen (fold))
         || g_str_equal (fold, "x");
}

/* Behind "Python": "3.11", "3.x", "17+", "v2"; but not the number of "3 years". */
static guint
find_version_end (const TrellisLine *self,
                  guint              past)
{
  guint i = past;
  guint n = trellis_line_length (self);

  if (!is_version_part (self, i) || g_str_equal (trellis_line_fold (self, i), "x"))
    return past;
  for (i++; i + 1 < n && trellis_line_token (self, i)->sign == '.'
            && trellis_line_token (self, i)->gap == TRELLIS_GAP_NONE
            && trellis_line_token (self, i + 1)->gap == TRELLIS_GAP_NONE
            && is_version_part (self, i + 1);)
    i += 2;
  if (i < n && trellis_line_token (self, i)->sign == 0
      && (_trellis_words_match (&self->words, self->vocabulary, i, NULL, NULL).cue
          & TRELLIS_CUE_TIME))
    return past;
  return i;
}

/* Reads the line, or its first part, and returns where it stopped. */
gsize
_trellis_line_read (TrellisLine *self,
                    gsize        begin,
                    gsize        end)
{
  gsize stop = _trellis_words_read (&self->words, self->vocabulary, self->text, begin, end);

  g_array_set_size (self->findings, 0);
  g_array_set_size (self->cues, 0);
  for (guint i = 0, next; i < trellis_line_length (self); i = next)
    {
      TrellisMatch match;

      next = i + 1;
      if (g_array_index (self->words.words, TrellisLexiconWord, i).ids[0] == 0)
        continue;
      match = _trellis_words_match (&self->words, self->vocabulary, i, passes, self);
      if (match.cue != 0)
        {
          TrellisCuePlace place = { match.cue, i, match.cue_past };

          g_array_append_val (self->cues, place);
        }
      if (match.alias != NULL)
        {
          TrellisFinding finding = { .alias = match.alias, .first = i, .past = match.past };

          finding.end = next = find_version_end (self, match.past);
          g_array_append_val (self->findings, finding);
        }
    }
  return stop;
}

/* What the cues wholly between the tokens say. */
guint32
_trellis_line_get_cues (const TrellisLine *self,
                        guint              first,
                        guint              past)
{
  guint32 cues = 0;

  for (guint i = 0; i < self->cues->len; i++)
    {
      const TrellisCuePlace *place = trellis_line_cue (self, i);

      if (place->first >= past)
        break;
      if (place->first >= first && place->past <= past)
        cues |= place->cues;
    }
  return cues;
}
