/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-matrix-grid-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* The matrix on screen: components down, roles across, a leaf where a role is involved.
 *
 * Purpose: toggling, wording, adding, renaming, ordering and deleting by mouse, touch, keyboard
 * and screen reader. It shows a TrellisMatrix and asks for changes through its `command` signal;
 * the matrix follows when they are made.
 *
 * Limits: only the rows and columns that are seen (two more on each side, and those with the
 * focus) have widgets, which are recycled; where things lie is arithmetic. So 1,000 × 200 opens
 * like 6 × 9. All rows have one height and all cells one width.
 *
 * CSS nodes: `matrixgrid` > `matrixrow` > `matrixhead`, `matrixcell`.
 *
 * Keys (one tab stop): see the table in trellis-matrix-grid-keys.c.
 *
 * Accessibility: GRID > ROW > ROW_HEADER, COLUMN_HEADER, GRID_CELL, with the row and column counts
 * of the whole matrix and the indices of what is realized; real focus is on the cell. A toggle is
 * announced.
 *
 * Right to left: mirrored; rows' heads stand at the right and turned names read downward. */

#define TINT_MS 1200

enum
{
  COMMAND,
  PLACE_CHANGED,
  N_SIGNALS
};

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (TrellisMatrixGrid,
                               trellis_matrix_grid,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

gboolean
_trellis_matrix_grid_is_cell (TrellisMatrixGrid *self,
                              TrellisMatrixPlace place)
{
  return place.row >= 0 && place.row < self->geometry.n_rows && place.column >= 0
         && place.column < self->geometry.n_columns;
}

TrellisMatrixCellState
_trellis_matrix_grid_get_state (TrellisMatrixGrid *self,
                                guint              row,
                                guint              column)
{
  const char *wording = trellis_matrix_get_wording (self->matrix, row, column);

  for (guint i = 0; self->painted != NULL && i < self->painted->len; i++)
    {
      TrellisMatrixPlace place = g_array_index (self->painted, TrellisMatrixPlace, i);

      if (place.row == (int) row && place.column == (int) column)
        return self->paint_state ? TRELLIS_MATRIX_CELL_INVOLVED : TRELLIS_MATRIX_CELL_EMPTY;
    }

  if (wording == NULL)
    return TRELLIS_MATRIX_CELL_EMPTY;

  return *wording != '\0' ? TRELLIS_MATRIX_CELL_WORDED : TRELLIS_MATRIX_CELL_INVOLVED;
}

char *
_trellis_matrix_grid_name_cell (TrellisMatrixGrid *self,
                                guint              row,
                                guint              column)
{
  const char *component = trellis_matrix_get_row_name (self->matrix, row);
  const char *role = trellis_matrix_get_column_name (self->matrix, column);
  const char *wording = trellis_matrix_get_wording (self->matrix, row, column);

  if (wording == NULL)
    /* Translators: a role, a component. */
    return g_strdup_printf (_("%s, %s: not involved"), role, component);
  if (*wording == '\0')
    /* Translators: a role, a component. */
    return g_strdup_printf (_("%s, %s: involved"), role, component);

  /* Translators: a role, a component, and what the role is called in this one place. */
  return g_strdup_printf (_("%s, %s: involved, worded “%s”"), role, component, wording);
}

/* Brings everything that is seen up to date; where things lie stays. */
void
_trellis_matrix_grid_refresh (TrellisMatrixGrid *self)
{
  _trellis_matrix_grid_populate (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
adjustment_cb (TrellisMatrixGrid *self)
{
  int x = self->hadjustment != NULL ? (int) gtk_adjustment_get_value (self->hadjustment) : 0;
  int y = self->vadjustment != NULL ? (int) gtk_adjustment_get_value (self->vadjustment) : 0;

  if (x == self->geometry.scroll_x && y == self->geometry.scroll_y)
    return;

  self->geometry.scroll_x = x;
  self->geometry.scroll_y = y;
  _trellis_matrix_grid_refresh (self);
}

static void
set_adjustment (TrellisMatrixGrid *self,
                GtkAdjustment    **member,
                GtkAdjustment     *adjustment)
{
  if (*member == adjustment)
    return;

  if (*member != NULL)
    g_signal_handlers_disconnect_by_func (*member, adjustment_cb, self);
  g_clear_object (member);

  if (adjustment != NULL)
    {
      *member = g_object_ref_sink (adjustment);
      g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (adjustment_cb), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Where a line went that stood at @index before; -1 heads and add lines stay what they are. */
static int
find_line_again (TrellisMatrixGrid *self,
                 int                index,
                 int                n_before,
                 int                n_now,
                 gint64             id,
                 gboolean (*find) (TrellisMatrix *, gint64, guint *))
{
  guint line;

  if (index < 0)
    return index;
  if (index == n_before)
    /* A matrix that was empty had no other place; once it is not, one begins at its first cell. */
    return n_before == 0 && !self->focused ? 0 : n_now;
  if (find (self->matrix, id, &line))
    return (int) line;

  return MIN (index, MAX (0, n_now - 1));
}

/* The focus stays with its component and role when lines are moved, added or deleted. */
static TrellisMatrixPlace
find_place_again (TrellisMatrixGrid *self,
                  int                n_rows_before,
                  int                n_columns_before)
{
  TrellisMatrixPlace place = self->place;

  if (n_rows_before == 0 && n_columns_before == 0 && !self->focused)
    place = (TrellisMatrixPlace) { 0, 0 };
  place.row = find_line_again (self, place.row, n_rows_before, self->geometry.n_rows,
                               self->place_row_id, trellis_matrix_find_row);
  place.column = find_line_again (self, place.column, n_columns_before, self->geometry.n_columns,
                                  self->place_column_id, trellis_matrix_find_column);
  return trellis_matrix_geometry_clamp (&self->geometry, place);
}

static void
remember_ids (TrellisMatrixGrid *self)
{
  TrellisMatrixPlace place = self->place;

  self->place_row_id = place.row >= 0 && place.row < self->geometry.n_rows
                           ? trellis_matrix_get_row_id (self->matrix, (guint) place.row)
                           : 0;
  self->place_column_id = place.column >= 0 && place.column < self->geometry.n_columns
                              ? trellis_matrix_get_column_id (self->matrix, (guint) place.column)
                              : 0;
}

static void
reset_cb (TrellisMatrixGrid *self)
{
  gboolean had_focus = self->focused;
  int      n_rows_before = self->geometry.n_rows;
  int      n_columns_before = self->geometry.n_columns;

  self->measured = FALSE;
  self->geometry.n_rows = (int) trellis_matrix_get_n_rows (self->matrix);
  self->geometry.n_columns = (int) trellis_matrix_get_n_columns (self->matrix);
  _trellis_matrix_grid_assign_letters (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Components and Roles"), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT,
                                  self->geometry.n_rows + 1, GTK_ACCESSIBLE_RELATION_COL_COUNT,
                                  self->geometry.n_columns + 1, -1);

  self->place = find_place_again (self, n_rows_before, n_columns_before);
  remember_ids (self);
  if (self->geometry.cell_width > 0)
    _trellis_matrix_grid_fit (self, self->geometry.width, self->geometry.height);
  _trellis_matrix_grid_populate (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (had_focus)
    _trellis_matrix_grid_set_place (self, self->place, TRUE);
  g_signal_emit (self, signals[PLACE_CHANGED], 0);
}

static void
announce_cell (TrellisMatrixGrid *self,
               guint              row,
               guint              column)
{
  guint            count = trellis_matrix_count_row (self->matrix, row);
  gboolean         involved = trellis_matrix_is_involved (self->matrix, row, column);
  g_autofree char *roles = g_strdup_printf (ngettext ("%u role", "%u roles", count), count);
  /* Translators: announced after a cell was toggled; %s is “4 roles”. */
  g_autofree char *message = g_strdup_printf (involved ? _("Involved, %s")
                                                       : _("Not involved, %s"),
                                              roles);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
cell_changed_cb (TrellisMatrixGrid *self,
                 guint              row,
                 guint              column)
{
  _trellis_matrix_grid_refresh (self);
  if (self->focused && self->place.row == (int) row && self->place.column == (int) column)
    announce_cell (self, row, column);
  g_signal_emit (self, signals[PLACE_CHANGED], 0);
}

void
_trellis_matrix_grid_set_place (TrellisMatrixGrid *self,
                                TrellisMatrixPlace place,
                                gboolean           grab)
{
  int x, y;

  self->place = trellis_matrix_geometry_clamp (&self->geometry, place);
  remember_ids (self);

  if (self->geometry.cell_width > 0)
    {
      trellis_matrix_geometry_scroll_to (&self->geometry, self->place, &x, &y);
      if (self->hadjustment != NULL)
        gtk_adjustment_set_value (self->hadjustment, x);
      if (self->vadjustment != NULL)
        gtk_adjustment_set_value (self->vadjustment, y);
    }

  _trellis_matrix_grid_refresh (self);
  if (grab)
    {
      GtkWidget *widget = _trellis_matrix_grid_widget_at (self, self->place);

      if (widget != NULL)
        gtk_widget_grab_focus (widget);
    }
  g_signal_emit (self, signals[PLACE_CHANGED], 0);
}

/* One tab stop: Tab comes to the place, and from there leaves. */
static gboolean
trellis_matrix_grid_focus (GtkWidget       *widget,
                           GtkDirectionType direction)
{
  TrellisMatrixGrid *self = TRELLIS_MATRIX_GRID (widget);
  GtkWidget         *child;

  if (gtk_widget_get_focus_child (widget) != NULL || self->matrix == NULL)
    return FALSE;

  _trellis_matrix_grid_set_place (self, self->place, FALSE);
  child = _trellis_matrix_grid_widget_at (self, self->place);
  return child != NULL && gtk_widget_grab_focus (child);
}

static gboolean
trellis_matrix_grid_grab_focus (GtkWidget *widget)
{
  return trellis_matrix_grid_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
focus_changed_cb (TrellisMatrixGrid       *self,
                  GParamSpec              *pspec,
                  GtkEventControllerFocus *controller)
{
  self->focused = gtk_event_controller_focus_contains_focus (controller);
  _trellis_matrix_grid_refresh (self);
  g_signal_emit (self, signals[PLACE_CHANGED], 0);
}

static void
trellis_matrix_grid_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TrellisMatrixGrid *self = TRELLIS_MATRIX_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
trellis_matrix_grid_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  TrellisMatrixGrid *self = TRELLIS_MATRIX_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
trellis_matrix_grid_dispose (GObject *object)
{
  TrellisMatrixGrid *self = TRELLIS_MATRIX_GRID (object);
  GtkWidget         *child;

  g_clear_handle_id (&self->tint_source, g_source_remove);
  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);
  g_clear_object (&self->matrix);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->editor = NULL;
  self->head_row = NULL;
  self->add_row = NULL;
  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (trellis_matrix_grid_parent_class)->dispose (object);
}

static void
trellis_matrix_grid_finalize (GObject *object)
{
  TrellisMatrixGrid *self = TRELLIS_MATRIX_GRID (object);

  g_ptr_array_unref (self->rows);
  g_array_unref (self->letters);
  g_clear_pointer (&self->painted, g_array_unref);

  G_OBJECT_CLASS (trellis_matrix_grid_parent_class)->finalize (object);
}

static void
trellis_matrix_grid_class_init (TrellisMatrixGridClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trellis_matrix_grid_dispose;
  object_class->finalize = trellis_matrix_grid_finalize;
  object_class->get_property = trellis_matrix_grid_get_property;
  object_class->set_property = trellis_matrix_grid_set_property;
  widget_class->focus = trellis_matrix_grid_focus;
  widget_class->grab_focus = trellis_matrix_grid_grab_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[COMMAND] = g_signal_new ("command", TRELLIS_TYPE_MATRIX_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[PLACE_CHANGED] = g_signal_new ("place-changed", TRELLIS_TYPE_MATRIX_GRID,
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "matrixgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  _trellis_matrix_grid_class_init_layout (widget_class);
  _trellis_matrix_grid_class_init_draw (widget_class);
  _trellis_matrix_grid_class_init_keys (widget_class);
}

static void
trellis_matrix_grid_init (TrellisMatrixGrid *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->rows = g_ptr_array_new ();
  self->letters = g_array_new (FALSE, TRUE, sizeof (TrellisMatrixLetter));
  self->drop_index = -1;
  self->insert_target = -1;
  self->head_row = trellis_matrix_row_new (self);
  self->add_row = trellis_matrix_row_new (self);
  self->editor = trellis_matrix_editor_new (GTK_WIDGET (self));

  g_signal_connect_object (focus, "notify::contains-focus", G_CALLBACK (focus_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  _trellis_matrix_grid_init_keys (self);
  _trellis_matrix_grid_init_pointer (self);
}

void
_trellis_matrix_grid_announce_place (TrellisMatrixGrid *self)
{
  g_signal_emit (self, signals[PLACE_CHANGED], 0);
}

void
_trellis_matrix_grid_emit (TrellisMatrixGrid    *self,
                           TrellisMatrixCommand *command)
{
  g_signal_emit (self, signals[COMMAND], 0, command);
}

GtkWidget *
trellis_matrix_grid_new (void)
{
  return g_object_new (TRELLIS_TYPE_MATRIX_GRID, NULL);
}

/* Shows @matrix from now on and follows it. */
void
trellis_matrix_grid_set_matrix (TrellisMatrixGrid *self,
                                TrellisMatrix     *matrix)
{
  g_return_if_fail (TRELLIS_IS_MATRIX_GRID (self));
  g_return_if_fail (TRELLIS_IS_MATRIX (matrix));

  if (matrix == self->matrix)
    return;

  if (self->matrix != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->matrix, reset_cb, self);
      g_signal_handlers_disconnect_by_func (self->matrix, cell_changed_cb, self);
    }
  g_set_object (&self->matrix, matrix);

  g_signal_connect_object (matrix, "reset", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (matrix, "cell-changed", G_CALLBACK (cell_changed_cb), self,
                           G_CONNECT_SWAPPED);
  reset_cb (self);
}

/* Scrolls to the place, nearest if it is none, and gives it the focus. */
void
trellis_matrix_grid_focus_place (TrellisMatrixGrid *self,
                                 TrellisMatrixPlace place)
{
  g_return_if_fail (TRELLIS_IS_MATRIX_GRID (self));

  _trellis_matrix_grid_set_place (self, place, TRUE);
}

TrellisMatrixPlace
trellis_matrix_grid_get_place (TrellisMatrixGrid *self)
{
  g_return_val_if_fail (TRELLIS_IS_MATRIX_GRID (self), ((TrellisMatrixPlace) { 0, 0 }));

  return self->place;
}

const TrellisMatrixGeometry *
trellis_matrix_grid_get_geometry (TrellisMatrixGrid *self)
{
  g_return_val_if_fail (TRELLIS_IS_MATRIX_GRID (self), NULL);

  return &self->geometry;
}

/* Returns: (nullable): %NULL where there is neither a cell nor a name, as on the add lines */
static char *
describe_place (TrellisMatrixGrid *self,
                TrellisMatrixPlace place)
{
  const char *wording;

  if (place.row == TRELLIS_MATRIX_HEAD_LINE && place.column >= 0
      && place.column < self->geometry.n_columns)
    return g_strdup (trellis_matrix_get_column_name (self->matrix, (guint) place.column));
  if (place.column == TRELLIS_MATRIX_HEAD_LINE && place.row >= 0
      && place.row < self->geometry.n_rows)
    return g_strdup (trellis_matrix_get_row_name (self->matrix, (guint) place.row));
  if (!_trellis_matrix_grid_is_cell (self, place))
    return NULL;

  wording = trellis_matrix_get_wording (self->matrix, (guint) place.row, (guint) place.column);
  /* Translators: a component, a role, and whether the role works on the component. */
  return g_strdup_printf (
      _("%s × %s: %s"), trellis_matrix_get_row_name (self->matrix, (guint) place.row),
      trellis_matrix_get_column_name (self->matrix, (guint) place.column),
      wording == NULL ? _("not involved") : *wording == '\0' ? _("involved")
                                                              : wording);
}

/**
 * trellis_matrix_grid_describe:
 *
 * Returns: (transfer full): a line about what the pointer is on, else the focus: "Auth × DBA:
 *   involved"; empty when there is nothing
 */
char *
trellis_matrix_grid_describe (TrellisMatrixGrid *self)
{
  char *text = NULL;

  g_return_val_if_fail (TRELLIS_IS_MATRIX_GRID (self), NULL);

  if (self->matrix != NULL && self->hovering)
    text = describe_place (self, self->hover);
  if (self->matrix != NULL && self->focused && text == NULL)
    text = describe_place (self, self->place);

  return text != NULL ? text : g_strdup ("");
}

static void
end_tint_cb (gpointer user_data)
{
  TrellisMatrixGrid *self = user_data;

  self->tint_source = 0;
  self->tinting = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Shows for 1.2 s that something happened at the place. */
void
trellis_matrix_grid_tint (TrellisMatrixGrid *self,
                          TrellisMatrixPlace place)
{
  g_return_if_fail (TRELLIS_IS_MATRIX_GRID (self));

  if (!adw_get_enable_animations (GTK_WIDGET (self)))
    return;

  g_clear_handle_id (&self->tint_source, g_source_remove);
  self->tinting = TRUE;
  self->tint = place;
  self->tint_source = g_timeout_add_once (TINT_MS, end_tint_cb, self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
