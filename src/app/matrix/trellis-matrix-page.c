/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-matrix-page.h"

#include "trellis-csv-file.h"
#include "trellis-matrix-commands.h"
#include "trellis-matrix-csv.h"
#include "trellis-matrix-filter.h"
#include "trellis-matrix-grid.h"
#include "trellis-matrix-list.h"

#include <glib/gi18n-lib.h>

struct _TrellisMatrixPage
{
  TrellisPage parent_instance;

  GtkStack          *stack;
  TrellisMatrixGrid *grid;
  TrellisMatrixList *list;
  GtkLabel          *status;
  GtkSearchBar      *filter_bar;
  GtkEditable       *filter_text;
  AdwToggleGroup    *filter_lines;
  GtkStack          *found;

  TrellisMatrixFilter *filter; /* while the bar is open */
};

G_DEFINE_FINAL_TYPE (TrellisMatrixPage, trellis_matrix_page, TRELLIS_TYPE_PAGE)

static TrellisMatrix *
get_matrix (TrellisMatrixPage *self)
{
  return trellis_session_get_matrix (trellis_page_get_session (TRELLIS_PAGE (self)));
}

static void
run (TrellisMatrixPage          *self,
     const TrellisMatrixCommand *command,
     TrellisMatrix              *matrix)
{
  TrellisSession *session = trellis_page_get_session (TRELLIS_PAGE (self));
  GError         *error = NULL;

  trellis_matrix_command_run (command, matrix, session, &error);
  trellis_session_report_error (session, error);
}

static void
command_cb (TrellisMatrixPage          *self,
            const TrellisMatrixCommand *command)
{
  run (self, command, get_matrix (self));
}

/* What is added is to be seen. */
static void
grid_command_cb (TrellisMatrixPage          *self,
                 const TrellisMatrixCommand *command)
{
  if (self->filter == NULL)
    {
      command_cb (self, command);
      return;
    }

  run (self, command, trellis_matrix_filter_get_matrix (self->filter));
  if (command->kind == TRELLIS_MATRIX_ADD)
    gtk_search_bar_set_search_mode (self->filter_bar, FALSE);
}

static void
end_filter_cb (TrellisMatrixPage *self)
{
  gtk_search_bar_set_search_mode (self->filter_bar, FALSE);
}

