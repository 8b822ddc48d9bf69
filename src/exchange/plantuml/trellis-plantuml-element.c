/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-plantuml-private.h"

#include <string.h>

typedef struct
{
  const char *word;
  gboolean    groups; /* may hold others in braces */
} Keyword;

static const Keyword keywords[] = {
  { "action", TRUE },
  { "actor", TRUE },
  { "agent", TRUE },
  { "artifact", TRUE },
  { "boundary", FALSE },
  { "card", TRUE },
  { "circle", FALSE },
  { "cloud", TRUE },
  { "collections", FALSE },
  { "component", TRUE },
  { "control", FALSE },
  { "database", TRUE },
  { "entity", FALSE },
  { "file", TRUE },
  { "folder", TRUE },
  { "frame", TRUE },
  { "hexagon", TRUE },
  { "interface", FALSE },
  { "label", FALSE },
  { "namespace", TRUE },
  { "node", TRUE },
  { "package", TRUE },
  { "person", TRUE },
  { "port", FALSE },
  { "portin", FALSE },
  { "portout", FALSE },
  { "process", TRUE },
  { "queue", TRUE },
  { "rectangle", TRUE },
  { "stack", TRUE },
  { "storage", TRUE },
  { "together", TRUE },
  { "usecase", FALSE },
};

/* A declaration, taken apart. */
typedef struct
{
  const Keyword      *keyword; /* or NULL */
  TrellisPlantumlName first;
  TrellisPlantumlName second; /* behind "as" */
  TrellisPlantumlName body;   /* [text] behind a name */
  gboolean            opens;  /* { */
} Declaration;

static const Keyword *
take_keyword (const char **cursor)
{
  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    {
      const char *p = *cursor;

      if (!trellis_plantuml_starts (p, keywords[i].word))
        continue;
      p += strlen (keywords[i].word);
      if (*p != '\0' && !g_ascii_isspace (*p) && strchr ("[\"({<#", *p) == NULL)
        return NULL;
      trellis_plantuml_skip_space (&p);
      *cursor = p;
      return &keywords[i];
    }
  return NULL;
}

/* Which kind of text is still open where the line ends. */
static gboolean
find_open (const char         *p,
           TrellisPlantumlEnd *end)
{
  gboolean quoted = FALSE;
  guint    depth = 0;

  for (; *p != '\0'; p++)
    {
      if (*p == '"' && depth == 0)
        quoted = !quoted;
      else if (*p == '[' && !quoted)
        depth++;
      else if (*p == ']' && !quoted && depth > 0)
        depth--;
    }
  *end = quoted ? TRELLIS_PLANTUML_END_QUOTE : TRELLIS_PLANTUML_END_BRACKET;
  return quoted || depth > 0;
}

/* Takes what may follow a name: its other name, decorations, a body, the brace of a group. */
static gboolean
take_tail (const char **cursor,
           Declaration *declaration)
{
  const char *p = *cursor;

  trellis_plantuml_skip_space (&p);
  while (*p != '\0')
    {
      if (*p == '{')
        {
          p++;
          trellis_plantuml_skip_space (&p);
          declaration->opens = *p == '\0';
          return *p == '\0' || g_str_equal (p, "}");
        }
      if (trellis_plantuml_take_word (&p, "as"))
        {
          if (declaration->second.form != TRELLIS_PLANTUML_NAME_NONE
              || !trellis_plantuml_take_name (&p, TRUE, &declaration->second))
            return FALSE;
        }
      else if (p[0] == '[' && p[1] != '[')
        {
          if (!trellis_plantuml_take_name (&p, FALSE, &declaration->body))
            return FALSE;
        }
      else if (!trellis_plantuml_take_decoration (&p))
        return FALSE;
      trellis_plantuml_skip_space (&p);
    }
  return TRUE;
}

