/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-pdf-paginator.h"

#define N_CASES 400
#define MAX_BOXES 60

static const double page_heights[] = { 500, 320 };

/* Boxes such as reports have, or wilder: made from a seed, so that a failure can be repeated. */
typedef struct
{
  TrellisPdfFlowBox        boxes[MAX_BOXES];
  const TrellisPdfFlowBox *list[MAX_BOXES];
  guint                    n;
  GPtrArray               *bands;
} Case;

static void
make_box (Case  *self,
          GRand *rand)
{
  TrellisPdfFlowBox *box = &self->boxes[self->n];
  guint              n_bands = (guint) g_rand_int_range (rand, 1, g_rand_boolean (rand) ? 4 : 60);
  double            *bands = g_new (double, n_bands);

  for (guint i = 0; i < n_bands; i++)
    bands[i] = g_rand_double_range (rand, 8, 16);
  if (g_rand_int_range (rand, 0, 40) == 0)
    bands[0] = 700; /* higher than any page */
  g_ptr_array_add (self->bands, bands);
  *box = (TrellisPdfFlowBox) { .bands = bands, .n_bands = n_bands, .head = TRELLIS_PDF_NO_HEAD };
  box->space_before = g_rand_double_range (rand, 0, 30);
  box->space_after = g_rand_double_range (rand, 0, 12);
  box->paper = self->n > 0 ? self->boxes[self->n - 1].paper : 0;
  if (g_rand_int_range (rand, 0, 25) == 0)
    box->paper = 1 - box->paper;
  box->keep_with_next = g_rand_int_range (rand, 0, 5) == 0;
  box->keep_whole = g_rand_int_range (rand, 0, 4) == 0;
  self->list[self->n++] = box;
}

static void
make_list (Case    *self,
           GRand   *rand,
           gboolean table)
{
  guint n_items = (guint) g_rand_int_range (rand, 1, 12), head = TRELLIS_PDF_NO_HEAD;

  if (table && self->n < MAX_BOXES)
    {
      head = self->n;
      make_box (self, rand);
      self->boxes[head].keep_with_next = self->boxes[head].keep_whole = TRUE;
      self->boxes[head].n_bands = 1;
    }
  for (guint i = 0; i < n_items && self->n < MAX_BOXES; i++)
    {
      make_box (self, rand);
      self->boxes[self->n - 1].item = i;
      self->boxes[self->n - 1].n_items = n_items;
      self->boxes[self->n - 1].head = head;
      self->boxes[self->n - 1].keep_whole = table;
      if (table)
        self->boxes[self->n - 1].paper = self->boxes[head].paper;
    }
}

static void
case_init (Case   *self,
           guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint             wanted = (guint) g_rand_int_range (rand, 1, MAX_BOXES);

  self->n = 0;
  self->bands = g_ptr_array_new_with_free_func (g_free);
  while (self->n < wanted)
    switch (g_rand_int_range (rand, 0, 4))
      {
      case 0:
        make_list (self, rand, FALSE);
        break;
      case 1:
        make_list (self, rand, TRUE);
        break;
      default:
        make_box (self, rand);
      }
}

static void
case_clear (Case *self)
{
  g_ptr_array_unref (self->bands);
}

typedef void (*CaseFunc) (const Case *self,
                          GArray     *fragments);

static void
for_each_case (CaseFunc func)
{
  for (guint32 seed = 0; seed < N_CASES; seed++)
    {
      g_autoptr (GArray) fragments = NULL;
      Case               self;

      case_init (&self, seed);
      fragments = trellis_pdf_paginate (self.list, self.n, page_heights);
      func (&self, fragments);
      case_clear (&self);
    }
}

static const TrellisPdfFragment *
get_fragment (GArray *fragments,
              guint   i)
{
  return &g_array_index (fragments, TrellisPdfFragment, i);
}

static double
get_height (const Case               *self,
            const TrellisPdfFragment *fragment)
{
  double height = 0;

  for (guint i = 0; i < fragment->n_bands; i++)
    height += self->boxes[fragment->box].bands[fragment->first_band + i];
  return height;
}

static void
check_all_once_in_order (const Case *self,
                         GArray     *fragments)
{
  guint box = 0, band = 0, page = 0;

  for (guint i = 0; i < fragments->len; i++)
    {
      const TrellisPdfFragment *fragment = get_fragment (fragments, i);

      g_assert_cmpuint (fragment->page, >=, page);
      g_assert_cmpuint (fragment->page, <=, page + 1);
      page = fragment->page;
      if (fragment->repeated)
        continue;
      g_assert_cmpuint (fragment->box, ==, box);
      g_assert_cmpuint (fragment->first_band, ==, band);
      g_assert_cmpuint (fragment->n_bands, >, 0);
      band += fragment->n_bands;
      if (band == self->boxes[box].n_bands)
        {
          box++;
          band = 0;
        }
    }
  g_assert_cmpuint (box, ==, self->n);
}

