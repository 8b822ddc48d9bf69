/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-matrix-row.h"

#include "trellis-matrix-grid-private.h"
#include "trellis-matrix-head.h"

#include <glib/gi18n-lib.h>

/* CSS node: `matrixrow`; role ROW. */

struct _TrellisMatrixRow
{
  GtkWidget parent_instance;

  TrellisMatrixGrid *grid; /* borrowed: the parent */
  int                row;
  GtkWidget         *head;
  GtkWidget         *add;   /* in the line of role heads */
  GPtrArray         *items; /* cells, or role heads, bound to the columns wanted */
};

G_DEFINE_FINAL_TYPE (TrellisMatrixRow, trellis_matrix_row, GTK_TYPE_WIDGET)

static gboolean
is_head_row (TrellisMatrixRow *self)
{
  return self->row == TRELLIS_MATRIX_HEAD_LINE;
}

static int
get_item_column (TrellisMatrixRow *self,
                 GtkWidget        *item)
{
  return is_head_row (self) ? trellis_matrix_head_get_line (TRELLIS_MATRIX_HEAD (item))
                            : trellis_matrix_cell_get_column (TRELLIS_MATRIX_CELL (item));
}

static gboolean
is_banded (TrellisMatrixRow *self,
           gboolean          rows,
           int               line)
{
  TrellisMatrixPlace place = self->grid->place;

  return self->grid->focused && (rows ? place.row == line : place.column == line) && line >= 0;
}

static gboolean
has_place (TrellisMatrixRow *self,
           int               column)
{
  return self->grid->focused && self->grid->place.row == self->row
         && self->grid->place.column == column;
}

static void
bind_cell (TrellisMatrixRow *self,
           GtkWidget        *item,
           int               column)
{
  guint              row = (guint) self->row;
  g_autofree char   *name = _trellis_matrix_grid_name_cell (self->grid, row, (guint) column);
  TrellisMatrixPlace hover = self->grid->hover;

  trellis_matrix_cell_bind (TRELLIS_MATRIX_CELL (item), column,
                            _trellis_matrix_grid_get_state (self->grid, row, (guint) column), name);
  trellis_matrix_cell_set_hovered (TRELLIS_MATRIX_CELL (item), self->grid->hovering
                                                                   && hover.row == self->row
                                                                   && hover.column == column);
}

static void
bind_column_head (TrellisMatrixRow *self,
                  GtkWidget        *item,
                  int               column)
{
  TrellisMatrix             *matrix = self->grid->matrix;
  const char                *name = trellis_matrix_get_column_name (matrix, (guint) column);
  guint                      count = trellis_matrix_count_column (matrix, (guint) column);
  const TrellisMatrixLetter *letter = &g_array_index (self->grid->letters, TrellisMatrixLetter,
                                                      column);
  char                       shortcut[8] = { 0 };
  /* Translators: a role, and how many components it works on. */
  g_autofree char *spoken = g_strdup_printf (
      ngettext ("%s, %u component", "%s, %u components", count), name, count);

  g_unichar_to_utf8 (letter->letter, shortcut);
  trellis_matrix_head_bind (TRELLIS_MATRIX_HEAD (item),
                            &(TrellisMatrixHeadContent) {
                                .form = self->grid->geometry.heads == TRELLIS_MATRIX_HEADS_LEVEL
                                            ? TRELLIS_MATRIX_HEAD_COLUMN_LEVEL
                                            : TRELLIS_MATRIX_HEAD_COLUMN_TURNED,
                                .line = column,
                                .name = name,
                                .count = (int) count,
                                .letter = letter->letter != 0 ? letter->offset : -1,
                                .banded = is_banded (self, FALSE, column),
                                .selected = has_place (self, column),
                                .spoken = spoken,
                                .shortcut = letter->letter != 0 ? shortcut : NULL,
                            });
}

static void
bind_row_head (TrellisMatrixRow *self)
{
  TrellisMatrix *matrix = self->grid->matrix;
  const char    *name = trellis_matrix_get_row_name (matrix, (guint) self->row);
  guint          count = trellis_matrix_count_row (matrix, (guint) self->row);
  /* Translators: a component, and how many roles work on it. */
  g_autofree char *spoken = g_strdup_printf (ngettext ("%s, %u role", "%s, %u roles", count), name,
                                             count);

  trellis_matrix_head_bind (TRELLIS_MATRIX_HEAD (self->head),
                            &(TrellisMatrixHeadContent) {
                                .form = TRELLIS_MATRIX_HEAD_ROW,
                                .line = self->row,
                                .name = name,
                                .count = (int) count,
                                .letter = -1,
                                .banded = is_banded (self, TRUE, self->row),
                                .selected = has_place (self, TRELLIS_MATRIX_HEAD_LINE),
                                .spoken = spoken,
                            });
}

