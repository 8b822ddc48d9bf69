/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page whose last record goes says what to do, and comes back with it. */

#include "app-fixture.h"

#include "trellis-commands.h"
#include "trellis-record-row.h"

#include <string.h>

static const char *
get_shown (AppFixture *fixture)
{
  GtkWidget *stack = app_find_by_type (app_fixture_get_page (fixture), GTK_TYPE_STACK);

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static gboolean
has_focus (AppFixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && gtk_widget_get_mapped (focus)
         && gtk_widget_is_ancestor (focus, app_fixture_get_page (fixture));
}

static gboolean
is_record_row (GtkWidget *widget,
               gpointer   data)
{
  return TRELLIS_IS_RECORD_ROW (widget);
}

static void
the_last_record_leaves_what_to_do (gconstpointer data)
{
  const TrellisRecordType *type = strcmp (data, "components") == 0 ? &trellis_component_type
                                  : strcmp (data, "roles") == 0    ? &trellis_role_type
                                                                   : &trellis_posting_type;
  g_autoptr (AppFixture)   fixture = app_fixture_new_with_sample ();
  const TrellisReport     *report;

  app_fixture_show_page (fixture, data);
  for (report = app_fixture_get_report (fixture);
       trellis_report_get_part (report, type)->len > 1; report = app_fixture_get_report (fixture))
    g_assert_true (trellis_commands_delete (
        fixture->store, type,
        ((TrellisRecord *) trellis_report_get_part (report, type)->pdata[0])->id, NULL));

  app_spin (50);
  g_assert_cmpstr (get_shown (fixture), ==, "list");
  gtk_widget_grab_focus (app_find_widget (app_fixture_get_page (fixture), is_record_row, NULL));
  gtk_widget_activate_action (app_find_widget (app_fixture_get_page (fixture), is_record_row, NULL),
                              "row.delete", NULL);
  app_spin (50);
  g_assert_cmpstr (get_shown (fixture), ==, "empty");
  g_assert_true (has_focus (fixture));

  g_assert_true (trellis_session_undo (app_fixture_get_session (fixture)));
  app_spin (50);
  g_assert_cmpstr (get_shown (fixture), ==, "list");
}

/* Another record of the report says nothing about the entry that was asked for. */
static void
the_entry_stays_while_the_first_is_named (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();

  trellis_window_open_sample (fixture->window);
  app_wait_until (trellis_window_get_page_name (fixture->window) != NULL);
  while (app_fixture_get_report (fixture)->components->len > 0)
    g_assert_true (trellis_commands_delete (
        fixture->store, &trellis_component_type,
        ((TrellisRecord *) app_fixture_get_report (fixture)->components->pdata[0])->id, NULL));

  app_fixture_show_page (fixture, "components");
  g_assert_cmpstr (get_shown (fixture), ==, "empty");
  trellis_page_add (TRELLIS_PAGE (app_fixture_get_page (fixture)));
  g_assert_true (trellis_commands_add_role (
      fixture->store, trellis_session_get_report_id (app_fixture_get_session (fixture)),
      "Pilot", NULL, NULL));
  app_spin (50);
  g_assert_cmpstr (get_shown (fixture), ==, "list");
}

int
main (int    argc,
      char **argv)
{
  static const char *const pages[] = { "components", "roles", "postings" };

  app_fixture_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path
          = g_strconcat ("/empty-pages/the-last-record-leaves-what-to-do/", pages[i], NULL);

      g_test_add_data_func (path, pages[i], the_last_record_leaves_what_to_do);
    }
  g_test_add_func ("/empty-pages/the-entry-stays-while-the-first-is-named",
                   the_entry_stays_while_the_first_is_named);
  return g_test_run ();
}
