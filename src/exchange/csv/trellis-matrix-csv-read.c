/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-error.h"
#include "trellis-matrix-csv.h"
#include "trellis-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  TrellisReport *report;
  const char    *file;
  char          *name;    /* of the file, for messages */
  GPtrArray     *columns; /* TrellisRole, or NULL under an empty head */
} Reader;

static void
reader_clear (Reader *self)
{
  trellis_report_free (self->report);
  g_ptr_array_unref (self->columns);
  g_free (self->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* Returns: (transfer full): the words of a cell on one line */
static char *
flatten (const char *cell)
{
  g_autofree char *visible = trellis_text_strip_invisible (cell);
  GString         *out = g_string_sized_new (strlen (visible));
  gboolean         space = FALSE;

  for (const char *p = visible; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          space = out->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (out, ' ');
      space = FALSE;
      g_string_append_unichar (out, c);
    }
  return g_string_free_and_steal (out);
}

static gboolean
is_one_of (const char        *text,
           const char *const *words)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  return g_strv_contains (words, lower);
}

static gboolean
says_no (const char *text)
{
  static const char *const words[]
      = { "", "-", "–", "—", "0", "no", "n", "false", "нет", "✗", "✘", "❌", "☐", NULL };

  return is_one_of (text, words);
}

static gboolean
says_yes (const char *text)
{
  /* The second "х" is Cyrillic. */
  static const char *const words[]
      = { "x", "х", "1", "+", "v", "y", "yes", "true", "да", "*", "•", "●", "✓", "✔", "✔️",
          "✅", "☑", "☒", NULL };

  return is_one_of (text, words);
}

static gpointer
add (Reader                  *self,
     const TrellisRecordType *type,
     int                      line)
{
  TrellisRecord *record = trellis_report_add (self->report, type);

  record->file = g_intern_string (self->file);
  record->line = line;
  return record;
}

static gboolean
is_demand (const TrellisCsvRow *head)
{
  static const char *const names[] = { "skill", "postings", "of", "numbers" };

  if (head->cells->len != G_N_ELEMENTS (names))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (head->cells, i), names[i]) != 0)
      return FALSE;
  return TRUE;
}

/* One role a name: a column that is there twice is the same role. */
static void
read_head (Reader              *self,
           const TrellisCsvRow *head)
{
  g_autoptr (GHashTable) roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 1; i < head->cells->len; i++)
    {
      g_autofree char *name = flatten (g_ptr_array_index (head->cells, i));
      g_autofree char *key = trellis_text_fold (name);
      TrellisRole     *role = g_hash_table_lookup (roles, key);

      if (role == NULL && *name != '\0')
        {
          role = add (self, &trellis_role_type, head->line);
          role->position = (int) self->report->roles->len;
          g_set_str (&role->name, name);
          g_hash_table_insert (roles, g_steal_pointer (&key), role);
        }
      g_ptr_array_add (self->columns, role);
    }
}

static void
involve (Reader           *self,
         TrellisComponent *component,
         TrellisRole      *role,
         const char       *cell,
         int               position)
{
  TrellisInvolvement *involvement
      = add (self, &trellis_involvement_type, component->base.line);

  involvement->component_id = component->base.id;
  involvement->role_id = role->base.id;
  involvement->position = position;
  if (!says_yes (cell) && !g_str_equal (cell, role->name))
    g_set_str (&involvement->wording, cell);
}

static gboolean
fail_row (Reader              *self,
          const TrellisCsvRow *row,
          const char          *format,
          GError             **error)
{
  /* The message has the file and the line first. */
  g_autofree char *place = g_strdup_printf ("%s:%d", self->name, row->line);
  g_auto (GStrv)   parts = g_strsplit (format, "%s", 2);
  g_autofree char *message = g_strjoinv (place, parts);

  g_set_error_literal (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT, message);
  return FALSE;
}

static gboolean
read_cells (Reader              *self,
            TrellisComponent    *component,
            const TrellisCsvRow *row,
            GError             **error)
{
  g_autofree gboolean *taken = g_new0 (gboolean, self->report->roles->len + 1);
  int                  position = 0;

  for (guint i = 1; i < row->cells->len; i++)
    {
      g_autofree char *cell = flatten (g_ptr_array_index (row->cells, i));
      gboolean         headed = i <= self->columns->len;
      TrellisRole     *role = headed ? g_ptr_array_index (self->columns, i - 1) : NULL;

      if (says_no (cell))
        continue;
      if (role == NULL)
        return fail_row (self, row,
                         /* Translators: a file and a line of it. */
                         _("%s: A cell stands under no role. Name the role in the first line."),
                         error);
      if (!taken[role->position])
        involve (self, component, role, cell, ++position);
      taken[role->position] = TRUE;
    }
  return TRUE;
}

static gboolean
says_something (const TrellisCsvRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      g_autofree char *cell = flatten (g_ptr_array_index (row->cells, i));

      if (!says_no (cell))
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_row (Reader              *self,
          const TrellisCsvRow *row,
          GError             **error)
{
  g_autofree char  *name = flatten (g_ptr_array_index (row->cells, 0));
  TrellisComponent *component;

  if (*name == '\0' && !says_something (row))
    return TRUE;
  if (*name == '\0')
    return fail_row (self, row,
                     /* Translators: a file and a line of it. */
                     _("%s: A row has no component. Name it in the first column."), error);
  component = add (self, &trellis_component_type, row->line);
  component->position = (int) self->report->components->len;
  g_set_str (&component->name, name);
  return read_cells (self, component, row, error);
}

static gboolean
read_rows (Reader    *self,
           GPtrArray *rows,
           GError   **error)
{
  if (rows->len > 0 && is_demand (g_ptr_array_index (rows, 0)))
    {
      g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
                   _("“%s” is a table of demand, which is counted from postings. "
                     "Choose a matrix of components and roles."),
                   self->name);
      return FALSE;
    }
  if (rows->len > 0)
    read_head (self, g_ptr_array_index (rows, 0));
  for (guint i = 1; i < rows->len; i++)
    if (!read_row (self, g_ptr_array_index (rows, i), error))
      return FALSE;
  if (self->report->components->len > 0)
    return TRUE;
  g_set_error (error, TRELLIS_ERROR, TRELLIS_ERROR_FORMAT,
               _("“%s” has no components. Choose a table with components in the first column "
                 "and roles in the first line."),
               self->name);
  return FALSE;
}

/**
 * trellis_matrix_csv_read:
 * @text: UTF-8
 * @file: where it was read
 * @error: SYNTAX or FORMAT
 *
 * Reads a table with a component in each row's first cell and the roles in the first row. A mark,
 * such as "x", "1" or "✓", means that the role is involved; any other words are how that cell calls
 * it.
 *
 * Returns: (transfer full): a report with the matrix, or %NULL
 */
TrellisReport *
trellis_matrix_csv_read (const char *text,
                         const char *file,
                         GError    **error)
{
  g_auto (Reader)       reader = { .file = file };
  g_autoptr (GPtrArray) rows = NULL;

  reader.report = trellis_report_new ();
  reader.columns = g_ptr_array_new ();
  reader.name = g_path_get_basename (file);
  rows = trellis_csv_read (text, reader.name, error);
  if (rows == NULL || !read_rows (&reader, rows, error))
    return NULL;
  return g_steal_pointer (&reader.report);
}
