/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-plantuml-private.h"

#include <string.h>

/* E1 ["card"] ARROW ["card"] E2 [: label]. Only the ends matter: they declare what no line of its
 * own does. */

/* Takes lines of an arrow; a dash of print, which word processors make of --, is one too. */
static gboolean
take_body (const char **cursor)
{
  const char *p = *cursor;

  for (;;)
    {
      if (*p != '\0' && strchr ("-=.~", *p) != NULL)
        p++;
      else if (g_str_has_prefix (p, "–") || g_str_has_prefix (p, "—"))
        p += strlen ("–");
      else
        break;
    }
  if (p == *cursor)
    return FALSE;
  *cursor = p;
  return TRUE;
}

static gboolean
take_style (const char **cursor)
{
  const char *end = **cursor == '[' ? strchr (*cursor, ']') : NULL;

  if (end == NULL)
    return FALSE;
  *cursor = end + 1;
  return TRUE;
}

static gboolean
goes_on (const char *p)
{
  return *p != '\0' && (strchr ("-=.~[(0", *p) != NULL || g_str_has_prefix (p, "–"));
}

/* "down" in -down->: a direction only when the arrow goes on behind it. */
static void
take_direction (const char **cursor)
{
  static const char *const words[]
      = { "left", "right", "down", "up", "le", "ri", "do", "l", "r", "u", "d" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (*cursor, words[i], strlen (words[i])) == 0
        && goes_on (*cursor + strlen (words[i])))
      {
        *cursor += strlen (words[i]);
        return;
      }
}

/* 0, (0), (0 0) between two lines of an arrow */
static void
take_inside (const char **cursor)
{
  const char *p = *cursor;
  gsize       n = strspn (p, "(0) ");

  if (n > 0 && n <= 5 && *p != ' ' && p[n - 1] != ' ' && goes_on (p + n))
    *cursor += n;
}

static void
take_left_head (const char **cursor)
{
  const char *p = *cursor;
  gsize       n = strspn (p, "<^*+#0@)|}{x/\\:");

  if (n == 0 && p[0] == 'o' && p[1] != '\0' && strchr ("-=.~", p[1]) != NULL)
    n = 1;
  *cursor += n;
}

/* A bracket is a head, unless it begins a use case or an interface. */
static gboolean
is_round_head (const char *p)
{
  return *p == '('
         && (p[1] == '0' || g_ascii_isspace (p[1]) || p[1] == '\0'
             || (p[1] != ')' && strchr (p, ')') == NULL));
}

static void
take_right_head (const char **cursor)
{
  const char *p = *cursor;

  p += strspn (p, ">|^*+#@:/\\}{");
  if (*p == '0' && !g_ascii_isalnum (p[1]) && p[1] != '_')
    p++;
  if (is_round_head (p))
    p += p[1] == '0' ? 2 : 1;
  else if ((*p == 'o' || *p == 'x') && g_ascii_isspace (p[1]))
    p++;
  *cursor = p;
}

static gboolean
take_arrow (const char **cursor)
{
  const char *p = *cursor;

  take_left_head (&p);
  if (!take_body (&p))
    return FALSE;
  take_style (&p);
  take_direction (&p);
  take_inside (&p);
  take_style (&p);
  take_body (&p);
  take_right_head (&p);
  *cursor = p;
  return TRUE;
}

/* "1..*" at an end of the arrow */
static void
take_cardinality (const char **cursor)
{
  const char *end;

  trellis_plantuml_skip_space (cursor);
  end = **cursor == '"' ? strchr (*cursor + 1, '"') : NULL;
  if (end != NULL)
    *cursor = end + 1;
  trellis_plantuml_skip_space (cursor);
}

static gboolean
take_end (const char         **cursor,
          TrellisPlantumlName *name)
{
  if (**cursor == '{')
    {
      const char *end = strchr (*cursor, '}');

      if (end == NULL)
        return FALSE;
      *name = (TrellisPlantumlName) { TRELLIS_PLANTUML_NAME_ID, *cursor + 1,
                                      (gsize) (end - *cursor - 1) };
      *cursor = end + 1;
      return TRUE;
    }
  return trellis_plantuml_take_name (cursor, FALSE, name);
}

/* What may stand behind the second end. */
static gboolean
may_follow (const char *p)
{
  trellis_plantuml_skip_space (&p);
  return *p == '\0' || strchr (":<#[$;", *p) != NULL;
}

/* A quoted second end is taken for a cardinality first. */
static gboolean
take_second (const char         **cursor,
             TrellisPlantumlName *name)
{
  const char *p = *cursor;

  take_cardinality (&p);
  if (take_end (&p, name) && may_follow (p))
    return TRUE;
  p = *cursor;
  trellis_plantuml_skip_space (&p);
  return take_end (&p, name) && may_follow (p);
}

static void
add_end (TrellisPlantumlReader     *self,
         const TrellisPlantumlName *end)
{
  g_autofree char *name = trellis_plantuml_clean (end->text, (gssize) end->length, NULL);

  if (g_str_equal (name, "*"))
    {
      self->signs[TRELLIS_PLANTUML_STATE]++;
      return;
    }
  switch (end->form)
    {
    case TRELLIS_PLANTUML_NAME_BRACKETS:
      self->n_declared++;
      trellis_plantuml_reader_add (self, "component", name, NULL, NULL);
      break;
    case TRELLIS_PLANTUML_NAME_INTERFACE:
      trellis_plantuml_reader_add (self, "interface", name, NULL, NULL);
      break;
    case TRELLIS_PLANTUML_NAME_USECASE:
      trellis_plantuml_reader_add (self, "usecase", name, NULL, NULL);
      break;
    case TRELLIS_PLANTUML_NAME_ACTOR:
      trellis_plantuml_reader_add (self, "actor", name, NULL, NULL);
      break;
    default:
      trellis_plantuml_reader_refer (self, name);
      break;
    }
}

gboolean
trellis_plantuml_read_link (TrellisPlantumlReader *self,
                            const char            *line)
{
  TrellisPlantumlName first, second;
  const char         *p = line;

  if (!take_end (&p, &first))
    return FALSE;
  take_cardinality (&p);
  if (!take_arrow (&p) || !take_second (&p, &second))
    return FALSE;
  add_end (self, &first);
  add_end (self, &second);
  self->result->n_links++;
  return TRUE;
}
