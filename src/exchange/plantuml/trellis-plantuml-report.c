/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-markdown-escape.h"
#include "trellis-plantuml.h"

#include <string.h>

/* Package in package, as deep as a grouping is read back. */
#define MAX_DEPTH 16
#define JOINT " / "

static char *
escape (const char *text)
{
  const TrellisEscape context = { .after = '\n' };
  GString            *out = g_string_new (NULL);

  trellis_markdown_escape_text (out, text, &context);
  trellis_markdown_escape_line_start (out, 0, FALSE);
  return g_string_free_and_steal (out);
}

static void
add_component (TrellisReport                *report,
               const TrellisPlantumlElement *element,
               const char                   *file)
{
  TrellisComponent *component = trellis_report_add (report, &trellis_component_type);

  component->base.file = g_intern_string (file);
  component->base.line = element->line;
  component->position = (int) report->components->len;
  g_set_str (&component->name, element->name);
  g_set_str (&component->grouping, element->group);
  g_free (component->description);
  component->description = escape (element->description);
}

/* Whether another diagram of the file has drawn it already: the same name in the same group. */
static gboolean
is_drawn (GHashTable                   *drawn,
          const TrellisPlantumlElement *element)
{
  g_autofree char *key = g_strconcat (element->group, "\n", element->name, NULL);
  guint            diagram = GPOINTER_TO_UINT (g_hash_table_lookup (drawn, key));

  if (diagram == 0)
    g_hash_table_insert (drawn, g_steal_pointer (&key), GUINT_TO_POINTER (element->diagram));
  return diagram != 0 && diagram != element->diagram;
}

/* The elements in the order of their groups, those in no group first, as sections have them. */
static GPtrArray *
order_by_group (const TrellisPlantuml *self)
{
  g_autoptr (GHashTable) by_group
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  GPtrArray            *ordered = g_ptr_array_new ();

  g_ptr_array_add (groups, g_ptr_array_new ());
  g_hash_table_insert (by_group, (char *) "", groups->pdata[0]);
  for (guint i = 0; i < self->elements->len; i++)
    {
      TrellisPlantumlElement *element = g_ptr_array_index (self->elements, i);
      GPtrArray              *group = g_hash_table_lookup (by_group, element->group);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_ptr_array_add (groups, group);
          g_hash_table_insert (by_group, element->group, group);
        }
      g_ptr_array_add (group, element);
    }
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_extend (ordered, g_ptr_array_index (groups, i), NULL, NULL);
  return ordered;
}

/**
 * trellis_plantuml_to_report:
 * @file: (nullable): where it was read
 *
 * Returns: (transfer full): a report with the ticked elements as components, the group as grouping,
 *   each group's together and in their order; what several diagrams draw is there once
 */
TrellisReport *
trellis_plantuml_to_report (const TrellisPlantuml *self,
                            const char            *file)
{
  TrellisReport         *report = trellis_report_new ();
  g_autoptr (GHashTable) drawn = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray)  ordered = order_by_group (self);

  g_set_str (&report->title, self->title);
  for (guint i = 0; i < ordered->len; i++)
    {
      const TrellisPlantumlElement *element = g_ptr_array_index (ordered, i);

      if (element->ticked && !is_drawn (drawn, element))
        add_component (report, element, file);
    }
  return report;
}

/* Whether PlantUML would take the character for more than itself; @before is 0 at the start. */
static gboolean
is_active (gunichar before,
           gunichar c,
           gunichar after)
{
  if (c >= 0x80)
    return FALSE;
  if (before == '\0' && strchr ("-.=~|:", (int) c) != NULL)
    return TRUE;
  if (strchr ("\"\\<>", (int) c) != NULL)
    return TRUE;
  if (strchr ("*/_-~.='[]{}", (int) c) != NULL && (before == c || after == c))
    return TRUE;
  if (c == '\'')
    return before == '/' || after == '/';
  return strchr ("%$&", (int) c) != NULL
         && (g_unichar_isalpha (after) || after == '_' || after == '#');
}

