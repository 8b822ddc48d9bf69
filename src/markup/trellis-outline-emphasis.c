/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-outline.h"

#include <string.h>

#define MARKS "*_`~\\<" /* text without them has no emphasis */

/* Tags that only change how text looks. */
static const char *const tags[] = {
  "b", "br", "big", "center", "del", "div", "em", "font", "i", "ins", "mark", "p", "s", "small",
  "span", "strong", "sub", "sup", "u"
};

static const char *
bold_mark (const char *text)
{
  static const char *const marks[] = { "**", "__", "<b>", "<strong>" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (text, marks[i]))
      return marks[i];
  return NULL;
}

static gboolean
only_punctuation (const char *text)
{
  return text[strspn (text, " :.;,*_")] == '\0';
}

/**
 * trellis_line_is_bold:
 * @line: a line of an outline
 *
 * Whether the whole of the line's text is one bold run, a colon or full stop behind it aside:
 * what people write instead of a sub-heading.
 */
gboolean
trellis_line_is_bold (const TrellisLine *line)
{
  const char *mark = bold_mark (line->text);
  const char *end;

  if (mark == NULL)
    return FALSE;
  if (*mark == '<')
    {
      g_autofree char *close = g_strdup_printf ("</%s", mark + 1);

      end = strstr (line->text, close);
      return end != NULL && only_punctuation (end + strlen (close));
    }
  end = strstr (line->text + 2, mark);
  while (end != NULL && end[1] == end[2])
    end++;
  return end != NULL && end > line->text + 2 && only_punctuation (end + 2);
}

static gsize
tag_length (const char *text)
{
  const char *name = text + 1 + (text[1] == '/');
  gsize       length = 0;
  const char *close;

  while (g_ascii_isalpha (name[length]))
    length++;
  if (*text != '<' || length == 0 || strchr (" />", name[length]) == NULL)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (strlen (tags[i]) == length && g_ascii_strncasecmp (tags[i], name, length) == 0)
      {
        close = name + length + strcspn (name + length, "<>");
        return *close == '>' ? (gsize) (close - text) + 1 : 0;
      }
  return 0;
}

static gboolean
is_word (const char *text, const char *at)
{
  const char *previous = at > text ? g_utf8_find_prev_char (text, at) : NULL;

  return previous != NULL && g_unichar_isalnum (g_utf8_get_char (previous));
}

/* An underscore inside a word, and a star between blanks, are themselves. */
static gboolean
is_mark (const char *text, const char *at)
{
  gboolean blank_before = at == text || at[-1] == ' ';
  gboolean blank_behind = at[1] == ' ' || at[1] == '\0';

  switch (*at)
    {
    case '`':
      return TRUE;
    case '*':
      return !(blank_before && blank_behind);
    case '~':
      return at[1] == '~' || (at > text && at[-1] == '~');
    case '_':
      return !(is_word (text, at) && at[1] != '_' && g_unichar_isalnum (g_utf8_get_char (at + 1)));
    default:
      return FALSE;
    }
}

/**
 * trellis_line_strip_emphasis:
 * @text: inline Markdown
 *
 * Returns: (transfer full): @text without the marks of emphasis and code, without escaping
 *   backslashes and tags that only change the look; links stay as written
 */
char *
trellis_line_strip_emphasis (const char *text)
{
  gsize    untouched = strcspn (text, MARKS);
  GString *plain;

  if (text[untouched] == '\0')
    return g_strndup (text, untouched);
  plain = g_string_sized_new (strlen (text));
  g_string_append_len (plain, text, untouched);
  for (const char *at = text + untouched; *at != '\0'; at++)
    {
      gsize tag = *at == '<' ? tag_length (at) : 0;

      if (tag > 0)
        {
          if (g_ascii_strncasecmp (at, "<br", 3) == 0)
            g_string_append_c (plain, ' ');
          at += tag - 1;
        }
      else if (*at == '\\' && g_ascii_ispunct (at[1]))
        g_string_append_c (plain, *++at);
      else if (!is_mark (text, at))
        g_string_append_c (plain, *at);
    }
  return g_string_free_and_steal (plain);
}
