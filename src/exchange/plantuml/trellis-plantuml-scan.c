/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-plantuml-private.h"

#include <string.h>

/* Whether @line begins with @word, in any case, and the word ends there. */
gboolean
trellis_plantuml_starts (const char *line,
                         const char *word)
{
  gsize n = strlen (word);

  return g_ascii_strncasecmp (line, word, n) == 0 && !g_ascii_isalnum (line[n]) && line[n] != '_'
         && (line[n] & 0x80) == 0;
}

void
trellis_plantuml_skip_space (const char **cursor)
{
  while (g_ascii_isspace (**cursor))
    (*cursor)++;
}

/* Takes @word and the space behind it. */
gboolean
trellis_plantuml_take_word (const char **cursor,
                            const char  *word)
{
  if (!trellis_plantuml_starts (*cursor, word))
    return FALSE;
  *cursor += strlen (word);
  trellis_plantuml_skip_space (cursor);
  return TRUE;
}

/* The end of what @open begins, nested ones inside; NULL when it does not end. */
static const char *
find_pair (const char *p,
           char        open,
           char        close)
{
  guint depth = 0;

  for (; *p != '\0'; p++)
    {
      if (*p == open)
        depth++;
      else if (*p == close && --depth == 0)
        return p;
    }
  return NULL;
}

static gboolean
take_between (const char            **cursor,
              const char             *end,
              TrellisPlantumlNameForm form,
              TrellisPlantumlName    *name)
{
  if (end == NULL)
    return FALSE;
  *name = (TrellisPlantumlName) { form, *cursor + 1, (gsize) (end - *cursor - 1) };
  *cursor = end + 1;
  return TRUE;
}

static gboolean
is_id_start (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return *p == '_' || *p == '$' || g_unichar_isalnum (c);
}

/* A dot, or two colons, inside of an id; not the dots of an arrow. */
static gsize
count_joint (const char *p,
             gboolean    loose)
{
  if ((*p == '.' || (loose && strchr ("-/&+@", *p) != NULL)) && is_id_start (p + 1))
    return 1;
  return p[0] == ':' && p[1] == ':' && is_id_start (p + 2) ? 2 : 0;
}

static gboolean
take_id (const char         **cursor,
         gboolean             loose,
         TrellisPlantumlName *name)
{
  const char *p = *cursor;

  if (!is_id_start (p))
    return FALSE;
  while (*p != '\0')
    {
      gsize joint = count_joint (p, loose);

      if (joint == 0 && !is_id_start (p) && !g_unichar_ismark (g_utf8_get_char (p)))
        break;
      p = joint > 0 ? p + joint : g_utf8_next_char (p);
    }
  *name = (TrellisPlantumlName) { TRELLIS_PLANTUML_NAME_ID, *cursor, (gsize) (p - *cursor) };
  *cursor = p;
  return TRUE;
}

/* () "Text", () id */
static gboolean
take_interface (const char         **cursor,
                TrellisPlantumlName *name)
{
  const char *p = *cursor + 2;
  gboolean    taken;

  trellis_plantuml_skip_space (&p);
  taken = *p == '"'
              ? take_between (&p, strchr (p + 1, '"'), TRELLIS_PLANTUML_NAME_INTERFACE, name)
              : take_id (&p, FALSE, name);
  if (!taken)
    return FALSE;
  name->form = TRELLIS_PLANTUML_NAME_INTERFACE;
  *cursor = p;
  return TRUE;
}

/* Takes a name in any of its forms. A @loose one may hold what an arrow is made of: behind a
 * keyword there is no arrow. */
gboolean
trellis_plantuml_take_name (const char         **cursor,
                            gboolean             loose,
                            TrellisPlantumlName *name)
{
  const char *p = *cursor;

  switch (*p)
    {
    case '\0':
      return FALSE;
    case '"':
      return take_between (cursor, strchr (p + 1, '"'), TRELLIS_PLANTUML_NAME_QUOTED, name);
    case '[':
      return p[1] != '['
             && take_between (cursor, find_pair (p, '[', ']'), TRELLIS_PLANTUML_NAME_BRACKETS,
                              name);
    case '(':
      if (p[1] == ')')
        return take_interface (cursor, name);
      return take_between (cursor, find_pair (p, '(', ')'), TRELLIS_PLANTUML_NAME_USECASE, name);
    case ':':
      return p[1] != ':' && p[1] != '\0'
             && take_between (cursor, strchr (p + 1, ':'), TRELLIS_PLANTUML_NAME_ACTOR, name);
    default:
      return take_id (cursor, loose, name);
    }
}

static gboolean
take_until (const char **cursor,
            const char  *close)
{
  const char *end = strstr (*cursor + 2, close);

  if (end != NULL)
    *cursor = end + strlen (close);
  return end != NULL;
}

/* Takes what only adorns an element: <<stereotype>>, [[address]], #colour, $tag, "order 3". */
gboolean
trellis_plantuml_take_decoration (const char **cursor)
{
  const char *p = *cursor;

  if (p[0] == '<' && p[1] == '<')
    return take_until (cursor, ">>");
  if (p[0] == '[' && p[1] == '[')
    return take_until (cursor, "]]");
  if (*p == '#' || (*p == '$' && is_id_start (p + 1)))
    {
      *cursor += strcspn (p, " \t\n{");
      return TRUE;
    }
  if (trellis_plantuml_take_word (&p, "order") && g_ascii_isdigit (*p))
    {
      *cursor = p + strspn (p, "0123456789");
      return TRUE;
    }
  return FALSE;
}
