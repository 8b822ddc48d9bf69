/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-plantuml-private.h"

#include <string.h>

/* The macros of C4-PlantUML, which Mermaid has too: Container(alias, "Label", "Tech", "Descr"). */

typedef struct
{
  char *alias;
  char *label;
  char *technology;
  char *description;
} Arguments;

static void
arguments_clear (Arguments *self)
{
  g_free (self->alias);
  g_free (self->label);
  g_free (self->technology);
  g_free (self->description);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

/* The end of an argument: a comma or the closing bracket, outside quotes and inner brackets. */
static const char *
find_argument_end (const char *p)
{
  gboolean quoted = FALSE;
  guint    depth = 0;

  for (; *p != '\0'; p++)
    {
      quoted ^= *p == '"';
      if (quoted)
        continue;
      if (depth == 0 && (*p == ',' || *p == ')'))
        return p;
      if (*p == '(')
        depth++;
      else if (*p == ')')
        depth--;
    }
  return NULL;
}

static char *
clean_argument (const char *begin,
                const char *end)
{
  while (begin < end && g_ascii_isspace (*begin))
    begin++;
  while (end > begin && g_ascii_isspace (end[-1]))
    end--;
  if (end - begin > 1 && *begin == '"' && end[-1] == '"')
    {
      begin++;
      end--;
    }
  return trellis_plantuml_clean (begin, end - begin, NULL);
}

/* @place: which one it is without a name of its own, from 0 */
static void
set_argument (Arguments  *arguments,
              guint       place,
              gboolean    technical,
              const char *begin,
              const char *end)
{
  static const char *const names[] = { "alias", "label", "techn", "descr", "from", "to", "type" };
  char                   **slots[]
      = { &arguments->alias, &arguments->label, &arguments->technology, &arguments->description,
          &arguments->alias, &arguments->label, &arguments->technology };
  char **slot = NULL;

  while (begin < end && g_ascii_isspace (*begin))
    begin++;
  if (*begin == '$')
    {
      for (guint i = 0; i < G_N_ELEMENTS (names) && slot == NULL; i++)
        {
          gsize n = strlen (names[i]);

          if (strncmp (begin + 1, names[i], n) == 0 && strchr (" =", begin[n + 1]) != NULL)
            slot = slots[i];
        }
      begin += strcspn (begin, "=,)");
      begin += *begin == '=';
    }
  else if (place < 4)
    slot = slots[place == 2 && !technical ? 3 : place];
  if (slot != NULL && *slot == NULL)
    *slot = clean_argument (begin, MAX (begin, end));
}

/* Reads the arguments from behind the bracket. Returns: what follows the closing one, or NULL. */
static const char *
read_arguments (const char *p,
                gboolean    technical,
                Arguments  *arguments)
{
  for (guint place = 0;; place++)
    {
      const char *end = find_argument_end (p);

      if (end == NULL)
        return NULL;
      set_argument (arguments, place, technical, p, end);
      p = end + 1;
      if (*end == ')')
        break;
    }
  trellis_plantuml_skip_space (&p);
  if (arguments->alias == NULL)
    arguments->alias = g_strdup ("");
  if (arguments->label == NULL || *arguments->label == '\0')
    g_set_str (&arguments->label, arguments->alias);
  return p;
}

static gboolean
is_macro (const char *name,
          gsize       length,
          const char *wanted)
{
  return strlen (wanted) == length && strncmp (name, wanted, length) == 0;
}

/* Person, System, Container and Component, as Db or Queue, and external ones. */
static gboolean
is_element (const char *name,
            gsize       length)
{
  static const char *const bases[] = { "Person", "System", "Container", "Component" };

  if (length > 4 && strncmp (name + length - 4, "_Ext", 4) == 0)
    length -= 4;
  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    {
      gsize n = strlen (bases[i]);

      if (length >= n && strncmp (name, bases[i], n) == 0
          && (length == n || is_macro (name + n, length - n, "Db")
              || is_macro (name + n, length - n, "Queue")))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_node (const char *name,
         gsize       length)
{
  static const char *const names[]
      = { "Node", "Node_L", "Node_R", "Deployment_Node", "Deployment_Node_L", "Deployment_Node_R" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (is_macro (name, length, names[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_boundary (const char *name,
             gsize       length)
{
  gsize n = strlen ("Boundary");

  return length >= n && strncmp (name + length - n, "Boundary", n) == 0
         && (length == n || name[length - n - 1] == '_');
}

static gboolean
is_relation (const char *name)
{
  return g_str_has_prefix (name, "Rel") || g_str_has_prefix (name, "BiRel");
}

/* Macros that only set how it looks. */
static gboolean
is_look (const char *name)
{
  static const char *const prefixes[] = {
    "LAYOUT_", "Lay_", "SHOW_", "HIDE_", "Update", "Add", "Set", "WithoutPropertyHeader",
    "RESET_", "increment", "setIndex"
  };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (name, prefixes[i]))
      return TRUE;
  return FALSE;
}

static char *
describe (const Arguments *arguments)
{
  const char *technology = arguments->technology != NULL ? arguments->technology : "";
  const char *description = arguments->description != NULL ? arguments->description : "";
  gboolean    both = *technology != '\0' && *description != '\0';

  return g_strconcat (technology, both ? ". " : "", description, NULL);
}

/* The brace may stand on the next line. */
static gboolean
take_brace (TrellisPlantumlReader *self,
            const char            *rest)
{
  if (*rest == '{')
    return rest[1] == '\0';
  if (*rest != '\0' || self->next >= self->end
      || !g_str_equal (g_array_index (self->lines, TrellisPlantumlLine, self->next).text, "{"))
    return FALSE;
  self->next++;
  return TRUE;
}

static gboolean
read_macro (TrellisPlantumlReader *self,
            const char            *name,
            gsize                  length)
{
  g_auto (Arguments) arguments = { 0 };
  gboolean           person = name[0] == 'P' || name[0] == 'S';
  const char        *rest = read_arguments (strchr (name + length, '(') + 1,
                                            !person || !is_element (name, length), &arguments);
  g_autofree char   *kind = g_strndup (name, length);
  g_autofree char   *description = NULL;
  gboolean           opens;

  if (rest == NULL)
    return FALSE;
  if (is_relation (name))
    {
      trellis_plantuml_reader_refer (self, arguments.alias);
      trellis_plantuml_reader_refer (self, arguments.label);
      self->result->n_links++;
      return TRUE;
    }
  opens = take_brace (self, rest);
  description = describe (&arguments);
  if (is_element (name, length) || (is_node (name, length) && !opens))
    {
      trellis_plantuml_reader_add (self, kind, arguments.label, arguments.alias, description);
      self->n_declared++;
    }
  if (opens)
    trellis_plantuml_reader_push (self, arguments.label, arguments.alias);
  return TRUE;
}

/* Whether @line calls a macro that is known; its arguments may go on in the next lines. */
gboolean
trellis_plantuml_read_call (TrellisPlantumlReader *self,
                            const char            *line)
{
  gsize            length = strspn (line, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_");
  g_autofree char *joined = NULL;
  const char      *p = line + length;

  trellis_plantuml_skip_space (&p);
  if (length == 0 || *p != '(')
    return FALSE;
  if (is_look (line))
    return TRUE;
  if (!is_element (line, length) && !is_node (line, length) && !is_boundary (line, length)
      && !is_relation (line))
    return FALSE;
  if (strchr (p, ')') == NULL)
    joined = trellis_plantuml_reader_join (self, line, TRELLIS_PLANTUML_END_CALL);
  if (!read_macro (self, joined != NULL ? joined : line, length))
    trellis_plantuml_reader_skip (self, self->line, line);
  return TRUE;
}
