/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-markdown-escape.h"

#include <string.h>

#include "trellis-markdown-inlines.h"
#include "trellis-outline-line.h"

#define MAX_ENTITY 48
#define MARKS "`*$\\_~<&[]!):.@" /* what needs_backslash() knows */

/* Where in the text we are. */
typedef struct
{
  const char          *start;
  const char          *at;
  gunichar             before; /* the character before, \n at the beginning of a line */
  const TrellisEscape *context;
} Place;

/* The character behind `at`, as far as the text knows. */
static gunichar
next_of (const Place *place,
         const char  *at)
{
  const char *next = g_utf8_next_char (at);

  return *next != '\0' ? g_utf8_get_char (next) : (gunichar) place->context->after;
}

/* Whether an entity or character reference begins here. */
static gboolean
begins_entity (const char *at)
{
  gsize length;

  if (at[1] == '#')
    length = 2 + strspn (at + 2, "xX0123456789abcdefABCDEF");
  else
    for (length = 1; g_ascii_isalnum (at[length]) && length < MAX_ENTITY; length++)
      ;
  return at[length] == ';';
}

/* "[text]" is only text when nothing makes a link, a footnote or a definition of it. */
static gboolean
is_plain_bracket (const Place *place)
{
  const char      *inner = place->at + 1;
  gsize            length = strcspn (inner, "[]\\`*_~<&!");
  g_autofree char *label = NULL;

  if (place->context->link || inner[length] != ']' || *inner == '^' || length == 0)
    return FALSE;
  if (place->before == ')' || place->before == ']' || place->before == '!')
    return FALSE;
  if (strchr ("([:", (int) MIN (next_of (place, inner + length), 127)) != NULL)
    return FALSE;
  label = g_strndup (inner, length);
  return !trellis_markdown_labels_have (place->context->labels, label);
}

/* What the judge would take for a bare address although we do not. */
static gboolean
begins_near_address (const Place *place)
{
  const char *at = place->at;

  if (place->context->link)
    return FALSE;
  switch (*at)
    {
    case ':':
      return at[1] == '/' && at[2] == '/' && at[3] != ' ' && at[3] != '\0'
             && g_ascii_isalpha ((char) MIN (place->before, 127));
    case '.':
      return at - place->start >= 3 && g_ascii_strncasecmp (at - 3, "www", 3) == 0;
    default:
      return g_ascii_isalnum (at[1]) && g_ascii_isgraph ((char) MIN (place->before, 127));
    }
}

/* ":name[" is a directive to some, who do not see the link then. */
static gboolean
begins_directive (const Place *place)
{
  const char *at = place->at + 1;

  if (place->context->after != '[' || place->context->link)
    return FALSE;
  while (*at == '-' || *at == '_' || g_unichar_isalnum (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return *at == '\0' && at > place->at + 1;
}

static gboolean
is_space (gunichar c)
{
  return c == '\n' || g_unichar_isspace (c);
}

static gboolean
needs_backslash (const Place *place)
{
  gunichar next = next_of (place, place->at);

  switch (*place->at)
    {
    case '`':
    case '*':
      return TRUE;
    case '$':
      return place->context->math;
    case '\\':
      return next == '\n' || (next < 128 && g_ascii_ispunct ((char) next));
    case '_':
      return !g_unichar_isalnum (place->before) || !g_unichar_isalnum (next);
    case '~':
      return !is_space (place->before) || !g_unichar_isalnum (next);
    case '<':
      return next < 128 && (g_ascii_isalpha ((char) next) || strchr ("/!?<", (int) next) != NULL);
    case '&':
      return begins_entity (place->at);
    case '[':
      return !is_plain_bracket (place);
    case ']':
      return place->context->link;
    case '!':
      return next == '[' || place->before == '<';
    case ')':
      return next == '[' && place->at[1] == '\0';
    case ':':
      return begins_near_address (place) || begins_directive (place);
    case '.':
    case '@':
      return begins_near_address (place);
    default:
      return FALSE;
    }
}

/**
 * trellis_markdown_escape_text:
 * @out: gets the text; what stands at its end is the character before
 * @text: one line, without blanks at the ends of lines
 *
 * Appends @text with a backslash before every character that would be markup there.
 */
void
trellis_markdown_escape_text (GString             *out,
                              const char          *text,
                              const TrellisEscape *context)
{
  Place place = { text, text, '\n', context };

  if (out->len > 0)
    place.before = g_utf8_get_char (g_utf8_prev_char (out->str + out->len));
  while (*place.at != '\0')
    {
      gsize length = strcspn (place.at, MARKS);

      if (length == 0)
        {
          if (needs_backslash (&place))
            g_string_append_c (out, '\\');
          length = 1;
        }
      g_string_append_len (out, place.at, (gssize) length);
      place.at += length;
      place.before = g_utf8_get_char (g_utf8_prev_char (place.at));
    }
}

static gboolean
is_only (const char *line,
         char        c)
{
  while (*line == c)
    line++;
  return *trellis_outline_line_skip_blanks (line, NULL) == '\0';
}

/* Whether a reader, ours or any other, takes the line for more than text. */
static gboolean
begins_block (const char *line)
{
  TrellisLine info = { 0 };
  char        mark;

  if (*line == '>' || *line == '#' || *line == '|' || trellis_outline_line_fence (line, &mark) > 0)
    return TRUE;
  if ((*line == '=' || *line == '-') && is_only (line, *line))
    return TRUE;
  if (g_str_has_prefix (line, ":-") || g_str_has_prefix (line, "$$"))
    return TRUE;
  trellis_outline_line_classify (&info, line);
  return info.kind != TRELLIS_LINE_TEXT && info.kind != TRELLIS_LINE_NUMBERED;
}

/* Only what would make a ruler of a row of cells. */
static gboolean
begins_ruler (const char *cell)
{
  return strspn (cell, "-: ") == strlen (cell);
}

/**
 * trellis_markdown_escape_line_start:
 * @out: ends with a line that begins at @start
 * @cell: whether the line is the cell of a table
 *
 * Puts a backslash where the line would otherwise begin a block.
 */
void
trellis_markdown_escape_line_start (GString *out,
                                    gsize    start,
                                    gboolean cell)
{
  const char *line = out->str + start;
  gsize       digits = strspn (line, "0123456789");

  if (*line == '\0' || !(cell ? begins_ruler (line) : begins_block (line)))
    return;
  if (digits > 0 && (line[digits] == '.' || line[digits] == ')'))
    g_string_insert_c (out, (gssize) (start + digits), '\\');
  else if (g_ascii_ispunct (*line) && *line != '\\')
    g_string_insert_c (out, (gssize) start, '\\');
}
