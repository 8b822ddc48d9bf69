/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-outline-line.h"

#include <string.h>

#define MAX_ORDINAL_DIGITS 9 /* as in CommonMark */
#define MAX_BARE_DIGITS 2    /* "1 Back-end engineer", but not "2024 was a good year" */
#define NO_BREAK_SPACE 0x00A0

/* What people's editors put where Markdown wants a hyphen. */
static const gunichar bullets[]
    = { 0x2022, 0x2023, 0x25E6, 0x2219, 0x25AA, 0x25AB, 0x25CF, 0x25CB, 0x25A0, 0x00B7 };

/* Skips blanks, no-break spaces among them, and adds them to `columns`. */
const char *
trellis_outline_line_skip_blanks (const char *text, int *columns)
{
  for (;;)
    {
      if (*text == ' ' || *text == '\t' || *text == '\v' || *text == '\f')
        text++;
      else if (g_utf8_get_char (text) == NO_BREAK_SPACE)
        text = g_utf8_next_char (text);
      else
        return text;
      if (columns != NULL)
        (*columns)++;
    }
}

/* Skips what makes a line a quotation: any number of ">". */
const char *
trellis_outline_line_skip_quotes (const char *content, gboolean *quoted)
{
  const char *text = trellis_outline_line_skip_blanks (content, NULL);

  *quoted = *text == '>';
  if (!*quoted)
    return content;
  while (*text == '>')
    {
      content = text + 1;
      text = trellis_outline_line_skip_blanks (content, NULL);
    }
  return *content == ' ' ? content + 1 : content;
}

/* The length of the fence that opens here, or 0; `mark` is its character. */
int
trellis_outline_line_fence (const char *text, char *mark)
{
  gsize length = 0;

  if (*text != '`' && *text != '~')
    return 0;
  while (text[length] == *text)
    length++;
  if (length < 3 || length > G_MAXINT || (*text == '`' && strchr (text + length, '`') != NULL))
    return 0;
  *mark = *text;
  return (int) length;
}

gboolean
trellis_outline_line_closes_fence (const char *text, char mark, int length)
{
  int found = 0;

  while (*text == mark)
    {
      text++;
      found++;
    }
  return found >= length && *trellis_outline_line_skip_blanks (text, NULL) == '\0';
}

/* The level that a line of only = or - gives the title above it: 1, 2, or 0 for none. */
int
trellis_outline_line_underline (const char *text)
{
  char mark = *text;
  int  length = 0;

  if (mark != '=' && mark != '-')
    return 0;
  while (*text == mark)
    {
      text++;
      length++;
    }
  if (length < 3 || *trellis_outline_line_skip_blanks (text, NULL) != '\0')
    return 0;
  return mark == '=' ? 1 : 2;
}

/* "|---|:-:|", "--- | ---" */
gboolean
trellis_outline_line_is_ruler (const char *text)
{
  gboolean bar = FALSE;
  gboolean dash = FALSE;

  for (; *text != '\0'; text++)
    {
      if (*text == '|')
        bar = TRUE;
      else if (*text == '-')
        dash = TRUE;
      else if (*text != ':' && *text != ' ')
        return FALSE;
    }
  return bar && dash;
}

/* "key: value", "key:", or the continuation of one in front matter. */
gboolean
trellis_outline_line_is_pair (const char *text)
{
  const char *at = text;

  if (*text == ' ' || *text == '#' || g_str_has_prefix (text, "- "))
    return TRUE;
  while (g_ascii_isalnum (*at) || *at == '_' || *at == '-')
    at++;
  return at > text && *at == ':' && (at[1] == ' ' || at[1] == '\0');
}

static gboolean
is_rule (const char *text)
{
  char mark = *text;
  int  marks = 0;

  if (mark != '-' && mark != '*' && mark != '_')
    return FALSE;
  for (; *text != '\0'; text++)
    {
      if (*text == mark)
        marks++;
      else if (*text != ' ')
        return FALSE;
    }
  return marks >= 3;
}

