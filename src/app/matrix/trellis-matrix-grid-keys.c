/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-matrix-csv.h"
#include "trellis-matrix-grid-private.h"

#include <glib/gi18n-lib.h>

/* Keys and actions of the grid.
 *
 *   arrows, Home, End, Ctrl+Home, Ctrl+End, Page Up, Page Down   move, as seen on screen
 *   Space              cell: toggle; head: open its menu; add line: type
 *   Return, F2         cell: wording; head: rename; add line: type
 *   Delete             cell: remove; head: delete the line
 *   Insert             new component below; on a role's head, new role after
 *   Alt+Up, Alt+Down   move the component; on a role's head, the role (Alt+Left and Right too)
 *   Ctrl+C             copy as Markdown
 *   a letter           toggle the role whose head underlines it, in this row
 *   Menu, Shift+F10    context menu */

typedef struct
{
  const char *name;
  void (*run) (TrellisMatrixGrid *self);
} Action;

static gboolean
is_row_head (TrellisMatrixGrid *self)
{
  return self->place.column == TRELLIS_MATRIX_HEAD_LINE && self->place.row < self->geometry.n_rows;
}

static gboolean
is_column_head (TrellisMatrixGrid *self)
{
  return self->place.row == TRELLIS_MATRIX_HEAD_LINE
         && self->place.column < self->geometry.n_columns;
}

/* Asks for @places to become @state; a no-op is not asked for. */
void
_trellis_matrix_grid_assign (TrellisMatrixGrid *self,
                             TrellisMatrixPlace place,
                             gboolean           state)
{
  TrellisMatrixCommand command = {
    .kind = TRELLIS_MATRIX_ASSIGN, .place = place, .places = &place, .n_places = 1, .state = state
  };

  if (!_trellis_matrix_grid_is_cell (self, place)
      || trellis_matrix_is_involved (self->matrix, (guint) place.row, (guint) place.column)
             == state)
    return;

  _trellis_matrix_grid_emit (self, &command);
}

static void
toggle (TrellisMatrixGrid *self,
        TrellisMatrixPlace place)
{
  if (_trellis_matrix_grid_is_cell (self, place))
    _trellis_matrix_grid_assign (
        self, place,
        !trellis_matrix_is_involved (self->matrix, (guint) place.row, (guint) place.column));
}

