/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-plantuml.h"

#include "trellis-error.h"
#include "trellis-plantuml-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The grammar is that of PlantUML's component and deployment diagrams
 * (https://plantuml.com/component-diagram, https://plantuml.com/deployment-diagram). Includes and
 * macros of one's own are not followed. */

static void
element_free (TrellisPlantumlElement *element)
{
  g_free (element->name);
  g_free (element->alias);
  g_ref_string_release (element->group);
  g_free (element->description);
  g_free (element);
}

static void
group_free (TrellisPlantumlGroup *group)
{
  g_free (group->name);
  g_free (group->alias);
  g_ref_string_release (group->path);
  g_free (group);
}

static void
skipped_free (TrellisPlantumlSkipped *skipped)
{
  g_free (skipped->text);
  g_free (skipped);
}

static void
frame_clear (TrellisPlantumlFrame *frame)
{
  g_ref_string_release (frame->path);
}

static void
reference_clear (TrellisPlantumlReference *reference)
{
  g_free (reference->id);
  g_ref_string_release (reference->path);
}

static TrellisPlantuml *
plantuml_new (void)
{
  TrellisPlantuml *self = g_new0 (TrellisPlantuml, 1);

  self->title = g_strdup ("");
  self->elements = g_ptr_array_new_with_free_func ((GDestroyNotify) element_free);
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  self->not_understood = g_ptr_array_new_with_free_func ((GDestroyNotify) skipped_free);
  return self;
}

void
trellis_plantuml_free (TrellisPlantuml *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_ptr_array_unref (self->elements);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->not_understood);
  g_free (self);
}

static const char *
line_at (TrellisPlantumlReader *self,
         guint                  index)
{
  return g_array_index (self->lines, TrellisPlantumlLine, index).text;
}

static gboolean
is_blank (const char *line)
{
  return *line == '\0' || *line == '\'' || *line == '@' || g_str_has_prefix (line, "%%")
         || g_str_has_prefix (line, "```");
}

static void
read_silent (TrellisPlantumlReader *self,
             const char            *line)
{
  if (*line == '}')
    trellis_plantuml_reader_pop (self);
  else if (g_str_has_suffix (line, "{"))
    trellis_plantuml_reader_push_silent (self);
}

/* What is not understood is kept, and its braces are counted. */
static void
read_unknown (TrellisPlantumlReader *self,
              const char            *line)
{
  TrellisPlantumlForeign foreign;
  gboolean               known = trellis_plantuml_find_foreign (line, &foreign);

  if (known)
    self->signs[foreign]++;
  trellis_plantuml_reader_skip (self, self->line, line);
  if (!g_str_has_suffix (line, "{"))
    return;
  if (known)
    trellis_plantuml_reader_push_silent (self);
  else
    trellis_plantuml_reader_push (self, NULL, NULL);
}

static void
read_line (TrellisPlantumlReader *self,
           const char            *line)
{
  if (trellis_plantuml_reader_is_silent (self))
    read_silent (self, line);
  else if (is_blank (line))
    return;
  else if (*line == '}')
    trellis_plantuml_reader_pop (self);
  else if (g_str_equal (line, "{"))
    trellis_plantuml_reader_push (self, NULL, NULL);
  else if (!trellis_plantuml_read_idle (self, line) && !trellis_plantuml_read_call (self, line)
           && !trellis_plantuml_read_element (self, line)
           && !trellis_plantuml_read_link (self, line))
    read_unknown (self, line);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const TrellisPlantumlElement *x = *(const TrellisPlantumlElement *const *) a;
  const TrellisPlantumlElement *y = *(const TrellisPlantumlElement *const *) b;

  return (x->line > y->line) - (x->line < y->line);
}

