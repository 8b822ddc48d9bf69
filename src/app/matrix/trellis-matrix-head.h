/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  TRELLIS_MATRIX_HEAD_ROW,           /* name at the start, count at the end */
  TRELLIS_MATRIX_HEAD_COLUMN_LEVEL,  /* name in two centred lines, count below */
  TRELLIS_MATRIX_HEAD_COLUMN_TURNED, /* name turned by 90°, count below */
  TRELLIS_MATRIX_HEAD_CORNER,        /* the total */
  TRELLIS_MATRIX_HEAD_ADD,           /* a plus, and the name if there is one */
} TrellisMatrixHeadForm;

/* What a head shows; `count` < 0: none. */
typedef struct
{
  TrellisMatrixHeadForm form;
  int                   line; /* row or column it stands for */
  const char           *name;
  int                   count;
  int                   letter;   /* byte offset in `name` of the letter to underline, or -1 */
  gboolean              banded;   /* the focus is in its line */
  gboolean              selected; /* the focus is on itself */
  const char           *spoken;   /* what a screen reader says */
  const char           *shortcut; /* the letter as a key, or NULL */
} TrellisMatrixHeadContent;

#define TRELLIS_TYPE_MATRIX_HEAD (trellis_matrix_head_get_type ())
G_DECLARE_FINAL_TYPE (TrellisMatrixHead, trellis_matrix_head, TRELLIS, MATRIX_HEAD, GtkWidget)

GtkWidget *trellis_matrix_head_new (GtkAccessibleRole role);
void       trellis_matrix_head_bind (TrellisMatrixHead              *self,
                                     const TrellisMatrixHeadContent *content);
int        trellis_matrix_head_get_line (TrellisMatrixHead *self);

G_END_DECLS
