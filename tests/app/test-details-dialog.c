/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A report's details: which template it follows, also one of the person's own course. */

#include "app-fixture.h"

#include "trellis-commands.h"
#include "trellis-details-dialog.h"
#include "trellis-session.h"

#define TEMPLATE                                                           \
  "{\"format\": \"trellis-template\", \"version\": 1, \"id\": \"lab\","    \
  " \"name\": {\"en\": \"Lab Course\", \"ru\": \"Лаба\"}, \"several\": 3," \
  " \"documents\": [{\"file\": \"lab.md\", \"sections\": ["                \
  "{\"kind\": \"matrix\", \"level\": 2,"                                   \
  " \"heading\": {\"en\": \"Parts\", \"ru\": \"Части\"}}]}],"              \
  " \"criteria\": [{\"id\": \"parts\", \"section\": \"matrix\","           \
  " \"asks\": {\"en\": \"parts\", \"ru\": \"части\"},"                     \
  " \"figure\": \"components\", \"min\": 5}]}"

static TrellisDetailsDialog *
open_dialog (AppFixture *fixture,
             const char *action)
{
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (fixture->window);

  app_fixture_activate (fixture, action);
  app_wait_until (adw_application_window_get_visible_dialog (window) != NULL);
  return TRELLIS_DETAILS_DIALOG (adw_application_window_get_visible_dialog (window));
}

static const char *
get_chosen (TrellisDetailsDialog *dialog)
{
  AdwComboRow *row = ADW_COMBO_ROW (app_find_by_title (GTK_WIDGET (dialog), "Template"));

  return gtk_string_object_get_string (adw_combo_row_get_selected_item (row));
}

static void
add_template (AppFixture           *fixture,
              TrellisDetailsDialog *dialog,
              const char           *json)
{
  g_autofree char  *path = app_fixture_write (fixture, "lab.json", json);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  trellis_details_dialog_add_template (dialog, file);
}

static void
a_courses_template_is_added_and_followed (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  TrellisDetailsDialog  *dialog = open_dialog (fixture, "win.new-report");

  add_template (fixture, dialog, TEMPLATE);
  g_assert_cmpstr (get_chosen (dialog), ==, "Lab Course");
  gtk_widget_activate (adw_dialog_get_default_widget (ADW_DIALOG (dialog)));
  app_wait_until (trellis_window_get_page_name (fixture->window) != NULL);
  g_assert_cmpstr (app_fixture_get_report (fixture)->layout, ==, "lab");
  g_assert_cmpuint (app_fixture_get_report (fixture)->sections->len, ==, 1);
  g_assert_cmpint (trellis_session_get_template (app_fixture_get_session (fixture))->several, ==,
                   3);

  /* The report is undone first, then the template. */
  g_assert_true (trellis_store_undo (fixture->store, NULL));
  g_assert_true (trellis_store_undo (fixture->store, NULL));
  app_wait_until (trellis_template_get ("lab") == NULL);
}

static void
a_wrong_template_is_told_and_not_added (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  AdwApplicationWindow  *window = ADW_APPLICATION_WINDOW (fixture->window);
  TrellisDetailsDialog  *dialog = open_dialog (fixture, "win.new-report");
  AdwDialog             *alert;

  add_template (fixture, dialog, "{\"format\": \"trellis-template\"}");
  app_wait_until (ADW_IS_ALERT_DIALOG (adw_application_window_get_visible_dialog (window)));
  alert = adw_application_window_get_visible_dialog (window);
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (alert)), "lab.json"));
  adw_dialog_force_close (alert);
  app_wait_until (adw_application_window_get_visible_dialog (window) == ADW_DIALOG (dialog));
  g_assert_cmpstr (get_chosen (dialog), ==, "Classic: one file");
  g_assert_false (trellis_store_can_undo (fixture->store));
}

static void
a_template_that_is_not_here_stays_the_reports (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  TrellisDetailsDialog  *dialog;
  gint64                 id = app_fixture_get_report (fixture)->base.id;

  trellis_commands_set_text (fixture->store, &trellis_report_type, id, "layout", "gone", NULL);
  app_wait_until (g_str_equal (app_fixture_get_report (fixture)->layout, "gone"));
  dialog = open_dialog (fixture, "win.details");
  g_assert_cmpstr (get_chosen (dialog), ==, "gone");
  gtk_editable_set_text (GTK_EDITABLE (app_find_by_title (GTK_WIDGET (dialog), "Course")), "Kites");
  gtk_widget_activate (adw_dialog_get_default_widget (ADW_DIALOG (dialog)));
  app_wait_until (g_str_equal (app_fixture_get_report (fixture)->course, "Kites"));
  g_assert_cmpstr (app_fixture_get_report (fixture)->layout, ==, "gone");
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

#define ADD(name, test) g_test_add_func ("/details-dialog/" name, test)
  ADD ("a-courses-template-is-added-and-followed", a_courses_template_is_added_and_followed);
  ADD ("a-wrong-template-is-told-and-not-added", a_wrong_template_is_told_and_not_added);
  ADD ("a-template-that-is-not-here-stays-the-reports",
       a_template_that_is_not_here_stays_the_reports);
#undef ADD

  return g_test_run ();
}