static void
bind_add (TrellisMatrixRow *self,
          GtkWidget        *head,
          const char       *name,
          const char       *spoken,
          int               column)
{
  trellis_matrix_head_bind (TRELLIS_MATRIX_HEAD (head), &(TrellisMatrixHeadContent) {
                                                            .form = TRELLIS_MATRIX_HEAD_ADD,
                                                            .line = column,
                                                            .name = name,
                                                            .count = -1,
                                                            .letter = -1,
                                                            .selected = has_place (self, column),
                                                            .spoken = spoken,
                                                        });
}

static void
bind_corner (TrellisMatrixRow *self)
{
  guint            count = trellis_matrix_count (self->grid->matrix);
  g_autofree char *text = g_strdup_printf (ngettext ("%u involvement", "%u involvements", count),
                                           count);

  trellis_matrix_head_bind (TRELLIS_MATRIX_HEAD (self->head),
                            &(TrellisMatrixHeadContent) {
                                .form = TRELLIS_MATRIX_HEAD_CORNER,
                                .line = TRELLIS_MATRIX_HEAD_LINE,
                                .name = text,
                                .count = -1,
                                .letter = -1,
                                .spoken = text,
                            });
}

static GtkWidget *
add_child (TrellisMatrixRow *self,
           GtkWidget        *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return child;
}

static void
ensure_heads (TrellisMatrixRow *self)
{
  if (self->head != NULL)
    return;

  if (is_head_row (self))
    {
      self->head = add_child (self, trellis_matrix_head_new (GTK_ACCESSIBLE_ROLE_COLUMN_HEADER));
      gtk_widget_set_focusable (self->head, FALSE);
      self->add = add_child (self, trellis_matrix_head_new (GTK_ACCESSIBLE_ROLE_BUTTON));
      gtk_widget_set_tooltip_text (self->add, _("Add Role"));
    }
  else if (self == self->grid->add_row)
    self->head = add_child (self, trellis_matrix_head_new (GTK_ACCESSIBLE_ROLE_BUTTON));
  else
    self->head = add_child (self, trellis_matrix_head_new (GTK_ACCESSIBLE_ROLE_ROW_HEADER));
}

static gboolean
is_wanted (TrellisMatrixRow *self,
           int               column,
           int               first,
           int               last)
{
  if (column < 0 || column >= self->grid->geometry.n_columns)
    return FALSE;

  return (column >= first && column <= last)
         || (self->row == self->grid->place.row && column == self->grid->place.column);
}

static GtkWidget *
take_spare (TrellisMatrixRow *self,
            int               first,
            int               last)
{
  GtkWidget *item;

  for (guint i = 0; i < self->items->len; i++)
    {
      item = g_ptr_array_index (self->items, i);
      if (!is_wanted (self, get_item_column (self, item), first, last))
        return item;
    }

  item = is_head_row (self) ? trellis_matrix_head_new (GTK_ACCESSIBLE_ROLE_COLUMN_HEADER)
                            : trellis_matrix_cell_new ();
  g_ptr_array_add (self->items, item);
  return add_child (self, item);
}

static void
bind_item (TrellisMatrixRow *self,
           int               column,
           int               first,
           int               last)
{
  GtkWidget *item = trellis_matrix_row_get_widget (self, column);

  if (item == NULL)
    item = take_spare (self, first, last);

  if (is_head_row (self))
    bind_column_head (self, item, column);
  else
    bind_cell (self, item, column);
}

static void
drop_spares (TrellisMatrixRow *self,
             int               first,
             int               last)
{
  for (guint i = self->items->len; i > 0; i--)
    {
      GtkWidget *item = g_ptr_array_index (self->items, i - 1);

      if (is_wanted (self, get_item_column (self, item), first, last))
        continue;
      g_ptr_array_remove_index_fast (self->items, i - 1);
      gtk_widget_unparent (item);
    }
}

static void
allocate_child (TrellisMatrixRow *self,
                GtkWidget        *child,
                int               column)
{
  TrellisMatrixArea area = trellis_matrix_geometry_get_area (
      &self->grid->geometry, (TrellisMatrixPlace) { self->row, column });
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int      x = rtl ? self->grid->geometry.width - area.x - area.width : area.x;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (child, area.width, area.height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, 0)));
}