static void
end_filter (TrellisMatrixPage *self)
{
  trellis_matrix_grid_set_matrix (self->grid, get_matrix (self));
  g_clear_object (&self->filter);
  gtk_editable_set_text (self->filter_text, "");
  adw_toggle_group_set_active (self->filter_lines, TRELLIS_MATRIX_ALL_LINES);
  gtk_stack_set_visible_child_name (self->found, "lines");
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
show_found (TrellisMatrixPage *self)
{
  TrellisMatrix *matrix = trellis_matrix_filter_get_matrix (self->filter);

  gtk_stack_set_visible_child_name (
      self->found, trellis_matrix_get_n_rows (matrix) == 0 ? "nothing" : "lines");
}

static void
begin_filter (TrellisMatrixPage *self)
{
  TrellisMatrix *matrix;

  self->filter = trellis_matrix_filter_new (get_matrix (self));
  matrix = trellis_matrix_filter_get_matrix (self->filter);
  g_signal_connect_object (matrix, "reset", G_CALLBACK (show_found), self, G_CONNECT_SWAPPED);
  trellis_matrix_grid_set_matrix (self->grid, matrix);
}

/* The bar came or went, or asks for something else. */
static void
filter_cb (TrellisMatrixPage *self)
{
  if (!gtk_search_bar_get_search_mode (self->filter_bar))
    {
      if (self->filter != NULL)
        end_filter (self);
      return;
    }

  if (self->filter == NULL)
    begin_filter (self);
  trellis_matrix_filter_set (self->filter,
                             (TrellisMatrixLines) adw_toggle_group_get_active (self->filter_lines),
                             gtk_editable_get_text (self->filter_text));
  show_found (self);
}

static void
place_changed_cb (TrellisMatrixPage *self)
{
  g_autofree char *text = trellis_matrix_grid_describe (self->grid);

  /* The line is never empty, and never goes: the rows would move under the pointer. */
  gtk_label_set_text (self->status,
                      *text != '\0' ? text : _("Click or Space: involve · Return: wording"));
}

static gboolean
is_empty (TrellisMatrixPage *self)
{
  const TrellisReport *report = trellis_session_get_report (
      trellis_page_get_session (TRELLIS_PAGE (self)));

  return report == NULL || (report->components->len == 0 && report->roles->len == 0);
}

/* Where there is no room for a grid, its lines stand one by one. */
static void
show_matrix (TrellisMatrixPage *self)
{
  gtk_stack_set_visible_child_name (
      self->stack, trellis_page_get_narrow (TRELLIS_PAGE (self)) ? "list" : "grid");
}

/* A list has no bar to filter it with. */
static void
narrow_cb (TrellisMatrixPage *self)
{
  gboolean narrow = trellis_page_get_narrow (TRELLIS_PAGE (self));

  if (narrow)
    end_filter_cb (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.filter", !narrow);
  if (!is_empty (self))
    show_matrix (self);
}

/* The grid and the list follow the session's matrix by themselves. */
static void
trellis_matrix_page_update (TrellisPage               *page,
                            const TrellisAnnouncement *announcement)
{
  TrellisMatrixPage *self = TRELLIS_MATRIX_PAGE (page);

  if (!is_empty (self))
    show_matrix (self);
  else if (announcement == NULL)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  place_changed_cb (self);
}

static void
find_line (TrellisMatrixPage       *self,
           const TrellisRecordType *type,
           gint64                   id,
           TrellisMatrixPlace      *place)
{
  TrellisSession           *session = trellis_page_get_session (TRELLIS_PAGE (self));
  TrellisMatrix            *matrix = get_matrix (self);
  const TrellisInvolvement *cell;
  guint                     line;

  if (type == &trellis_component_type && trellis_matrix_find_row (matrix, id, &line))
    place->row = (int) line;
  else if (type == &trellis_role_type && trellis_matrix_find_column (matrix, id, &line))
    place->column = (int) line;
  else if (type == &trellis_involvement_type
           && (cell = trellis_report_find (trellis_session_get_report (session), type, id)) != NULL)
    {
      find_line (self, &trellis_component_type, cell->component_id, place);
      find_line (self, &trellis_role_type, cell->role_id, place);
    }
}

static gboolean
trellis_matrix_page_show_record (TrellisPage             *page,
                                 const TrellisRecordType *type,
                                 gint64                   id)
{
  TrellisMatrixPage *self = TRELLIS_MATRIX_PAGE (page);
  TrellisMatrixPlace place = { TRELLIS_MATRIX_HEAD_LINE, TRELLIS_MATRIX_HEAD_LINE };

  end_filter_cb (self);
  find_line (self, type, id, &place);
  if (place.row == TRELLIS_MATRIX_HEAD_LINE && place.column == TRELLIS_MATRIX_HEAD_LINE)
    return FALSE;

  if (trellis_page_get_narrow (page))
    return trellis_matrix_list_show_place (self->list, place);

  trellis_matrix_grid_focus_place (self->grid, place);
  trellis_matrix_grid_tint (self->grid, place);
  return TRUE;
}

/* The editor of the add line opens, as if it had been clicked. */
static void
edit_add_line (TrellisMatrixPage *self,
               gboolean           role)
{
  const TrellisMatrixGeometry *geometry = trellis_matrix_grid_get_geometry (self->grid);
  TrellisMatrixPlace           place = { geometry->n_rows, TRELLIS_MATRIX_HEAD_LINE };

  if (role)
    place = (TrellisMatrixPlace) { TRELLIS_MATRIX_HEAD_LINE, geometry->n_columns };

  end_filter_cb (self);
  show_matrix (self);
  if (trellis_page_get_narrow (TRELLIS_PAGE (self)))
    {
      trellis_matrix_list_focus_add (self->list, role);
      return;
    }
  trellis_matrix_grid_focus_place (self->grid, place);
  gtk_widget_activate_action (GTK_WIDGET (self->grid), "matrix.edit", NULL);
}

static void
trellis_matrix_page_add (TrellisPage *page)
{
  edit_add_line (TRELLIS_MATRIX_PAGE (page), FALSE);
}

static void
add_role_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  edit_add_line (TRELLIS_MATRIX_PAGE (widget), TRUE);
}

static void
toggle_filter_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  TrellisMatrixPage *self = TRELLIS_MATRIX_PAGE (widget);
  gboolean           open = gtk_search_bar_get_search_mode (self->filter_bar);

  gtk_search_bar_set_search_mode (self->filter_bar, !open);
  if (!open)
    gtk_widget_grab_focus (GTK_WIDGET (self->filter_text));
}

