/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Skills that are added from what postings ask for and from topics that are done. */

#include "app-fixture.h"

#include "trellis-commands.h"
#include "trellis-roadmap-import.h"
#include "trellis-skill-choices.h"
#include "trellis-skill-dialog.h"

static TrellisSession *
get_session (AppFixture *fixture)
{
  return app_fixture_get_session (fixture);
}

static const TrellisStanding *
find_standing (AppFixture *fixture,
               const char *name)
{
  GPtrArray *standings = app_fixture_get_report (fixture)->standings;

  for (guint i = 0; i < standings->len; i++)
    if (g_str_equal (((const TrellisStanding *) standings->pdata[i])->name, name))
      return standings->pdata[i];

  return NULL;
}

/* Every posting asks for it from now on. */
static void
ask_for (AppFixture *fixture,
         const char *name)
{
  const TrellisReport  *report = app_fixture_get_report (fixture);
  g_autoptr (GPtrArray) skills = g_ptr_array_new ();
  g_autoptr (GArray)    ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  TrellisPostingSkill   skill = { .name = (char *) name };

  g_ptr_array_add (skills, &skill);
  for (guint i = 0; i < report->postings->len; i++)
    g_array_append_val (ids, ((const TrellisPosting *) report->postings->pdata[i])->base.id);
  for (guint i = 0; i < ids->len; i++)
    g_assert_true (
        trellis_commands_add_posting_skills (trellis_session_get_store (get_session (fixture)),
                                             g_array_index (ids, gint64, i), skills, NULL));
}

/* A roadmap with one topic done, one inside it done, and one to do. */
static void
add_roadmap (AppFixture *fixture)
{
  static const char *const  names[] = { "Knots", "Bowline", "Splices" };
  g_autoptr (TrellisReport) source = trellis_report_new ();
  TrellisRoadmap           *roadmap = trellis_report_add (source, &trellis_roadmap_type);
  gint64                    first = 0;

  g_set_str (&roadmap->title, "Ropes");
  g_set_str (&roadmap->slug, "ropes");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      TrellisRoadmapTopic *topic = trellis_report_add (source, &trellis_roadmap_topic_type);

      topic->roadmap_id = roadmap->base.id;
      topic->parent_id = first;
      topic->position = (int) i + 1;
      topic->state = i < 2 ? TRELLIS_TOPIC_DONE : TRELLIS_TOPIC_TODO;
      g_set_str (&topic->name, names[i]);
      g_set_str (&topic->node, names[i]);
      if (i == 0)
        first = topic->base.id;
    }
  g_assert_true (trellis_roadmap_import_store (get_session (fixture), source, NULL));
  app_spin (100);
}

static GtkWidget *
get_dialog (AppFixture *fixture)
{
  return GTK_WIDGET (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
}

static GtkWidget *
open_dialog (AppFixture *fixture,
             const char *action,
             const char *list)
{
  GtkWidget *page;

  app_fixture_show_page (fixture, "skills");
  page = app_fixture_get_page (fixture);
  adw_view_stack_set_visible_child_name (
      ADW_VIEW_STACK (app_find_by_type (page, ADW_TYPE_VIEW_STACK)), list);
  g_assert_true (gtk_widget_activate_action (page, action, NULL));
  app_spin (100);
  return get_dialog (fixture);
}

static void
tick (GtkWidget  *dialog,
      const char *name)
{
  GtkWidget *row = app_find_by_title (dialog, name);

  g_assert_nonnull (row);
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row))), TRUE);
}

static void
press (GtkWidget  *dialog,
       const char *label)
{
  GtkWidget *found = app_find_by_label (dialog, label);

  g_assert_nonnull (found);
  g_signal_emit_by_name (gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON), "clicked");
  app_spin (100);
}

static void
what_recurs_is_added_to_the_shown_list_in_one_change (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkWidget             *dialog;

  ask_for (fixture, "Knitting");
  ask_for (fixture, "Whittling");
  dialog = open_dialog (fixture, "page.add-from-demand", "lack");
  g_assert_true (TRELLIS_IS_SKILL_DIALOG (dialog));
  tick (dialog, "Knitting");
  tick (dialog, "Whittling");
  press (dialog, "_Add 2");
  app_wait_until (get_dialog (fixture) == NULL);
  g_assert_cmpint (find_standing (fixture, "Knitting")->list, ==, TRELLIS_STANDING_LACK);
  g_assert_nonnull (find_standing (fixture, "Whittling"));

  app_fixture_activate (fixture, "win.undo");
  app_spin (50);
  g_assert_null (find_standing (fixture, "Knitting"));
  g_assert_null (find_standing (fixture, "Whittling"));
}

