/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The real window over a library of its own: what a person does, and what is stored and shown. */

#include "app-fixture.h"

#include "trellis-chip-row.h"
#include "trellis-commands.h"
#include "trellis-component-row.h"
#include "trellis-components-page.h"
#include "trellis-criterion-row.h"
#include "trellis-matrix-grid.h"
#include "trellis-overview-page.h"
#include "trellis-record-box.h"
#include "trellis-report-page.h"
#include "trellis-role-row.h"
#include "trellis-roles-page.h"
#include "trellis-text-page.h"

static guint
count_rows (GtkWidget *widget,
            GType      type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (widget), type);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child, type);

  return n;
}

static TrellisComponent *
get_component (AppFixture *fixture,
               guint       index)
{
  return app_fixture_get_report (fixture)->components->pdata[index];
}

/* The row of the first component, open. */
static GtkWidget *
open_first_row (AppFixture *fixture)
{
  GtkWidget *row;

  app_fixture_show_page (fixture, "components");
  row = app_find_by_type (app_fixture_get_page (fixture), TRELLIS_TYPE_COMPONENT_ROW);
  g_assert_nonnull (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  app_spin (300);
  return row;
}

/* As a button with that action would be. */
static gboolean
is_enabled (AppFixture *fixture,
            const char *action)
{
  g_autoptr (GtkWidget) button = g_object_ref_sink (gtk_button_new ());
  gboolean              enabled;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_parent (button, GTK_WIDGET (fixture->window));
  enabled = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);
  return enabled;
}

static void
an_empty_library_offers_how_to_begin (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();

  g_assert_null (trellis_window_get_page_name (fixture->window));
  g_assert_nonnull (app_find_by_label (GTK_WIDGET (fixture->window), "New Report"));
  g_assert_false (is_enabled (fixture, "win.undo"));
  g_assert_false (is_enabled (fixture, "win.redo"));
  g_assert_false (is_enabled (fixture, "win.export"));
  g_assert_false (is_enabled (fixture, "win.print"));
  g_assert_true (is_enabled (fixture, "win.import"));
}

static void
the_sample_opens_and_meets_all_that_can_be_counted (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  const TrellisCheck    *check = trellis_session_get_check (app_fixture_get_session (fixture));

  g_assert_cmpstr (trellis_window_get_page_name (fixture->window), ==, "overview");
  g_assert_cmpuint (app_fixture_get_report (fixture)->components->len, >=, 5);
  for (guint i = 0; i < check->criteria->len; i++)
    g_assert_cmpint (((TrellisCriterion *) check->criteria->pdata[i])->status, !=,
                     TRELLIS_CRITERION_UNMET);
  g_assert_cmpuint (count_rows (app_fixture_get_page (fixture), TRELLIS_TYPE_CRITERION_ROW), ==,
                    check->criteria->len);
  g_assert_true (is_enabled (fixture, "win.undo"));
  g_assert_true (is_enabled (fixture, "win.export"));
  g_assert_true (is_enabled (fixture, "win.print"));
}

static void
each_page_is_built_at_its_first_visit (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  const struct
  {
    const char *name;
    GType       row;
    guint       n;
  } pages[] = {
    { "components", TRELLIS_TYPE_COMPONENT_ROW, app_fixture_get_report (fixture)->components->len },
    { "roles", TRELLIS_TYPE_ROLE_ROW, app_fixture_get_report (fixture)->roles->len },
    { "matrix", TRELLIS_TYPE_MATRIX_GRID, 1 },
    { "report", TRELLIS_TYPE_REPORT_PAGE, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      app_fixture_show_page (fixture, pages[i].name);
      g_assert_cmpstr (trellis_window_get_page_name (fixture->window), ==, pages[i].name);
      g_assert_cmpuint (count_rows (app_fixture_get_page (fixture), pages[i].row), ==, pages[i].n);
    }
}

static void
a_name_is_committed_after_a_pause_and_comes_back_by_undo (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  g_autofree char       *before = g_strdup (get_component (fixture, 0)->name);
  GtkWidget             *row = open_first_row (fixture);
  GtkWidget             *entry = app_find_by_title (row, "Name");

  gtk_editable_set_text (GTK_EDITABLE (entry), "Front door");
  app_spin (50);
  g_assert_cmpstr (get_component (fixture, 0)->name, ==, before);
  app_wait_until (g_str_equal (get_component (fixture, 0)->name, "Front door"));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Front door");

  app_fixture_activate (fixture, "win.undo");
  g_assert_cmpstr (get_component (fixture, 0)->name, ==, before);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, before);
  g_assert_true (is_enabled (fixture, "win.redo"));

  app_fixture_activate (fixture, "win.redo");
  g_assert_cmpstr (get_component (fixture, 0)->name, ==, "Front door");
}

