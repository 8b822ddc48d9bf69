/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-matrix-geometry.h"

#define HEAD TRELLIS_MATRIX_HEAD_LINE

static TrellisMatrixGeometry
make (int n_rows,
      int n_columns,
      int width,
      int height)
{
  TrellisMatrixGeometry geometry = { .n_rows = n_rows, .n_columns = n_columns };

  trellis_matrix_geometry_fit (&geometry, width, height, 150, 120, 18);
  return geometry;
}

static TrellisMatrixPlace
step (const TrellisMatrixGeometry *geometry,
      int                          row,
      int                          column,
      TrellisMatrixStep            kind)
{
  return trellis_matrix_geometry_step (geometry, (TrellisMatrixPlace) { row, column }, kind);
}

#define assert_place(place, r, c)         \
  G_STMT_START                            \
  {                                       \
    TrellisMatrixPlace p_ = (place);      \
    g_assert_cmpint (p_.row, ==, (r));    \
    g_assert_cmpint (p_.column, ==, (c)); \
  }                                       \
  G_STMT_END

static void
test_heads_turn_when_they_do_not_fit (void)
{
  TrellisMatrixGeometry geometry = make (6, 5, 800, 400);

  g_assert_cmpint (geometry.heads, ==, TRELLIS_MATRIX_HEADS_LEVEL);
  geometry = make (6, 12, 800, 400);
  g_assert_cmpint (geometry.heads, ==, TRELLIS_MATRIX_HEADS_TURNED);
  g_assert_cmpint (geometry.cell_width, <, 96);
}

static void
test_turned_heads_need_some_more_room_to_become_level_again (void)
{
  TrellisMatrixGeometry geometry = make (6, 5, 2000, 400);
  int                   needed = geometry.head_width + 5 * geometry.cell_width + geometry.add_width;

  trellis_matrix_geometry_fit (&geometry, needed, 400, 150, 120, 18);
  g_assert_cmpint (geometry.heads, ==, TRELLIS_MATRIX_HEADS_LEVEL);
  trellis_matrix_geometry_fit (&geometry, needed - 1, 400, 150, 120, 18);
  g_assert_cmpint (geometry.heads, ==, TRELLIS_MATRIX_HEADS_TURNED);
  trellis_matrix_geometry_fit (&geometry, needed + 10, 400, 150, 120, 18);
  g_assert_cmpint (geometry.heads, ==, TRELLIS_MATRIX_HEADS_TURNED);
}

static void
test_row_heads_take_two_fifths_at_most (void)
{
  TrellisMatrixGeometry geometry = { .n_rows = 3, .n_columns = 3 };

  trellis_matrix_geometry_fit (&geometry, 500, 400, 1000, 100, 18);
  g_assert_cmpint (geometry.head_width, ==, 200);
  trellis_matrix_geometry_fit (&geometry, 2000, 400, 1000, 100, 18);
  g_assert_cmpint (geometry.head_width, ==, 280);
  trellis_matrix_geometry_fit (&geometry, 2000, 400, 10, 100, 18);
  g_assert_cmpint (geometry.head_width, ==, 140);
}

static void
test_turned_heads_grow_with_their_names_to_two_fifths (void)
{
  TrellisMatrixGeometry geometry = { .n_rows = 3, .n_columns = 10 };

  trellis_matrix_geometry_fit (&geometry, 500, 1000, 150, 200, 18);
  g_assert_cmpint (geometry.heads, ==, TRELLIS_MATRIX_HEADS_TURNED);
  g_assert_cmpint (geometry.head_height, >, 200 + 18);
  g_assert_cmpint (geometry.head_height, <, 300);
  trellis_matrix_geometry_fit (&geometry, 500, 1000, 150, 2000, 18);
  g_assert_cmpint (geometry.head_height, ==, 400);
  trellis_matrix_geometry_fit (&geometry, 500, 300, 150, 2000, 18);
  g_assert_cmpint (geometry.head_height, ==, 160);
  trellis_matrix_geometry_fit (&geometry, 500, 1000, 150, 10, 18);
  g_assert_cmpint (geometry.head_height, ==, 72);
}

