/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-paginator.h"

#define MIN_LINES 2
#define MIN_ITEMS 2
#define SLACK 0.01 /* points: sums of heights are not exact */

/* A place where a page may end: before this band of this box. */
typedef struct
{
  guint box;
  guint band;
} Place;

typedef struct
{
  const TrellisPdfFlowBox *const *boxes;
  guint                           n_boxes;
  const double                   *page_heights;
  guint                           page;
  GArray                         *fragments;
} Paginator;

static double
get_height (const TrellisPdfFlowBox *box)
{
  double height = 0;

  for (guint i = 0; i < box->n_bands; i++)
    height += box->bands[i];
  return height;
}

/**
 * trellis_pdf_paginator_check:
 * @boxes: all boxes in order
 * @box: index of a box, not the first
 * @band: index of a band of it; 0 to end the page before the box
 * @page_height: the text area's height there
 *
 * Returns: the worst rule that a page's end before this band breaks
 */
TrellisPdfRule
trellis_pdf_paginator_check (const TrellisPdfFlowBox *const *boxes,
                             guint                           box,
                             guint                           band,
                             double                          page_height)
{
  const TrellisPdfFlowBox *b = boxes[box];

  if (band > 0)
    {
      if (b->keep_whole && get_height (b) <= page_height / 2)
        return TRELLIS_PDF_RULE_WHOLE;
      return band < MIN_LINES || b->n_bands - band < MIN_LINES ? TRELLIS_PDF_RULE_LINES
                                                               : TRELLIS_PDF_RULE_NONE;
    }
  if (box > 0 && boxes[box - 1]->paper != b->paper)
    return TRELLIS_PDF_RULE_NONE;
  if (box > 0 && boxes[box - 1]->keep_with_next)
    return TRELLIS_PDF_RULE_NEXT;
  if (b->n_items > 0 && b->item > 0 && (b->item < MIN_ITEMS || b->n_items - b->item < MIN_ITEMS))
    return TRELLIS_PDF_RULE_LIST;
  return TRELLIS_PDF_RULE_NONE;
}

/* The head that stands again on a page which begins at this place, unless it would fill it. */
static guint
get_repeated_head (const Paginator *self,
                   Place            start)
{
  const TrellisPdfFlowBox *box = self->boxes[start.box];
  double                   room = self->page_heights[box->paper];

  if (box->head == TRELLIS_PDF_NO_HEAD || box->head == start.box
      || get_height (self->boxes[box->head]) > room / 2)
    return TRELLIS_PDF_NO_HEAD;
  return box->head;
}

static double
get_space_before (const Paginator *self,
                  guint            box,
                  gboolean         on_top)
{
  if (on_top)
    return 0;
  return MAX (self->boxes[box]->space_before, self->boxes[box - 1]->space_after);
}

/* Goes as far as the page reaches, and remembers the best place to end it. Returns where the next
 * page begins; past the last box when everything fits. */
static Place
find_end (const Paginator *self,
          Place            start)
{
  guint          paper = self->boxes[start.box]->paper;
  double         room = self->page_heights[paper] + SLACK, y = 0;
  guint          head = get_repeated_head (self, start);
  TrellisPdfRule best_rule = TRELLIS_PDF_RULE_NEXT + 1;
  Place          best = { self->n_boxes, 0 };

  if (head != TRELLIS_PDF_NO_HEAD)
    y += get_height (self->boxes[head]);
  for (Place place = start; place.box < self->n_boxes; place.box++, place.band = 0)
    {
      const TrellisPdfFlowBox *box = self->boxes[place.box];

      if (box->paper != paper)
        return place;
      if (place.band == 0)
        y += get_space_before (self, place.box, place.box == start.box);
      for (; place.band < box->n_bands; place.band++)
        {
          gboolean       on_top = place.box == start.box && place.band == start.band;
          TrellisPdfRule rule = on_top ? TRELLIS_PDF_RULE_NEXT + 1
                                       : trellis_pdf_paginator_check (self->boxes, place.box,
                                                                      place.band, room);

          if (!on_top && rule <= best_rule)
            {
              best_rule = rule;
              best = place;
            }
          y += box->bands[place.band];
          if (y > room && !on_top)
            return best;
        }
    }
  return (Place) { self->n_boxes, 0 };
}

static void
add_fragment (Paginator *self,
              guint      box,
              guint      first_band,
              guint      n_bands,
              double     y,
              gboolean   repeated)
{
  TrellisPdfFragment fragment = { self->page, box, first_band, n_bands, y, repeated };

  g_array_append_val (self->fragments, fragment);
}

static void
fill_page (Paginator *self,
           Place      start,
           Place      end)
{
  guint  head = get_repeated_head (self, start);
  double y = 0;

  if (head != TRELLIS_PDF_NO_HEAD)
    {
      add_fragment (self, head, 0, self->boxes[head]->n_bands, y, TRUE);
      y += get_height (self->boxes[head]);
    }
  for (guint i = start.box; i < self->n_boxes && (i < end.box || (i == end.box && end.band > 0));
       i++)
    {
      const TrellisPdfFlowBox *box = self->boxes[i];
      guint                    first = i == start.box ? start.band : 0;
      guint                    last = i == end.box ? end.band : box->n_bands;

      if (first == 0)
        y += get_space_before (self, i, i == start.box);
      add_fragment (self, i, first, last - first, y, FALSE);
      for (guint band = first; band < last; band++)
        y += box->bands[band];
    }
}

/**
 * trellis_pdf_paginate:
 * @boxes: what to cut; each has at least one band
 * @n_boxes: how many
 * @page_heights: height of the text area for each kind of paper that the boxes name
 *
 * Puts every band of every box on a page, once and in order. A band that is higher than the page
 * stands alone on one.
 *
 * Returns: (transfer full): TrellisPdfFragments in order
 */
GArray *
trellis_pdf_paginate (const TrellisPdfFlowBox *const *boxes,
                      guint                           n_boxes,
                      const double                   *page_heights)
{
  Paginator self = { boxes, n_boxes, page_heights, 0,
                     g_array_new (FALSE, FALSE, sizeof (TrellisPdfFragment)) };
  Place     start = { 0, 0 };

  while (start.box < n_boxes)
    {
      Place end = find_end (&self, start);

      fill_page (&self, start, end);
      start = end;
      self.page++;
    }
  return self.fragments;
}