static void
undo_commits_what_is_being_typed_first (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  g_autofree char       *before = g_strdup (get_component (fixture, 0)->name);
  GtkWidget             *entry = app_find_by_title (open_first_row (fixture), "Name");

  gtk_editable_set_text (GTK_EDITABLE (entry), "Half ty");
  app_fixture_activate (fixture, "win.undo");
  g_assert_cmpstr (get_component (fixture, 0)->name, ==, before);

  app_fixture_activate (fixture, "win.redo");
  g_assert_cmpstr (get_component (fixture, 0)->name, ==, "Half ty");
}

static void
an_empty_name_is_refused_and_the_old_one_comes_back (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  g_autofree char       *before = g_strdup (get_component (fixture, 0)->name);
  GtkWidget             *entry = app_find_by_title (open_first_row (fixture), "Name");

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  app_wait_until (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpstr (get_component (fixture, 0)->name, ==, before);
}

static void
an_added_component_stands_last_and_the_entry_is_ready_again (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  guint                  n = app_fixture_get_report (fixture)->components->len;
  GtkWidget             *entry;

  app_fixture_show_page (fixture, "components");
  entry = app_find_by_title (app_fixture_get_page (fixture), "Add Component");
  gtk_editable_set_text (GTK_EDITABLE (entry), "  Billing  ");
  g_signal_emit_by_name (entry, "entry-activated");
  app_spin (100);

  g_assert_cmpuint (app_fixture_get_report (fixture)->components->len, ==, n + 1);
  g_assert_cmpstr (get_component (fixture, n)->name, ==, "Billing");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_nonnull (app_find_by_title (app_fixture_get_page (fixture), "Billing"));
}

static void
a_deleted_component_takes_its_cells_along_and_undo_brings_them_back (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  guint                  n = app_fixture_get_report (fixture)->components->len;
  guint                  n_cells = app_fixture_get_report (fixture)->involvements->len;
  GtkWidget             *row = open_first_row (fixture);

  gtk_widget_activate_action (row, "row.delete", NULL);
  app_spin (200);
  g_assert_cmpuint (app_fixture_get_report (fixture)->components->len, ==, n - 1);
  g_assert_cmpuint (app_fixture_get_report (fixture)->involvements->len, <, n_cells);
  g_assert_cmpuint (count_rows (app_fixture_get_page (fixture), TRELLIS_TYPE_COMPONENT_ROW), ==,
                    n - 1);
  g_assert_nonnull (app_find_by_type (GTK_WIDGET (fixture->window), ADW_TYPE_TOAST_OVERLAY));

  app_fixture_show_page (fixture, "report");
  app_fixture_activate (fixture, "win.undo");
  app_wait_until (app_fixture_get_report (fixture)->components->len == n);
  g_assert_cmpuint (app_fixture_get_report (fixture)->involvements->len, ==, n_cells);
  g_assert_cmpstr (trellis_window_get_page_name (fixture->window), ==, "components");
}

static void
a_moved_component_keeps_its_row_open (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  gint64                 id = get_component (fixture, 0)->base.id;
  GtkWidget             *row = open_first_row (fixture);

  gtk_widget_activate_action (row, "row.move-down", NULL);
  app_spin (100);
  g_assert_cmpint (get_component (fixture, 1)->base.id, ==, id);
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), ==, 1);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));

  gtk_widget_activate_action (row, "row.move-up", NULL);
  gtk_widget_activate_action (row, "row.move-up", NULL);
  app_spin (100);
  g_assert_cmpint (get_component (fixture, 0)->base.id, ==, id);
}

static void
a_chip_taken_away_is_an_involvement_removed (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  guint                  n_cells = app_fixture_get_report (fixture)->involvements->len;
  GtkWidget             *chips
      = app_find_by_type (open_first_row (fixture), TRELLIS_TYPE_CHIP_ROW);

  g_signal_emit_by_name (chips, "removed", 0);
  g_assert_cmpuint (app_fixture_get_report (fixture)->involvements->len, ==, n_cells - 1);
  g_signal_emit_by_name (chips, "chosen", 0);
  g_assert_cmpuint (app_fixture_get_report (fixture)->involvements->len, ==, n_cells);
}

