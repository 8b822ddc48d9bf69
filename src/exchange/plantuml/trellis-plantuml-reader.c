/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-plantuml-private.h"

#include <string.h>

/* A path is shared by all that stands in it, and kept short: braces a hundred thousand deep, or a
 * name of a megabyte, cost no more than their own length. */
#define MAX_PATH 300
#define MAX_SKIPPED_TEXT 200

/* What an alias and a name are known by. */
enum
{
  KNOWN_ALIAS = 1 << 0,
  KNOWN_NAME = 1 << 1,
};

static gboolean
is_end_of (const char *line,
           const char *name)
{
  if (g_ascii_strncasecmp (line, "end", 3) != 0)
    return FALSE;
  line += 3;
  trellis_plantuml_skip_space (&line);
  return trellis_plantuml_starts (line, name);
}

static gboolean
is_end (const char        *line,
        TrellisPlantumlEnd end)
{
  switch (end)
    {
    case TRELLIS_PLANTUML_END_NOTE:
      return is_end_of (line, "note") || is_end_of (line, "hnote") || is_end_of (line, "rnote");
    case TRELLIS_PLANTUML_END_TITLE:
      return is_end_of (line, "title");
    case TRELLIS_PLANTUML_END_HEADER:
      return is_end_of (line, "header");
    case TRELLIS_PLANTUML_END_FOOTER:
      return is_end_of (line, "footer");
    case TRELLIS_PLANTUML_END_CAPTION:
      return is_end_of (line, "caption");
    case TRELLIS_PLANTUML_END_LEGEND:
      return is_end_of (line, "legend");
    case TRELLIS_PLANTUML_END_STYLE:
      return strstr (line, "</style>") != NULL;
    case TRELLIS_PLANTUML_END_PROCEDURE:
      return *line == '!'
             && (is_end_of (line + 1, "procedure") || is_end_of (line + 1, "function")
                 || is_end_of (line + 1, "definelong"));
    case TRELLIS_PLANTUML_END_BRACKET:
      return line[strcspn (line, "[]")] == ']';
    case TRELLIS_PLANTUML_END_QUOTE:
      return strchr (line, '"') != NULL;
    case TRELLIS_PLANTUML_END_CALL:
      return strchr (line, ')') != NULL;
    case TRELLIS_PLANTUML_N_ENDS:
    default:
      return FALSE;
    }
}

/* Looks from the next line on for the one that ends a statement. */
gboolean
trellis_plantuml_reader_find_end (TrellisPlantumlReader *self,
                                  TrellisPlantumlEnd     end,
                                  guint                 *found)
{
  for (guint i = self->next; i < self->end && !self->missing[end]; i++)
    if (is_end (g_array_index (self->lines, TrellisPlantumlLine, i).text, end))
      {
        *found = i;
        return TRUE;
      }
  self->missing[end] = TRUE;
  return FALSE;
}

/* Takes the lines up to the one that ends the statement.
 * Returns: (transfer full) (nullable): @line and they, as lines of one text; NULL without an end */
char *
trellis_plantuml_reader_join (TrellisPlantumlReader *self,
                              const char            *line,
                              TrellisPlantumlEnd     end)
{
  GString *joined;
  guint    last;

  if (!trellis_plantuml_reader_find_end (self, end, &last))
    return NULL;
  joined = g_string_new (line);
  for (; self->next <= last; self->next++)
    {
      g_string_append_c (joined, '\n');
      g_string_append (joined, g_array_index (self->lines, TrellisPlantumlLine, self->next).text);
    }
  return g_string_free_and_steal (joined);
}

/* Notes a line that was not understood. */
void
trellis_plantuml_reader_skip (TrellisPlantumlReader *self,
                              int                    line,
                              const char            *text)
{
  TrellisPlantumlSkipped *skipped;

  if (self->result->n_not_understood++ >= TRELLIS_PLANTUML_MAX_SKIPPED)
    return;
  skipped = g_new (TrellisPlantumlSkipped, 1);
  skipped->line = line;
  skipped->text = g_utf8_strlen (text, MAX_SKIPPED_TEXT * 4) > MAX_SKIPPED_TEXT
                      ? g_utf8_substring (text, 0, MAX_SKIPPED_TEXT)
                      : g_strdup (text);
  g_ptr_array_add (self->result->not_understood, skipped);
}

static TrellisPlantumlFrame *
top (TrellisPlantumlReader *self)
{
  return self->frames->len > 0
             ? &g_array_index (self->frames, TrellisPlantumlFrame, self->frames->len - 1)
             : NULL;
}

/* The groups that stand open: a GRefString of @self. */
const char *
trellis_plantuml_reader_path (TrellisPlantumlReader *self)
{
  const TrellisPlantumlFrame *frame = top (self);

  return frame != NULL ? frame->path : "";
}

gboolean
trellis_plantuml_reader_is_silent (TrellisPlantumlReader *self)
{
  const TrellisPlantumlFrame *frame = top (self);

  return frame != NULL && frame->silent;
}

static char *
share_path (TrellisPlantumlReader *self)
{
  const TrellisPlantumlFrame *frame = top (self);

  return frame != NULL ? g_ref_string_acquire (frame->path) : g_ref_string_new_intern ("");
}

