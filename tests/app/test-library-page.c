/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The library's page in the real window: what a person does to reports as wholes. */

#include "app-fixture.h"

#include "trellis-commands.h"
#include "trellis-library-page.h"
#include "trellis-library-row.h"
#include "trellis-new-report.h"

static gint64
add_report (AppFixture *fixture,
            const char *title,
            const char *author)
{
  g_autoptr (TrellisReport) report
      = trellis_new_report (trellis_template_get ("classic"), "en");
  gint64 id = 0;

  g_set_str (&report->title, title);
  g_set_str (&report->author, author);
  g_assert_true (trellis_commands_new_report (fixture->store, report, &id, NULL));
  return id;
}

static AppFixture *
create_fixture (void)
{
  AppFixture *fixture = app_fixture_new ();

  add_report (fixture, "Ferry timetable", "Ada Reed");
  add_report (fixture, "Seed library", "Bo Lind");
  add_report (fixture, "Кофейня у моста", "Ada Reed");
  app_spin (50);
  return fixture;
}

static GtkWidget *
get_list (AppFixture *fixture)
{
  return app_find_by_type (app_find_by_type (GTK_WIDGET (fixture->window),
                                             TRELLIS_TYPE_LIBRARY_PAGE),
                           GTK_TYPE_LIST_BOX);
}

static guint
count_rows (AppFixture *fixture)
{
  GtkListBox *list = GTK_LIST_BOX (get_list (fixture));
  guint       n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;
  return n;
}

static GtkWidget *
get_focused_row (AppFixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL ? gtk_widget_get_ancestor (focus, TRELLIS_TYPE_LIBRARY_ROW) : NULL;
}

static const char *
get_focused_title (AppFixture *fixture)
{
  GtkWidget *row = get_focused_row (fixture);

  return row != NULL ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)) : NULL;
}

static gint64
focus_row (AppFixture *fixture,
           const char *title)
{
  GtkWidget *row = app_find_by_title (get_list (fixture), title);

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_grab_focus (row));
  return trellis_library_row_get_id (TRELLIS_LIBRARY_ROW (row));
}

static void
activate (AppFixture *fixture,
          const char *action,
          gint64      id)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, "x", id));
  app_spin (50);
}