static void
test_every_line_once_and_in_order (void)
{
  for_each_case (check_all_once_in_order);
}

static void
check_inside_and_apart (const Case *self,
                        GArray     *fragments)
{
  double bottom = 0;

  for (guint i = 0; i < fragments->len; i++)
    {
      const TrellisPdfFragment *fragment = get_fragment (fragments, i);
      const TrellisPdfFlowBox  *box = &self->boxes[fragment->box];
      gboolean                  first
          = i == 0 || get_fragment (fragments, i - 1)->page != fragment->page;

      if (first)
        g_assert_cmpfloat (fragment->y, ==, 0);
      else
        g_assert_cmpfloat (fragment->y, >=, bottom - 0.001);
      bottom = fragment->y + get_height (self, fragment);
      if (fragment->n_bands == 1 && box->bands[fragment->first_band] > 320)
        continue; /* stands where it must */
      g_assert_cmpfloat (bottom, <=,
                         MAX (page_heights[box->paper], get_height (self, fragment)) + 0.02);
    }
}

static void
test_nothing_leaves_the_page_or_overlaps (void)
{
  for_each_case (check_inside_and_apart);
}

static gboolean
fits_before (const Case *self,
             GArray     *fragments,
             guint       first,
             guint       end,
             guint       box,
             guint       band)
{
  for (guint i = first; i < end; i++)
    {
      const TrellisPdfFragment *fragment = get_fragment (fragments, i);

      if (!fragment->repeated && fragment->box == box && band > fragment->first_band
          && band <= fragment->first_band + fragment->n_bands)
        return TRUE;
      if (!fragment->repeated && fragment->box == box && band == 0 && i > first)
        return !get_fragment (fragments, i - 1)->repeated;
    }
  return FALSE;
}

/* The rules hold wherever the page offers a place that keeps them. */
static void
check_page_end (const Case *self,
                GArray     *fragments,
                guint       first,
                guint       end)
{
  const TrellisPdfFragment *next;
  TrellisPdfRule            rule;

  if (end == fragments->len)
    return;
  next = get_fragment (fragments, end);
  if (next->repeated)
    next = get_fragment (fragments, end + 1);
  rule = trellis_pdf_paginator_check (self->list, next->box, next->first_band,
                                      page_heights[self->boxes[next->box].paper]);
  if (rule == TRELLIS_PDF_RULE_NONE
      || self->boxes[next->box].paper != self->boxes[get_fragment (fragments, first)->box].paper)
    return;
  for (guint i = first; i < end; i++)
    {
      const TrellisPdfFragment *fragment = get_fragment (fragments, i);

      for (guint band = 0; band < fragment->first_band + fragment->n_bands && !fragment->repeated;
           band++)
        if (fits_before (self, fragments, first, end, fragment->box, band))
          g_assert_cmpint (trellis_pdf_paginator_check (
                               self->list, fragment->box, band,
                               page_heights[self->boxes[fragment->box].paper]),
                           >=, rule);
    }
}

static void
check_page_ends (const Case *self,
                 GArray     *fragments)
{
  guint first = 0;

  for (guint i = 1; i <= fragments->len; i++)
    if (i == fragments->len
        || get_fragment (fragments, i)->page != get_fragment (fragments, first)->page)
      {
        check_page_end (self, fragments, first, i);
        first = i;
      }
}

static void
test_no_rule_is_broken_where_a_page_could_end_better (void)
{
  for_each_case (check_page_ends);
}

static void
check_heads (const Case *self,
             GArray     *fragments)
{
  for (guint i = 0; i < fragments->len; i++)
    {
      const TrellisPdfFragment *fragment = get_fragment (fragments, i);
      const TrellisPdfFlowBox  *box = &self->boxes[fragment->box];
      gboolean                  first
          = i == 0 || get_fragment (fragments, i - 1)->page != fragment->page;

      if (fragment->repeated)
        {
          g_assert_true (first);
          g_assert_cmpuint (self->boxes[get_fragment (fragments, i + 1)->box].head, ==,
                            fragment->box);
        }
      else if (first && box->head != TRELLIS_PDF_NO_HEAD)
        {
          g_assert_cmpfloat (self->boxes[box->head].bands[0], >, page_heights[box->paper] / 2);
        }
    }
}

static void
test_a_head_stands_over_every_part_of_its_table (void)
{
  for_each_case (check_heads);
}

