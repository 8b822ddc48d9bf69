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

/* Whether nothing has to be done: no character but those of ASCII that show, blanks and \n. */
static gboolean
is_clean (const char *text)
{
  while ((*text >= ' ' && *text < 0x7F) || *text == '\n')
    text++;
  return *text == '\0';
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

  if (is_clean (text))
    return g_strdup (text);
  valid = g_utf8_make_valid (text, -1);
  out = g_string_sized_new (strlen (valid));
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\r')
        {
          if (at[1] == '\n')
            continue;
          c = '\n';
        }
      if (!is_wanted (before, c, g_utf8_get_char (g_utf8_next_char (at))))
        continue;
      if (c == '\t')
        g_string_append (out, TAB);
      else
        g_string_append_unichar (out, c != '\n' && is_space (c) ? ' ' : c);
      before = c;
    }

  return g_string_free_and_steal (out);
}