static void
components_can_be_sorted_by_name_in_one_change (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  g_autofree char       *first = g_strdup (get_component (fixture, 0)->name);

  app_fixture_show_page (fixture, "components");
  gtk_widget_activate_action (app_fixture_get_page (fixture), "page.sort", NULL);
  app_spin (100);
  for (guint i = 1; i < app_fixture_get_report (fixture)->components->len; i++)
    g_assert_cmpint (g_utf8_collate (get_component (fixture, i - 1)->name,
                                     get_component (fixture, i)->name),
                     <=, 0);

  app_fixture_activate (fixture, "win.undo");
  g_assert_cmpstr (get_component (fixture, 0)->name, ==, first);
}

static void
the_criteria_follow_an_edit (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  guint                  n = app_fixture_get_report (fixture)->components->len;

  for (guint i = 0; i + 4 < n; i++)
    g_assert_true (trellis_commands_delete (fixture->store, &trellis_component_type,
                                            get_component (fixture, 0)->base.id, NULL));
  app_spin (200);
  g_assert_nonnull (app_find_by_title (app_fixture_get_page (fixture),
                                       "4 of at least 5 components: 1 more."));

  app_fixture_activate (fixture, "win.undo");
  app_spin (200);
  app_fixture_show_page (fixture, "overview");
  g_assert_null (app_find_by_title (app_fixture_get_page (fixture),
                                    "4 of at least 5 components: 1 more."));
}

static void
a_reflection_is_edited_as_text (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  const TrellisReport   *report = app_fixture_get_report (fixture);
  const TrellisSection  *section = NULL;
  g_autofree char       *page = NULL;
  gint64                 id;
  GtkWidget             *view;

  for (guint i = 0; i < report->sections->len; i++)
    if (((TrellisSection *) report->sections->pdata[i])->kind == TRELLIS_SECTION_REFLECTION)
      section = report->sections->pdata[i];
  g_assert_nonnull (section);
  id = section->base.id;
  page = g_strdup_printf ("text-%" G_GINT64_FORMAT, id);

  app_fixture_show_page (fixture, page);
  view = app_find_by_type (app_fixture_get_page (fixture), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "It was hard.", -1);
  app_spin (800);
  section = trellis_report_find (app_fixture_get_report (fixture), &trellis_section_type, id);
  g_assert_cmpstr (section->text, ==, "It was hard.");

  app_fixture_activate (fixture, "win.undo");
  section = trellis_report_find (app_fixture_get_report (fixture), &trellis_section_type, id);
  g_assert_cmpstr (section->text, !=, "It was hard.");
}

static void
a_chosen_role_stands_in_the_text_of_its_section (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  const TrellisReport   *report = app_fixture_get_report (fixture);
  const TrellisRole     *role = report->roles->pdata[0];
  GtkWidget             *row;

  app_fixture_show_page (fixture, "roles");
  row = app_find_by_title (app_fixture_get_page (fixture), "Your Role");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), >, 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  app_spin (100);

  report = app_fixture_get_report (fixture);
  role = report->roles->pdata[0];
  for (guint i = 0; i < report->sections->len; i++)
    {
      const TrellisSection *section = report->sections->pdata[i];

      if (section->kind == TRELLIS_SECTION_ROLE)
        g_assert_true (g_str_has_prefix (section->text, role->name));
    }
}

static void
import_text (AppFixture *fixture,
             const char *name,
             const char *text)
{
  g_autofree char       *path = app_fixture_write (fixture, name, text);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile)      file = g_file_new_for_path (path);

  g_list_store_append (files, file);
  trellis_window_import (fixture->window, G_LIST_MODEL (files));
}

static void
a_file_is_imported_as_a_report (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();

  import_text (fixture, "kite.md",
               "## Components and roles\n\n- Kite frame\n  - Carpenter engineer\n- Line winch\n"
               "  - Carpenter engineer\n  - QA engineer\n\n## Weather\n\nWind matters.\n");
  app_wait_until (trellis_window_get_page_name (fixture->window) != NULL);
  g_assert_cmpuint (app_fixture_get_report (fixture)->components->len, ==, 2);
  g_assert_cmpuint (app_fixture_get_report (fixture)->roles->len, ==, 2);
  g_assert_cmpuint (app_fixture_get_report (fixture)->involvements->len, ==, 3);

  app_fixture_activate (fixture, "win.undo");
  app_spin (600);
  g_assert_null (trellis_window_get_page_name (fixture->window));
}

