/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-reader-rows.h"

#include <string.h>

/* A name, not a sentence: what may stand alone on a line in place of an item. */
#define MAX_NAME_LENGTH 80

/* The cells of one component while it is read. */
typedef struct
{
  TrellisReport      *report;
  TrellisReaderNames *names;
  TrellisComponent   *component;
  GHashTable         *used; /* TrellisRole */
  int                 position;
} Row;

/* A role stands in a component once: a second wording of it ("Mobile engineer (Android)") is a
 * role of its own there. */
static TrellisRole *
role_of_cell (Row        *row,
              const char *wording)
{
  TrellisRole *role = trellis_reader_names_add (row->names, wording, FALSE);

  if (g_hash_table_contains (row->used, role))
    role = trellis_reader_names_add (row->names, wording, TRUE);
  if (!g_hash_table_add (row->used, role))
    return NULL;
  return role;
}

static gboolean
read_cell (Row               *row,
           const TrellisLine *line,
           TrellisReaderRange body)
{
  g_auto (TrellisReaderHead) head = trellis_reader_split_name (line->text);
  TrellisInvolvement        *involvement;
  TrellisRole               *role;

  if (*head.name == '\0' || (role = role_of_cell (row, head.name)) == NULL)
    return FALSE;
  involvement = trellis_reader_add (row->report, &trellis_involvement_type, body, line);
  involvement->component_id = row->component->base.id;
  involvement->role_id = role->base.id;
  involvement->position = ++row->position;
  if (!g_str_equal (head.name, role->name))
    g_set_str (&involvement->wording, head.name);
  g_free (involvement->note);
  involvement->note = trellis_reader_note (head.rest, body);
  return TRUE;
}

static int
least_item_indent (TrellisReaderRange body)
{
  int least = G_MAXINT;

  for (guint i = body.begin; i < body.end; i++)
    if (trellis_reader_is_item (body, i))
      least = MIN (least, trellis_reader_line (body, i)->indent);
  return least;
}

static gboolean
is_cell (TrellisReaderRange body,
         guint              index,
         int                indent)
{
  const TrellisLine *line = trellis_reader_line (body, index);

  if (indent < G_MAXINT)
    return trellis_reader_is_item (body, index) && line->indent <= indent + 1;
  return line->kind == TRELLIS_LINE_TEXT;
}

/* Without items each line below a sub-heading is a cell, when all of them are short names. */
static gboolean
are_names (TrellisReaderRange body)
{
  guint names = 0;

  for (guint i = body.begin; i < body.end; i++)
    {
      const TrellisLine *line = trellis_reader_line (body, i);

      if (line->kind == TRELLIS_LINE_BLANK || line->kind == TRELLIS_LINE_RULE)
        continue;
      if (line->kind != TRELLIS_LINE_TEXT || strlen (line->text) > MAX_NAME_LENGTH
          || g_str_has_suffix (line->text, "."))
        return FALSE;
      names++;
    }
  return names > 0;
}

/* Reads the cells in `body`; what stands before the first one describes the component. */
static gboolean
read_cells (Row               *row,
            TrellisReaderRange body,
            const char        *rest,
            gboolean           lines)
{
  int      indent = least_item_indent (body);
  gboolean any = indent < G_MAXINT || (lines && are_names (body));
  guint    first = body.end;

  for (guint i = body.begin; any && i < body.end;)
    {
      TrellisReaderRange cell = { body.outline, i + 1, i + 1 };

      if (!is_cell (body, i, indent))
        {
          i++;
          continue;
        }
      first = MIN (first, i);
      while (cell.end < body.end && !is_cell (body, cell.end, indent))
        cell.end++;
      if (!read_cell (row, trellis_reader_line (body, i), trellis_reader_trim (cell)))
        return FALSE;
      i = cell.end;
    }
  body.end = first;
  g_free (row->component->description);
  row->component->description = trellis_reader_note (rest, trellis_reader_trim (body));
  return TRUE;
}