static void
toggle_action (TrellisMatrixGrid *self)
{
  if (_trellis_matrix_grid_is_cell (self, self->place))
    toggle (self, self->place);
  else if (is_row_head (self) || is_column_head (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "matrix.menu", NULL);
  else
    _trellis_matrix_grid_edit (self);
}

static void
clear_action (TrellisMatrixGrid *self)
{
  _trellis_matrix_grid_assign (self, self->place, FALSE);
}

static void
delete_action (TrellisMatrixGrid *self)
{
  TrellisMatrixCommand command = { .kind = TRELLIS_MATRIX_DELETE, .place = self->place };

  if (is_row_head (self) || is_column_head (self))
    _trellis_matrix_grid_emit (self, &command);
  else
    clear_action (self);
}

static void
fill_line (TrellisMatrixGrid *self,
           gboolean           row,
           gboolean           state)
{
  TrellisMatrixCommand command = { .kind = TRELLIS_MATRIX_FILL,
                                   .place = self->place,
                                   .state = state };

  if (row)
    command.place.column = TRELLIS_MATRIX_HEAD_LINE;
  else
    command.place.row = TRELLIS_MATRIX_HEAD_LINE;
  _trellis_matrix_grid_emit (self, &command);
}

static void
fill_row_action (TrellisMatrixGrid *self)
{
  fill_line (self, TRUE, TRUE);
}

static void
clear_row_action (TrellisMatrixGrid *self)
{
  fill_line (self, TRUE, FALSE);
}

static void
fill_column_action (TrellisMatrixGrid *self)
{
  fill_line (self, FALSE, TRUE);
}

static void
clear_column_action (TrellisMatrixGrid *self)
{
  fill_line (self, FALSE, FALSE);
}

static void
move_line (TrellisMatrixGrid *self,
           int                by)
{
  gboolean             columns = is_column_head (self);
  TrellisMatrixCommand command = { .kind = TRELLIS_MATRIX_MOVE, .place = self->place };

  if (columns)
    command.target = self->place.column + by;
  else if (self->place.row >= 0 && self->place.row < self->geometry.n_rows)
    {
      command.place.column = TRELLIS_MATRIX_HEAD_LINE;
      command.target = self->place.row + by;
    }
  else
    return;

  if (command.target >= 0
      && command.target < (columns ? self->geometry.n_columns : self->geometry.n_rows))
    _trellis_matrix_grid_emit (self, &command);
}

static void
move_earlier_action (TrellisMatrixGrid *self)
{
  move_line (self, -1);
}

static void
move_later_action (TrellisMatrixGrid *self)
{
  move_line (self, 1);
}

static void
copy_text (TrellisMatrixGrid *self,
           char *(*write) (TrellisMatrix *) )
{
  g_autofree char *text = write (self->matrix);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
copy_markdown_action (TrellisMatrixGrid *self)
{
  copy_text (self, trellis_matrix_to_markdown);
}

static char *
write_csv (TrellisMatrix *matrix)
{
  return trellis_matrix_csv_write (matrix, TRELLIS_CSV_EXCHANGE);
}

static void
copy_csv_action (TrellisMatrixGrid *self)
{
  copy_text (self, write_csv);
}

static void
menu_action (TrellisMatrixGrid *self)
{
  TrellisMatrixArea area = trellis_matrix_geometry_get_area (&self->geometry, self->place);
  gboolean          rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int               x = rtl ? self->geometry.width - area.x - area.width : area.x;

  _trellis_matrix_grid_show_menu (self, x + area.width / 2, area.y + area.height / 2);
}

static GdkRectangle
rectangle_of (TrellisMatrixGrid *self,
              TrellisMatrixPlace place)
{
  TrellisMatrixArea area = trellis_matrix_geometry_get_area (&self->geometry, place);
  gboolean          rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return (GdkRectangle) { rtl ? self->geometry.width - area.x - area.width : area.x, area.y,
                          area.width, area.height };
}

static void
open_editor (TrellisMatrixGrid *self,
             const char        *title,
             const char        *text,
             gboolean           stays)
{
  GdkRectangle area = rectangle_of (self, self->place);

  trellis_matrix_editor_open (self->editor, &area, title, text, stays);
}

static void
edit_wording (TrellisMatrixGrid *self)
{
  guint       row = (guint) self->place.row;
  guint       column = (guint) self->place.column;
  const char *wording = trellis_matrix_get_wording (self->matrix, row, column);
  const char *role = trellis_matrix_get_column_name (self->matrix, column);
  /* Translators: a role, a component. */
  g_autofree char *title = g_strdup_printf (_("%s in %s, worded"), role,
                                            trellis_matrix_get_row_name (self->matrix, row));

  open_editor (self, title, wording != NULL && *wording != '\0' ? wording : role, FALSE);
}

/* Opens the editor for whatever has the focus. */
void
_trellis_matrix_grid_edit (TrellisMatrixGrid *self)
{
  if (_trellis_matrix_grid_is_cell (self, self->place))
    edit_wording (self);
  else if (is_row_head (self))
    open_editor (self, _("Rename Component"),
                 trellis_matrix_get_row_name (self->matrix, (guint) self->place.row),
                 FALSE);
  else if (is_column_head (self))
    open_editor (self, _("Rename Role"),
                 trellis_matrix_get_column_name (self->matrix, (guint) self->place.column),
                 FALSE);
  else
    open_editor (self,
                 self->place.row == self->geometry.n_rows ? _("New Component") : _("New Role"),
                 "", TRUE);
}

static void
insert_action (TrellisMatrixGrid *self)
{
  gboolean role = self->place.row == TRELLIS_MATRIX_HEAD_LINE;
  int      target = (role ? self->place.column : self->place.row) + 1;

  self->insert_target = target;
  open_editor (self, role ? _("New Role") : _("New Component"), "", FALSE);
}

static void
emit_add (TrellisMatrixGrid *self,
          const char        *text,
          int                target)
{
  TrellisMatrixCommand command
      = { .kind = TRELLIS_MATRIX_ADD, .place = self->place, .target = target, .text = text };

  if (self->place.row != TRELLIS_MATRIX_HEAD_LINE)
    command.place.column = TRELLIS_MATRIX_HEAD_LINE;
  _trellis_matrix_grid_emit (self, &command);
}

static void
emit_wording (TrellisMatrixGrid *self,
              const char        *text)
{
  const char *role
      = trellis_matrix_get_column_name (self->matrix, (guint) self->place.column);
  TrellisMatrixCommand command = { .kind = TRELLIS_MATRIX_REWORD,
                                   .place = self->place,
                                   .text = text };

  if (g_str_equal (text, role))
    command.text = "";
  _trellis_matrix_grid_emit (self, &command);
}

static void
editor_done_cb (TrellisMatrixGrid *self,
                const char        *text)
{
  TrellisMatrixCommand command = { .kind = TRELLIS_MATRIX_RENAME,
                                   .place = self->place,
                                   .text = text };
  gboolean             inserting = self->insert_target >= 0;

  if (_trellis_matrix_grid_is_cell (self, self->place) && !inserting)
    emit_wording (self, text);
  else if (*text == '\0')
    return;
  else if (inserting)
    emit_add (self, text, self->insert_target);
  else if (is_row_head (self) || is_column_head (self))
    _trellis_matrix_grid_emit (self, &command);
  else
    emit_add (self, text,
              self->place.row == self->geometry.n_rows ? self->geometry.n_rows
                                                       : self->geometry.n_columns);
}

static void
editor_closed_cb (TrellisMatrixGrid *self)
{
  self->insert_target = -1;
  _trellis_matrix_grid_set_place (self, self->place, TRUE);
}

static const Action actions[] = {
  { "matrix.toggle", toggle_action },
  { "matrix.edit", _trellis_matrix_grid_edit },
  { "matrix.delete", delete_action },
  { "matrix.clear", clear_action },
  { "matrix.insert", insert_action },
  { "matrix.fill-row", fill_row_action },
  { "matrix.clear-row", clear_row_action },
  { "matrix.fill-column", fill_column_action },
  { "matrix.clear-column", clear_column_action },
  { "matrix.move-earlier", move_earlier_action },
  { "matrix.move-later", move_later_action },
  { "matrix.copy-markdown", copy_markdown_action },
  { "matrix.copy-csv", copy_csv_action },
  { "matrix.menu", menu_action },
};

static void
run_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TrellisMatrixGrid *self = TRELLIS_MATRIX_GRID (widget);

  /* Keys that the editor's entry has no use for come up to the grid. */
  if (self->matrix == NULL || trellis_matrix_editor_is_open (self->editor))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      actions[i].run (self);
}

static gboolean
step_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   unused)
{
  TrellisMatrixGrid *self = TRELLIS_MATRIX_GRID (widget);
  gboolean           rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int                step = g_variant_get_int32 (args);
  TrellisMatrixPlace to;

  if (self->matrix == NULL || trellis_matrix_editor_is_open (self->editor))
    return FALSE;

  if (rtl && step == TRELLIS_MATRIX_STEP_LEFT)
    step = TRELLIS_MATRIX_STEP_RIGHT;
  else if (rtl && step == TRELLIS_MATRIX_STEP_RIGHT)
    step = TRELLIS_MATRIX_STEP_LEFT;

  to = trellis_matrix_geometry_step (&self->geometry, self->place, (TrellisMatrixStep) step);
  if (to.row == self->place.row && to.column == self->place.column)
    gtk_widget_error_bell (widget);
  else
    _trellis_matrix_grid_set_place (self, to, TRUE);
  return TRUE;
}