static void
a_bad_file_is_refused_in_a_sentence_and_nothing_changes (void)
{
  static const struct
  {
    const char *name;
    const char *text;
  } bad[] = {
    { "empty.md", "  \n" },
    { "latin.md", "Caf\xe9\n" },
    { "torn.json", "{ \"format\": " },
    { "picture.png", "\x89PNG" },
  };
  g_autoptr (AppFixture) fixture = app_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (fixture->window);
      AdwDialog            *dialog;

      import_text (fixture, bad[i].name, bad[i].text);
      app_wait_until (adw_application_window_get_visible_dialog (window) != NULL);
      dialog = adw_application_window_get_visible_dialog (window);
      g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
      g_assert_nonnull (
          g_strrstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), bad[i].name));
      adw_dialog_force_close (dialog);
      app_spin (300);
    }

  g_assert_false (trellis_store_can_undo (fixture->store));
}

static void
a_report_made_from_nothing_has_the_sections_of_its_template (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  AdwDialog             *dialog;

  app_fixture_activate (fixture, "win.new-report");
  app_spin (400);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (app_find_by_title (GTK_WIDGET (dialog), "Title")), "Kites");
  gtk_widget_activate (adw_dialog_get_default_widget (dialog));
  app_wait_until (trellis_window_get_page_name (fixture->window) != NULL);

  g_assert_cmpstr (app_fixture_get_report (fixture)->title, ==, "Kites");
  g_assert_cmpuint (app_fixture_get_report (fixture)->sections->len, >=, 10);
  app_fixture_show_page (fixture, "report");
  app_wait_until (
      trellis_report_page_is_ready (TRELLIS_REPORT_PAGE (app_fixture_get_page (fixture))));
}

static void
a_narrow_window_shows_one_pane_at_a_time (void)
{
  g_autoptr (AppFixture)  fixture = app_fixture_new_with_sample ();
  AdwNavigationSplitView *split = ADW_NAVIGATION_SPLIT_VIEW (
      app_find_by_type (GTK_WIDGET (fixture->window), ADW_TYPE_NAVIGATION_SPLIT_VIEW));

  app_fixture_resize (fixture, 1100, 720);
  g_assert_false (adw_navigation_split_view_get_collapsed (split));
  app_fixture_resize (fixture, 370, 600);
  app_wait_until (adw_navigation_split_view_get_collapsed (split));
  app_wait_until (trellis_page_get_narrow (TRELLIS_PAGE (app_fixture_get_page (fixture))));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 370);
}

static void
the_sidebar_can_be_hidden_and_brought_back (void)
{
  g_autoptr (AppFixture)  fixture = app_fixture_new_with_sample ();
  AdwNavigationSplitView *split = ADW_NAVIGATION_SPLIT_VIEW (
      app_find_by_type (GTK_WIDGET (fixture->window), ADW_TYPE_NAVIGATION_SPLIT_VIEW));

  app_fixture_activate (fixture, "win.sidebar");
  g_assert_true (adw_navigation_split_view_get_collapsed (split));
  app_fixture_activate (fixture, "win.sidebar");
  g_assert_false (adw_navigation_split_view_get_collapsed (split));
}

static void
many_components_are_shown_step_by_step (void)
{
  g_autoptr (AppFixture)    fixture = app_fixture_new ();
  g_autoptr (TrellisReport) report = trellis_report_new ();
  gint64                    id = 0;
  GtkWidget                *box;

  for (int i = 1; i <= 350; i++)
    {
      TrellisComponent *component = trellis_report_add (report, &trellis_component_type);

      component->position = i;
      g_free (component->name);
      component->name = g_strdup_printf ("Part %d", i);
    }
  g_assert_true (trellis_commands_new_report (fixture->store, report, &id, NULL));
  app_wait_until (!trellis_store_get_busy (fixture->store));
  if (id == 0)
    {
      g_autoptr (GPtrArray) reports = trellis_store_list_reports (fixture->store, NULL);

      id = ((TrellisReportSummary *) reports->pdata[0])->id;
    }
  trellis_window_open_report (fixture->window, id, "components");
  app_spin (500);
  g_assert_cmpuint (count_rows (app_fixture_get_page (fixture), TRELLIS_TYPE_COMPONENT_ROW), ==,
                    300);
  box = app_find_by_type (app_fixture_get_page (fixture), TRELLIS_TYPE_RECORD_BOX);
  g_assert_nonnull (trellis_record_box_find (
      TRELLIS_RECORD_BOX (box), get_component (fixture, 349)->base.id));
  g_assert_cmpuint (count_rows (app_fixture_get_page (fixture), TRELLIS_TYPE_COMPONENT_ROW), ==,
                    350);
}