static gboolean
is_blank_or_end (const char *text)
{
  return *text == '\0' || trellis_outline_line_skip_blanks (text, NULL) != text;
}

/* Where a bullet's content begins straight behind it: "-Item", "-**Item**". */
static gboolean
begins_content (const char *text)
{
  return g_unichar_isalpha (g_utf8_get_char (text)) || g_str_has_prefix (text, "**") || *text == '['
         || *text == '`';
}

static gboolean
is_bullet_character (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (bullets[i] == c)
      return TRUE;
  return FALSE;
}

static gboolean
classify_bullet (TrellisLine *line, const char *text)
{
  gunichar    c = g_utf8_get_char (text);
  const char *behind = text;

  if (c == '-' || c == '*' || c == '+')
    line->marker = (char) c;
  else if (is_bullet_character (c))
    line->marker = '-';
  else
    return FALSE;

  behind = g_utf8_next_char (text);
  if (!is_blank_or_end (behind) && !(line->marker == '-' && begins_content (behind)))
    {
      line->marker = 0;
      return FALSE;
    }
  line->kind = TRELLIS_LINE_ITEM;
  line->text = trellis_outline_line_skip_blanks (behind, NULL);
  return TRUE;
}

/* "1." and "1)", also straight before a letter, but not "1.5"; and the bare "1 Name". */
static gboolean
classify_number (TrellisLine *line, const char *text)
{
  gsize       digits = strspn (text, "0123456789");
  const char *behind = text + digits;
  gboolean    marked = *behind == '.' || *behind == ')';

  if (digits == 0 || digits > MAX_ORDINAL_DIGITS)
    return FALSE;
  if (marked && (is_blank_or_end (behind + 1) || begins_content (behind + 1)))
    {
      line->kind = TRELLIS_LINE_ITEM;
      line->marker = *behind++;
    }
  else if (digits <= MAX_BARE_DIGITS && *behind != '\0' && is_blank_or_end (behind)
           && begins_content (trellis_outline_line_skip_blanks (behind, NULL)))
    line->kind = TRELLIS_LINE_NUMBERED;
  else
    return FALSE;
  line->ordinal = (int) g_ascii_strtoll (text, NULL, 10);
  line->text = trellis_outline_line_skip_blanks (behind, NULL);
  return TRUE;
}

/* Any number of # with or without a blank; "#1" alone is no heading. A title's closing marks are
 * cut by the caller, who owns the text. */
static gboolean
classify_heading (TrellisLine *line, const char *text)
{
  gsize marks = strspn (text, "#");

  if (marks == 0 || (marks == 1 && g_ascii_isdigit (text[1])))
    return FALSE;
  line->kind = TRELLIS_LINE_HEADING;
  line->level = (int) MIN (marks, 6);
  line->text = trellis_outline_line_skip_blanks (text + marks, NULL);
  return TRUE;
}

static gboolean
classify_row (TrellisLine *line, const char *text)
{
  if (*text != '|' || strchr (text + 1, '|') == NULL)
    return FALSE;
  line->kind = trellis_outline_line_is_ruler (text) ? TRELLIS_LINE_RULER : TRELLIS_LINE_ROW;
  return TRUE;
}

/* Fills `line` in from its content: no comment, no zero-width character, no tab, no blank at its
 * end. The texts point into `content`. */
void
trellis_outline_line_classify (TrellisLine *line, const char *content)
{
  const char *text;

  line->ordinal = -1;
  text = trellis_outline_line_skip_quotes (content, &line->quoted);
  text = trellis_outline_line_skip_blanks (text, &line->indent);
  line->text = text;
  line->full = text;
  if (*text == '\0')
    line->kind = TRELLIS_LINE_BLANK;
  else if (is_rule (text))
    line->kind = TRELLIS_LINE_RULE;
  else if (classify_heading (line, text))
    line->full = line->text;
  else if (!classify_row (line, text) && !classify_bullet (line, text)
           && !classify_number (line, text))
    line->kind = trellis_outline_line_is_ruler (text) ? TRELLIS_LINE_RULER : TRELLIS_LINE_TEXT;
}
