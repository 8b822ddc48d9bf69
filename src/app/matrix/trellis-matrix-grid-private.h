/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-matrix-cell.h"
#include "trellis-matrix-editor.h"
#include "trellis-matrix-grid.h"
#include "trellis-matrix-row.h"

G_BEGIN_DECLS

/* The grid is one class in five files: the widget itself (grid), where things go and which rows
 * have widgets (grid-layout), drawing (grid-draw), keys and actions (grid-keys), pointer and
 * touch (grid-pointer). */
struct _TrellisMatrixGrid
{
  GtkWidget parent_instance;

  TrellisMatrix      *matrix;
  GtkAdjustment      *hadjustment;
  GtkAdjustment      *vadjustment;
  GtkScrollablePolicy hscroll_policy;
  GtkScrollablePolicy vscroll_policy;

  TrellisMatrixGeometry geometry;
  gboolean              measured; /* the three below are true */
  int                   longest_row_name;
  int                   longest_column_name;
  int                   text_height;

  GArray              *letters; /* TrellisMatrixLetter by column */
  GPtrArray           *rows;    /* TrellisMatrixRow, the realized ones, in no order */
  TrellisMatrixRow    *head_row;
  TrellisMatrixRow    *add_row;
  TrellisMatrixEditor *editor;
  GtkWidget           *menu;

  TrellisMatrixPlace place; /* where the focus is or would go */
  gint64             place_row_id;
  gint64             place_column_id;
  gboolean           focused;

  gboolean           hovering;
  TrellisMatrixPlace hover;
  gboolean           tinting;
  TrellisMatrixPlace tint;
  guint              tint_source;

  GArray            *painted; /* TrellisMatrixPlace, while painting; else NULL */
  gboolean           paint_state;
  TrellisMatrixPlace dragged; /* the head being dragged, if drop_index >= 0 */
  int                drop_index;
  double             drag_x; /* how far the drag had come at the last event */
  double             drag_y;
  int                insert_target; /* the editor names a line to come there, if >= 0 */
};

typedef struct
{
  gunichar letter; /* folded; 0: none was free */
  int      offset; /* in the role's name, bytes */
} TrellisMatrixLetter;

/* grid */
gboolean               _trellis_matrix_grid_is_cell (TrellisMatrixGrid *self,
                                                     TrellisMatrixPlace place);
GtkWidget             *_trellis_matrix_grid_widget_at (TrellisMatrixGrid *self,
                                                       TrellisMatrixPlace place);
void                   _trellis_matrix_grid_set_place (TrellisMatrixGrid *self,
                                                       TrellisMatrixPlace place,
                                                       gboolean           grab);
void                   _trellis_matrix_grid_refresh (TrellisMatrixGrid *self);
TrellisMatrixCellState _trellis_matrix_grid_get_state (TrellisMatrixGrid *self,
                                                       guint              row,
                                                       guint              column);
char                  *_trellis_matrix_grid_name_cell (TrellisMatrixGrid *self,
                                                       guint              row,
                                                       guint              column);

void _trellis_matrix_grid_announce_place (TrellisMatrixGrid *self);

/* grid-layout */
void _trellis_matrix_grid_class_init_layout (GtkWidgetClass *widget_class);
void _trellis_matrix_grid_populate (TrellisMatrixGrid *self);
void _trellis_matrix_grid_fit (TrellisMatrixGrid *self,
                               int                width,
                               int                height);

/* grid-draw */
void _trellis_matrix_grid_class_init_draw (GtkWidgetClass *widget_class);

/* grid-keys */
void _trellis_matrix_grid_class_init_keys (GtkWidgetClass *widget_class);
void _trellis_matrix_grid_init_keys (TrellisMatrixGrid *self);
void _trellis_matrix_grid_assign_letters (TrellisMatrixGrid *self);
void _trellis_matrix_grid_edit (TrellisMatrixGrid *self);
void _trellis_matrix_grid_emit (TrellisMatrixGrid    *self,
                                TrellisMatrixCommand *command);
void _trellis_matrix_grid_assign (TrellisMatrixGrid *self,
                                  TrellisMatrixPlace place,
                                  gboolean           state);

/* grid-pointer */
void     _trellis_matrix_grid_init_pointer (TrellisMatrixGrid *self);
void     _trellis_matrix_grid_show_menu (TrellisMatrixGrid *self,
                                         double             x,
                                         double             y);
gboolean _trellis_matrix_grid_hit (TrellisMatrixGrid  *self,
                                   double              x,
                                   double              y,
                                   TrellisMatrixPlace *place);

G_END_DECLS