static void
bind_step (GtkWidgetClass *widget_class,
           guint           key,
           guint           keypad,
           GdkModifierType modifiers,
           int             step)
{
  gtk_widget_class_add_binding (widget_class, key, modifiers, step_cb, "i", step);
  gtk_widget_class_add_binding (widget_class, keypad, modifiers, step_cb, "i", step);
}

static void
bind_action (GtkWidgetClass *widget_class,
             guint           key,
             GdkModifierType modifiers,
             const char     *action)
{
  gtk_widget_class_add_binding_action (widget_class, key, modifiers, action, NULL);
}

void
_trellis_matrix_grid_class_init_keys (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, run_action);

  bind_step (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 0, TRELLIS_MATRIX_STEP_LEFT);
  bind_step (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 0, TRELLIS_MATRIX_STEP_RIGHT);
  bind_step (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, TRELLIS_MATRIX_STEP_UP);
  bind_step (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, TRELLIS_MATRIX_STEP_DOWN);
  bind_step (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, 0, TRELLIS_MATRIX_STEP_LINE_START);
  bind_step (widget_class, GDK_KEY_End, GDK_KEY_KP_End, 0, TRELLIS_MATRIX_STEP_LINE_END);
  bind_step (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, GDK_CONTROL_MASK,
             TRELLIS_MATRIX_STEP_START);
  bind_step (widget_class, GDK_KEY_End, GDK_KEY_KP_End, GDK_CONTROL_MASK, TRELLIS_MATRIX_STEP_END);
  bind_step (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, TRELLIS_MATRIX_STEP_PAGE_UP);
  bind_step (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0,
             TRELLIS_MATRIX_STEP_PAGE_DOWN);

  bind_action (widget_class, GDK_KEY_space, 0, "matrix.toggle");
  bind_action (widget_class, GDK_KEY_KP_Space, 0, "matrix.toggle");
  bind_action (widget_class, GDK_KEY_Return, 0, "matrix.edit");
  bind_action (widget_class, GDK_KEY_KP_Enter, 0, "matrix.edit");
  bind_action (widget_class, GDK_KEY_F2, 0, "matrix.edit");
  bind_action (widget_class, GDK_KEY_Delete, 0, "matrix.delete");
  bind_action (widget_class, GDK_KEY_KP_Delete, 0, "matrix.delete");
  bind_action (widget_class, GDK_KEY_Insert, 0, "matrix.insert");
  bind_action (widget_class, GDK_KEY_KP_Insert, 0, "matrix.insert");
  bind_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "matrix.move-earlier");
  bind_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "matrix.move-later");
  bind_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "matrix.copy-markdown");
  bind_action (widget_class, GDK_KEY_Menu, 0, "matrix.menu");
  bind_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "matrix.menu");
}