/* Every place lies where hit() finds it again, whatever is scrolled. */
static void
test_a_place_is_hit_inside_its_area (void)
{
  for (int round = 0; round < 500; round++)
    {
      TrellisMatrixGeometry geometry = make (
          g_test_rand_int_range (1, 60), g_test_rand_int_range (1, 40),
          g_test_rand_int_range (300, 1400), g_test_rand_int_range (250, 900));
      TrellisMatrixPlace place = { g_test_rand_int_range (0, geometry.n_rows),
                                   g_test_rand_int_range (0, geometry.n_columns) };
      TrellisMatrixPlace hit;
      TrellisMatrixArea  area;

      trellis_matrix_geometry_scroll_to (&geometry, place, &geometry.scroll_x, &geometry.scroll_y);
      area = trellis_matrix_geometry_get_area (&geometry, place);
      g_assert_true (
          trellis_matrix_geometry_hit (&geometry, area.x + g_test_rand_int_range (0, area.width),
                                       area.y + g_test_rand_int_range (0, area.height), &hit));
      assert_place (hit, place.row, place.column);
    }
}

static void
test_scrolling_to_a_place_brings_it_wholly_into_view (void)
{
  TrellisMatrixGeometry geometry = make (1000, 200, 800, 600);
  TrellisMatrixPlace    places[] = {
    { 999, 199 }, { 0, 0 }, { 500, 3 }, { 1000, HEAD }, { HEAD, 200 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      TrellisMatrixArea area;

      trellis_matrix_geometry_scroll_to (&geometry, places[i], &geometry.scroll_x,
                                         &geometry.scroll_y);
      area = trellis_matrix_geometry_get_area (&geometry, places[i]);
      if (places[i].column != HEAD)
        g_assert_cmpint (area.x, >=, geometry.head_width);
      if (places[i].row != HEAD)
        g_assert_cmpint (area.y, >=, geometry.head_height);
      g_assert_cmpint (area.x + area.width, <=, geometry.width);
      g_assert_cmpint (area.y + area.height, <=, geometry.height);
    }
}

static void
test_the_corner_and_the_space_beyond_are_no_place (void)
{
  TrellisMatrixGeometry geometry = make (2, 2, 1000, 600);
  TrellisMatrixPlace    place;

  g_assert_false (trellis_matrix_geometry_hit (&geometry, 5, 5, &place));
  g_assert_false (trellis_matrix_geometry_hit (&geometry, 990, 300, &place));
  g_assert_false (trellis_matrix_geometry_hit (&geometry, 5, 590, &place));
  g_assert_false (trellis_matrix_geometry_hit (&geometry, -1, 100, &place));
  g_assert_true (trellis_matrix_geometry_hit (
      &geometry, 5, geometry.head_height + 2 * geometry.row_height + 5, &place));
  assert_place (place, 2, HEAD);
}

static void
test_before_the_first_cell_lie_the_heads (void)
{
  TrellisMatrixGeometry geometry = make (3, 3, 800, 600);

  assert_place (step (&geometry, 0, 0, TRELLIS_MATRIX_STEP_LEFT), 0, HEAD);
  assert_place (step (&geometry, 0, 0, TRELLIS_MATRIX_STEP_UP), HEAD, 0);
  assert_place (step (&geometry, HEAD, 0, TRELLIS_MATRIX_STEP_LEFT), HEAD, 0);
  assert_place (step (&geometry, 0, HEAD, TRELLIS_MATRIX_STEP_UP), 0, HEAD);
}

static void
test_after_the_last_line_lie_the_add_lines (void)
{
  TrellisMatrixGeometry geometry = make (3, 3, 800, 600);

  assert_place (step (&geometry, 2, 1, TRELLIS_MATRIX_STEP_DOWN), 3, HEAD);
  assert_place (step (&geometry, HEAD, 2, TRELLIS_MATRIX_STEP_RIGHT), HEAD, 3);
  assert_place (step (&geometry, 1, 2, TRELLIS_MATRIX_STEP_RIGHT), 1, 2);
  assert_place (step (&geometry, 3, HEAD, TRELLIS_MATRIX_STEP_UP), 2, HEAD);
  assert_place (step (&geometry, 3, HEAD, TRELLIS_MATRIX_STEP_DOWN), 3, HEAD);
  assert_place (step (&geometry, HEAD, 3, TRELLIS_MATRIX_STEP_DOWN), HEAD, 3);
}

static void
test_home_and_end_stay_in_the_line (void)
{
  TrellisMatrixGeometry geometry = make (9, 7, 800, 600);

  assert_place (step (&geometry, 4, 3, TRELLIS_MATRIX_STEP_LINE_START), 4, 0);
  assert_place (step (&geometry, 4, 3, TRELLIS_MATRIX_STEP_LINE_END), 4, 6);
  assert_place (step (&geometry, 4, 3, TRELLIS_MATRIX_STEP_START), 0, 0);
  assert_place (step (&geometry, 4, 3, TRELLIS_MATRIX_STEP_END), 8, 6);
}

/* Any walk, in any matrix, an empty one too, stays on places that exist. */
static void
test_no_walk_leaves_the_matrix (void)
{
  for (int round = 0; round < 200; round++)
    {
      TrellisMatrixGeometry geometry
          = make (g_test_rand_int_range (0, 4), g_test_rand_int_range (0, 4), 400, 300);
      TrellisMatrixPlace place = trellis_matrix_geometry_clamp (&geometry,
                                                                (TrellisMatrixPlace) { 0, 0 });

      for (int i = 0; i < 50; i++)
        {
          place = trellis_matrix_geometry_step (&geometry, place, g_test_rand_int_range (0, 10));
          g_assert_cmpint (place.row, >=, HEAD);
          g_assert_cmpint (place.row, <=, geometry.n_rows);
          g_assert_cmpint (place.column, >=, HEAD);
          g_assert_cmpint (place.column, <=, geometry.n_columns);
          g_assert_false (place.row == HEAD && place.column == HEAD);
          g_assert_false (place.row == geometry.n_rows && place.column != HEAD);
          g_assert_false (place.column == geometry.n_columns && place.row != HEAD);
        }
    }
}

static void
test_a_dropped_head_goes_before_the_nearest_line (void)
{
  TrellisMatrixGeometry geometry = make (5, 3, 800, 600);

  g_assert_cmpint (trellis_matrix_geometry_drop_index (&geometry, TRUE, geometry.head_height), ==,
                   0);
  g_assert_cmpint (trellis_matrix_geometry_drop_index (&geometry, TRUE,
                                                       geometry.head_height
                                                           + 2 * geometry.row_height
                                                           + geometry.row_height / 2 + 2),
                   ==, 3);
  g_assert_cmpint (trellis_matrix_geometry_drop_index (&geometry, TRUE, 10000), ==, 5);
  g_assert_cmpint (trellis_matrix_geometry_drop_index (&geometry, FALSE, 0), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add_func ("/matrix-geometry/" name, func)
  ADD ("heads-turn-when-they-do-not-fit", test_heads_turn_when_they_do_not_fit);
  ADD ("turned-heads-need-some-more-room-to-become-level-again",
       test_turned_heads_need_some_more_room_to_become_level_again);
  ADD ("row-heads-take-two-fifths-at-most", test_row_heads_take_two_fifths_at_most);
  ADD ("turned-heads-grow-with-their-names-to-two-fifths",
       test_turned_heads_grow_with_their_names_to_two_fifths);
  ADD ("a-place-is-hit-inside-its-area", test_a_place_is_hit_inside_its_area);
  ADD ("scrolling-to-a-place-brings-it-wholly-into-view",
       test_scrolling_to_a_place_brings_it_wholly_into_view);
  ADD ("the-corner-and-the-space-beyond-are-no-place",
       test_the_corner_and_the_space_beyond_are_no_place);
  ADD ("before-the-first-cell-lie-the-heads", test_before_the_first_cell_lie_the_heads);
  ADD ("after-the-last-line-lie-the-add-lines", test_after_the_last_line_lie_the_add_lines);
  ADD ("home-and-end-stay-in-the-line", test_home_and_end_stay_in_the_line);
  ADD ("no-walk-leaves-the-matrix", test_no_walk_leaves_the_matrix);
  ADD ("a-dropped-head-goes-before-the-nearest-line",
       test_a_dropped_head_goes_before_the_nearest_line);
#undef ADD

  return g_test_run ();
}