static void
search (AppFixture *fixture,
        const char *words)
{
  GtkWidget *entry;

  app_fixture_activate (fixture, "win.search");
  entry = app_find_by_type (GTK_WIDGET (fixture->window), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  app_spin (300);
}

static void
a_report_is_renamed_in_a_dialog_and_undone_in_place (void)
{
  g_autoptr (AppFixture) fixture = create_fixture ();
  gint64                 id = focus_row (fixture, "Seed library");
  AdwDialog             *dialog;
  GtkWidget             *entry;

  activate (fixture, "win.rename-report", id);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  entry = app_find_by_type (GTK_WIDGET (dialog), GTK_TYPE_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Seed library");
  gtk_editable_set_text (GTK_EDITABLE (entry), "  ");
  g_assert_false (
      adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "rename"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Seed exchange ");
  g_signal_emit_by_name (dialog, "response", "rename");
  adw_dialog_force_close (dialog);
  app_spin (50);
  g_assert_nonnull (app_find_by_title (get_list (fixture), "Seed exchange"));

  app_fixture_activate (fixture, "win.undo");
  g_assert_null (trellis_window_get_page_name (fixture->window));
  g_assert_null (app_find_by_title (get_list (fixture), "Seed exchange"));
  g_assert_cmpstr (get_focused_title (fixture), ==, "Seed library");
}

static void
a_duplicate_is_shown_in_the_list (void)
{
  g_autoptr (AppFixture) fixture = create_fixture ();

  activate (fixture, "win.duplicate-report", focus_row (fixture, "Ferry timetable"));
  g_assert_null (trellis_window_get_page_name (fixture->window));
  g_assert_cmpuint (count_rows (fixture), ==, 4);
  g_assert_cmpstr (get_focused_title (fixture), ==, "Ferry timetable (copy)");
}

static void
a_deleted_report_leaves_the_focus_to_its_neighbour_and_comes_back (void)
{
  g_autoptr (AppFixture) fixture = create_fixture ();
  gint64                 id = focus_row (fixture, "Seed library");

  activate (fixture, "win.delete-report-id", id);
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  g_assert_nonnull (get_focused_row (fixture));

  app_fixture_activate (fixture, "win.undo");
  g_assert_null (trellis_window_get_page_name (fixture->window));
  g_assert_cmpuint (count_rows (fixture), ==, 3);
  g_assert_cmpstr (get_focused_title (fixture), ==, "Seed library");
}

static void
the_last_report_deleted_leaves_how_to_begin (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();

  add_report (fixture, "Ferry timetable", "");
  app_spin (50);
  activate (fixture, "win.delete-report-id", focus_row (fixture, "Ferry timetable"));
  g_assert_true (gtk_widget_get_mapped (
      app_find_by_label (GTK_WIDGET (fixture->window), "New Report")));
}

static void
reports_are_found_by_words_of_title_and_author_in_any_case (void)
{
  g_autoptr (AppFixture) fixture = create_fixture ();

  search (fixture, "reed ФЕРРИ");
  g_assert_true (gtk_widget_get_mapped (
      app_find_by_label (GTK_WIDGET (fixture->window), "No Results")));
  search (fixture, "ada");
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  search (fixture, "REED кофе");
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_nonnull (app_find_by_title (get_list (fixture), "Кофейня у моста"));
  search (fixture, "");
  g_assert_cmpuint (count_rows (fixture), ==, 3);
}

static void
of_very_many_the_rest_is_shown_when_asked_for (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  GtkWidget             *more;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *title = g_strdup_printf ("Report %u", i);

      add_report (fixture, title, "");
    }
  app_spin (100);
  g_assert_cmpuint (count_rows (fixture), ==, 31);
  more = app_find_by_title (get_list (fixture), "Show 10 More");
  g_assert_nonnull (more);
  gtk_widget_activate (more);
  app_spin (50);
  g_assert_cmpuint (count_rows (fixture), ==, 40);
  g_assert_nonnull (get_focused_row (fixture));
}

static gboolean
is_report_button (GtkWidget *widget,
                  gpointer   data)
{
  return GTK_IS_MENU_BUTTON (widget) && gtk_widget_has_css_class (widget, "report-button");
}

/* Returns: (transfer full): what the menu says while it is open */
static GMenuModel *
get_recent (AppFixture *fixture)
{
  GtkWidget *button
      = app_find_widget (GTK_WIDGET (fixture->window), is_report_button, NULL);
  GMenuModel *menu;

  g_assert_nonnull (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  app_spin (50);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));
  return g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
}

static void
the_report_menu_leads_to_the_other_reports (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  g_autoptr (GMenuModel) none = get_recent (fixture);
  g_autoptr (GMenuModel) recent = NULL;
  g_autoptr (GVariant)   target = NULL;
  g_autofree char       *label = NULL;
  gint64                 other;

  g_assert_cmpint (g_menu_model_get_n_items (none), ==, 0);
  other = add_report (fixture, "Ferry_Two", "A. Sailor");
  recent = get_recent (fixture);
  g_assert_cmpint (g_menu_model_get_n_items (recent), ==, 1);
  g_assert_true (g_menu_model_get_item_attribute (recent, 0, G_MENU_ATTRIBUTE_LABEL, "s", &label));
  g_assert_cmpstr (label, ==, "Ferry__Two");
  target = g_menu_model_get_item_attribute_value (recent, 0, G_MENU_ATTRIBUTE_TARGET,
                                                  G_VARIANT_TYPE_INT64);
  g_assert_cmpint (g_variant_get_int64 (target), ==, other);
}

/* The sample beside a report that was only begun; what is edited is judged anew. */
static void
each_row_says_how_many_criteria_are_met (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkWidget             *window = GTK_WIDGET (fixture->window);
  GPtrArray             *components;
  gint64                 first;

  add_report (fixture, "Ferry timetable", "Ada Reed");
  trellis_window_show_library (fixture->window);
  app_wait_until (app_find_by_label (window, "27 of 27") != NULL);
  app_wait_until (app_find_by_label (window, "1 of 19") != NULL);

  components = app_fixture_get_report (fixture)->components;
  first = ((const TrellisRecord *) components->pdata[0])->id;
  g_assert_true (trellis_commands_set_text (fixture->store, &trellis_component_type, first, "name",
                                            "TODO", NULL));
  app_wait_until (app_find_by_label (window, "26 of 27") != NULL);
}

static void
a_report_is_exported_from_its_menu (void)
{
  g_autoptr (AppFixture) fixture = create_fixture ();
  GtkWidget             *window = GTK_WIDGET (fixture->window);
  gint64                 id
      = trellis_library_row_get_id (TRELLIS_LIBRARY_ROW (
          gtk_list_box_get_row_at_index (GTK_LIST_BOX (get_list (fixture)), 0)));

  g_assert_true (gtk_widget_activate_action (window, "win.export-report", "x", id));
  app_wait_until (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))
                  != NULL);
  g_assert_cmpint (trellis_session_get_report_id (app_fixture_get_session (fixture)), ==, id);
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

#define ADD(name, test) g_test_add_func ("/library-page/" name, test)
  ADD ("a-report-is-renamed-in-a-dialog-and-undone-in-place",
       a_report_is_renamed_in_a_dialog_and_undone_in_place);
  ADD ("a-duplicate-is-shown-in-the-list", a_duplicate_is_shown_in_the_list);
  ADD ("a-deleted-report-leaves-the-focus-to-its-neighbour-and-comes-back",
       a_deleted_report_leaves_the_focus_to_its_neighbour_and_comes_back);
  ADD ("the-last-report-deleted-leaves-how-to-begin", the_last_report_deleted_leaves_how_to_begin);
  ADD ("reports-are-found-by-words-of-title-and-author-in-any-case",
       reports_are_found_by_words_of_title_and_author_in_any_case);
  ADD ("of-very-many-the-rest-is-shown-when-asked-for",
       of_very_many_the_rest_is_shown_when_asked_for);
  ADD ("the-report-menu-leads-to-the-other-reports", the_report_menu_leads_to_the_other_reports);
  ADD ("each-row-says-how-many-criteria-are-met", each_row_says_how_many_criteria_are_met);
  ADD ("a-report-is-exported-from-its-menu", a_report_is_exported_from_its_menu);
#undef ADD

  return g_test_run ();
}
