/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-matrix-grid-private.h"

#include <glib/gi18n-lib.h>

/* Pointer and touch.
 *
 * A press on a cell toggles it, and as long as the button is held the cells crossed get the same
 * state: one change when it is let go. A head is dragged to its new place. A touch taps to toggle
 * and drags to scroll; a long press or a secondary click opens the menu. */

#define DRAG_THRESHOLD 8

gboolean
_trellis_matrix_grid_hit (TrellisMatrixGrid  *self,
                          double              x,
                          double              y,
                          TrellisMatrixPlace *place)
{
  if (self->matrix == NULL)
    return FALSE;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = self->geometry.width - 1 - x;

  return trellis_matrix_geometry_hit (&self->geometry, (int) x, (int) y, place);
}

static void
set_hover (TrellisMatrixGrid *self,
           gboolean           hovering,
           TrellisMatrixPlace place)
{
  GtkWidget *old = self->hovering ? _trellis_matrix_grid_widget_at (self, self->hover) : NULL;
  GtkWidget *new;

  if (hovering == self->hovering
      && (!hovering || (place.row == self->hover.row && place.column == self->hover.column)))
    return;

  self->hovering = hovering;
  self->hover = place;
  new = hovering ? _trellis_matrix_grid_widget_at (self, place) : NULL;
  if (TRELLIS_IS_MATRIX_CELL (old))
    trellis_matrix_cell_set_hovered (TRELLIS_MATRIX_CELL (old), FALSE);
  if (TRELLIS_IS_MATRIX_CELL (new))
    trellis_matrix_cell_set_hovered (TRELLIS_MATRIX_CELL (new), TRUE);
  _trellis_matrix_grid_announce_place (self);
}

static void
motion_cb (TrellisMatrixGrid *self,
           double             x,
           double             y)
{
  TrellisMatrixPlace place = { 0, 0 };
  gboolean           hit = _trellis_matrix_grid_hit (self, x, y, &place);

  set_hover (self, hit, place);
}

static void
leave_cb (TrellisMatrixGrid *self)
{
  set_hover (self, FALSE, self->hover);
}

static gboolean
query_tooltip_cb (TrellisMatrixGrid *self,
                  int                x,
                  int                y,
                  gboolean           keyboard,
                  GtkTooltip        *tooltip)
{
  TrellisMatrixPlace place = self->place;
  const char        *text;

  if (!keyboard && !_trellis_matrix_grid_hit (self, x, y, &place))
    return FALSE;

  if (_trellis_matrix_grid_is_cell (self, place))
    text = trellis_matrix_get_wording (self->matrix, (guint) place.row, (guint) place.column);
  else if (place.column == TRELLIS_MATRIX_HEAD_LINE && place.row < self->geometry.n_rows)
    text = trellis_matrix_get_row_name (self->matrix, (guint) place.row);
  else if (place.row == TRELLIS_MATRIX_HEAD_LINE && place.column < self->geometry.n_columns)
    text = trellis_matrix_get_column_name (self->matrix, (guint) place.column);
  else
    text = NULL;

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL && *text != '\0';
}

