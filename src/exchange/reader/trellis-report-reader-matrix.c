/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-reader-rows.h"

#include <string.h>

#include "trellis-sections.h"
#include "trellis-text.h"

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
  gboolean            numbered; /* its cells count 1 … n, so far */
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

/* "Roles:", "Description:" say what follows; who reads them as roles loses those that do. */
static gboolean
is_label (const char *name)
{
  static const char *const labels[] = {
    "role",
    "roles",
    "team",
    "people",
    "staff",
    "specialists",
    "description",
    "about",
    "purpose",
    "responsible",
    "роль",
    "роли",
    "команда",
    "люди",
    "кто",
    "описание",
    "назначение",
    "участники",
    "специалисты",
    NULL,
  };
  g_autofree char *folded = trellis_text_fold (name);

  return g_strv_contains (labels, folded);
}

static gboolean
read_cell (Row               *row,
           const char        *text,
           const TrellisLine *line,
           TrellisReaderRange body)
{
  g_auto (TrellisReaderHead) head = trellis_reader_split_name (text);
  TrellisInvolvement        *involvement;
  TrellisRole               *role;

  if (*head.name == '\0' || is_label (head.name) || (role = role_of_cell (row, head.name)) == NULL)
    return FALSE;
  involvement = trellis_reader_add (row->report, &trellis_involvement_type, body, line);
  involvement->component_id = row->component->base.id;
  involvement->role_id = role->base.id;
  involvement->position = ++row->position;
  row->numbered &= line->ordinal == row->position;
  if (!g_str_equal (head.name, role->name))
    g_set_str (&involvement->wording, head.name);
  g_free (involvement->note);
  involvement->note = trellis_reader_note (head.rest, body);
  return TRUE;
}

/* Whether the pieces are roles, for all one can see: short names, and at least half of them end in
 * a word for people who do a job. */
static gboolean
are_roles (GPtrArray *pieces)
{
  guint roles = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const char *piece = g_ptr_array_index (pieces, i);

      if (strlen (piece) > MAX_NAME_LENGTH || !trellis_reader_says_something (piece))
        return FALSE;
      roles += trellis_sections_is_role_name (piece);
    }
  return roles > 0 && roles * 2 >= pieces->len;
}

static gboolean
are_role_list (const char *text)
{
  g_autoptr (GPtrArray) pieces = trellis_reader_split_pieces (text);

  return are_roles (pieces);
}

/* "Back-end engineer, QA": a cell for each. */
static gboolean
read_role_list (Row               *row,
                const char        *text,
                const TrellisLine *line,
                TrellisReaderRange body)
{
  g_autoptr (GPtrArray) pieces = trellis_reader_split_pieces (text);

  body.end = body.begin;
  for (guint i = 0; i < pieces->len; i++)
    if (!read_cell (row, g_ptr_array_index (pieces, i), line, body))
      return FALSE;
  return TRUE;
}

/* The part of what is said about a component that lists its roles: all of `rest`, or what stands
 * behind its last dash. NULL when there is none. */
static char *
take_role_list (char **rest)
{
  static const char dash[] = " — ";
  char             *last = g_strrstr (*rest, dash);
  char             *list;

  if (last != NULL && are_role_list (last + strlen (dash)))
    {
      g_autofree char *before = g_strndup (*rest, last - *rest);

      if (!are_role_list (before))
        {
          list = g_strdup (last + strlen (dash));
          *last = '\0';
          return list;
        }
    }
  if (!are_role_list (*rest))
    return NULL;
  list = g_steal_pointer (rest);
  *rest = g_strdup ("");
  return list;
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

/* Without items each line is a cell, or a list of them, when all are short names; elsewhere than
 * below a sub-heading they have to be roles. */
static gboolean
are_names (TrellisReaderRange body,
           gboolean           any)
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
      if (!any && !are_role_list (line->text))
        return FALSE;
      names++;
    }
  return names > 0;
}