static void
add_known (TrellisPlantumlReader *self,
           const char            *key,
           guint                  known)
{
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->known, key));

  if ((before | known) != before)
    g_hash_table_insert (self->known, g_strdup (key), GUINT_TO_POINTER (before | known));
}

static gboolean
is_known (TrellisPlantumlReader *self,
          const char            *key,
          guint                  known)
{
  return (GPOINTER_TO_UINT (g_hash_table_lookup (self->known, key)) & known) != 0;
}

static char *
extend_path (TrellisPlantumlReader *self,
             const char            *name)
{
  const char      *path = trellis_plantuml_reader_path (self);
  g_autofree char *longer = g_strconcat (path, *path != '\0' ? " / " : "", name, NULL);

  /* The outermost name has to be cut, if need be; inner ones are left out. */
  if (strlen (longer) <= MAX_PATH)
    return g_ref_string_new (longer);
  if (*path != '\0')
    return share_path (self);
  longer[g_utf8_find_prev_char (longer, longer + MAX_PATH) - longer] = '\0';
  return g_ref_string_new (g_strchomp (longer));
}

static void
add_group (TrellisPlantumlReader *self,
           const char            *name,
           const char            *alias,
           char                  *path)
{
  TrellisPlantumlGroup *group = g_new0 (TrellisPlantumlGroup, 1);

  group->name = g_strdup (name);
  group->alias = g_strdup (alias);
  group->path = g_ref_string_acquire (path);
  group->line = self->line;
  group->diagram = self->diagram;
  g_ptr_array_add (self->result->groups, group);
  add_known (self, name, KNOWN_NAME);
  add_known (self, alias, KNOWN_ALIAS);
}

/* Opens a group; one without a name is only its braces. */
void
trellis_plantuml_reader_push (TrellisPlantumlReader *self,
                              const char            *name,
                              const char            *alias)
{
  gboolean             named = name != NULL && *name != '\0';
  TrellisPlantumlFrame frame = { .line = self->line };

  frame.path = named ? extend_path (self, name) : share_path (self);
  if (named)
    add_group (self, name, alias, frame.path);
  g_array_append_val (self->frames, frame);
}

/* Opens braces in which no line is looked at. */
void
trellis_plantuml_reader_push_silent (TrellisPlantumlReader *self)
{
  TrellisPlantumlFrame frame = { .path = share_path (self), .silent = TRUE, .line = self->line };

  g_array_append_val (self->frames, frame);
}

void
trellis_plantuml_reader_pop (TrellisPlantumlReader *self)
{
  if (self->frames->len > 0)
    g_array_set_size (self->frames, self->frames->len - 1);
}

/* What is a component without being asked: the things that somebody builds or runs. */
static gboolean
is_ticked (const char *kind)
{
  static const char *const kinds[]
      = { "component", "queue", "database", "storage", "collections", "node", "rectangle", "cloud",
          "artifact", "agent", "Container", "Component", NULL };
  gsize            length = strlen (kind);
  g_autofree char *base
      = g_strndup (kind, g_str_has_suffix (kind, "_Ext") ? length - strlen ("_Ext") : length);

  return g_strv_contains (kinds, base) || g_str_has_suffix (base, "Db")
         || g_str_has_suffix (base, "Queue") || strstr (base, "Node") != NULL;
}

static gboolean
says_something (const char *name)
{
  for (; *name != '\0'; name = g_utf8_next_char (name))
    if (g_unichar_isalnum (g_utf8_get_char (name)))
      return TRUE;
  return FALSE;
}

/* Adds an element, unless there is one of that alias. Without @alias it comes from an arrow, and a
 * name that is known in any way is no new element.
 * Returns: (transfer none) (nullable): the element, when it is new */
TrellisPlantumlElement *
trellis_plantuml_reader_add (TrellisPlantumlReader *self,
                             const char            *kind,
                             const char            *name,
                             const char            *alias,
                             const char            *description)
{
  TrellisPlantumlElement *element;
  const char             *key = alias != NULL && *alias != '\0' ? alias : name;

  if (*name == '\0' || is_known (self, key, alias != NULL ? KNOWN_ALIAS : KNOWN_ALIAS | KNOWN_NAME))
    return NULL;
  element = g_new0 (TrellisPlantumlElement, 1);
  element->kind = g_intern_string (kind);
  element->name = g_strdup (name);
  element->alias = g_strdup (key);
  element->group = share_path (self);
  element->description = g_strdup (description != NULL ? description : "");
  element->line = self->line;
  element->diagram = self->diagram;
  element->offered = says_something (name);
  element->ticked = element->offered && is_ticked (kind);
  add_known (self, key, KNOWN_ALIAS);
  add_known (self, name, KNOWN_NAME);
  g_ptr_array_add (self->result->elements, element);
  return element;
}

/* Notes that an arrow names @id, which a later line may declare. */
void
trellis_plantuml_reader_refer (TrellisPlantumlReader *self,
                               const char            *id)
{
  TrellisPlantumlReference reference;

  if (*id == '\0' || is_known (self, id, KNOWN_ALIAS | KNOWN_NAME))
    return;
  reference.id = g_strdup (id);
  reference.path = share_path (self);
  reference.line = self->line;
  g_array_append_val (self->references, reference);
}
