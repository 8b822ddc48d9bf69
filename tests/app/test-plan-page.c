/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan's page in the real window: its parts, and the text that they are written in. */

#include "app-fixture.h"

#include "trellis-commands.h"
#include "trellis-date-button.h"
#include "trellis-plan-row.h"
#include "trellis-plan-start-page.h"
#include "trellis-text-row.h"

#include <string.h>

#define PLAN                                                  \
  "## About the skill\n\nKnots.\n\n"                          \
  "## Goals\n\n### Goal 1: Tie six\n\n"                       \
  "- **Specific:** six knots\n- **Time-bound:** some day\n\n" \
  "## Milestones\n\n- 2026-10-05: three knots\n- all six\n\n" \
  "## Risks\n\nThe rope is wet.\n"

static gint64
add_plan (AppFixture *fixture,
          const char *text)
{
  TrellisSession *session = app_fixture_get_session (fixture);
  TrellisSection  section = { 0 };
  gint64          id;

  section.kind = TRELLIS_SECTION_PLAN;
  section.level = 1;
  section.document = (char *) "skill-development-plan.md";
  section.heading = (char *) "Skill development plan";
  section.before = section.after = (char *) "";
  section.text = (char *) text;
  g_assert_true (trellis_commands_add (trellis_session_get_store (session), &trellis_section_type,
                                       trellis_session_get_report_id (session), &section, &id,
                                       NULL));
  return id;
}

static gint64
show_plan (AppFixture *fixture,
           const char *text)
{
  gint64           id = add_plan (fixture, text);
  g_autofree char *name = g_strdup_printf ("text-%" G_GINT64_FORMAT, id);

  app_spin (50);
  app_fixture_show_page (fixture, name);
  return id;
}

static const char *
get_text (AppFixture *fixture,
          gint64      id)
{
  const TrellisSection *section
      = trellis_report_find (app_fixture_get_report (fixture), &trellis_section_type, id);

  return section->text;
}

static GtkWidget *
find (AppFixture *fixture,
      const char *title)
{
  app_wait_until (app_find_by_title (app_fixture_get_page (fixture), title) != NULL);
  return app_find_by_title (app_fixture_get_page (fixture), title);
}

static void
type (AppFixture *fixture,
      GtkWidget  *entry,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  trellis_session_flush (app_fixture_get_session (fixture));
}

static GtkWidget *
open_row (AppFixture *fixture,
          const char *title)
{
  GtkWidget *row = find (fixture, title);

  g_assert_true (TRELLIS_IS_PLAN_ROW (row));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  return row;
}

static gboolean
has_focus (AppFixture *fixture,
           GtkWidget  *widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
the_parts_of_the_text_are_shown (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkWidget             *goal, *milestone;

  show_plan (fixture, PLAN);
  goal = find (fixture, "Tie six");
  milestone = find (fixture, "three knots");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (goal)), ==,
                   "Not yet: measurable, achievable, relevant");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (milestone)), ==,
                   "5 October 2026");
  g_assert_true (TRELLIS_IS_TEXT_ROW (find (fixture, "Risks")));
}

static void
typing_changes_only_its_part (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  gint64                 id = show_plan (fixture, PLAN);
  GtkWidget             *row = open_row (fixture, "Tie six");

  type (fixture, app_find_by_title (row, "Measurable: how will you know?"), "six of six");
  g_assert_nonnull (strstr (get_text (fixture, id),
                            "- **Specific:** six knots\n- **Measurable:** six of six\n"
                            "- **Time-bound:** some day\n\n## Milestones"));
  g_assert_true (trellis_session_undo (app_fixture_get_session (fixture)));
  g_assert_cmpstr (get_text (fixture, id), ==, PLAN);
}

static void
typing_of_one_pause_is_one_change (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  gint64                 id = show_plan (fixture, PLAN);
  GtkWidget             *entry
      = app_find_by_title (open_row (fixture, "Tie six"), "Specific: what exactly?");

  gtk_editable_set_text (GTK_EDITABLE (entry), "seven");
  app_spin (50);
  gtk_editable_set_text (GTK_EDITABLE (entry), "seven knots");
  app_wait_until (strstr (get_text (fixture, id), "seven knots") != NULL);
  g_assert_true (trellis_session_undo (app_fixture_get_session (fixture)));
  g_assert_cmpstr (get_text (fixture, id), ==, PLAN);
}

static void
a_calendar_sets_the_date (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  gint64                 id = show_plan (fixture, PLAN);
  GtkWidget             *milestone = find (fixture, "all six");
  GtkWidget             *goal = open_row (fixture, "Tie six");
  GDate                  date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 24, 12, 2026);
  g_signal_emit_by_name (app_find_by_type (milestone, TRELLIS_TYPE_DATE_BUTTON), "chosen", &date);
  g_signal_emit_by_name (app_find_by_type (goal, TRELLIS_TYPE_DATE_BUTTON), "chosen", &date);
  g_assert_nonnull (strstr (get_text (fixture, id), "\n- 2026-12-24: all six\n"));
  g_assert_nonnull (strstr (get_text (fixture, id), "Time-bound:** some day 2026-12-24\n"));

  g_signal_emit_by_name (app_find_by_type (milestone, TRELLIS_TYPE_DATE_BUTTON), "chosen", NULL);
  g_assert_nonnull (strstr (get_text (fixture, id), "\n- all six\n"));
}