static void
trellis_matrix_row_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  TrellisMatrixRow *self = TRELLIS_MATRIX_ROW (widget);

  for (guint i = 0; i < self->items->len; i++)
    {
      GtkWidget *item = g_ptr_array_index (self->items, i);

      allocate_child (self, item, get_item_column (self, item));
    }

  if (self->add != NULL)
    allocate_child (self, self->add, self->grid->geometry.n_columns);
  if (self->head != NULL)
    allocate_child (self, self->head, TRELLIS_MATRIX_HEAD_LINE);
}

static void
trellis_matrix_row_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
trellis_matrix_row_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  TrellisMatrixRow *self = TRELLIS_MATRIX_ROW (widget);

  for (guint i = 0; i < self->items->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->items, i), snapshot);
  if (self->add != NULL)
    gtk_widget_snapshot_child (widget, self->add, snapshot);
  /* Last, so that cells scroll away beneath it. */
  if (self->head != NULL)
    gtk_widget_snapshot_child (widget, self->head, snapshot);
}

static void
trellis_matrix_row_dispose (GObject *object)
{
  TrellisMatrixRow *self = TRELLIS_MATRIX_ROW (object);
  GtkWidget        *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->head = NULL;
  self->add = NULL;
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (trellis_matrix_row_parent_class)->dispose (object);
}

static void
trellis_matrix_row_class_init (TrellisMatrixRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trellis_matrix_row_dispose;
  widget_class->size_allocate = trellis_matrix_row_size_allocate;
  widget_class->measure = trellis_matrix_row_measure;
  widget_class->snapshot = trellis_matrix_row_snapshot;

  gtk_widget_class_set_css_name (widget_class, "matrixrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
trellis_matrix_row_init (TrellisMatrixRow *self)
{
  self->row = -2;
  self->items = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/* The grid becomes its parent and outlives it. */
TrellisMatrixRow *
trellis_matrix_row_new (TrellisMatrixGrid *grid)
{
  TrellisMatrixRow *self = g_object_new (TRELLIS_TYPE_MATRIX_ROW, NULL);

  self->grid = grid;
  gtk_widget_set_parent (GTK_WIDGET (self), GTK_WIDGET (grid));
  return self;
}

/**
 * trellis_matrix_row_bind:
 * @row: the row it stands for from now on; HEAD for the role heads, n for the add line
 * @first_column: the first column seen
 * @last_column: the last one
 *
 * Brings all its widgets up to date.
 */
void
trellis_matrix_row_bind (TrellisMatrixRow *self,
                         int               row,
                         int               first_column,
                         int               last_column)
{
  int place_column = self->grid->place.column;

  self->row = row;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX, row + 2,
                                  -1);
  ensure_heads (self);

  if (self == self->grid->add_row)
    {
      bind_add (self, self->head, _("Add Component"), _("Add Component"),
                TRELLIS_MATRIX_HEAD_LINE);
      return;
    }

  if (is_head_row (self))
    {
      bind_corner (self);
      bind_add (self, self->add, "", _("Add Role"), self->grid->geometry.n_columns);
    }
  else
    bind_row_head (self);

  for (int column = first_column; column <= last_column; column++)
    if (is_wanted (self, column, first_column, last_column))
      bind_item (self, column, first_column, last_column);
  if (row == self->grid->place.row && is_wanted (self, place_column, first_column, last_column)
      && (place_column < first_column || place_column > last_column))
    bind_item (self, place_column, first_column, last_column);

  drop_spares (self, first_column, last_column);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

int
trellis_matrix_row_get_row (TrellisMatrixRow *self)
{
  g_return_val_if_fail (TRELLIS_IS_MATRIX_ROW (self), -2);

  return self->row;
}

/* The widget of that column, its head or its add line; %NULL when it is not realized. */
GtkWidget *
trellis_matrix_row_get_widget (TrellisMatrixRow *self,
                               int               column)
{
  g_return_val_if_fail (TRELLIS_IS_MATRIX_ROW (self), NULL);

  if (column == TRELLIS_MATRIX_HEAD_LINE)
    return self->head;
  if (is_head_row (self) && column == self->grid->geometry.n_columns)
    return self->add;

  for (guint i = 0; i < self->items->len; i++)
    {
      GtkWidget *item = g_ptr_array_index (self->items, i);

      if (get_item_column (self, item) == column)
        return item;
    }

  return NULL;
}
