/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Components out of a diagram, in the real window. */

#include "app-fixture.h"

#include "trellis-commands.h"
#include "trellis-plantuml-dialog.h"
#include "trellis-plantuml-import.h"

#define DIAGRAM                               \
  "@startuml\n"                               \
  "actor Passenger\n"                         \
  "package \"Shore\" {\n"                     \
  "  component \"Ticket Office\" as office\n" \
  "  database Timetable\n"                    \
  "  interface \"Gate API\" as gate\n"        \
  "}\n"                                       \
  "component \"Ferry Tracker\" as ferry\n"    \
  "?? nobody knows what this is\n"            \
  "office --> ferry\n"                        \
  "@enduml\n"

static AdwDialog *
get_dialog (AppFixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

/* The dialog for a file of that text. */
static AdwDialog *
open_diagram (AppFixture *fixture,
              const char *text)
{
  g_autofree char  *path = app_fixture_write (fixture, "ferry.puml", text);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  app_fixture_show_page (fixture, "components");
  trellis_plantuml_import_start (TRELLIS_PAGE (app_fixture_get_page (fixture)), file);
  app_wait_until (get_dialog (fixture) != NULL);
  app_spin (100);
  return get_dialog (fixture);
}

static GtkCheckButton *
find_check (AdwDialog  *dialog,
            const char *name)
{
  GtkWidget *row = app_find_by_title (GTK_WIDGET (dialog), name);

  g_assert_nonnull (row);
  return GTK_CHECK_BUTTON (app_find_by_type (row, GTK_TYPE_CHECK_BUTTON));
}

static gboolean
is_import (GtkWidget *widget,
           gpointer   data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "suggested-action");
}

static GtkWidget *
find_import (AdwDialog *dialog)
{
  return app_find_widget (GTK_WIDGET (dialog), is_import, NULL);
}

static const TrellisComponent *
find_component (AppFixture *fixture,
                const char *name)
{
  GPtrArray *components = app_fixture_get_report (fixture)->components;

  for (guint i = 0; i < components->len; i++)
    if (g_str_equal (((const TrellisComponent *) components->pdata[i])->name, name))
      return components->pdata[i];

  return NULL;
}

static void
components_are_chosen_and_others_offered (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  guint                  n = app_fixture_get_report (fixture)->components->len;
  AdwDialog             *dialog = open_diagram (fixture, DIAGRAM);

  g_assert_true (TRELLIS_IS_PLANTUML_DIALOG (dialog));
  g_assert_true (gtk_check_button_get_active (find_check (dialog, "Ticket Office")));
  g_assert_true (gtk_check_button_get_active (find_check (dialog, "Timetable")));
  g_assert_false (gtk_check_button_get_active (find_check (dialog, "Gate API")));
  g_assert_false (gtk_check_button_get_active (find_check (dialog, "Passenger")));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (find_import (dialog))), ==,
                   "_Import 3");
  g_assert_nonnull (app_find_by_title (GTK_WIDGET (dialog), "1 Line Not Understood"));
  g_assert_nonnull (app_find_by_title (GTK_WIDGET (dialog), "Line 9"));

  gtk_check_button_set_active (find_check (dialog, "Timetable"), FALSE);
  gtk_check_button_set_active (find_check (dialog, "Gate API"), TRUE);
  g_signal_emit_by_name (find_import (dialog), "clicked");
  app_spin (200);
  g_assert_null (get_dialog (fixture));
  g_assert_cmpuint (app_fixture_get_report (fixture)->components->len, ==, n + 3);
  g_assert_cmpstr (find_component (fixture, "Gate API")->grouping, ==, "Shore");
  g_assert_null (find_component (fixture, "Timetable"));

  app_fixture_activate (fixture, "win.undo");
  g_assert_cmpuint (app_fixture_get_report (fixture)->components->len, ==, n);
}

static void
what_the_report_has_is_left_out (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  TrellisSession        *session = app_fixture_get_session (fixture);
  TrellisComponent      *there = trellis_record_new (&trellis_component_type);
  AdwDialog             *dialog;

  g_set_str (&there->name, "ticket office");
  g_assert_true (trellis_commands_add (trellis_session_get_store (session),
                                       &trellis_component_type,
                                       trellis_session_get_report_id (session), there, NULL, NULL));
  trellis_record_free (&trellis_component_type, there);

  dialog = open_diagram (fixture, DIAGRAM);
  g_assert_false (gtk_check_button_get_active (find_check (dialog, "Ticket Office")));
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (find_check (dialog, "Ticket Office"))));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (find_import (dialog))), ==,
                   "_Import 2");
  g_assert_nonnull (app_find_by_label (GTK_WIDGET (dialog),
                                       "1 component is in the report already and left out."));
  g_signal_emit_by_name (find_import (dialog), "clicked");
  app_spin (200);
  g_assert_null (find_component (fixture, "Ticket Office"));
}

static void
nothing_chosen_is_not_imported (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  AdwDialog             *dialog = open_diagram (fixture, "@startuml\ncomponent Pier\n@enduml\n");

  gtk_check_button_set_active (find_check (dialog, "Pier"), FALSE);
  g_assert_false (gtk_widget_is_sensitive (find_import (dialog)));
  adw_dialog_close (dialog);
  app_spin (100);
  g_assert_null (find_component (fixture, "Pier"));
}

static void
a_file_that_is_no_diagram_is_refused (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  guint                  n = app_fixture_get_report (fixture)->components->len;
  AdwDialog             *dialog = open_diagram (fixture, "Dear diary\n");

  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==,
                   "Nothing Was Imported");
  adw_dialog_force_close (dialog);
  app_spin (100);
  g_assert_cmpuint (app_fixture_get_report (fixture)->components->len, ==, n);
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  g_test_add_func ("/plantuml-dialog/components-are-chosen-and-others-offered",
                   components_are_chosen_and_others_offered);
  g_test_add_func ("/plantuml-dialog/what-the-report-has-is-left-out",
                   what_the_report_has_is_left_out);
  g_test_add_func ("/plantuml-dialog/nothing-chosen-is-not-imported",
                   nothing_chosen_is_not_imported);
  g_test_add_func ("/plantuml-dialog/a-file-that-is-no-diagram-is-refused",
                   a_file_that_is_no_diagram_is_refused);

  return g_test_run ();
}