static void
a_goal_is_added_and_opened (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  gint64                 id = show_plan (fixture, "");
  GtkWidget             *add = find (fixture, "Add Goal");

  gtk_editable_set_text (GTK_EDITABLE (add), "Tie six");
  g_signal_emit_by_name (add, "entry-activated");
  g_assert_cmpstr (get_text (fixture, id), ==, "## Goals\n\n### Goal 1: Tie six\n");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (add)), ==, "");
  g_assert_true (has_focus (fixture, app_find_by_title (find (fixture, "Tie six"),
                                                        "Specific: what exactly?")));
}

static void
adding_on_the_page_goes_to_a_goal (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();

  show_plan (fixture, PLAN);
  g_assert_true (app_fixture_activate (fixture, "win.add"));
  app_spin (50);
  g_assert_true (has_focus (fixture, find (fixture, "Add Goal")));
}

static void
a_deleted_part_gives_the_focus_to_the_next (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  gint64                 id = show_plan (fixture, PLAN);
  GtkWidget             *row = find (fixture, "three knots");

  gtk_widget_grab_focus (row);
  gtk_widget_activate_action (row, "row.delete", NULL);
  g_assert_null (strstr (get_text (fixture, id), "three knots"));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "all six");
  g_assert_true (has_focus (fixture, row));

  gtk_widget_activate_action (row, "row.delete", NULL);
  g_assert_null (app_find_by_title (app_fixture_get_page (fixture), "all six"));
  g_assert_true (has_focus (fixture, find (fixture, "Add Milestone")));
  g_assert_true (trellis_session_undo (app_fixture_get_session (fixture)));
  g_assert_true (trellis_session_undo (app_fixture_get_session (fixture)));
  g_assert_cmpstr (get_text (fixture, id), ==, PLAN);
}

static void
a_moved_part_takes_the_focus_along (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  gint64                 id = show_plan (fixture, PLAN);
  GtkWidget             *row = find (fixture, "three knots");

  gtk_widget_grab_focus (row);
  gtk_widget_activate_action (row, "row.move-down", NULL);
  g_assert_nonnull (strstr (get_text (fixture, id), "- all six\n- 2026-10-05: three knots\n"));
  g_assert_true (has_focus (fixture, find (fixture, "three knots")));
}

/* What is typed at the end of a text stays as it is typed, though the blank line is not kept. */
static void
a_text_keeps_the_cursor_while_it_is_typed (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  gint64                 id = show_plan (fixture, PLAN);
  GtkTextBuffer         *buffer = trellis_text_row_get_buffer (
      TRELLIS_TEXT_ROW (find (fixture, "About the Skill")));
  g_autofree char *shown = NULL;

  gtk_text_buffer_set_text (buffer, "Knots, old ones.\n\n", -1);
  trellis_session_flush (app_fixture_get_session (fixture));
  g_object_get (buffer, "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, "Knots, old ones.\n\n");
  g_assert_true (
      g_str_has_prefix (get_text (fixture, id), "## About the skill\n\nKnots, old ones.\n\n##"));
}

static void
a_plan_is_begun_where_the_template_has_one (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  TrellisSession        *session = app_fixture_get_session (fixture);
  GError                *error = NULL;

  trellis_commands_set_text (trellis_session_get_store (session), &trellis_report_type,
                             trellis_session_get_report_id (session), "layout", "two-file", &error);
  g_assert_no_error (error);
  app_spin (50);
  app_fixture_show_page (fixture, "plan");
  g_assert_true (TRELLIS_IS_PLAN_START_PAGE (app_fixture_get_page (fixture)));
  trellis_page_add (TRELLIS_PAGE (app_fixture_get_page (fixture)));
  app_wait_until (!TRELLIS_IS_PLAN_START_PAGE (app_fixture_get_page (fixture)));
  g_assert_nonnull (find (fixture, "Add Goal"));
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  g_test_add_func ("/plan-page/the-parts-of-the-text-are-shown", the_parts_of_the_text_are_shown);
  g_test_add_func ("/plan-page/typing-changes-only-its-part", typing_changes_only_its_part);
  g_test_add_func ("/plan-page/typing-of-one-pause-is-one-change",
                   typing_of_one_pause_is_one_change);
  g_test_add_func ("/plan-page/a-calendar-sets-the-date", a_calendar_sets_the_date);
  g_test_add_func ("/plan-page/a-goal-is-added-and-opened", a_goal_is_added_and_opened);
  g_test_add_func ("/plan-page/adding-on-the-page-goes-to-a-goal",
                   adding_on_the_page_goes_to_a_goal);
  g_test_add_func ("/plan-page/a-deleted-part-gives-the-focus-to-the-next",
                   a_deleted_part_gives_the_focus_to_the_next);
  g_test_add_func ("/plan-page/a-moved-part-takes-the-focus-along",
                   a_moved_part_takes_the_focus_along);
  g_test_add_func ("/plan-page/a-text-keeps-the-cursor-while-it-is-typed",
                   a_text_keeps_the_cursor_while_it_is_typed);
  g_test_add_func ("/plan-page/a-plan-is-begun-where-the-template-has-one",
                   a_plan_is_begun_where_the_template_has_one);
  return g_test_run ();
}