/* An end of an arrow that no line declares: PlantUML draws a circle. */
static void
add_references (TrellisPlantumlReader *self)
{
  guint before = self->result->elements->len;

  for (guint i = 0; i < self->references->len; i++)
    {
      TrellisPlantumlReference *reference
          = &g_array_index (self->references, TrellisPlantumlReference, i);
      TrellisPlantumlElement *element;

      self->line = reference->line;
      element = trellis_plantuml_reader_add (self, "interface", reference->id, NULL, NULL);
      if (element != NULL)
        {
          g_ref_string_release (element->group);
          element->group = g_ref_string_acquire (reference->path);
        }
    }
  if (self->result->elements->len > before)
    g_ptr_array_sort (self->result->elements, compare_lines);
}

/* Whether the words of another diagram outweigh what is declared; arrows alone between names that
 * nothing declares are messages. */
static gboolean
is_foreign (TrellisPlantumlReader  *self,
            TrellisPlantumlForeign *foreign)
{
  guint signs = 0;

  *foreign = TRELLIS_PLANTUML_SEQUENCE;
  for (guint i = 0; i < TRELLIS_PLANTUML_N_FOREIGN; i++)
    {
      signs += self->signs[i];
      if (self->signs[i] > self->signs[*foreign])
        *foreign = i;
    }
  return signs > self->n_declared
         || (self->result->elements->len == self->first && self->references->len > 0);
}

static void
truncate_array (GPtrArray *array,
                guint      length)
{
  if (array->len > length)
    g_ptr_array_remove_range (array, length, array->len - length);
}

/* Braces that hide the rest of the diagram are said to do so. */
static void
note_unclosed (TrellisPlantumlReader *self)
{
  for (guint i = 0; i < self->frames->len; i++)
    {
      const TrellisPlantumlFrame *frame = &g_array_index (self->frames, TrellisPlantumlFrame, i);

      if (!frame->silent)
        continue;
      trellis_plantuml_reader_skip (self, frame->line, line_at (self, (guint) frame->line - 1));
      return;
    }
}

/* Reads the lines [begin, end). Returns: FALSE when they are another diagram */
static gboolean
read_diagram (TrellisPlantumlReader  *self,
              guint                   begin,
              guint                   end,
              TrellisPlantumlForeign *foreign)
{
  guint n_groups = self->result->groups->len;
  guint n_kept = self->result->not_understood->len;
  guint n_skipped = self->result->n_not_understood;
  guint n_links = self->result->n_links;

  self->diagram++;
  self->first = self->result->elements->len;
  self->n_declared = 0;
  self->end = end;
  memset (self->missing, 0, sizeof self->missing);
  memset (self->signs, 0, sizeof self->signs);
  g_hash_table_remove_all (self->known);
  g_array_set_size (self->references, 0);
  for (self->next = begin; self->next < end;)
    {
      self->line = (int) self->next + 1;
      self->next++;
      read_line (self, line_at (self, (guint) self->line - 1));
    }
  note_unclosed (self);
  g_array_set_size (self->frames, 0);
  if (!is_foreign (self, foreign))
    {
      add_references (self);
      return TRUE;
    }

  truncate_array (self->result->elements, self->first);
  truncate_array (self->result->groups, n_groups);
  truncate_array (self->result->not_understood, n_kept);
  self->result->n_not_understood = n_skipped;
  self->result->n_links = n_links;
  return FALSE;
}

/* The next line from @index on that begins with @mark, else the end. */
static guint
find_mark (TrellisPlantumlReader *self,
           guint                  index,
           const char            *mark,
           const char            *other)
{
  for (; index < self->lines->len; index++)
    if (g_ascii_strncasecmp (line_at (self, index), mark, strlen (mark)) == 0
        || (other != NULL
            && g_ascii_strncasecmp (line_at (self, index), other, strlen (other)) == 0))
      break;
  return index;
}

/* Reads every diagram; one of another type is a line that was not understood.
 * Returns: whether there was one that is not foreign */