static void
a_report_deleted_while_open_gives_way_to_the_library (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();

  app_fixture_activate (fixture, "win.delete-report");
  app_wait_until (trellis_window_get_page_name (fixture->window) == NULL);

  app_spin (400);
  app_fixture_activate (fixture, "win.undo");
  app_wait_until (trellis_window_get_page_name (fixture->window) != NULL);
  g_assert_cmpuint (app_fixture_get_report (fixture)->components->len, >=, 5);
}

static gboolean
has_no_name (GtkWidget *widget,
             gpointer   data)
{
  g_autofree char *label = NULL;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_focusable (widget)
      || !(GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget)))
    return FALSE;

  /* A button is named by its label, its tooltip, or what it was told. */
  if (gtk_widget_get_tooltip_text (widget) != NULL
      || gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
      || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                           GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return FALSE;
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL;
       parent = gtk_widget_get_parent (parent))
    if (GTK_IS_MENU_BUTTON (parent) || ADW_IS_SPLIT_BUTTON (parent))
      return FALSE;

  return app_find_by_type (widget, GTK_TYPE_LABEL) == NULL;
}

static void
every_button_has_a_name (void)
{
  static const char *const pages[] = { "overview", "components", "roles", "matrix", "report" };
  g_autoptr (AppFixture)   fixture = app_fixture_new_with_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *nameless;
      GtkWidget *row;

      app_fixture_show_page (fixture, pages[i]);
      row = app_find_by_type (app_fixture_get_page (fixture), TRELLIS_TYPE_RECORD_ROW);
      if (row != NULL)
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
      app_spin (300);
      nameless = app_find_widget (GTK_WIDGET (fixture->window), has_no_name, NULL);
      if (nameless != NULL)
        g_error ("a %s in a %s on %s has no name", G_OBJECT_TYPE_NAME (nameless),
                 G_OBJECT_TYPE_NAME (gtk_widget_get_parent (nameless)), pages[i]);
    }
}

#define ADD(path, function) g_test_add_func ("/window/" path, function)

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);
  ADD ("an-empty-library-offers-how-to-begin", an_empty_library_offers_how_to_begin);
  ADD ("the-sample-opens-and-meets-all-that-can-be-counted",
       the_sample_opens_and_meets_all_that_can_be_counted);
  ADD ("each-page-is-built-at-its-first-visit", each_page_is_built_at_its_first_visit);
  ADD ("a-name-is-committed-after-a-pause-and-comes-back-by-undo",
       a_name_is_committed_after_a_pause_and_comes_back_by_undo);
  ADD ("undo-commits-what-is-being-typed-first", undo_commits_what_is_being_typed_first);
  ADD ("an-empty-name-is-refused-and-the-old-one-comes-back",
       an_empty_name_is_refused_and_the_old_one_comes_back);
  ADD ("an-added-component-stands-last-and-the-entry-is-ready-again",
       an_added_component_stands_last_and_the_entry_is_ready_again);
  ADD ("a-deleted-component-takes-its-cells-along-and-undo-brings-them-back",
       a_deleted_component_takes_its_cells_along_and_undo_brings_them_back);
  ADD ("a-moved-component-keeps-its-row-open", a_moved_component_keeps_its_row_open);
  ADD ("a-chip-taken-away-is-an-involvement-removed", a_chip_taken_away_is_an_involvement_removed);
  ADD ("components-can-be-sorted-by-name-in-one-change",
       components_can_be_sorted_by_name_in_one_change);
  ADD ("the-criteria-follow-an-edit", the_criteria_follow_an_edit);
  ADD ("a-reflection-is-edited-as-text", a_reflection_is_edited_as_text);
  ADD ("a-chosen-role-stands-in-the-text-of-its-section",
       a_chosen_role_stands_in_the_text_of_its_section);
  ADD ("a-file-is-imported-as-a-report", a_file_is_imported_as_a_report);
  ADD ("a-bad-file-is-refused-in-a-sentence-and-nothing-changes",
       a_bad_file_is_refused_in_a_sentence_and_nothing_changes);
  ADD ("a-report-made-from-nothing-has-the-sections-of-its-template",
       a_report_made_from_nothing_has_the_sections_of_its_template);
  ADD ("a-narrow-window-shows-one-pane-at-a-time", a_narrow_window_shows_one_pane_at_a_time);
  ADD ("the-sidebar-can-be-hidden-and-brought-back", the_sidebar_can_be_hidden_and_brought_back);
  ADD ("many-components-are-shown-step-by-step", many_components_are_shown_step_by_step);
  ADD ("a-report-deleted-while-open-gives-way-to-the-library",
       a_report_deleted_while_open_gives_way_to_the_library);
  ADD ("every-button-has-a-name", every_button_has_a_name);
  return g_test_run ();
}
