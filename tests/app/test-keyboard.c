/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the keyboard is after each step from page to page. */

#include "app-fixture.h"

#include "trellis-matrix-grid.h"
#include "trellis-sidebar-row.h"
#include "trellis-text-page.h"

static const char *const pages[] = { "overview", "components", "matrix", "roles", "skills",
                                     "roadmaps", "postings", "demand", "report" };

static GtkWidget *
get_focus (AppFixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

static gboolean
is_focus_in_page (AppFixture *fixture)
{
  GtkWidget *focus = get_focus (fixture);

  return focus != NULL && gtk_widget_get_mapped (focus)
         && gtk_widget_is_ancestor (focus, app_fixture_get_page (fixture));
}

static void
go (AppFixture *fixture,
    const char *page)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", page));
  app_spin (400);
}

static void
assert_goes_into_each_page (AppFixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      go (fixture, pages[i]);
      if (!is_focus_in_page (fixture))
        g_error ("on %s the focus is on %s", pages[i],
                 get_focus (fixture) != NULL ? G_OBJECT_TYPE_NAME (get_focus (fixture))
                                             : "nothing");
    }
}

static void
going_to_a_page_takes_the_focus_along (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();

  assert_goes_into_each_page (fixture);
  assert_goes_into_each_page (fixture);
}

static void
going_to_a_page_takes_the_focus_along_in_a_narrow_window (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();

  app_fixture_resize (fixture, 360, 640);
  assert_goes_into_each_page (fixture);
}

/* The same key twice stays: it does not walk on through the page. */
static void
going_to_the_page_that_is_shown_keeps_the_focus (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *focus;

      go (fixture, pages[i]);
      focus = get_focus (fixture);
      go (fixture, pages[i]);
      g_assert_true (get_focus (fixture) == focus);
    }
}

static gboolean
is_focus_in_sidebar (AppFixture *fixture)
{
  GtkWidget *focus = get_focus (fixture);

  return focus != NULL && TRELLIS_IS_SIDEBAR_ROW (focus);
}

static void
f6_goes_between_the_sidebar_and_the_page (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *focus;

      go (fixture, pages[i]);
      focus = get_focus (fixture);
      app_fixture_activate (fixture, "win.switch-pane");
      g_assert_true (is_focus_in_sidebar (fixture));
      g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (get_focus (fixture))));
      app_fixture_activate (fixture, "win.switch-pane");
      g_assert_true (get_focus (fixture) == focus);
    }
}

static void
f6_shows_the_other_pane_in_a_narrow_window (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();

  app_fixture_resize (fixture, 360, 640);
  go (fixture, "matrix");
  app_fixture_activate (fixture, "win.switch-pane");
  app_spin (600);
  g_assert_true (is_focus_in_sidebar (fixture));
  app_fixture_activate (fixture, "win.switch-pane");
  app_spin (600);
  g_assert_true (is_focus_in_page (fixture));
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

#define ADD(path, function) g_test_add_func ("/keyboard/" path, function)
  ADD ("going-to-a-page-takes-the-focus-along", going_to_a_page_takes_the_focus_along);
  ADD ("going-to-a-page-takes-the-focus-along-in-a-narrow-window",
       going_to_a_page_takes_the_focus_along_in_a_narrow_window);
  ADD ("going-to-the-page-that-is-shown-keeps-the-focus",
       going_to_the_page_that_is_shown_keeps_the_focus);
  ADD ("f6-goes-between-the-sidebar-and-the-page", f6_goes_between_the_sidebar_and_the_page);
  ADD ("f6-shows-the-other-pane-in-a-narrow-window", f6_shows_the_other_pane_in_a_narrow_window);
#undef ADD

  return g_test_run ();
}