static gboolean
read_diagrams (TrellisPlantumlReader  *self,
               TrellisPlantumlForeign *foreign)
{
  guint    start = find_mark (self, 0, "@start", NULL);
  gboolean any = FALSE;

  if (start == self->lines->len)
    {
      self->result->n_diagrams = 1;
      return read_diagram (self, 0, self->lines->len, foreign);
    }
  while (start < self->lines->len)
    {
      guint    end = find_mark (self, start + 1, "@end", "@start");
      gboolean ours = trellis_plantuml_starts (line_at (self, start), "@startuml");

      self->result->n_diagrams++;
      if (!ours)
        *foreign = TRELLIS_PLANTUML_OTHER;
      if (ours && read_diagram (self, start + 1, end, foreign))
        any = TRUE;
      else
        trellis_plantuml_reader_skip (self, (int) start + 1, line_at (self, start));
      start = find_mark (self, end, "@start", NULL);
    }
  return any;
}

static gboolean
read_all (TrellisPlantumlReader *self,
          const char            *name,
          GError               **error)
{
  TrellisPlantumlForeign foreign = TRELLIS_PLANTUML_OTHER;

  if (!read_diagrams (self, &foreign))
    {
      trellis_plantuml_set_foreign (foreign, name, error);
      return FALSE;
    }
  if (self->result->elements->len > 0)
    return TRUE;
  if (self->result->not_understood->len > 0)
    {
      const TrellisPlantumlSkipped *skipped = g_ptr_array_index (self->result->not_understood, 0);

      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                   _("%s:%d: There are no components, and this line is not understood. "
                     "Choose a PlantUML component diagram."),
                   name, skipped->line);
    }
  else
    g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                 _("“%s” has no components. Choose a PlantUML component diagram."), name);
  return FALSE;
}

/**
 * trellis_plantuml_read:
 * @text: UTF-8: PlantUML, or a Mermaid C4 diagram
 * @name: of the file, for messages
 *
 * Reads the elements and groups of every component or deployment diagram in @text, in time and
 * memory that grow with its length only. Lines that are not understood are listed, and a diagram of
 * another type beside one of components by the line that begins it.
 *
 * Returns: (transfer full): the diagram; %NULL when @text is empty, has no element, or looks like a
 *   diagram of another type
 */
TrellisPlantuml *
trellis_plantuml_read (const char *text,
                       const char *name,
                       GError    **error)
{
  g_autoptr (TrellisPlantuml) result = plantuml_new ();
  const char                 *begin = g_str_has_prefix (text, "\xEF\xBB\xBF") ? text + 3 : text;
  g_autofree char            *buffer = g_strdup (begin);
  g_autoptr (GArray)          lines = trellis_plantuml_split (buffer);
  g_autoptr (GArray)          frames = g_array_new (FALSE, FALSE, sizeof (TrellisPlantumlFrame));
  g_autoptr (GArray)          references = NULL;
  g_autoptr (GHashTable)      known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  TrellisPlantumlReader       reader = { .result = result };

  references = g_array_new (FALSE, FALSE, sizeof (TrellisPlantumlReference));
  reader.lines = lines;
  reader.frames = frames;
  reader.references = references;
  reader.known = known;
  g_array_set_clear_func (frames, (GDestroyNotify) frame_clear);
  g_array_set_clear_func (references, (GDestroyNotify) reference_clear);
  if (begin[strspn (begin, " \t\r\n")] == '\0')
    {
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_EMPTY,
                   _("“%s” is empty. Choose a PlantUML component diagram."), name);
      return NULL;
    }
  return read_all (&reader, name, error) ? g_steal_pointer (&result) : NULL;
}

/* How many elements are components without being asked. */
guint
trellis_plantuml_count_ticked (const TrellisPlantuml *self)
{
  guint n = 0;

  for (guint i = 0; i < self->elements->len; i++)
    n += ((const TrellisPlantumlElement *) g_ptr_array_index (self->elements, i))->ticked;
  return n;
}
