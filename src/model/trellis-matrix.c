/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-matrix-private.h"

typedef struct
{
  gint64 id;
  char  *name;
  guint  count;
} Line;

struct _TrellisMatrix
{
  GObject parent_instance;

  GArray     *rows;         /* Line */
  GArray     *columns;      /* Line */
  GHashTable *row_index;    /* component id → row */
  GHashTable *column_index; /* role id → column */
  GPtrArray  *cells;        /* char *wording by row × n_columns + column; NULL: not involved */
  guint       count;
};

G_DEFINE_FINAL_TYPE (TrellisMatrix, trellis_matrix, G_TYPE_OBJECT)

enum
{
  RESET,
  CELL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
line_clear (gpointer data)
{
  Line *line = data;

  g_clear_pointer (&line->name, g_free);
}

static const Line *
row_at (TrellisMatrix *self,
        guint          row)
{
  return &g_array_index (self->rows, Line, row);
}

static const Line *
column_at (TrellisMatrix *self,
           guint          column)
{
  return &g_array_index (self->columns, Line, column);
}

static guint
cell_index (TrellisMatrix *self,
            guint          row,
            guint          column)
{
  return row * self->columns->len + column;
}

static void
add_line (GArray     *lines,
          GHashTable *index,
          gint64      id,
          const char *name)
{
  Line line = { .id = id, .name = g_strdup (name) };

  g_hash_table_insert (index, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (lines->len));
  g_array_append_val (lines, line);
}

static gboolean
same_lines (GArray *a,
            GArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const Line *x = &g_array_index (a, Line, i);
      const Line *y = &g_array_index (b, Line, i);

      if (x->id != y->id || !g_str_equal (x->name, y->name))
        return FALSE;
    }

  return TRUE;
}

static void
load_lines (TrellisMatrix       *self,
            const TrellisReport *report)
{
  for (guint i = 0; i < report->components->len; i++)
    {
      const TrellisComponent *component = g_ptr_array_index (report->components, i);

      add_line (self->rows, self->row_index, component->base.id, component->name);
    }

  for (guint i = 0; i < report->roles->len; i++)
    {
      const TrellisRole *role = g_ptr_array_index (report->roles, i);

      add_line (self->columns, self->column_index, role->base.id, role->name);
    }
}

static void
load_cells (TrellisMatrix       *self,
            const TrellisReport *report)
{
  g_ptr_array_set_size (self->cells, self->rows->len * self->columns->len);

  for (guint i = 0; i < report->involvements->len; i++)
    {
      const TrellisInvolvement *cell = g_ptr_array_index (report->involvements, i);
      guint                     row, column, index;

      if (!trellis_matrix_find_row (self, cell->component_id, &row)
          || !trellis_matrix_find_column (self, cell->role_id, &column))
        continue;

      index = cell_index (self, row, column);
      if (g_ptr_array_index (self->cells, index) != NULL)
        continue;

      g_ptr_array_index (self->cells, index) = g_strdup (cell->wording);
      g_array_index (self->rows, Line, row).count++;
      g_array_index (self->columns, Line, column).count++;
      self->count++;
    }
}

static void
clear (TrellisMatrix *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (Line));
  g_array_set_clear_func (self->rows, line_clear);
  self->columns = g_array_new (FALSE, TRUE, sizeof (Line));
  g_array_set_clear_func (self->columns, line_clear);
  self->row_index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->column_index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->count = 0;
}

static void
announce_cells (TrellisMatrix *self,
                GPtrArray     *before)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (g_strcmp0 (g_ptr_array_index (before, i), g_ptr_array_index (self->cells, i)) != 0)
      g_signal_emit (self, signals[CELL_CHANGED], 0, i / self->columns->len,
                     i % self->columns->len);
}

static void
trellis_matrix_finalize (GObject *object)
{
  TrellisMatrix *self = TRELLIS_MATRIX (object);

  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_hash_table_unref (self->row_index);
  g_hash_table_unref (self->column_index);
  g_ptr_array_unref (self->cells);

  G_OBJECT_CLASS (trellis_matrix_parent_class)->finalize (object);
}