static gboolean
offers (GPtrArray  *choices,
        const char *name)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_str_equal (((const TrellisSkillChoice *) choices->pdata[i])->name, name))
      return TRUE;

  return FALSE;
}

static void
what_is_had_or_lacked_is_not_offered (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  TrellisSession        *session = get_session (fixture);
  TrellisVocabulary     *vocabulary = trellis_session_get_vocabulary (session);
  const TrellisStanding *mine = app_fixture_get_report (fixture)->standings->pdata[0];
  g_autofree char       *name = g_strdup (mine->name);
  g_autoptr (GPtrArray)  lack = NULL;
  g_autoptr (GPtrArray)  common = NULL;

  ask_for (fixture, "Knitting");
  ask_for (fixture, name);
  lack = trellis_skill_choices_from_demand (app_fixture_get_report (fixture), vocabulary, 3,
                                            TRELLIS_SKILL_LIST_LACK);
  g_assert_true (offers (lack, "Knitting"));
  g_assert_false (offers (lack, name));
  g_assert_cmpuint (trellis_skill_choices_count (lack), ==, 0);
  common = trellis_skill_choices_from_demand (app_fixture_get_report (fixture), vocabulary, 3,
                                              TRELLIS_SKILL_LIST_COMMON);
  g_assert_true (offers (common, "Knitting"));
}

static void
topics_that_are_done_are_added (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkWidget             *dialog;

  add_roadmap (fixture);
  dialog = open_dialog (fixture, "page.add-from-roadmap", "have");
  g_assert_true (TRELLIS_IS_SKILL_DIALOG (dialog));
  g_assert_null (app_find_by_title (dialog, "Splices"));
  press (dialog, "_Add 2");
  g_assert_cmpint (find_standing (fixture, "Bowline")->list, ==, TRELLIS_STANDING_HAVE);
  g_assert_nonnull (find_standing (fixture, "Knots"));

  app_wait_until (get_dialog (fixture) == NULL);
  g_assert_null (open_dialog (fixture, "page.add-from-roadmap", "have"));
}

static const TrellisRoadmapTopic *
find_topic (AppFixture *fixture,
            const char *name)
{
  GPtrArray *topics = app_fixture_get_report (fixture)->roadmap_topics;

  for (guint i = 0; i < topics->len; i++)
    if (g_str_equal (((const TrellisRoadmapTopic *) topics->pdata[i])->name, name))
      return topics->pdata[i];

  g_assert_not_reached ();
}

/* The topic stands under another, which was closed. */
static void
a_hit_leads_to_the_topic (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkWidget             *focus;

  add_roadmap (fixture);
  app_fixture_show_page (fixture, "overview");
  g_assert_true (gtk_widget_activate_action (
      GTK_WIDGET (fixture->window), "win.show-record", "(ssx)", "",
      trellis_roadmap_topic_type.name, find_topic (fixture, "Bowline")->base.id));
  g_assert_cmpstr (trellis_window_get_page_name (fixture->window), ==, "roadmaps");
  app_spin (200);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (app_find_by_label (focus, "Bowline"));
}

static void
a_claim_leads_to_the_demand_for_its_skill (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  TrellisClaim          *claim = trellis_record_new (&trellis_claim_type);
  gint64                 id = 0;
  GtkWidget             *focus;

  ask_for (fixture, "Knitting");
  g_set_str (&claim->name, "Knitting");
  g_assert_true (trellis_commands_add (
      trellis_session_get_store (get_session (fixture)), &trellis_claim_type,
      trellis_session_get_report_id (get_session (fixture)), claim, &id, NULL));
  trellis_record_free (&trellis_claim_type, claim);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-record",
                                             "(ssx)", "", trellis_claim_type.name, id));
  g_assert_cmpstr (trellis_window_get_page_name (fixture->window), ==, "demand");
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (app_find_by_label (focus, "Knitting"));
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  g_test_add_func ("/skill-choices/what-recurs-is-added-to-the-shown-list-in-one-change",
                   what_recurs_is_added_to_the_shown_list_in_one_change);
  g_test_add_func ("/skill-choices/what-is-had-or-lacked-is-not-offered",
                   what_is_had_or_lacked_is_not_offered);
  g_test_add_func ("/skill-choices/topics-that-are-done-are-added", topics_that_are_done_are_added);
  g_test_add_func ("/places/a-hit-leads-to-the-topic", a_hit_leads_to_the_topic);
  g_test_add_func ("/places/a-claim-leads-to-the-demand-for-its-skill",
                   a_claim_leads_to_the_demand_for_its_skill);

  return g_test_run ();
}