static gboolean
take_declaration (const char  *statement,
                  Declaration *declaration)
{
  const char *p = statement;

  declaration->keyword = take_keyword (&p);
  while (declaration->keyword != NULL && trellis_plantuml_take_decoration (&p))
    trellis_plantuml_skip_space (&p);
  if (declaration->keyword != NULL && g_str_equal (p, "{"))
    {
      declaration->opens = TRUE;
      return TRUE;
    }
  if (!trellis_plantuml_take_name (&p, declaration->keyword != NULL, &declaration->first)
      || (declaration->keyword == NULL && declaration->first.form == TRELLIS_PLANTUML_NAME_ID)
      || !take_tail (&p, declaration))
    return FALSE;

  /* A name without a keyword is told from a stray word by its brackets or its other name. */
  return declaration->keyword != NULL || declaration->first.form != TRELLIS_PLANTUML_NAME_QUOTED
         || declaration->second.form != TRELLIS_PLANTUML_NAME_NONE;
}

/* Both orders are in use: "Text" as id, id as "Text". */
static gboolean
shows_second (const Declaration *declaration)
{
  TrellisPlantumlNameForm first = declaration->first.form;
  TrellisPlantumlNameForm second = declaration->second.form;

  if (second == TRELLIS_PLANTUML_NAME_NONE || second == TRELLIS_PLANTUML_NAME_ID)
    return FALSE;
  return first != TRELLIS_PLANTUML_NAME_QUOTED;
}

static const char *
kind_of (const Declaration *declaration)
{
  if (declaration->keyword != NULL)
    return declaration->keyword->word;
  switch (declaration->first.form)
    {
    case TRELLIS_PLANTUML_NAME_BRACKETS:
      return "component";
    case TRELLIS_PLANTUML_NAME_USECASE:
      return "usecase";
    case TRELLIS_PLANTUML_NAME_ACTOR:
      return "actor";
    default:
      return "interface";
    }
}

static void
add_declared (TrellisPlantumlReader *self,
              const Declaration     *declaration)
{
  TrellisPlantumlName shown = declaration->first;
  TrellisPlantumlName id = declaration->first;
  g_autofree char    *below = NULL;
  g_autofree char    *name = NULL;
  g_autofree char    *alias = NULL;
  const char         *kind = kind_of (declaration);

  if (shows_second (declaration))
    shown = declaration->second;
  else if (declaration->second.form != TRELLIS_PLANTUML_NAME_NONE)
    id = declaration->second;
  if (declaration->body.form != TRELLIS_PLANTUML_NAME_NONE)
    shown = declaration->body;
  name = trellis_plantuml_clean (shown.text, (gssize) shown.length, &below);
  alias = trellis_plantuml_clean (id.text, (gssize) id.length, NULL);

  if (!declaration->opens || g_str_equal (kind, "component"))
    {
      trellis_plantuml_reader_add (self, kind, name, alias, below);
      self->n_declared++;
    }
  if (declaration->opens)
    trellis_plantuml_reader_push (self, name, alias);
}

/* Whether @line declares an element or opens a group; both may go on in the next lines. */
gboolean
trellis_plantuml_read_element (TrellisPlantumlReader *self,
                               const char            *line)
{
  const char        *p = line;
  const Keyword     *keyword = take_keyword (&p);
  Declaration        declaration = { 0 };
  g_autofree char   *joined = NULL;
  TrellisPlantumlEnd end;

  if (keyword == NULL && *p != '[' && *p != '(' && *p != ':' && *p != '"')
    return FALSE;
  if (strchr ("-.=~", *p) == NULL && find_open (p, &end))
    {
      joined = trellis_plantuml_reader_join (self, line, end);
      if (joined == NULL)
        return FALSE;
      if (!take_declaration (joined, &declaration))
        {
          trellis_plantuml_reader_skip (self, self->line, line);
          return TRUE;
        }
    }
  else if (!take_declaration (line, &declaration))
    return FALSE;

  if (declaration.opens && keyword != NULL && !keyword->groups)
    {
      /* The members of a class or an entity. */
      self->signs[TRELLIS_PLANTUML_CLASS]++;
      trellis_plantuml_reader_push_silent (self);
    }
  else if (declaration.opens && declaration.first.form == TRELLIS_PLANTUML_NAME_NONE)
    trellis_plantuml_reader_push (self, NULL, NULL);
  else
    add_declared (self, &declaration);
  return TRUE;
}
