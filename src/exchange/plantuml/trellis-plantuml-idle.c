/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-plantuml-private.h"

#include <string.h>

/* Statements that draw no element. */

static gboolean
starts_any (const char        *line,
            const char *const *words)
{
  for (; *words != NULL; words++)
    if (trellis_plantuml_starts (line, *words))
      return TRUE;
  return FALSE;
}

/* Goes to behind the line that ends the block; a block without an end is only its first line. */
static void
skip_block (TrellisPlantumlReader *self,
            const char            *line,
            TrellisPlantumlEnd     end)
{
  guint found;

  if (trellis_plantuml_reader_find_end (self, end, &found))
    self->next = found + 1;
  else
    trellis_plantuml_reader_skip (self, self->line, line);
}

/* The preprocessor is not run: what it would define or include is not there. */
static gboolean
read_preprocessor (TrellisPlantumlReader *self,
                   const char            *line)
{
  static const char *const blocks[] = { "procedure", "function", "definelong", "unquoted procedure",
                                        "final procedure", "unquoted function", "final function",
                                        NULL };

  if (*line != '!')
    return FALSE;
  line++;
  trellis_plantuml_skip_space (&line);
  if (starts_any (line, blocks))
    skip_block (self, line, TRELLIS_PLANTUML_END_PROCEDURE);
  return TRUE;
}

static gboolean
is_place (const char *text)
{
  static const char *const places[]
      = { "left", "right", "center", "top", "bottom", "of", "as", "on", "link", NULL };
  g_auto (GStrv) words = g_strsplit_set (text, " \t", 16);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !starts_any (words[i], places) && *words[i] != '#')
      return FALSE;
  return TRUE;
}

static void
read_title (TrellisPlantumlReader *self,
            const char            *text)
{
  gsize            length = strlen (text);
  g_autofree char *title = NULL;

  if (length > 1 && *text == '"' && text[length - 1] == '"')
    {
      text++;
      length -= 2;
    }
  title = trellis_plantuml_clean (text, (gssize) length, NULL);
  if (*self->result->title == '\0')
    g_set_str (&self->result->title, title);
}

/* A title of several lines. */
static void
read_title_block (TrellisPlantumlReader *self,
                  const char            *line)
{
  g_autofree char *joined = trellis_plantuml_reader_join (self, "", TRELLIS_PLANTUML_END_TITLE);

  if (joined == NULL)
    {
      trellis_plantuml_reader_skip (self, self->line, line);
      return;
    }
  *strrchr (joined, '\n') = '\0';
  read_title (self, joined);
}

/* "title --> page" is an arrow from something of that name. */
static gboolean
begins_arrow (const char *p)
{
  if (*p == '<')
    p++;
  return *p != '\0' && strchr ("-.=~|", *p) != NULL;
}

/* title, header, footer, caption and legend: on the line, or below it until "end title". */
static gboolean
read_page (TrellisPlantumlReader *self,
           const char            *line)
{
  static const char *const names[] = { "title", "header", "footer", "caption", "legend" };
  static const char *const places[] = { "left", "right", "center" };
  const char              *p = line;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (trellis_plantuml_take_word (&p, places[i]))
      break;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (!trellis_plantuml_take_word (&p, names[i]))
        continue;
      if (begins_arrow (p))
        return FALSE;
      if (*p == ':')
        p++;
      trellis_plantuml_skip_space (&p);
      if (i == 0 && *p == '\0')
        read_title_block (self, line);
      else if (i == 0)
        read_title (self, p);
      else if (strlen (p) < 40 && is_place (p))
        skip_block (self, line, TRELLIS_PLANTUML_END_TITLE + i);
      return TRUE;
    }
  return FALSE;
}

/* Whether a note says its text behind a colon; one in a name is no such colon. */
static gboolean
has_colon (const char *p)
{
  char close = '\0';

  for (; *p != '\0'; p++)
    {
      if (close != '\0')
        close = *p == close ? '\0' : close;
      else if (*p == '"' || *p == '[' || *p == '(')
        close = *p == '"' ? '"' : *p == '[' ? ']'
                                            : ')';
      else if (*p == ':' && p[1] == ':')
        p++;
      else if (*p == ':')
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_note (TrellisPlantumlReader *self,
           const char            *line)
{
  static const char *const places[]
      = { "left", "right", "top", "bottom", "as", "on", "of", "over", "across", NULL };
  const char *p = line;

  trellis_plantuml_take_word (&p, "floating");
  if (!trellis_plantuml_take_word (&p, "note") && !trellis_plantuml_take_word (&p, "hnote")
      && !trellis_plantuml_take_word (&p, "rnote"))
    return FALSE;
  if (*p == '"')
    return TRUE;
  if (*p != '\0' && *p != ':' && *p != '#' && !starts_any (p, places))
    return FALSE;
  if (!has_colon (p))
    skip_block (self, line, TRELLIS_PLANTUML_END_NOTE);
  return TRUE;
}

static gboolean
ends_open (const char *line)
{
  gsize length = strlen (line);

  return length > 0 && line[length - 1] == '{';
}

/* Looks: one line, or braces in which nothing is drawn. */
static gboolean
read_looks (TrellisPlantumlReader *self,
            const char            *line)
{
  static const char *const words[] = { "skinparam", "skin", "sprite", NULL };

  if (g_ascii_strncasecmp (line, "<style>", 7) == 0)
    {
      if (strstr (line, "</style>") == NULL)
        skip_block (self, line, TRELLIS_PLANTUML_END_STYLE);
      return TRUE;
    }
  if (!starts_any (line, words))
    return FALSE;
  if (ends_open (line))
    trellis_plantuml_reader_push_silent (self);
  return TRUE;
}

static gboolean
is_layout (const char *line)
{
  static const char *const words[]
      = { "left to right direction", "top to bottom direction", "hide", "show", "remove", "restore",
          "scale", "allowmixing", "allow_mixing", "set separator", "set namespaceSeparator",
          "mainframe", "page", "newpage", "rotate", "url of", "skinparamlocked", "C4Context",
          "C4Container", "C4Component", "C4Deployment", "C4Dynamic", "accTitle", "accDescr", NULL };
  const char *p = line + strcspn (line, " \t");

  if (!starts_any (line, words))
    return FALSE;
  trellis_plantuml_skip_space (&p);
  /* "page --> store": a name like a keyword. */
  return *p == '\0' || (strchr ("-.=<~(", *p) == NULL && line[strcspn (line, " \t(")] != '(');
}

/* Whether @line, of no interest for components, was read, with all that belongs to it. */
gboolean
trellis_plantuml_read_idle (TrellisPlantumlReader *self,
                            const char            *line)
{
  return read_preprocessor (self, line) || read_note (self, line) || read_looks (self, line)
         || is_layout (line) || read_page (self, line);
}
