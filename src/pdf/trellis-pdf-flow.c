/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-flow.h"

#include <string.h>

#define MM (72 / 25.4)
#define MARGIN_SIDE (24 * MM)
#define MARGIN_TOP (25 * MM)
#define MARGIN_BOTTOM (25 * MM)
#define HANG 28 /* headings stand so far left of the text, which keeps its lines readable */
#define MAX_MEASURE (146 * MM)

static void
free_text (gpointer text)
{
  if (text != NULL)
    trellis_pdf_text_unref (text);
}

static void
set_geometry (TrellisPdfGeometry *geometry,
              double              width,
              double              height)
{
  geometry->width = width;
  geometry->height = height;
  geometry->frame_x = MARGIN_SIDE;
  geometry->frame_width = width - 2 * MARGIN_SIDE;
  geometry->body_x = HANG;
  geometry->body_width = MIN (geometry->frame_width - HANG, MAX_MEASURE);
  geometry->top = MARGIN_TOP;
  geometry->text_height = height - MARGIN_TOP - MARGIN_BOTTOM;
}

/**
 * trellis_pdf_flow_new:
 * @letter: US Letter instead of A4
 *
 * Returns: (transfer full): a flow without boxes
 */
TrellisPdfFlow *
trellis_pdf_flow_new (gboolean letter)
{
  TrellisPdfFlow *self = g_new0 (TrellisPdfFlow, 1);
  double          width = letter ? 612 : 210 * MM, height = letter ? 792 : 297 * MM;

  set_geometry (&self->papers[TRELLIS_PDF_PORTRAIT], width, height);
  set_geometry (&self->papers[TRELLIS_PDF_LANDSCAPE], height, width);
  self->boxes = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_pdf_box_free);
  self->tags = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_pdf_tag_free);
  self->heads = g_ptr_array_new_with_free_func (free_text);
  self->footers = g_ptr_array_new_with_free_func (free_text);
  self->sections = g_ptr_array_new_with_free_func (g_free);
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
trellis_pdf_flow_free (TrellisPdfFlow *self)
{
  g_ptr_array_unref (self->boxes);
  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->heads);
  g_ptr_array_unref (self->footers);
  g_ptr_array_unref (self->sections);
  g_array_unref (self->pages);
  g_clear_pointer (&self->fragments, g_array_unref);
  g_clear_pointer (&self->footer, trellis_pdf_text_unref);
  g_free (self);
}

static void
name_sections (TrellisPdfFlow *self)
{
  const char *section = NULL;
  guint       page = G_MAXUINT;

  for (guint i = 0; i < self->fragments->len; i++)
    {
      const TrellisPdfFragment *fragment = &g_array_index (self->fragments, TrellisPdfFragment, i);
      const TrellisPdfBox      *box = trellis_pdf_flow_get_box (self, fragment->box);

      if (box->outline != NULL && box->outline_level <= 2 && fragment->first_band == 0)
        section = box->outline;
      if (fragment->page != page)
        {
          page = fragment->page;
          g_array_append_val (self->pages, i);
          g_ptr_array_add (self->sections, g_strdup (section));
        }
    }
}

/**
 * trellis_pdf_flow_paginate:
 *
 * Cuts the boxes into pages, anew when it was done before.
 */
void
trellis_pdf_flow_paginate (TrellisPdfFlow *self)
{
  g_autofree const TrellisPdfFlowBox **boxes = g_new (const TrellisPdfFlowBox *,
                                                      self->boxes->len + 1);
  double                               heights[TRELLIS_PDF_N_PAPERS];

  for (guint i = 0; i < self->boxes->len; i++)
    boxes[i] = &trellis_pdf_flow_get_box (self, i)->flow;
  for (guint i = 0; i < TRELLIS_PDF_N_PAPERS; i++)
    heights[i] = self->papers[i].text_height;
  g_clear_pointer (&self->fragments, g_array_unref);
  g_array_set_size (self->pages, 0);
  g_ptr_array_set_size (self->sections, 0);
  self->fragments = trellis_pdf_paginate (boxes, self->boxes->len, heights);
  name_sections (self);
}

/**
 * trellis_pdf_flow_move_last:
 * @n_boxes: how many of the boxes at the end to move
 * @to: where the first of them comes to stand
 *
 * Moves boxes that were laid out late to their place. None of them is a table's.
 */
void
trellis_pdf_flow_move_last (TrellisPdfFlow *self,
                            guint           n_boxes,
                            guint           to)
{
  gpointer            *boxes = self->boxes->pdata;
  guint                n_after = self->boxes->len - n_boxes - to;
  g_autofree gpointer *moved = g_memdup2 (boxes + to + n_after, n_boxes * sizeof *boxes);

  memmove (boxes + to + n_boxes, boxes + to, n_after * sizeof *boxes);
  memcpy (boxes + to, moved, n_boxes * sizeof *boxes);
  for (guint i = to + n_boxes; i < self->boxes->len; i++)
    {
      TrellisPdfFlowBox *box = &trellis_pdf_flow_get_box (self, i)->flow;

      if (box->head != TRELLIS_PDF_NO_HEAD && box->head >= to)
        box->head += n_boxes;
    }
}

guint
trellis_pdf_flow_get_n_pages (const TrellisPdfFlow *self)
{
  return self->pages->len;
}

/**
 * trellis_pdf_flow_get_fragments:
 * @page: from 0
 * @n_fragments: (out): how many
 *
 * Returns: (transfer none): what stands on a page
 */
const TrellisPdfFragment *
trellis_pdf_flow_get_fragments (const TrellisPdfFlow *self,
                                guint                 page,
                                guint                *n_fragments)
{
  guint first = g_array_index (self->pages, guint, page);
  guint end = page + 1 < self->pages->len ? g_array_index (self->pages, guint, page + 1)
                                          : self->fragments->len;

  *n_fragments = end - first;
  return &g_array_index (self->fragments, TrellisPdfFragment, first);
}

/**
 * trellis_pdf_flow_get_geometry:
 *
 * Returns: (transfer none): size and margins of a page
 */
const TrellisPdfGeometry *
trellis_pdf_flow_get_geometry (const TrellisPdfFlow *self,
                               guint                 page)
{
  guint                     n_fragments;
  const TrellisPdfFragment *fragments = trellis_pdf_flow_get_fragments (self, page, &n_fragments);

  return &self->papers[trellis_pdf_flow_get_box (self, fragments[0].box)->flow.paper];
}

TrellisPdfBox *
trellis_pdf_flow_get_box (const TrellisPdfFlow *self,
                          guint                 box)
{
  return g_ptr_array_index (self->boxes, box);
}