static void
check_papers (const Case *self,
              GArray     *fragments)
{
  for (guint i = 1; i < fragments->len; i++)
    if (get_fragment (fragments, i)->page == get_fragment (fragments, i - 1)->page)
      g_assert_cmpuint (self->boxes[get_fragment (fragments, i)->box].paper, ==,
                        self->boxes[get_fragment (fragments, i - 1)->box].paper);
}

static void
test_a_page_has_one_kind_of_paper (void)
{
  for_each_case (check_papers);
}

static void
test_a_heading_goes_with_its_text (void)
{
  double            line = 10, tall[48], three[3] = { 10, 10, 10 };
  TrellisPdfFlowBox text = { .bands = tall, .n_bands = 48, .head = TRELLIS_PDF_NO_HEAD };
  TrellisPdfFlowBox heading = {
    .bands = &line, .n_bands = 1, .keep_with_next = TRUE, .head = TRELLIS_PDF_NO_HEAD
  };
  TrellisPdfFlowBox paragraph
      = { .bands = three, .n_bands = 3, .head = TRELLIS_PDF_NO_HEAD };
  const TrellisPdfFlowBox *boxes[] = { &text, &heading, &paragraph };
  g_autoptr (GArray)       fragments = NULL;

  for (guint i = 0; i < 48; i++)
    tall[i] = 10;
  fragments = trellis_pdf_paginate (boxes, 3, page_heights);
  g_assert_cmpuint (get_fragment (fragments, 0)->page, ==, 0);
  g_assert_cmpuint (get_fragment (fragments, 1)->page, ==, 1);
  g_assert_cmpuint (get_fragment (fragments, 1)->box, ==, 1);
}

static void
test_a_paragraph_leaves_two_lines_on_both_sides (void)
{
  double                   bands[51];
  TrellisPdfFlowBox        text = { .bands = bands, .n_bands = 51, .head = TRELLIS_PDF_NO_HEAD };
  const TrellisPdfFlowBox *boxes[] = { &text };
  g_autoptr (GArray)       fragments = NULL;

  for (guint i = 0; i < 51; i++)
    bands[i] = 10;
  fragments = trellis_pdf_paginate (boxes, 1, page_heights);
  g_assert_cmpuint (fragments->len, ==, 2);
  g_assert_cmpuint (get_fragment (fragments, 0)->n_bands, ==, 49);
  g_assert_cmpuint (get_fragment (fragments, 1)->n_bands, ==, 2);
}

static void
test_boxes_are_apart_by_the_larger_space (void)
{
  double            line = 10;
  TrellisPdfFlowBox first = {
    .bands = &line, .n_bands = 1, .space_before = 9, .space_after = 5, .head = TRELLIS_PDF_NO_HEAD
  };
  TrellisPdfFlowBox second = {
    .bands = &line, .n_bands = 1, .space_before = 7, .head = TRELLIS_PDF_NO_HEAD
  };
  const TrellisPdfFlowBox *boxes[] = { &first, &second, &first };
  g_autoptr (GArray)       fragments = trellis_pdf_paginate (boxes, 3, page_heights);

  g_assert_cmpfloat (get_fragment (fragments, 0)->y, ==, 0);
  g_assert_cmpfloat (get_fragment (fragments, 1)->y, ==, 17);
  g_assert_cmpfloat (get_fragment (fragments, 2)->y, ==, 36);
}

static void
test_nothing_gives_no_pages (void)
{
  g_autoptr (GArray) fragments = trellis_pdf_paginate (NULL, 0, page_heights);

  g_assert_cmpuint (fragments->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paginator/every-line-once-and-in-order", test_every_line_once_and_in_order);
  g_test_add_func ("/paginator/nothing-leaves-the-page-or-overlaps",
                   test_nothing_leaves_the_page_or_overlaps);
  g_test_add_func ("/paginator/no-rule-is-broken-where-a-page-could-end-better",
                   test_no_rule_is_broken_where_a_page_could_end_better);
  g_test_add_func ("/paginator/a-head-stands-over-every-part-of-its-table",
                   test_a_head_stands_over_every_part_of_its_table);
  g_test_add_func ("/paginator/a-page-has-one-kind-of-paper", test_a_page_has_one_kind_of_paper);
  g_test_add_func ("/paginator/a-heading-goes-with-its-text", test_a_heading_goes_with_its_text);
  g_test_add_func ("/paginator/a-paragraph-leaves-two-lines-on-both-sides",
                   test_a_paragraph_leaves_two_lines_on_both_sides);
  g_test_add_func ("/paginator/boxes-are-apart-by-the-larger-space",
                   test_boxes_are_apart_by_the_larger_space);
  g_test_add_func ("/paginator/nothing-gives-no-pages", test_nothing_gives_no_pages);
  return g_test_run ();
}
