/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-matrix-geometry.h"
#include "trellis-matrix.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a person asked for. The grid changes nothing itself; whoever listens to `command` does. */
typedef enum
{
  TRELLIS_MATRIX_ASSIGN, /* `places` become `state` */
  TRELLIS_MATRIX_REWORD, /* the cell at `place` gets `text` as its wording; empty: none */
  TRELLIS_MATRIX_FILL,   /* the whole line of the head at `place` becomes `state` */
  TRELLIS_MATRIX_ADD,    /* a line named `text` before `target` on the axis of `place` */
  TRELLIS_MATRIX_RENAME, /* the line of the head at `place` is called `text` */
  TRELLIS_MATRIX_MOVE,   /* the line of the head at `place` comes to stand at `target` */
  TRELLIS_MATRIX_DELETE, /* the line of the head at `place` goes */
} TrellisMatrixCommandKind;

typedef struct
{
  TrellisMatrixCommandKind  kind;
  TrellisMatrixPlace        place; /* a head's axis is the one whose index is not HEAD */
  const TrellisMatrixPlace *places;
  guint                     n_places;
  gboolean                  state;
  int                       target;
  const char               *text;
} TrellisMatrixCommand;

/* Signals
 *   command (const TrellisMatrixCommand *)
 *   place-changed ()       the focus or the pointer came to stand elsewhere */
#define TRELLIS_TYPE_MATRIX_GRID (trellis_matrix_grid_get_type ())
G_DECLARE_FINAL_TYPE (TrellisMatrixGrid, trellis_matrix_grid, TRELLIS, MATRIX_GRID, GtkWidget)

GtkWidget                   *trellis_matrix_grid_new (void);
void                         trellis_matrix_grid_set_matrix (TrellisMatrixGrid *self,
                                                             TrellisMatrix     *matrix);
void                         trellis_matrix_grid_focus_place (TrellisMatrixGrid *self,
                                                              TrellisMatrixPlace place);
TrellisMatrixPlace           trellis_matrix_grid_get_place (TrellisMatrixGrid *self);
const TrellisMatrixGeometry *trellis_matrix_grid_get_geometry (TrellisMatrixGrid *self);
char                        *trellis_matrix_grid_describe (TrellisMatrixGrid *self);
void                         trellis_matrix_grid_tint (TrellisMatrixGrid *self,
                                                       TrellisMatrixPlace place);

G_END_DECLS