static gboolean
read_cells_of_line (Row               *row,
                    const TrellisLine *line,
                    TrellisReaderRange body)
{
  if (line->kind == TRELLIS_LINE_TEXT && are_role_list (line->text))
    return read_role_list (row, line->text, line, body);
  return read_cell (row, line->text, line, body);
}

/* Reads the cells in `body`; what stands before the first one describes the component. */
static gboolean
read_cells (Row               *row,
            TrellisReaderRange body,
            const char        *rest,
            gboolean           lines)
{
  int      indent = least_item_indent (body);
  gboolean any = indent < G_MAXINT || are_names (body, lines);
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
      if (!read_cells_of_line (row, trellis_reader_line (body, i), trellis_reader_trim (cell)))
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

/* The roles of a component that has no items: behind its name, or in brackets behind that. */
static char *
take_inline_roles (TrellisReaderHead *head,
                   TrellisReaderRange body)
{
  g_autofree char *name = NULL;
  g_autofree char *bracket = NULL;

  if (least_item_indent (body) < G_MAXINT)
    return NULL;
  if (*head->rest != '\0')
    return take_role_list (&head->rest);
  name = g_strdup (head->name);
  bracket = trellis_reader_take_bracket (&name);
  if (!are_role_list (bracket))
    return NULL;
  g_set_str (&head->name, name);
  return g_steal_pointer (&bracket);
}

static gboolean
read_component (Row                      *row,
                const TrellisReaderEntry *entry,
                gboolean                  lines)
{
  g_auto (TrellisReaderHead) head = trellis_reader_split_name (entry->head);
  g_autofree char           *roles = take_inline_roles (&head, entry->body);

  row->component
      = trellis_reader_add (row->report, &trellis_component_type, entry->body, entry->line);
  row->component->position = (int) row->report->components->len;
  g_free (row->component->name);
  row->component->name = component_name (head.name);
  g_set_str (&row->component->grouping, entry->grouping);
  if (*row->component->name == '\0')
    return FALSE;
  if (roles != NULL && !read_role_list (row, roles, entry->line, entry->body))
    return FALSE;
  return read_cells (row, entry->body, head.rest, lines);
}

static TrellisListStyle
over_numbers (TrellisListStyle style)
{
  switch (style)
    {
    case TRELLIS_LIST_NUMBERS:
      return TRELLIS_LIST_NUMBERS_OVER_NUMBERS;
    case TRELLIS_LIST_ONES:
      return TRELLIS_LIST_ONES_OVER_NUMBERS;
    default:
      return TRELLIS_LIST_BULLETS_OVER_NUMBERS;
    }
}

/* "Component: Gateway" for every one: the name is a label, the component stands behind it. */
static gboolean
are_all_alike (GPtrArray *components)
{
  for (guint i = 1; i < components->len; i++)
    if (!g_str_equal (((TrellisComponent *) components->pdata[i])->name,
                      ((TrellisComponent *) components->pdata[0])->name))
      return FALSE;
  return components->len > 1;
}

/* Components with their roles. At least one has to have a role: a flat list is no matrix. A plain
 * or bold line or a row of a table is a component only with a role. */
gboolean
trellis_reader_read_matrix (TrellisReport        *report,
                            TrellisReaderEntries *entries,
                            TrellisReaderShape    shape)
{
  g_autoptr (TrellisReaderNames) names = trellis_reader_names_new (report);
  gboolean                       numbered = TRUE;
  gboolean                       each = shape == TRELLIS_SHAPE_LINES || shape == TRELLIS_SHAPE_BOLD;

  for (guint i = 0; i < entries->entries->len; i++)
    {
      g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
      Row                    row = { report, names, NULL, used, 0, TRUE };

      if (!read_component (&row, g_ptr_array_index (entries->entries, i),
                           shape == TRELLIS_SHAPE_HEADINGS)
          || (each && row.position == 0))
        return FALSE;
      numbered &= row.numbered;
    }
  if (are_all_alike (report->components))
    return FALSE;
  if (numbered && report->involvements->len > 0)
    entries->style = over_numbers (entries->style);
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
