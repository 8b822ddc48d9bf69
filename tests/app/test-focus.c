/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keyboard is never nowhere: not after a row was deleted, moved or brought back, and not when a
 * dialog closes. */

#include "app-fixture.h"

#include "trellis-record-row.h"

/* Pages of rows, and whether the last row of the sample leaves the page empty. */
static const char *const lists[] = { "components", "roles", "skills", "postings" };

static GtkWidget *
get_focus (AppFixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

static void
assert_is_somewhere (AppFixture *fixture,
                     const char *page,
                     const char *after)
{
  GtkWidget *focus = get_focus (fixture);

  if (focus == NULL || !gtk_widget_get_mapped (focus))
    g_error ("on %s the focus is lost after %s", page, after);
  if (!gtk_widget_is_ancestor (focus, app_fixture_get_page (fixture)))
    g_error ("on %s the focus leaves the page after %s: it is on %s", page, after,
             G_OBJECT_TYPE_NAME (focus));
}

static GtkWidget *
find_row (AppFixture *fixture)
{
  return app_find_by_type (app_fixture_get_page (fixture), TRELLIS_TYPE_RECORD_ROW);
}

static void
go (AppFixture *fixture,
    const char *page)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", page));
  app_spin (300);
}

/* Does it to the first row, from inside it. */
static void
act (AppFixture *fixture,
     const char *page,
     const char *action)
{
  GtkWidget *row = find_row (fixture);

  g_assert_nonnull (row);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_activate_action (row, action, NULL));
  app_spin (100);
  assert_is_somewhere (fixture, page, action);
}

static void
deleting_moving_and_undoing_keep_the_focus_on_the_page (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      go (fixture, lists[i]);
      act (fixture, lists[i], "row.move-down");
      act (fixture, lists[i], "row.delete");
      app_fixture_activate (fixture, "win.undo");
      app_spin (300);
      assert_is_somewhere (fixture, lists[i], "undo");
      app_fixture_activate (fixture, "win.redo");
      app_spin (300);
      assert_is_somewhere (fixture, lists[i], "redo");
    }
}

static void
deleting_all_rows_leads_to_what_to_do_next (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      go (fixture, lists[i]);
      while (find_row (fixture) != NULL && gtk_widget_get_mapped (find_row (fixture)))
        act (fixture, lists[i], "row.delete");
    }

  go (fixture, "components");
  g_assert_nonnull (app_find_by_label (app_fixture_get_page (fixture), "No Components Yet"));
  g_assert_true (gtk_widget_get_mapped (
      app_find_by_label (app_fixture_get_page (fixture), "No Components Yet")));
}

static gboolean
is_dialog_in_front (AppFixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window))
         != NULL;
}

static void
a_dialog_gives_the_focus_back (void)
{
  static const char *const dialogs[] = { "win.details", "win.export", "win.new-report",
                                         "app.preferences", "app.shortcuts", "app.help",
                                         "win.history" };
  g_autoptr (AppFixture)   fixture = app_fixture_new_with_sample ();
  GtkWidget               *focus;

  go (fixture, "components");
  focus = get_focus (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_assert_true (app_fixture_activate (fixture, dialogs[i]));
      app_wait_until (is_dialog_in_front (fixture));
      adw_dialog_close (
          adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
      app_wait_until (!is_dialog_in_front (fixture));
      app_spin (50);
      if (get_focus (fixture) != focus)
        g_error ("%s does not give the focus back", dialogs[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

#define ADD(path, function) g_test_add_func ("/focus/" path, function)
  ADD ("deleting-moving-and-undoing-keep-the-focus-on-the-page",
       deleting_moving_and_undoing_keep_the_focus_on_the_page);
  ADD ("deleting-all-rows-leads-to-what-to-do-next", deleting_all_rows_leads_to_what_to_do_next);
  ADD ("a-dialog-gives-the-focus-back", a_dialog_gives_the_focus_back);
#undef ADD

  return g_test_run ();
}
