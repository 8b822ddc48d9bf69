/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "trellis-commands.h"
#include "trellis-history-item.h"

#define N_NAMES 4

/* A component that was renamed several times, one change each. */
static AppFixture *
new_fixture (gint64 *component)
{
  AppFixture *fixture = app_fixture_new_with_sample ();

  *component = ((TrellisRecord *) app_fixture_get_report (fixture)->components->pdata[0])->id;
  for (int i = 1; i <= N_NAMES; i++)
    {
      g_autofree char *name = g_strdup_printf ("Gate %d", i);

      trellis_store_end_merge (fixture->store);
      g_assert_true (trellis_commands_set_text (fixture->store, &trellis_component_type, *component,
                                                "name", name, NULL));
    }
  return fixture;
}

static const char *
get_name (AppFixture *fixture)
{
  return ((TrellisComponent *) app_fixture_get_report (fixture)->components->pdata[0])->name;
}

static GtkWidget *
open_history (AppFixture *fixture)
{
  AdwDialog *dialog;

  app_fixture_activate (fixture, "win.history");
  app_spin (200);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_nonnull (dialog);
  return GTK_WIDGET (dialog);
}

static GtkSingleSelection *
get_selection (GtkWidget *dialog)
{
  GtkWidget *view = app_find_by_type (dialog, GTK_TYPE_LIST_VIEW);

  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
}

static gboolean
is_here (GtkSingleSelection *selection,
         guint               position)
{
  g_autoptr (TrellisHistoryItem) item
      = g_list_model_get_item (G_LIST_MODEL (selection), position);

  return trellis_history_item_is_here (item);
}

static void
go_to (GtkWidget *dialog,
       guint      position)
{
  GtkSingleSelection *selection = get_selection (dialog);
  GtkWidget          *view = app_find_by_type (dialog, GTK_TYPE_LIST_VIEW);

  gtk_single_selection_set_selected (selection, position);
  gtk_widget_activate_action (view, "list.activate-item", "u", position);
  app_wait_until (is_here (selection, position));
}

static void
the_last_change_is_where_one_is (void)
{
  gint64                         component;
  g_autoptr (AppFixture)         fixture = new_fixture (&component);
  GtkSingleSelection            *selection = get_selection (open_history (fixture));
  g_autoptr (TrellisHistoryItem) first = g_list_model_get_item (G_LIST_MODEL (selection), 0);
  g_autofree char               *day = trellis_history_item_format_day (first);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, N_NAMES + 1);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 0);
  g_assert_true (trellis_history_item_is_here (first));
  g_assert_cmpstr (day, ==, "Today");
}

static void
one_goes_back_to_a_change_and_forward_again (void)
{
  gint64                 component;
  g_autoptr (AppFixture) fixture = new_fixture (&component);
  GtkWidget             *dialog = open_history (fixture);
  GtkSingleSelection    *selection = get_selection (dialog);
  TrellisHistoryItem    *item;

  go_to (dialog, 3);
  g_assert_cmpstr (get_name (fixture), ==, "Gate 1");
  item = g_list_model_get_item (G_LIST_MODEL (selection), 0);
  g_assert_true (trellis_history_item_is_undone (item));
  g_object_unref (item);

  go_to (dialog, 1);
  g_assert_cmpstr (get_name (fixture), ==, "Gate 3");
  item = g_list_model_get_item (G_LIST_MODEL (selection), 2);
  g_assert_false (trellis_history_item_is_undone (item));
  g_object_unref (item);
}

static void
what_is_changed_meanwhile_is_listed (void)
{
  gint64                 component;
  g_autoptr (AppFixture) fixture = new_fixture (&component);
  GtkSingleSelection    *selection = get_selection (open_history (fixture));

  trellis_store_end_merge (fixture->store);
  g_assert_true (trellis_commands_set_text (fixture->store, &trellis_component_type, component,
                                            "name", "Weir", NULL));
  app_wait_until (g_list_model_get_n_items (G_LIST_MODEL (selection)) == N_NAMES + 2);
  g_assert_true (is_here (selection, 0));
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

#define ADD(name, func) g_test_add_func ("/history/" name, func)
  ADD ("the-last-change-is-where-one-is", the_last_change_is_where_one_is);
  ADD ("one-goes-back-to-a-change-and-forward-again", one_goes_back_to_a_change_and_forward_again);
  ADD ("what-is-changed-meanwhile-is-listed", what_is_changed_meanwhile_is_listed);
  return g_test_run ();
}