static char *
component_name (const char *name)
{
  g_autofree char *trimmed = trellis_reader_trim_separators (name);
  gsize            length = strlen (trimmed);

  if (length > 2 && *trimmed == '[' && trimmed[length - 1] == ']')
    return g_strndup (trimmed + 1, length - 2);
  return g_steal_pointer (&trimmed);
}

static gboolean
read_component (TrellisReport            *report,
                TrellisReaderNames       *names,
                const TrellisReaderEntry *entry,
                gboolean                  lines)
{
  g_auto (TrellisReaderHead) head = trellis_reader_split_name (entry->head);
  g_autoptr (GHashTable)     used = g_hash_table_new (NULL, NULL);
  Row                        row = { report, names, NULL, used, 0 };

  row.component = trellis_reader_add (report, &trellis_component_type, entry->body, entry->line);
  row.component->position = (int) report->components->len;
  g_free (row.component->name);
  row.component->name = component_name (head.name);
  g_set_str (&row.component->grouping, entry->grouping);
  return *row.component->name != '\0' && read_cells (&row, entry->body, head.rest, lines);
}

/* Components with their roles. At least one has to have a role: a flat list is no matrix. */
gboolean
trellis_reader_read_matrix (TrellisReport              *report,
                            const TrellisReaderEntries *entries,
                            TrellisReaderShape          shape)
{
  g_autoptr (TrellisReaderNames) names = trellis_reader_names_new (report);

  for (guint i = 0; i < entries->entries->len; i++)
    if (!read_component (report, names, g_ptr_array_index (entries->entries, i),
                         shape == TRELLIS_SHAPE_HEADINGS))
      return FALSE;
  return report->involvements->len > 0;
}

static gboolean
read_role (TrellisReport            *report,
           TrellisReaderNames       *names,
           const TrellisReaderEntry *entry,
           int                       place)
{
  g_auto (TrellisReaderHead) head = trellis_reader_split_name (entry->head);
  g_autofree char           *name = trellis_reader_trim_separators (head.name);
  TrellisRole               *role;

  if (*name == '\0' || strlen (name) > MAX_NAME_LENGTH)
    return FALSE;
  role = trellis_reader_names_add (names, name, FALSE);
  if (role->described > 0)
    role = trellis_reader_names_add (names, name, TRUE);
  if (role->described > 0)
    return FALSE;

  role->described = place;
  role->base.file = g_intern_string (entry->body.outline->file);
  role->base.line = entry->line->number;
  if (!g_str_equal (name, role->name))
    g_set_str (&role->wording, name);
  g_free (role->responsibilities);
  role->responsibilities = trellis_reader_note (head.rest, trellis_reader_trim (entry->body));
  return TRUE;
}

static gboolean
mixes_numbers_and_bullets (const TrellisReaderEntries *entries)
{
  gboolean numbers = FALSE;
  gboolean bullets = FALSE;

  for (guint i = 0; i < entries->entries->len; i++)
    {
      const TrellisReaderEntry *entry = g_ptr_array_index (entries->entries, i);

      numbers |= entry->line->ordinal >= 0;
      bullets |= entry->line->ordinal < 0;
    }
  return numbers && bullets;
}

/* Roles with what they are responsible for. At least half of them have to say something: a list
 * of bare names is no description. */
gboolean
trellis_reader_read_roles (TrellisReport              *report,
                           const TrellisReaderEntries *entries,
                           TrellisReaderShape          shape)
{
  g_autoptr (TrellisReaderNames) names = trellis_reader_names_new (report);
  guint                          described = 0;

  if (shape == TRELLIS_SHAPE_ITEMS && mixes_numbers_and_bullets (entries))
    return FALSE;
  for (guint i = 0; i < entries->entries->len; i++)
    if (!read_role (report, names, g_ptr_array_index (entries->entries, i), (int) i + 1))
      return FALSE;
  for (guint i = 0; i < report->roles->len; i++)
    {
      const TrellisRole *role = g_ptr_array_index (report->roles, i);

      described += role->described > 0 && *role->responsibilities != '\0';
    }
  return described * 2 >= entries->entries->len;
}
