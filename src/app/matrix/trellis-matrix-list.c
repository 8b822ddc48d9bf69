/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-matrix-list.h"

#include "trellis-page.h"

#include <glib/gi18n-lib.h>

/* So many switches at once; more are asked for. */
#define PAGE 300

struct _TrellisMatrixList
{
  GtkWidget parent_instance;

  GtkWidget           *content;
  GtkWidget           *scroller;
  AdwToggleGroup      *axis;
  AdwPreferencesGroup *group;
  GtkListBox          *list;
  GtkWidget           *steps;
  GtkWidget           *previous;
  GtkDropDown         *line;
  GtkWidget           *next;

  GPtrArray *rows; /* AdwSwitchRow, kept for the next line */
  GtkWidget *more;
  GtkWidget *add;

  TrellisMatrix *matrix;
  gint64         ids[2]; /* the component and the role that are shown, by axis */
  guint          limit;
  gboolean       updating; /* what the widgets tell is our own doing */
};

typedef enum
{
  AXIS_COMPONENT,
  AXIS_ROLE,
} Axis;

enum
{
  COMMAND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrellisMatrixList, trellis_matrix_list, GTK_TYPE_WIDGET)

static Axis
get_axis (TrellisMatrixList *self)
{
  return (Axis) adw_toggle_group_get_active (self->axis);
}

static Axis
get_other_axis (TrellisMatrixList *self)
{
  return get_axis (self) == AXIS_COMPONENT ? AXIS_ROLE : AXIS_COMPONENT;
}

static guint
count_lines (TrellisMatrixList *self,
             Axis               axis)
{
  if (self->matrix == NULL)
    return 0;

  return axis == AXIS_COMPONENT ? trellis_matrix_get_n_rows (self->matrix)
                                : trellis_matrix_get_n_columns (self->matrix);
}

static const char *
get_name (TrellisMatrixList *self,
          Axis               axis,
          guint              line)
{
  return axis == AXIS_COMPONENT ? trellis_matrix_get_row_name (self->matrix, line)
                                : trellis_matrix_get_column_name (self->matrix, line);
}

/* The line that is shown: where what was shown stands now, or the first. */
static guint
find_line (TrellisMatrixList *self)
{
  Axis  axis = get_axis (self);
  guint line = 0;

  if (count_lines (self, axis) == 0
      || !(axis == AXIS_COMPONENT
               ? trellis_matrix_find_row (self->matrix, self->ids[axis], &line)
               : trellis_matrix_find_column (self->matrix, self->ids[axis], &line)))
    return 0;

  return line;
}

static void
set_line (TrellisMatrixList *self,
          guint              line)
{
  Axis axis = get_axis (self);

  self->ids[axis] = axis == AXIS_COMPONENT ? trellis_matrix_get_row_id (self->matrix, line)
                                           : trellis_matrix_get_column_id (self->matrix, line);
}

static TrellisMatrixPlace
get_place (TrellisMatrixList *self,
           guint              index)
{
  int line = (int) find_line (self);

  return get_axis (self) == AXIS_COMPONENT ? (TrellisMatrixPlace) { line, (int) index }
                                           : (TrellisMatrixPlace) { (int) index, line };
}

