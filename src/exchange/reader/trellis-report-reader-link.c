/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-reader-text.h"

#include <string.h>

void
trellis_reader_link_clear (TrellisReaderLink *link)
{
  g_clear_pointer (&link->text, g_free);
  g_clear_pointer (&link->target, g_free);
  g_clear_pointer (&link->before, g_free);
  g_clear_pointer (&link->after, g_free);
}

static const char *
skip_blanks (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return text;
}

static gboolean
begins_address (const char *at)
{
  return g_str_has_prefix (at, "http://") || g_str_has_prefix (at, "https://");
}

static const char *
address_end (const char *at)
{
  int depth = 0;

  for (; *at != '\0' && !g_ascii_isspace (*at) && *at != '<' && *at != '>'; at++)
    {
      if (*at == '(')
        depth++;
      else if (*at == ')' && --depth < 0)
        break;
    }
  return at;
}

static void
fill_link (TrellisReaderLink *link,
           const char        *text,
           const char        *begin,
           const char        *end)
{
  g_autofree char *before = g_strndup (text, begin - text);

  link->before = g_strdup (g_strstrip (before));
  link->after = g_strstrip (g_strdup (end));
}

static gboolean
read_inline_link (const char        *text,
                  const char        *at,
                  TrellisReaderLink *link)
{
  const char *middle = strstr (at, "](");
  const char *target;
  const char *end;

  if (middle == NULL)
    return FALSE;
  target = skip_blanks (middle + 2);
  end = address_end (target);
  if (end == target || *skip_blanks (end) != ')')
    return FALSE;
  link->text = g_strndup (at + 1, middle - at - 1);
  link->target = g_strndup (target, end - target);
  fill_link (link, text, at, skip_blanks (end) + 1);
  return TRUE;
}

/* Finds the first link: "[text](address)", "<address>" or a bare address. */
gboolean
trellis_reader_find_link (const char        *text,
                          TrellisReaderLink *link)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '[' && (at == text || at[-1] != '!') && read_inline_link (text, at, link))
        return TRUE;
      if (begins_address (at))
        {
          gboolean    pointed = at > text && at[-1] == '<';
          const char *end = address_end (at);

          while (!pointed && end > at && strchr (".,;", end[-1]) != NULL)
            end--;
          link->text = g_strdup ("");
          link->target = g_strndup (at, end - at);
          fill_link (link, text, pointed ? at - 1 : at, pointed && *end == '>' ? end + 1 : end);
          return TRUE;
        }
    }
  return FALSE;
}
