/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-count-sentences.h"

#include <string.h>

#include "trellis-count-text.h"

#define ELLIPSIS 0x2026

/* A full stop behind these ends no sentence, whatever follows. */
static const char *const abbreviations[] = {
  "e.g", "i.e", "etc", "vs", "cf", "approx", "mr", "mrs", "dr", "prof", "inc", "ltd", "fig", "ch",
  "st", "jr", "sr", "т.е", "т.д", "т.п", "т.к", "т.н", "др", "пр", "напр", "см", "стр", "рис",
  "p.s", "p.p.s", "г", "гг", "им", "тыс", "млн", "руб", "ок"
};

/* What may stand between a full stop and the blank behind it. */
static gboolean
closes (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == '*' || c == '_' || c == 0x201D
         || c == 0x2019 || c == 0x00BB;
}

static gboolean
opens (gunichar c)
{
  return c == '"' || c == '\'' || c == '(' || c == '[' || c == '*' || c == '_' || c == 0x201C
         || c == 0x201E || c == 0x2018 || c == 0x00AB || c == '`';
}

static gboolean
ends_sentence (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == ELLIPSIS;
}

/* Whether the word before the full stop is an abbreviation, or an initial: "J. Smith". */
static gboolean
is_abbreviation (const char *start, const char *stop)
{
  const char      *word = stop;
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  while (word > start)
    {
      const char *previous = g_utf8_find_prev_char (start, word);

      if (previous == NULL || g_unichar_isspace (g_utf8_get_char (previous))
          || opens (g_utf8_get_char (previous)))
        break;
      word = previous;
      if (stop - word > 24)
        return FALSE;
    }
  text = g_strndup (word, stop - word);
  folded = g_utf8_strdown (text, -1);
  for (guint i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    if (strcmp (folded, abbreviations[i]) == 0)
      return TRUE;
  return g_utf8_strlen (text, -1) == 1 && g_unichar_isupper (g_utf8_get_char (text))
         && strcmp (text, "I") != 0;
}

/* Whether a new sentence begins here, behind a sentence's end: with a capital or a digit, behind
 * whatever opens it. */
static gboolean
begins_sentence (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)) || opens (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0' || g_unichar_isupper (g_utf8_get_char (text))
         || g_unichar_istitle (g_utf8_get_char (text));
}

/* Where the sentence that begins at `start` ends, behind what closes it. */
static const char *
sentence_end (const char *start)
{
  for (const char *at = start; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar    mark = g_utf8_get_char (at);
      const char *end = g_utf8_next_char (at);

      if (!ends_sentence (mark))
        continue;
      while (ends_sentence (g_utf8_get_char (end)) || closes (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (*end == '\0')
        return end;
      if (g_unichar_isspace (g_utf8_get_char (end)) && begins_sentence (end)
          && !(mark == '.' && is_abbreviation (start, at)))
        return end;
      at = g_utf8_find_prev_char (start, end);
    }
  return start + strlen (start);
}

/**
 * trellis_sentences_split:
 * @plain: plain text of one paragraph
 *
 * Sentences end in . ! ? or … with closing quotation marks, before a capital or the end; not
 * behind an abbreviation. What is left without a full stop is one too.
 *
 * Returns: (transfer full) (element-type utf8): the sentences
 */
GPtrArray *
trellis_sentences_split (const char *plain)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  while (*plain != '\0')
    {
      const char      *end = sentence_end (plain);
      g_autofree char *sentence = g_strstrip (g_strndup (plain, end - plain));

      if (trellis_count_has_letters (sentence))
        g_ptr_array_add (sentences, g_steal_pointer (&sentence));
      plain = end;
    }
  return sentences;
}

guint
trellis_sentences_count (const char *plain)
{
  g_autoptr (GPtrArray) sentences = trellis_sentences_split (plain);

  return sentences->len;
}

static void
end_paragraph (GPtrArray *paragraphs, GString *paragraph)
{
  if (paragraph->len > 0)
    g_ptr_array_add (paragraphs, g_strdup (paragraph->str));
  g_string_truncate (paragraph, 0);
}

/* "**Why this role?** Because …": a label that asks is no sentence. */
static const char *
skip_question (const char *text)
{
  const char *end = g_str_has_prefix (text, "**") ? strstr (text + 2, "**") : NULL;

  return end != NULL && end[-1] == '?' && trellis_count_has_letters (end + 2) ? end + 2 : text;
}

/**
 * trellis_sentences_paragraphs:
 * @span: lines of running text
 *
 * Joins the lines of each paragraph and item. Headings, bold lines, table rows and lines that end
 * in a colon are paragraphs of nobody.
 *
 * Returns: (transfer full) (element-type utf8): the paragraphs, plain
 */
GPtrArray *
trellis_sentences_paragraphs (TrellisCountSpan span)
{
  GPtrArray          *paragraphs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) paragraph = g_string_new (NULL);

  for (guint i = span.begin; i < span.end; i++)
    {
      const TrellisLine *line = trellis_count_line (span, i);
      gboolean           text = line->kind == TRELLIS_LINE_TEXT || line->kind == TRELLIS_LINE_ITEM
                      || line->kind == TRELLIS_LINE_NUMBERED;
      g_autofree char *plain = NULL;

      if (!text || line->kind == TRELLIS_LINE_ITEM)
        end_paragraph (paragraphs, paragraph);
      if (!text || trellis_line_is_bold (line))
        continue;
      plain = trellis_count_plain (line->kind == TRELLIS_LINE_NUMBERED && paragraph->len > 0
                                       ? line->full
                                       : skip_question (line->text));
      if (g_str_has_suffix (plain, ":"))
        {
          end_paragraph (paragraphs, paragraph);
          continue;
        }
      if (paragraph->len > 0)
        g_string_append_c (paragraph, ' ');
      g_string_append (paragraph, plain);
    }
  end_paragraph (paragraphs, paragraph);
  return paragraphs;
}