static void
switched_cb (TrellisMatrixList *self,
             GParamSpec        *pspec,
             GtkWidget         *row)
{
  TrellisMatrixPlace   place;
  TrellisMatrixCommand command = { .kind = TRELLIS_MATRIX_ASSIGN, .n_places = 1 };

  if (self->updating)
    return;

  place = get_place (self, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  command.places = &place;
  command.state = adw_switch_row_get_active (ADW_SWITCH_ROW (row));
  g_signal_emit (self, signals[COMMAND], 0, &command);
}

static void
worded_cb (AdwAlertDialog    *dialog,
           const char        *response,
           TrellisMatrixList *self)
{
  const TrellisMatrixPlace *place = g_object_get_data (G_OBJECT (dialog), "place");
  TrellisMatrixCommand      command = { .kind = TRELLIS_MATRIX_REWORD, .place = *place };
  g_autofree char          *text = g_strstrip (g_strdup (
      gtk_editable_get_text (GTK_EDITABLE (adw_alert_dialog_get_extra_child (dialog)))));

  command.text = text;
  if (g_str_equal (response, "keep")
      && trellis_matrix_is_involved (self->matrix, (guint) place->row, (guint) place->column))
    g_signal_emit (self, signals[COMMAND], 0, &command);
}

/* What the role is called in this one place: a sheet of its own, for want of room. */
static void
reword_cb (TrellisMatrixList *self,
           GtkWidget         *button)
{
  GtkWidget         *row = gtk_widget_get_ancestor (button, ADW_TYPE_SWITCH_ROW);
  guint              index = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  TrellisMatrixPlace place = get_place (self, index);
  guint              line = (guint) place.row, column = (guint) place.column;
  GtkWidget         *entry = gtk_entry_new ();
  AdwDialog         *dialog
      = adw_alert_dialog_new (trellis_matrix_get_column_name (self->matrix, column), NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry),
                         trellis_matrix_get_wording (self->matrix, line, column));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Wording"), -1);
  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog),
                                /* Translators: a component. */
                                _("What the role is called in “%s”; empty: as everywhere."),
                                trellis_matrix_get_row_name (self->matrix, line));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), entry);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "keep",
                                  _("_Keep"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "keep",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "keep");
  adw_dialog_set_focus (dialog, entry);

  g_object_set_data_full (G_OBJECT (dialog), "place", g_memdup2 (&place, sizeof place), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (worded_cb), self, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static GtkWidget *
make_row (TrellisMatrixList *self)
{
  GtkWidget *row = adw_switch_row_new ();
  GtkWidget *reword = gtk_button_new_from_icon_name ("document-edit-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_add_css_class (reword, "flat");
  gtk_widget_set_valign (reword, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (reword, _("Wording"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), reword);
  g_object_set_data (G_OBJECT (row), "reword", reword);
  g_signal_connect_object (reword, "clicked", G_CALLBACK (reword_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (switched_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

/* A button that cannot be used keeps its room: the switches stand below each other. */
static void
show_reword (GtkWidget *button,
             gboolean   shown)
{
  gtk_widget_set_sensitive (button, shown);
  gtk_widget_set_opacity (button, shown ? 1 : 0);
}

static void
show_row (TrellisMatrixList *self,
          guint              index)
{
  GtkWidget         *row = g_ptr_array_index (self->rows, index);
  TrellisMatrixPlace place = get_place (self, index);
  const char        *wording = trellis_matrix_get_wording (self->matrix, (guint) place.row,
                                                           (guint) place.column);
  g_autofree char   *quoted
      = wording != NULL && *wording != '\0' ? g_strdup_printf (_("“%s”"), wording) : NULL;

  self->updating = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 get_name (self, get_other_axis (self), index));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), quoted != NULL ? quoted : "");
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), wording != NULL);
  self->updating = FALSE;
  show_reword (g_object_get_data (G_OBJECT (row), "reword"), wording != NULL);
}

/* “Auth service”, “2 of 6 · 4 roles” */
static void
show_heading (TrellisMatrixList *self)
{
  Axis             axis = get_axis (self);
  guint            n = count_lines (self, axis);
  guint            line = find_line (self);
  guint            count = 0;
  g_autofree char *name = NULL;
  g_autofree char *counted = NULL;
  g_autofree char *text = NULL;

  if (n == 0)
    {
      adw_preferences_group_set_title (self->group, "");
      adw_preferences_group_set_description (
          self->group, axis == AXIS_COMPONENT ? _("No component yet: add one below “Role”.")
                                              : _("No role yet: add one below “Component”."));
      return;
    }

  name = g_markup_escape_text (get_name (self, axis, line), -1);
  count = axis == AXIS_COMPONENT ? trellis_matrix_count_row (self->matrix, line)
                                 : trellis_matrix_count_column (self->matrix, line);
  counted = axis == AXIS_COMPONENT
                ? g_strdup_printf (ngettext ("%u role", "%u roles", count), count)
                : g_strdup_printf (ngettext ("%u component", "%u components", count), count);
  /* Translators: “2 of 6 · 4 roles” */
  text = g_strdup_printf (_("%u of %u · %s"), line + 1, n, counted);
  adw_preferences_group_set_title (self->group, name);
  adw_preferences_group_set_description (self->group, text);
}

static void
show_steps (TrellisMatrixList *self)
{
  Axis                      axis = get_axis (self);
  guint                     n = count_lines (self, axis);
  guint                     line = find_line (self);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, get_name (self, axis, i));

  self->updating = TRUE;
  gtk_drop_down_set_model (self->line, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->line, n > 0 ? line : GTK_INVALID_LIST_POSITION);
  self->updating = FALSE;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->line), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  axis == AXIS_COMPONENT ? _("Component") : _("Role"), -1);
  gtk_widget_set_tooltip_text (self->previous, axis == AXIS_COMPONENT ? _("Previous Component")
                                                                      : _("Previous Role"));
  gtk_widget_set_tooltip_text (self->next, axis == AXIS_COMPONENT ? _("Next Component")
                                                                  : _("Next Role"));
  gtk_widget_set_visible (self->steps, n > 0);
}

