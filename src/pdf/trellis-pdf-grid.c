/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-grid.h"

#include <string.h>

#define SPACE_AROUND 10
#define HEAD_RULE 0.9
#define ROW_RULE 0.35

/**
 * trellis_pdf_grid_init:
 * @n_rows: how many will come, without the head
 * @x: left edge in the frame
 *
 * Begins a table.
 */
void
trellis_pdf_grid_init (TrellisPdfGrid   *self,
                       TrellisPdfLayout *layout,
                       guint             n_rows,
                       double            x,
                       double            width)
{
  *self = (TrellisPdfGrid) {
    .layout = layout, .head = TRELLIS_PDF_NO_HEAD, .n_rows = n_rows, .x = x, .width = width
  };
  self->table = trellis_pdf_layout_tag (layout, layout->parent, "Table", NULL);
}

static void
begin (TrellisPdfGrid *self,
       const char     *section,
       gboolean        first)
{
  TrellisPdfLayout *layout = self->layout;

  if (self->section == NULL || strcmp (self->section->name, section) != 0)
    self->section = trellis_pdf_layout_tag (layout, self->table, section, NULL);
  self->row = trellis_pdf_layout_tag (layout, self->section, "TR", NULL);
  self->box = trellis_pdf_layout_add_box (layout, first ? SPACE_AROUND : 0, 0);
  self->box->flow.keep_whole = TRUE;
}

/**
 * trellis_pdf_grid_begin_head:
 *
 * Begins the row that stands again on each page.
 */
void
trellis_pdf_grid_begin_head (TrellisPdfGrid *self)
{
  begin (self, "THead", TRUE);
  self->head = self->layout->flow->boxes->len - 1;
  self->box->flow.keep_with_next = self->n_rows > 0;
}

/**
 * trellis_pdf_grid_begin_row:
 * @section: "TBody" or "TFoot"
 */
void
trellis_pdf_grid_begin_row (TrellisPdfGrid *self,
                            const char     *section)
{
  begin (self, section, self->n_done == 0 && self->head == TRELLIS_PDF_NO_HEAD);
  self->box->flow.head = self->head;
  self->box->flow.item = self->n_done;
  self->box->flow.n_items = self->n_rows;
  self->n_done++;
}

/**
 * trellis_pdf_grid_add_cell:
 * @text: (transfer full) (nullable): none for an empty cell
 * @x: left edge of the text in the frame
 * @name: "TH" or "TD"
 * @scope: (nullable): TRELLIS_PDF_SCOPE_COLUMN or _ROW
 * @content: (nullable): its words, by which its language is told
 *
 * Returns: (transfer none): the piece, good until the next cell
 */
TrellisPdfPiece *
trellis_pdf_grid_add_cell (TrellisPdfGrid *self,
                           TrellisPdfText *text,
                           double          x,
                           const char     *name,
                           const char     *scope,
                           const char     *content)
{
  TrellisPdfTag *tag = trellis_pdf_layout_tag (self->layout, self->row, name, content);

  tag->attributes = scope;
  return trellis_pdf_box_add (self->box, text, tag, x);
}

/**
 * trellis_pdf_grid_end_row:
 *
 * Draws the rule under the row, over whatever shades it, and measures it.
 */
void
trellis_pdf_grid_end_row (TrellisPdfGrid *self)
{
  gboolean head = self->n_done == 0;

  trellis_pdf_box_ornament (self->box, TRELLIS_PDF_ORNAMENT_BELOW,
                            head ? TRELLIS_PDF_COLOUR_ACCENT : TRELLIS_PDF_COLOUR_RULE, self->x, 0,
                            self->width, head ? HEAD_RULE : ROW_RULE);
  trellis_pdf_box_close (self->box, TRELLIS_PDF_CELL_PADDING - 0.5, TRELLIS_PDF_CELL_PADDING);
  if (self->n_done == self->n_rows)
    self->box->flow.space_after = SPACE_AROUND;
}