static gboolean
is_letter_taken (TrellisMatrixGrid *self,
                 gunichar           letter)
{
  for (guint i = 0; i < self->letters->len; i++)
    if (g_array_index (self->letters, TrellisMatrixLetter, i).letter == letter)
      return TRUE;

  return FALSE;
}

/* The first letter of each role's name that no role before it took. */
void
_trellis_matrix_grid_assign_letters (TrellisMatrixGrid *self)
{
  g_array_set_size (self->letters, 0);

  for (int column = 0; column < self->geometry.n_columns; column++)
    {
      const char         *name = trellis_matrix_get_column_name (self->matrix, (guint) column);
      TrellisMatrixLetter choice = { 0 };

      for (const char *p = name; *p != '\0' && choice.letter == 0; p = g_utf8_next_char (p))
        {
          gunichar letter = g_unichar_tolower (g_utf8_get_char (p));

          if (g_unichar_isalpha (letter) && !is_letter_taken (self, letter))
            choice = (TrellisMatrixLetter) { letter, (int) (p - name) };
        }
      g_array_append_val (self->letters, choice);
    }
}

static int
find_letter (TrellisMatrixGrid *self,
             gunichar           letter)
{
  for (guint i = 0; letter != 0 && i < self->letters->len; i++)
    if (g_array_index (self->letters, TrellisMatrixLetter, i).letter == letter)
      return (int) i;

  return -1;
}

/* The key counts by what it types, and by what it would type in another layout: under a Russian
 * layout the key of "d" toggles the role whose letter is d. */
static int
find_key (TrellisMatrixGrid *self,
          guint              keyval,
          guint              keycode)
{
  g_autofree guint *keyvals = NULL;
  int               n, column
         = find_letter (self, g_unichar_tolower (gdk_keyval_to_unicode (keyval)));

  if (column >= 0
      || !gdk_display_map_keycode (gtk_widget_get_display (GTK_WIDGET (self)), keycode, NULL,
                                   &keyvals, &n))
    return column;

  for (int i = 0; i < n && column < 0; i++)
    column = find_letter (self, g_unichar_tolower (gdk_keyval_to_unicode (keyvals[i])));

  return column;
}

static gboolean
key_pressed_cb (TrellisMatrixGrid *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    modifiers)
{
  int column;

  if ((modifiers & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) != 0
      || self->matrix == NULL || trellis_matrix_editor_is_open (self->editor) || self->place.row < 0
      || self->place.row >= self->geometry.n_rows
      || !g_unichar_isalpha (gdk_keyval_to_unicode (keyval)))
    return GDK_EVENT_PROPAGATE;

  column = find_key (self, keyval, keycode);
  if (column < 0)
    return GDK_EVENT_PROPAGATE;

  _trellis_matrix_grid_set_place (self, (TrellisMatrixPlace) { self->place.row, column }, TRUE);
  toggle (self, self->place);
  return GDK_EVENT_STOP;
}

void
_trellis_matrix_grid_init_keys (TrellisMatrixGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (self->editor, "done", G_CALLBACK (editor_done_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "closed", G_CALLBACK (editor_closed_cb), self,
                           G_CONNECT_SWAPPED);
}