static void
paint (TrellisMatrixGrid *self,
       TrellisMatrixPlace place)
{
  for (guint i = 0; i < self->painted->len; i++)
    {
      TrellisMatrixPlace other = g_array_index (self->painted, TrellisMatrixPlace, i);

      if (other.row == place.row && other.column == place.column)
        return;
    }

  g_array_append_val (self->painted, place);
  _trellis_matrix_grid_refresh (self);
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (
      GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
drag_begin_cb (TrellisMatrixGrid *self,
               double             x,
               double             y,
               GtkGesture        *gesture)
{
  TrellisMatrixPlace place;

  if (is_touch (gesture) || !_trellis_matrix_grid_hit (self, x, y, &place))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  _trellis_matrix_grid_set_place (self, place, TRUE);
  self->dragged = place;
  self->drag_x = self->drag_y = 0;

  if (_trellis_matrix_grid_is_cell (self, place))
    {
      self->painted = g_array_new (FALSE, FALSE, sizeof (TrellisMatrixPlace));
      self->paint_state = !trellis_matrix_is_involved (self->matrix, (guint) place.row,
                                                       (guint) place.column);
      paint (self, place);
    }
}

/* Every cell between two pointer events counts, however fast the pointer went. */
static void
paint_between (TrellisMatrixGrid *self,
               double             from_x,
               double             from_y,
               double             x,
               double             y)
{
  int steps = 1
              + (int) (MAX (ABS (x - from_x), ABS (y - from_y)) / (self->geometry.row_height / 2));

  for (int i = 1; i <= steps; i++)
    {
      TrellisMatrixPlace place;

      if (_trellis_matrix_grid_hit (self, from_x + (x - from_x) * i / steps,
                                    from_y + (y - from_y) * i / steps, &place)
          && _trellis_matrix_grid_is_cell (self, place))
        paint (self, place);
    }
}

static void
drag_head (TrellisMatrixGrid *self,
           double             offset_x,
           double             offset_y,
           double             x,
           double             y)
{
  gboolean rows = self->dragged.column == TRELLIS_MATRIX_HEAD_LINE;

  if ((rows ? self->dragged.row >= self->geometry.n_rows
            : self->dragged.column >= self->geometry.n_columns)
      || ABS (rows ? offset_y : offset_x) < DRAG_THRESHOLD)
    return;

  if (!rows && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = self->geometry.width - 1 - x;
  self->drop_index = trellis_matrix_geometry_drop_index (&self->geometry, rows,
                                                         (int) (rows ? y : x));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_update_cb (TrellisMatrixGrid *self,
                double             offset_x,
                double             offset_y,
                GtkGestureDrag    *gesture)
{
  double start_x, start_y;

  if (!gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y))
    return;

  if (self->painted != NULL)
    paint_between (self, start_x + self->drag_x, start_y + self->drag_y, start_x + offset_x,
                   start_y + offset_y);
  else
    drag_head (self, offset_x, offset_y, start_x + offset_x, start_y + offset_y);

  self->drag_x = offset_x;
  self->drag_y = offset_y;
}

static void
emit_painted (TrellisMatrixGrid *self)
{
  g_autoptr (GArray)   painted = g_steal_pointer (&self->painted);
  TrellisMatrixCommand command = {
    .kind = TRELLIS_MATRIX_ASSIGN,
    .place = self->place,
    .places = (const TrellisMatrixPlace *) (gpointer) painted->data,
    .n_places = painted->len,
    .state = self->paint_state,
  };

  _trellis_matrix_grid_emit (self, &command);
}

static void
emit_drop (TrellisMatrixGrid *self)
{
  gboolean             rows = self->dragged.column == TRELLIS_MATRIX_HEAD_LINE;
  int                  from = rows ? self->dragged.row : self->dragged.column;
  int                  target = self->drop_index > from ? self->drop_index - 1 : self->drop_index;
  TrellisMatrixCommand command = { .kind = TRELLIS_MATRIX_MOVE,
                                   .place = self->dragged,
                                   .target = target };

  self->drop_index = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (target != from)
    _trellis_matrix_grid_emit (self, &command);
}

static void
drag_end_cb (TrellisMatrixGrid *self,
             double             offset_x,
             double             offset_y,
             GtkGestureDrag    *gesture)
{
  if (self->painted != NULL)
    emit_painted (self);
  else if (self->drop_index >= 0)
    emit_drop (self);
  else if (self->place.row == self->geometry.n_rows
           || self->place.column == self->geometry.n_columns)
    _trellis_matrix_grid_edit (self);
}

static void
drag_cancel_cb (TrellisMatrixGrid *self,
                GdkEventSequence  *sequence,
                GtkGesture        *gesture)
{
  g_clear_pointer (&self->painted, g_array_unref);
  self->drop_index = -1;
  if (self->matrix != NULL)
    _trellis_matrix_grid_refresh (self);
}

static void
tap_cb (TrellisMatrixGrid *self,
        int                n_press,
        double             x,
        double             y,
        GtkGesture        *gesture)
{
  TrellisMatrixPlace place;

  if (!is_touch (gesture) || !_trellis_matrix_grid_hit (self, x, y, &place))
    return;

  _trellis_matrix_grid_set_place (self, place, TRUE);
  if (_trellis_matrix_grid_is_cell (self, place))
    gtk_widget_activate_action (GTK_WIDGET (self), "matrix.toggle", NULL);
  else if (place.row == self->geometry.n_rows || place.column == self->geometry.n_columns)
    _trellis_matrix_grid_edit (self);
}

static void
open_menu_at (TrellisMatrixGrid *self,
              double             x,
              double             y)
{
  TrellisMatrixPlace place;

  if (!_trellis_matrix_grid_hit (self, x, y, &place))
    return;

  _trellis_matrix_grid_set_place (self, place, TRUE);
  _trellis_matrix_grid_show_menu (self, x, y);
}

static void
secondary_cb (TrellisMatrixGrid *self,
              int                n_press,
              double             x,
              double             y)
{
  open_menu_at (self, x, y);
}

/* Borrowed: @menu keeps it. */
static GMenu *
append_section (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  return section;
}

static void
append_line_items (GMenu   *menu,
                   gboolean row)
{
  GMenu *section = append_section (menu);

  g_menu_append (section, _("Rename…"), "matrix.edit");
  section = append_section (menu);
  g_menu_append (section, row ? _("Fill Row") : _("Fill Column"),
                 row ? "matrix.fill-row" : "matrix.fill-column");
  g_menu_append (section,
                 row ? _("Clear Row")
                     : _("Clear Column"),
                 row ? "matrix.clear-row" : "matrix.clear-column");
  section = append_section (menu);
  g_menu_append (section, row ? _("Move Up") : _("Move Left"), "matrix.move-earlier");
  g_menu_append (section, row ? _("Move Down") : _("Move Right"), "matrix.move-later");
}

static GMenu *
create_menu (TrellisMatrixGrid *self)
{
  GMenu   *menu = g_menu_new ();
  GMenu   *section;
  gboolean cell = _trellis_matrix_grid_is_cell (self, self->place);
  gboolean row_head = self->place.column == TRELLIS_MATRIX_HEAD_LINE
                      && self->place.row < self->geometry.n_rows;
  gboolean column_head = self->place.row == TRELLIS_MATRIX_HEAD_LINE
                         && self->place.column < self->geometry.n_columns;

  if (cell)
    {
      section = append_section (menu);
      g_menu_append (section, _("Edit Wording…"), "matrix.edit");
      section = append_section (menu);
      g_menu_append (section, _("Fill Row"), "matrix.fill-row");
      g_menu_append (section, _("Clear Row"), "matrix.clear-row");
      g_menu_append (section, _("Fill Column"), "matrix.fill-column");
      g_menu_append (section, _("Clear Column"), "matrix.clear-column");
    }
  else if (row_head || column_head)
    append_line_items (menu, row_head);

  section = append_section (menu);
  g_menu_append (section, _("Copy as Markdown"), "matrix.copy-markdown");
  g_menu_append (section, _("Copy as CSV"), "matrix.copy-csv");

  if (cell || row_head || column_head)
    {
      section = append_section (menu);
      g_menu_append (section, cell ? _("Remove") : _("Delete"), "matrix.delete");
    }

  return menu;
}

static void
menu_closed_cb (TrellisMatrixGrid *self)
{
  /* Not while the menu is still closing: an item's action runs after it. */
  if (!trellis_matrix_editor_is_open (self->editor))
    _trellis_matrix_grid_set_place (self, self->place, TRUE);
}

/* Opens the menu of the place with the focus, pointing at (x, y) in the grid. */
void
_trellis_matrix_grid_show_menu (TrellisMatrixGrid *self,
                                double             x,
                                double             y)
{
  g_autoptr (GMenu) menu = create_menu (self);

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self,
                               G_CONNECT_SWAPPED);
    }

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
add_drag (TrellisMatrixGrid *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

void
_trellis_matrix_grid_init_pointer (TrellisMatrixGrid *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture         *tap = gtk_gesture_click_new ();
  GtkGesture         *secondary = gtk_gesture_click_new ();
  GtkGesture         *press = gtk_gesture_long_press_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  g_signal_connect_swapped (tap, "released", G_CALLBACK (tap_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (tap));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (open_menu_at), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));

  add_drag (self);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