static void
trellis_matrix_class_init (TrellisMatrixClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = trellis_matrix_finalize;

  signals[RESET] = g_signal_new ("reset", TRELLIS_TYPE_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[CELL_CHANGED]
      = g_signal_new ("cell-changed", TRELLIS_TYPE_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
trellis_matrix_init (TrellisMatrix *self)
{
  clear (self);
}

TrellisMatrix *
trellis_matrix_new (void)
{
  return g_object_new (TRELLIS_TYPE_MATRIX, NULL);
}

/* What a matrix held before it was loaded again. */
typedef struct
{
  GArray    *rows;
  GArray    *columns;
  GPtrArray *cells;
} Content;

static void
begin_load (TrellisMatrix *self,
            Content       *before)
{
  *before = (Content) { self->rows, self->columns, self->cells };
  g_hash_table_unref (self->row_index);
  g_hash_table_unref (self->column_index);
  clear (self);
}

static void
end_load (TrellisMatrix *self,
          Content       *before)
{
  if (same_lines (before->rows, self->rows) && same_lines (before->columns, self->columns))
    announce_cells (self, before->cells);
  else
    g_signal_emit (self, signals[RESET], 0);

  g_array_unref (before->rows);
  g_array_unref (before->columns);
  g_ptr_array_unref (before->cells);
}

/**
 * trellis_matrix_load:
 * @report: the report to follow
 *
 * Takes over the report's components, roles and involvements. Where only cells differ from what
 * was there before, each of them is announced with `cell-changed`; else there is one `reset`.
 */
void
trellis_matrix_load (TrellisMatrix       *self,
                     const TrellisReport *report)
{
  Content before;

  g_return_if_fail (TRELLIS_IS_MATRIX (self));
  g_return_if_fail (report != NULL);

  begin_load (self, &before);
  load_lines (self, report);
  load_cells (self, report);
  end_load (self, &before);
}

static void
load_line_of (GArray     *lines,
              GHashTable *index,
              const Line *line)
{
  add_line (lines, index, line->id, line->name);
  g_array_index (lines, Line, lines->len - 1).count = line->count;
}

/*
 * _trellis_matrix_load_part:
 * @rows: (element-type guint): of @whole, in this order
 * @columns: (element-type guint): of @whole
 *
 * Takes over some lines of another matrix, with the counts that they have there. Announces as
 * trellis_matrix_load() does.
 */
void
_trellis_matrix_load_part (TrellisMatrix *self,
                           TrellisMatrix *whole,
                           GArray        *rows,
                           GArray        *columns)
{
  Content before;

  begin_load (self, &before);
  for (guint i = 0; i < rows->len; i++)
    load_line_of (self->rows, self->row_index, row_at (whole, g_array_index (rows, guint, i)));
  for (guint i = 0; i < columns->len; i++)
    load_line_of (self->columns, self->column_index,
                  column_at (whole, g_array_index (columns, guint, i)));
  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j < columns->len; j++)
      g_ptr_array_add (self->cells,
                       g_strdup (trellis_matrix_get_wording (whole, g_array_index (rows, guint, i),
                                                             g_array_index (columns, guint, j))));
  self->count = whole->count;
  end_load (self, &before);
}

guint
trellis_matrix_get_n_rows (TrellisMatrix *self)
{
  g_return_val_if_fail (TRELLIS_IS_MATRIX (self), 0);

  return self->rows->len;
}

guint
trellis_matrix_get_n_columns (TrellisMatrix *self)
{
  g_return_val_if_fail (TRELLIS_IS_MATRIX (self), 0);

  return self->columns->len;
}

gint64
trellis_matrix_get_row_id (TrellisMatrix *self,
                           guint          row)
{
  g_return_val_if_fail (row < trellis_matrix_get_n_rows (self), 0);

  return row_at (self, row)->id;
}

gint64
trellis_matrix_get_column_id (TrellisMatrix *self,
                              guint          column)
{
  g_return_val_if_fail (column < trellis_matrix_get_n_columns (self), 0);

  return column_at (self, column)->id;
}

const char *
trellis_matrix_get_row_name (TrellisMatrix *self,
                             guint          row)
{
  g_return_val_if_fail (row < trellis_matrix_get_n_rows (self), NULL);

  return row_at (self, row)->name;
}

const char *
trellis_matrix_get_column_name (TrellisMatrix *self,
                                guint          column)
{
  g_return_val_if_fail (column < trellis_matrix_get_n_columns (self), NULL);

  return column_at (self, column)->name;
}

static gboolean
find_line (GHashTable *index,
           gint64      id,
           guint      *line)
{
  gpointer value;

  if (!g_hash_table_lookup_extended (index, &id, NULL, &value))
    return FALSE;

  *line = GPOINTER_TO_UINT (value);
  return TRUE;
}

gboolean
trellis_matrix_find_row (TrellisMatrix *self,
                         gint64         component_id,
                         guint         *row)
{
  g_return_val_if_fail (TRELLIS_IS_MATRIX (self), FALSE);

  return find_line (self->row_index, component_id, row);
}

gboolean
trellis_matrix_find_column (TrellisMatrix *self,
                            gint64         role_id,
                            guint         *column)
{
  g_return_val_if_fail (TRELLIS_IS_MATRIX (self), FALSE);

  return find_line (self->column_index, role_id, column);
}

gboolean
trellis_matrix_is_involved (TrellisMatrix *self,
                            guint          row,
                            guint          column)
{
  return trellis_matrix_get_wording (self, row, column) != NULL;
}

/**
 * trellis_matrix_get_wording:
 *
 * Returns: (nullable): the cell's own wording; empty when it is involved under the role's name;
 *   %NULL when it is not involved
 */
const char *
trellis_matrix_get_wording (TrellisMatrix *self,
                            guint          row,
                            guint          column)
{
  g_return_val_if_fail (row < trellis_matrix_get_n_rows (self), NULL);
  g_return_val_if_fail (column < trellis_matrix_get_n_columns (self), NULL);

  return g_ptr_array_index (self->cells, cell_index (self, row, column));
}

guint
trellis_matrix_count_row (TrellisMatrix *self,
                          guint          row)
{
  g_return_val_if_fail (row < trellis_matrix_get_n_rows (self), 0);

  return row_at (self, row)->count;
}

guint
trellis_matrix_count_column (TrellisMatrix *self,
                             guint          column)
{
  g_return_val_if_fail (column < trellis_matrix_get_n_columns (self), 0);

  return column_at (self, column)->count;
}

/* How many involvements there are in all. */
guint
trellis_matrix_count (TrellisMatrix *self)
{
  g_return_val_if_fail (TRELLIS_IS_MATRIX (self), 0);

  return self->count;
}

static void
append_table_cell (GString    *table,
                   const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '|' || *p == '\\')
        g_string_append_c (table, '\\');
      g_string_append_c (table, *p == '\n' ? ' ' : *p);
    }
  g_string_append (table, " |");
}

/**
 * trellis_matrix_to_markdown:
 *
 * Returns: (transfer full): the matrix as a Markdown table, a filled circle or the cell's wording
 *   where a role is involved
 */
char *
trellis_matrix_to_markdown (TrellisMatrix *self)
{
  g_autoptr (GString) table = g_string_new ("|  |");

  for (guint column = 0; column < self->columns->len; column++)
    {
      g_string_append_c (table, ' ');
      append_table_cell (table, column_at (self, column)->name);
    }

  g_string_append (table, "\n| --- |");
  for (guint column = 0; column < self->columns->len; column++)
    g_string_append (table, " --- |");

  for (guint row = 0; row < self->rows->len; row++)
    {
      g_string_append (table, "\n| ");
      append_table_cell (table, row_at (self, row)->name);
      for (guint column = 0; column < self->columns->len; column++)
        {
          const char *wording = trellis_matrix_get_wording (self, row, column);

          g_string_append_c (table, ' ');
          append_table_cell (table, wording == NULL ? "" : *wording != '\0' ? wording
                                                                            : "●");
        }
    }

  g_string_append_c (table, '\n');
  return g_string_free_and_steal (g_steal_pointer (&table));
}
