/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-matrix-filter.h"

#include "trellis-matrix-private.h"
#include "trellis-text.h"

#include <string.h>

struct _TrellisMatrixFilter
{
  GObject parent_instance;

  TrellisMatrix     *whole;
  TrellisMatrix     *matrix;
  TrellisMatrixLines lines;
  char              *text;    /* folded */
  GArray            *rows;    /* guint: of the whole, ascending */
  GArray            *columns; /* guint */
};

G_DEFINE_FINAL_TYPE (TrellisMatrixFilter, trellis_matrix_filter, G_TYPE_OBJECT)

typedef guint (*CountFunc) (TrellisMatrix *matrix,
                            guint          line);
typedef const char *(*NameFunc) (TrellisMatrix *matrix,
                                 guint          line);

static GArray *
choose_all (guint n)
{
  GArray *lines = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);

  for (guint i = 0; i < n; i++)
    g_array_append_val (lines, i);
  return lines;
}

static GArray *
choose_empty (TrellisMatrix *matrix,
              guint          n,
              CountFunc      count)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    if (count (matrix, i) == 0)
      g_array_append_val (lines, i);
  return lines;
}

static GArray *
choose_named (TrellisMatrix *matrix,
              GArray        *among,
              NameFunc       name,
              const char    *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < among->len; i++)
    {
      guint            line = g_array_index (among, guint, i);
      g_autofree char *folded = trellis_text_fold (name (matrix, line));

      if (strstr (folded, text) != NULL)
        g_array_append_val (lines, line);
    }
  return lines;
}

static void
replace (GArray **lines,
         GArray  *others)
{
  g_array_unref (*lines);
  *lines = others;
}

static void
keep_empty (TrellisMatrixFilter *self)
{
  guint              n_rows = trellis_matrix_get_n_rows (self->whole);
  guint              n_columns = trellis_matrix_get_n_columns (self->whole);
  g_autoptr (GArray) rows = choose_empty (self->whole, n_rows, trellis_matrix_count_row);

  if (rows->len > 0)
    replace (&self->rows, g_steal_pointer (&rows));
  else
    {
      replace (&self->columns, choose_empty (self->whole, n_columns, trellis_matrix_count_column));
      if (self->columns->len == 0)
        g_array_set_size (self->rows, 0);
    }
}

static void
keep_worded (TrellisMatrixFilter *self)
{
  guint                n_columns = trellis_matrix_get_n_columns (self->whole);
  g_autofree gboolean *worded = g_new0 (gboolean, n_columns);
  g_autoptr (GArray)   all = g_steal_pointer (&self->rows);

  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint row = 0; row < all->len; row++)
    {
      gboolean is_kept = FALSE;

      for (guint column = 0; column < n_columns; column++)
        {
          const char *wording = trellis_matrix_get_wording (self->whole, row, column);

          if (wording == NULL || *wording == '\0')
            continue;
          is_kept = TRUE;
          worded[column] = TRUE;
        }
      if (is_kept)
        g_array_append_val (self->rows, row);
    }

  g_array_set_size (self->columns, 0);
  for (guint column = 0; column < n_columns; column++)
    if (worded[column])
      g_array_append_val (self->columns, column);
}

/* The components of that name with all their roles; where there is none, the roles of that name. */
static void
keep_named (TrellisMatrixFilter *self)
{
  g_autoptr (GArray) rows
      = choose_named (self->whole, self->rows, trellis_matrix_get_row_name, self->text);

  if (rows->len > 0)
    replace (&self->rows, g_steal_pointer (&rows));
  else
    {
      replace (&self->columns, choose_named (self->whole, self->columns,
                                             trellis_matrix_get_column_name, self->text));
      if (self->columns->len == 0)
        g_array_set_size (self->rows, 0);
    }
}

static void
load (TrellisMatrixFilter *self)
{
  _trellis_matrix_load_part (self->matrix, self->whole, self->rows, self->columns);
}

static void
choose (TrellisMatrixFilter *self)
{
  replace (&self->rows, choose_all (trellis_matrix_get_n_rows (self->whole)));
  replace (&self->columns, choose_all (trellis_matrix_get_n_columns (self->whole)));

  if (self->lines == TRELLIS_MATRIX_EMPTY_LINES)
    keep_empty (self);
  else if (self->lines == TRELLIS_MATRIX_WORDED_LINES)
    keep_worded (self);
  if (*self->text != '\0')
    keep_named (self);
  load (self);
}

static void
trellis_matrix_filter_finalize (GObject *object)
{
  TrellisMatrixFilter *self = TRELLIS_MATRIX_FILTER (object);

  g_clear_object (&self->whole);
  g_clear_object (&self->matrix);
  g_free (self->text);
  g_array_unref (self->rows);
  g_array_unref (self->columns);

  G_OBJECT_CLASS (trellis_matrix_filter_parent_class)->finalize (object);
}

static void
trellis_matrix_filter_class_init (TrellisMatrixFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trellis_matrix_filter_finalize;
}

static void
trellis_matrix_filter_init (TrellisMatrixFilter *self)
{
  self->matrix = trellis_matrix_new ();
  self->text = g_strdup ("");
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* All lines at first. */
TrellisMatrixFilter *
trellis_matrix_filter_new (TrellisMatrix *whole)
{
  TrellisMatrixFilter *self = g_object_new (TRELLIS_TYPE_MATRIX_FILTER, NULL);

  self->whole = g_object_ref (whole);
  g_signal_connect_object (whole, "reset", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (whole, "cell-changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  choose (self);
  return self;
}

/**
 * trellis_matrix_filter_set:
 * @text: a piece of a name, in any case; empty: all names
 *
 * Chooses the lines anew.
 */
void
trellis_matrix_filter_set (TrellisMatrixFilter *self,
                           TrellisMatrixLines   lines,
                           const char          *text)
{
  g_return_if_fail (TRELLIS_IS_MATRIX_FILTER (self));

  self->lines = lines;
  g_free (self->text);
  self->text = trellis_text_fold (text);
  choose (self);
}

/* Returns: (transfer none): the lines that are left */
TrellisMatrix *
trellis_matrix_filter_get_matrix (TrellisMatrixFilter *self)
{
  g_return_val_if_fail (TRELLIS_IS_MATRIX_FILTER (self), NULL);

  return self->matrix;
}
