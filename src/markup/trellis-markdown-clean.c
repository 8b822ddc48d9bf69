/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-markdown-lines.h"

#include <string.h>

#define TAB "    "
#define NO_BREAK_SPACE 0x00A0
#define NARROW_NO_BREAK_SPACE 0x202F
#define FIRST_MARK 0x0300 /* from here on, letters are not Latin and joiners may be meant */

/* Never anything for a reader, and not there for the counting of words: the zero-width space, the
 * byte order mark, the soft hyphen. */
static gboolean
is_nothing (gunichar c)
{
  return c == 0x200B || c == 0xFEFF || c == 0x00AD;
}

/* Joins emoji and letters of some scripts; nothing elsewhere. */
static gboolean
is_joiner (gunichar c)
{
  return c == 0x200C || c == 0x200D;
}

/* Marks of direction and the word joiner: invisible, but they part words. */
static gboolean
is_mark (gunichar c)
{
  return c == 0x200E || c == 0x200F || c == 0x2060;
}

static gboolean
is_space (gunichar c)
{
  return c != NO_BREAK_SPACE && c != NARROW_NO_BREAK_SPACE
         && (g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029);
}

static gboolean
is_wanted (gunichar before,
           gunichar c,
           gunichar after)
{
  if (is_joiner (c))
    return before >= FIRST_MARK && after >= FIRST_MARK && !is_joiner (after);
  if (is_mark (c))
    return g_unichar_isalnum (before) && g_unichar_isalnum (after);
  return !is_nothing (c);
}

/* The length of what @text begins with and nothing has to be done to: the characters of ASCII that
 * show, blanks and \n. */
static gsize
clean_length (const char *text)
{
  const char *at = text;

  while ((*at >= ' ' && *at < 0x7F) || *at == '\n')
    at++;
  return (gsize) (at - text);
}

/* Appends one character that is not clean, and returns where the next one begins. */
static const char *
append_other (GString    *out,
              const char *at,
              gunichar   *before)
{
  const char *next = g_utf8_next_char (at);
  gunichar    c = g_utf8_get_char (at);

  if (c == '\r' && *next == '\n')
    return next;
  if (c == '\r')
    c = '\n';
  if (!is_wanted (*before, c, g_utf8_get_char (next)))
    return next;

  if (c == '\t')
    g_string_append (out, TAB);
  else if (c != '\n' && is_space (c))
    g_string_append_c (out, ' ');
  else if (c == '\n')
    g_string_append_c (out, '\n');
  else
    g_string_append_len (out, at, next - at);
  *before = c;
  return next;
}

/**
 * trellis_markdown_lines_clean:
 *
 * Returns: (transfer full): valid UTF-8 with \n as the only line end and blanks for tabs, control
 *   characters and unusual spaces; characters that nobody sees are dropped where that joins no
 *   words
 */
char *
trellis_markdown_lines_clean (const char *text)
{
  g_autofree char *valid = NULL;
  GString         *out;
  gunichar         before = '\n';

  if (text[clean_length (text)] == '\0')
    return g_strdup (text);
  valid = g_utf8_make_valid (text, -1);
  out = g_string_sized_new (strlen (valid));
  for (const char *at = valid; *at != '\0';)
    {
      gsize length = clean_length (at);

      if (length == 0)
        {
          at = append_other (out, at, &before);
          continue;
        }
      g_string_append_len (out, at, (gssize) length);
      at += length;
      before = (guchar) at[-1];
    }

  return g_string_free_and_steal (out);
}