static void
forward_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  const char *copy = g_str_has_suffix (action, "csv") ? "matrix.copy-csv" : "matrix.copy-markdown";

  gtk_widget_activate_action (GTK_WIDGET (TRELLIS_MATRIX_PAGE (widget)->grid), copy, NULL);
}

static void
export_csv_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TrellisSession *session = trellis_page_get_session (TRELLIS_PAGE (widget));

  trellis_session_flush (session);
  trellis_csv_file_choose_save (TRELLIS_PAGE (widget), _("Export Matrix"), _("Matrix"),
                                trellis_matrix_csv_write (trellis_session_get_matrix (session),
                                                          TRELLIS_CSV_SPREADSHEET));
}

static void
import_csv_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  trellis_csv_file_choose_matrix (TRELLIS_PAGE (widget));
}

static gboolean
trellis_matrix_page_grab_focus (GtkWidget *widget)
{
  TrellisMatrixPage *self = TRELLIS_MATRIX_PAGE (widget);

  if (is_empty (self))
    return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);

  return gtk_widget_grab_focus (trellis_page_get_narrow (TRELLIS_PAGE (self))
                                    ? GTK_WIDGET (self->list)
                                    : GTK_WIDGET (self->grid));
}

static void
trellis_matrix_page_constructed (GObject *object)
{
  TrellisMatrixPage *self = TRELLIS_MATRIX_PAGE (object);
  TrellisMatrix     *matrix = get_matrix (self);

  G_OBJECT_CLASS (trellis_matrix_page_parent_class)->constructed (object);

  trellis_matrix_grid_set_matrix (self->grid, matrix);
  trellis_matrix_list_set_matrix (self->list, matrix);
}

static void
trellis_matrix_page_dispose (GObject *object)
{
  g_clear_object (&TRELLIS_MATRIX_PAGE (object)->filter);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRELLIS_TYPE_MATRIX_PAGE);

  G_OBJECT_CLASS (trellis_matrix_page_parent_class)->dispose (object);
}

static void
trellis_matrix_page_class_init (TrellisMatrixPageClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  TrellisPageClass *page_class = TRELLIS_PAGE_CLASS (klass);

  object_class->constructed = trellis_matrix_page_constructed;
  object_class->dispose = trellis_matrix_page_dispose;
  widget_class->grab_focus = trellis_matrix_page_grab_focus;
  page_class->update = trellis_matrix_page_update;
  page_class->show_record = trellis_matrix_page_show_record;
  page_class->add = trellis_matrix_page_add;

  g_type_ensure (TRELLIS_TYPE_MATRIX_GRID);
  g_type_ensure (TRELLIS_TYPE_MATRIX_LIST);
  gtk_widget_class_install_action (widget_class, "page.add-role", NULL, add_role_cb);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, toggle_filter_cb);
  gtk_widget_class_install_action (widget_class, "page.copy-markdown", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "page.copy-csv", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "page.export-csv", NULL, export_csv_cb);
  gtk_widget_class_install_action (widget_class, "page.import-csv", NULL, import_csv_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/trellis_app/Trellis/ui/matrix-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrellisMatrixPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrellisMatrixPage, grid);
  gtk_widget_class_bind_template_child (widget_class, TrellisMatrixPage, list);
  gtk_widget_class_bind_template_child (widget_class, TrellisMatrixPage, status);
  gtk_widget_class_bind_template_child (widget_class, TrellisMatrixPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, TrellisMatrixPage, filter_text);
  gtk_widget_class_bind_template_child (widget_class, TrellisMatrixPage, filter_lines);
  gtk_widget_class_bind_template_child (widget_class, TrellisMatrixPage, found);
  gtk_widget_class_bind_template_callback (widget_class, command_cb);
  gtk_widget_class_bind_template_callback (widget_class, grid_command_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_changed_cb);
}

static void
trellis_matrix_page_init (TrellisMatrixPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