static void
show_rows (TrellisMatrixList *self)
{
  guint n = count_lines (self, get_axis (self)) > 0 ? count_lines (self, get_other_axis (self))
                                                    : 0;
  guint n_shown = MIN (n, self->limit);

  while (self->rows->len > n_shown)
    {
      gtk_list_box_remove (self->list, g_ptr_array_index (self->rows, self->rows->len - 1));
      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
    }
  while (self->rows->len < n_shown)
    {
      GtkWidget *row = make_row (self);

      gtk_list_box_insert (self->list, row, (int) self->rows->len);
      g_ptr_array_add (self->rows, row);
    }
  for (guint i = 0; i < n_shown; i++)
    show_row (self, i);

  gtk_widget_set_visible (self->more, n > n_shown);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add),
                                 get_axis (self) == AXIS_COMPONENT ? _("Add Role")
                                                                   : _("Add Component"));
}

static void
show_line (TrellisMatrixList *self)
{
  guint line = find_line (self);
  guint n = count_lines (self, get_axis (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.previous", line > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.next", line + 1 < n);
  show_heading (self);
  show_rows (self);
}

static void
show_all (TrellisMatrixList *self)
{
  /* A grid is what is seen in most windows: then this costs nothing. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || self->matrix == NULL)
    return;

  if (count_lines (self, get_axis (self)) > 0)
    set_line (self, find_line (self));
  show_steps (self);
  show_line (self);
}

static void
axis_cb (TrellisMatrixList *self)
{
  show_all (self);
}

static void
line_cb (TrellisMatrixList *self)
{
  guint selected = gtk_drop_down_get_selected (self->line);

  if (self->updating || selected == GTK_INVALID_LIST_POSITION)
    return;

  set_line (self, selected);
  show_line (self);
}

static void
step_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  TrellisMatrixList *self = TRELLIS_MATRIX_LIST (widget);
  guint              line = find_line (self);

  gtk_drop_down_set_selected (self->line,
                              g_str_equal (action, "list.next") ? line + 1 : line - 1);
}

static void
more_cb (TrellisMatrixList *self)
{
  self->limit += PAGE;
  show_rows (self);
}

static void
add_cb (TrellisMatrixList *self)
{
  Axis             other = get_other_axis (self);
  int              n = (int) count_lines (self, other);
  g_autofree char *text = g_strstrip (
      g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add))));
  TrellisMatrixCommand command = { .kind = TRELLIS_MATRIX_ADD, .target = n, .text = text };

  if (*text == '\0')
    return;

  command.place = other == AXIS_ROLE ? (TrellisMatrixPlace) { TRELLIS_MATRIX_HEAD_LINE, n }
                                     : (TrellisMatrixPlace) { n, TRELLIS_MATRIX_HEAD_LINE };
  gtk_editable_set_text (GTK_EDITABLE (self->add), "");
  g_signal_emit (self, signals[COMMAND], 0, &command);
}

static void
cell_changed_cb (TrellisMatrixList *self,
                 guint              row,
                 guint              column)
{
  Axis  axis = get_axis (self);
  guint index = axis == AXIS_COMPONENT ? column : row;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || index >= self->rows->len
      || find_line (self) != (axis == AXIS_COMPONENT ? row : column))
    return;

  show_row (self, index);
  show_heading (self);
}

/* Follows @matrix, which somebody else keeps true. */
void
trellis_matrix_list_set_matrix (TrellisMatrixList *self,
                                TrellisMatrix     *matrix)
{
  g_return_if_fail (TRELLIS_IS_MATRIX_LIST (self));

  if (self->matrix != NULL)
    g_signal_handlers_disconnect_by_data (self->matrix, self);
  g_set_object (&self->matrix, matrix);
  if (matrix != NULL)
    {
      g_signal_connect_object (matrix, "reset", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (matrix, "cell-changed", G_CALLBACK (cell_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  show_all (self);
}

/* Goes to where a role, or a component, is named. */
void
trellis_matrix_list_focus_add (TrellisMatrixList *self,
                               gboolean           role)
{
  g_return_if_fail (TRELLIS_IS_MATRIX_LIST (self));

  adw_toggle_group_set_active (self->axis, role ? AXIS_COMPONENT : AXIS_ROLE);
  gtk_widget_grab_focus (self->add);
}

/**
 * trellis_matrix_list_show_place:
 * @place: a cell or a head
 *
 * Goes to the cell's switch, or to the line of the head.
 *
 * Returns: whether it is there
 */
gboolean
trellis_matrix_list_show_place (TrellisMatrixList *self,
                                TrellisMatrixPlace place)
{
  GtkWidget *row = NULL;

  g_return_val_if_fail (TRELLIS_IS_MATRIX_LIST (self), FALSE);

  adw_toggle_group_set_active (self->axis, place.row >= 0 ? AXIS_COMPONENT : AXIS_ROLE);
  set_line (self, (guint) MAX (place.row >= 0 ? place.row : place.column, 0));
  self->limit = MAX (self->limit, (guint) MAX (place.column, 0) + 1);
  show_all (self);

  if (place.row >= 0 && place.column >= 0 && (guint) place.column < self->rows->len)
    row = g_ptr_array_index (self->rows, (guint) place.column);
  trellis_widget_tint (row != NULL ? row : GTK_WIDGET (self->line));
  return gtk_widget_grab_focus (row != NULL ? row : GTK_WIDGET (self->line));
}

static gboolean
trellis_matrix_list_grab_focus (GtkWidget *widget)
{
  TrellisMatrixList *self = TRELLIS_MATRIX_LIST (widget);

  return self->rows->len > 0 ? gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0))
                             : gtk_widget_child_focus (self->scroller, GTK_DIR_TAB_FORWARD);
}

static void
trellis_matrix_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (trellis_matrix_list_parent_class)->map (widget);
  show_all (TRELLIS_MATRIX_LIST (widget));
}

static void
trellis_matrix_list_dispose (GObject *object)
{
  TrellisMatrixList *self = TRELLIS_MATRIX_LIST (object);

  trellis_matrix_list_set_matrix (self, NULL);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRELLIS_TYPE_MATRIX_LIST);

  G_OBJECT_CLASS (trellis_matrix_list_parent_class)->dispose (object);
}

static void
trellis_matrix_list_class_init (TrellisMatrixListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trellis_matrix_list_dispose;
  widget_class->grab_focus = trellis_matrix_list_grab_focus;
  widget_class->map = trellis_matrix_list_map;

  signals[COMMAND] = g_signal_new ("command", TRELLIS_TYPE_MATRIX_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_install_action (widget_class, "list.previous", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "list.next", NULL, step_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK,
                                       "list.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK,
                                       "list.next", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/matrix-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisMatrixList, content);
  gtk_widget_class_bind_template_child (widget_class, TrellisMatrixList, scroller);
  gtk_widget_class_bind_template_child (widget_class, TrellisMatrixList, axis);
  gtk_widget_class_bind_template_child (widget_class, TrellisMatrixList, group);
  gtk_widget_class_bind_template_child (widget_class, TrellisMatrixList, list);
  gtk_widget_class_bind_template_child (widget_class, TrellisMatrixList, steps);
  gtk_widget_class_bind_template_child (widget_class, TrellisMatrixList, previous);
  gtk_widget_class_bind_template_child (widget_class, TrellisMatrixList, line);
  gtk_widget_class_bind_template_child (widget_class, TrellisMatrixList, next);
  gtk_widget_class_bind_template_callback (widget_class, axis_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_cb);
}

static void
trellis_matrix_list_init (TrellisMatrixList *self)
{
  self->rows = g_ptr_array_new ();
  self->limit = PAGE;
  gtk_widget_init_template (GTK_WIDGET (self));

  self->more = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more), _("Show More"));
  g_signal_connect_object (self->more, "activated", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, self->more);

  self->add = adw_entry_row_new ();
  g_signal_connect_object (self->add, "entry-activated", G_CALLBACK (add_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, self->add);
}
