/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the keyboard is after each step from page to page. */

#include "app-fixture.h"

#include "trellis-matrix-grid.h"
#include "trellis-commands.h"
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
  app_wait_until (is_focus_in_page (fixture));
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

/* Nothing takes the focus that goes once the criteria are known. */
static void
a_report_not_judged_yet_keeps_the_focus_too (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  TrellisSession        *session = app_fixture_get_session (fixture);
  gint64                 copy;

  app_fixture_show_page (fixture, "overview");
  g_assert_true (trellis_commands_duplicate_report (
      fixture->store, trellis_session_get_report_id (session), &copy, NULL));
  trellis_window_open_report (fixture->window, copy, "overview");
  g_assert_null (trellis_session_get_check (session));
  gtk_widget_grab_focus (app_fixture_get_page (fixture));
  app_wait_until (trellis_session_get_check (session) != NULL);
  app_spin (100);
  g_assert_true (is_focus_in_page (fixture));
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

static gboolean
says_keys (GtkWidget *widget,
           gpointer   keys)
{
  g_auto (GStrv) parts = NULL;

  if (!GTK_IS_LABEL (widget))
    return FALSE;

  parts = g_strsplit (gtk_label_get_label (GTK_LABEL (widget)), " / ", -1);
  return g_strv_contains ((const char *const *) parts, keys);
}

static void
every_accelerator_stands_in_the_dialog (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkApplication        *application = gtk_window_get_application (GTK_WINDOW (fixture->window));
  g_auto (GStrv)         actions = gtk_application_list_action_descriptions (application);
  AdwDialog             *dialog;

  app_fixture_activate (fixture, "app.shortcuts");
  app_spin (150);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_cmpuint (g_strv_length (actions), >, 20);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (application, actions[i]);

      for (guint j = 0; keys[j] != NULL; j++)
        {
          guint            key;
          GdkModifierType  modifiers;
          g_autofree char *label = NULL;

          g_assert_true (gtk_accelerator_parse (keys[j], &key, &modifiers));
          label = gtk_accelerator_get_label (key, modifiers);
          g_test_message ("%s: %s", actions[i], label);
          g_assert_nonnull (app_find_widget (GTK_WIDGET (dialog), says_keys, label));
        }
    }

  adw_dialog_force_close (dialog);
  app_spin (50);
}

static void
the_reflection_has_a_key_of_its_own (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s",
                                             "reflection"));
  app_spin (100);
  g_assert_true (TRELLIS_IS_TEXT_PAGE (app_fixture_get_page (fixture)));
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
  ADD ("a-report-not-judged-yet-keeps-the-focus-too",
       a_report_not_judged_yet_keeps_the_focus_too);
  ADD ("f6-goes-between-the-sidebar-and-the-page", f6_goes_between_the_sidebar_and_the_page);
  ADD ("f6-shows-the-other-pane-in-a-narrow-window", f6_shows_the_other_pane_in_a_narrow_window);
  ADD ("every-accelerator-stands-in-the-dialog", every_accelerator_stands_in_the_dialog);
  ADD ("the-reflection-has-a-key-of-its-own", the_reflection_has_a_key_of_its_own);
#undef ADD

  return g_test_run ();
}