/* Writes @text for between two quotes: on one line, its own marks as <U+0022>. */
static void
append_text (GString    *out,
             const char *text)
{
  gunichar before = '\0';
  gboolean space = FALSE;
  gsize    start = out->len;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar after = g_utf8_get_char (g_utf8_next_char (p));

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          space = out->len > start;
          before = ' ';
          continue;
        }
      if (space)
        g_string_append_c (out, ' ');
      space = FALSE;
      if (is_active (before, c, after))
        g_string_append_printf (out, "<U+%04X>", c);
      else
        g_string_append_unichar (out, c);
      before = c;
    }
}

static void
append_indent (GString *out,
               guint    depth)
{
  for (guint i = 0; i < depth; i++)
    g_string_append (out, "  ");
}

static gboolean
says_something (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isgraph (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* The packages of a grouping; one with a nameless part is a single name. */
static char **
split_grouping (const char *grouping)
{
  char **parts = g_strsplit (grouping, JOINT, MAX_DEPTH);

  if (!says_something (grouping))
    {
      g_strfreev (parts);
      return g_new0 (char *, 1);
    }
  for (guint i = 0; parts[i] != NULL; i++)
    if (!says_something (parts[i]))
      {
        g_strfreev (parts);
        parts = g_new0 (char *, 2);
        parts[0] = g_strdup (grouping);
        break;
      }
  return parts;
}

/* Closes and opens packages, so that those of @to stand open in place of those of @from. */
static void
change_packages (GString *out,
                 char   **from,
                 char   **to)
{
  guint n_from = g_strv_length (from);
  guint same = 0;

  while (from[same] != NULL && to[same] != NULL && g_str_equal (from[same], to[same]))
    same++;
  for (guint i = n_from; i > same; i--)
    {
      append_indent (out, i - 1);
      g_string_append (out, "}\n");
    }
  for (guint i = same; to[i] != NULL; i++)
    {
      append_indent (out, i);
      g_string_append (out, "package \"");
      append_text (out, to[i]);
      g_string_append (out, "\" {\n");
    }
}

static gboolean
looks_like_alias (const char *name,
                  const char *prefix)
{
  return g_str_has_prefix (name, prefix) && g_ascii_isdigit (name[strlen (prefix)]);
}

/* What aliases begin with: "c", and more where a component or a package is called like one, since
 * names and aliases are one space to PlantUML. */
static char *
choose_prefix (const TrellisReport *report)
{
  GString *prefix = g_string_new ("c");

  for (guint i = 0; i < report->components->len; i++)
    {
      const TrellisComponent *component = g_ptr_array_index (report->components, i);
      g_auto (GStrv)          packages = split_grouping (component->grouping);
      gboolean                taken = looks_like_alias (component->name, prefix->str);

      for (guint j = 0; packages[j] != NULL; j++)
        taken = taken || looks_like_alias (packages[j], prefix->str);
      if (taken)
        {
          g_string_append_c (prefix, '_');
          i = G_MAXUINT; /* again from the first */
        }
    }
  return g_string_free_and_steal (prefix);
}

/**
 * trellis_plantuml_write:
 *
 * Returns: (transfer full): a PlantUML component diagram of the components, inside packages by
 * their grouping; it reads back to the same names and groupings
 */
char *
trellis_plantuml_write (const TrellisReport *report)
{
  GString         *out = g_string_new ("@startuml\n");
  g_autofree char *prefix = choose_prefix (report);
  g_auto (GStrv)   open = g_new0 (char *, 1);
  char            *none = NULL;

  if (says_something (report->title))
    {
      g_string_append (out, "title ");
      append_text (out, report->title);
      g_string_append (out, "\n");
    }
  for (guint i = 0; i < report->components->len; i++)
    {
      const TrellisComponent *component = g_ptr_array_index (report->components, i);
      g_auto (GStrv)          packages = split_grouping (component->grouping);

      change_packages (out, open, packages);
      g_strfreev (open);
      open = g_steal_pointer (&packages);
      append_indent (out, g_strv_length (open));
      g_string_append (out, "component \"");
      append_text (out, component->name);
      g_string_append_printf (out, "\" as %s%u\n", prefix, i + 1);
    }
  change_packages (out, open, &none);
  g_string_append (out, "@enduml\n");
  return g_string_free_and_steal (out);
}
