/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Skills, roadmaps, postings and demand in the real window: what a person does, and what is stored
 * and shown. */

#include "app-fixture.h"

#include "trellis-chip-row.h"
#include "trellis-commands.h"
#include "trellis-demand-row.h"
#include "trellis-found-row.h"
#include "trellis-posting-row.h"
#include "trellis-posting-view.h"
#include "trellis-postings-adding.h"
#include "trellis-record-box.h"
#include "trellis-roadmap-import.h"
#include "trellis-roadmaps-page.h"
#include "trellis-standing-row.h"
#include "trellis-topic-row.h"

#define TEXT                                                                   \
  "Ship builder\n\nRequirements:\n- Docker in daily work\n- Linux and Git\n\n" \
  "Nice to have:\n- Kubernetes\n"

static guint
count_widgets (GtkWidget *widget,
               GType      type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_child_visible (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child, type);

  return n;
}

static void
type_into (GtkWidget  *entry,
           const char *text)
{
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "entry-activated");
  app_spin (50);
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

static GtkWidget *
open_standing (AppFixture *fixture,
               const char *name)
{
  GtkWidget *row = app_find_by_title (app_fixture_get_page (fixture), name);

  g_assert_true (TRELLIS_IS_STANDING_ROW (row));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  app_spin (100);
  return row;
}

static void
a_skill_is_typed_and_gets_a_level (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkWidget             *row;

  app_fixture_show_page (fixture, "skills");
  type_into (app_find_by_title (app_fixture_get_page (fixture), "Add Skill"), "Caulking");
  g_assert_nonnull (find_standing (fixture, "Caulking"));
  g_assert_cmpint (find_standing (fixture, "Caulking")->list, ==, TRELLIS_STANDING_HAVE);

  row = open_standing (fixture, "Caulking");
  adw_combo_row_set_selected (ADW_COMBO_ROW (app_find_by_title (row, "Level")), 2);
  app_spin (50);
  g_assert_cmpint (find_standing (fixture, "Caulking")->level, ==, TRELLIS_LEVEL_INTERMEDIATE);
  app_fixture_activate (fixture, "win.undo");
  g_assert_cmpint (find_standing (fixture, "Caulking")->level, ==, TRELLIS_LEVEL_NONE);
}

static void
a_level_takes_the_place_of_its_old_words (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  TrellisStore          *store = trellis_session_get_store (app_fixture_get_session (fixture));
  const TrellisStanding *first = app_fixture_get_report (fixture)->standings->pdata[0];
  gint64                 id = first->base.id;

  g_assert_true (trellis_commands_set_text (store, &trellis_standing_type, id, "level_wording",
                                            "somewhere in between", NULL));
  g_assert_true (trellis_commands_set_int (store, &trellis_standing_type, id, "level",
                                           TRELLIS_LEVEL_ADVANCED, NULL));
  first = trellis_report_find (app_fixture_get_report (fixture), &trellis_standing_type, id);
  g_assert_cmpstr (first->level_wording, ==, "");
}

static void
a_skill_moves_to_the_other_list_and_back (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  const TrellisStanding *first = app_fixture_get_report (fixture)->standings->pdata[0];
  g_autofree char       *name = g_strdup (first->name);
  GtkWidget             *row;

  app_fixture_show_page (fixture, "skills");
  row = open_standing (fixture, name);
  g_assert_true (gtk_widget_activate_action (row, "row.move-to-other-list", NULL));
  app_spin (50);
  g_assert_cmpint (find_standing (fixture, name)->list, ==, TRELLIS_STANDING_LACK);
  app_fixture_activate (fixture, "win.undo");
  g_assert_cmpint (find_standing (fixture, name)->list, ==, TRELLIS_STANDING_HAVE);
}

/* The view of the posting of TEXT. */
static GtkWidget *
add_posting (AppFixture *fixture)
{
  guint        n = app_fixture_get_report (fixture)->postings->len;
  TrellisPage *page;
  GtkWidget   *row;

  app_fixture_show_page (fixture, "postings");
  page = TRELLIS_PAGE (app_fixture_get_page (fixture));
  trellis_postings_adding_paste (page, TEXT);
  app_wait_until (app_fixture_get_report (fixture)->postings->len == n + 1);
  app_spin (50);
  row = app_find_by_title (GTK_WIDGET (page), "Ship builder");
  g_assert_true (TRELLIS_IS_POSTING_ROW (row));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  app_spin (200);
  return app_find_by_type (GTK_WIDGET (page), TRELLIS_TYPE_POSTING_VIEW);
}

static guint
count_skills (AppFixture        *fixture,
              TrellisRequirement requirement)
{
  const TrellisReport  *report = app_fixture_get_report (fixture);
  const TrellisPosting *last = report->postings->pdata[report->postings->len - 1];
  guint                 n = 0;

  for (guint i = 0; i < report->posting_skills->len; i++)
    {
      const TrellisPostingSkill *skill = report->posting_skills->pdata[i];

      n += skill->posting_id == last->base.id && skill->requirement == (int) requirement;
    }
  return n;
}

static void
a_pasted_posting_offers_what_its_text_names (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkWidget             *view = add_posting (fixture);
  GtkWidget             *found = app_find_by_type (view, TRELLIS_TYPE_FOUND_ROW);

  g_assert_nonnull (found);
  g_assert_cmpuint (count_skills (fixture, TRELLIS_REQUIREMENT_MUST), ==, 0);
  g_assert_nonnull (app_find_by_label (found, "Docker"));
  g_signal_emit_by_name (found, "added", -1);
  app_spin (100);
  g_assert_cmpuint (count_skills (fixture, TRELLIS_REQUIREMENT_MUST), ==, 3);
  g_assert_cmpuint (count_skills (fixture, TRELLIS_REQUIREMENT_NICE), ==, 1);
  g_assert_false (gtk_widget_get_visible (found));

  app_fixture_activate (fixture, "win.undo");
  g_assert_cmpuint (count_skills (fixture, TRELLIS_REQUIREMENT_MUST), ==, 0);
}

static void
what_is_dismissed_is_not_offered_again_and_counts_nowhere (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkWidget             *view = add_posting (fixture);
  GtkWidget             *found = app_find_by_type (view, TRELLIS_TYPE_FOUND_ROW);
  guint                  n;
  g_autoptr (GArray)     postings = NULL;

  g_signal_emit_by_name (found, "dismissed", -1);
  app_spin (100);
  n = app_fixture_get_report (fixture)->postings->len;
  g_assert_cmpuint (count_skills (fixture, TRELLIS_REQUIREMENT_DISMISSED), ==, 4);
  g_assert_false (gtk_widget_get_visible (found));

  postings = trellis_demand_index_find (
      trellis_session_get_demand_index (app_fixture_get_session (fixture)), "Kubernetes");
  for (guint i = 0; i < postings->len; i++)
    g_assert_cmpint (g_array_index (postings, int, i), !=, (int) n);
}

static void
a_posting_that_is_there_is_not_added_twice (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  guint                  n;

  add_posting (fixture);
  n = app_fixture_get_report (fixture)->postings->len;
  trellis_postings_adding_paste (TRELLIS_PAGE (app_fixture_get_page (fixture)), TEXT);
  app_spin (500);
  g_assert_cmpuint (app_fixture_get_report (fixture)->postings->len, ==, n);
}

static gboolean
quotes_a_posting (GtkWidget *widget,
                  gpointer   data)
{
  return g_object_get_data (G_OBJECT (widget), "posting") != NULL;
}

static void
demand_shows_each_skill_and_opens_to_the_postings (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  TrellisSession        *session = app_fixture_get_session (fixture);
  g_autoptr (GPtrArray)  demands
      = trellis_demand_compute (app_fixture_get_report (fixture),
                                trellis_session_get_template (session)->several,
                                trellis_session_get_vocabulary (session));
  const TrellisDemand *first = demands->pdata[0];
  GtkWidget           *row;
  GtkWidget           *quote;

  app_fixture_show_page (fixture, "demand");
  g_assert_cmpuint (count_widgets (app_fixture_get_page (fixture), TRELLIS_TYPE_DEMAND_ROW), ==,
                    demands->len);
  row = app_find_by_title (app_fixture_get_page (fixture), first->skill);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  app_spin (100);
  quote = app_find_widget (row, quotes_a_posting, NULL);
  g_assert_nonnull (quote);
  g_signal_emit_by_name (quote, "activated");
  app_spin (300);
  g_assert_cmpstr (trellis_window_get_page_name (fixture->window), ==, "postings");
}

/* What an open row quotes goes with the report that it was read from. */
static void
an_open_demand_row_outlives_its_postings (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkWidget             *row;

  app_fixture_show_page (fixture, "demand");
  row = app_find_by_type (app_fixture_get_page (fixture), TRELLIS_TYPE_DEMAND_ROW);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  app_spin (50);
  g_assert_nonnull (app_find_widget (row, quotes_a_posting, NULL));

  for (guint n = app_fixture_get_report (fixture)->postings->len; n > 0; n--)
    {
      const TrellisPosting *posting = app_fixture_get_report (fixture)->postings->pdata[0];

      g_assert_true (
          trellis_commands_delete (trellis_session_get_store (app_fixture_get_session (fixture)),
                                   &trellis_posting_type, posting->base.id, NULL));
    }
  app_spin (50);
  g_assert_nonnull (app_find_by_label (app_fixture_get_page (fixture), "No Demand Yet"));
  app_fixture_activate (fixture, "win.undo");
  app_spin (50);
}

static void
a_demanded_skill_is_added_to_what_i_lack (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkWidget             *row;

  add_posting (fixture);
  g_signal_emit_by_name (app_find_by_type (app_fixture_get_page (fixture), TRELLIS_TYPE_FOUND_ROW),
                         "added", -1);
  app_fixture_show_page (fixture, "demand");
  row = app_find_by_title (app_fixture_get_page (fixture), "Kubernetes");
  g_assert_true (TRELLIS_IS_DEMAND_ROW (row));
  g_assert_null (find_standing (fixture, "Kubernetes"));
  g_assert_true (gtk_widget_activate_action (row, "row.add-to-lack", NULL));
  app_spin (50);
  g_assert_cmpint (find_standing (fixture, "Kubernetes")->list, ==, TRELLIS_STANDING_LACK);
}

/* A name of the person's own makes two skills one, in demand too, and undo parts them again. */
static void
another_name_counts_as_the_skill (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  TrellisSession        *session = app_fixture_get_session (fixture);
  TrellisStore          *store = trellis_session_get_store (session);
  g_autoptr (GArray)     one = NULL;
  g_autoptr (GArray)     two = NULL;
  g_autoptr (GArray)     undone = NULL;

  add_posting (fixture);
  g_assert_true (trellis_commands_add_alias (store, TRELLIS_ALIAS_SKILL, "Ship builder", "Docker",
                                             NULL, NULL));
  app_spin (50);
  one = trellis_demand_index_find (trellis_session_get_demand_index (session), "Docker");
  two = trellis_demand_index_find (trellis_session_get_demand_index (session), "ship builder");
  g_assert_cmpuint (one->len, ==, two->len);
  g_assert_cmpuint (one->len, >, 0);

  app_fixture_activate (fixture, "win.undo");
  app_spin (50);
  undone = trellis_demand_index_find (trellis_session_get_demand_index (session), "Docker");
  g_assert_cmpuint (undone->len, ==, one->len - 1);
}

/* @kind: of the first topic, under which the others stand */
static void
add_roadmap_with (AppFixture      *fixture,
                  TrellisTopicKind kind)
{
  g_autoptr (TrellisReport) source = trellis_report_new ();
  TrellisRoadmap           *roadmap = trellis_report_add (source, &trellis_roadmap_type);
  gint64                    parent = 0;

  g_set_str (&roadmap->title, "Boats");
  g_set_str (&roadmap->slug, "boats");
  for (int i = 0; i < 3; i++)
    {
      TrellisRoadmapTopic *topic = trellis_report_add (source, &trellis_roadmap_topic_type);

      topic->roadmap_id = roadmap->base.id;
      topic->parent_id = parent;
      topic->position = i + 1;
      g_free (topic->name);
      topic->name = g_strdup_printf ("Topic %d", i);
      g_free (topic->node);
      topic->node = g_strdup_printf ("node-%d", i);
      topic->kind = i == 0 ? (int) kind : TRELLIS_TOPIC_SUB;
      if (i == 0)
        parent = topic->base.id;
    }
  g_assert_true (trellis_roadmap_import_store (app_fixture_get_session (fixture), source, NULL));
  app_spin (200);
}

static void
add_roadmap (AppFixture *fixture)
{
  add_roadmap_with (fixture, TRELLIS_TOPIC_MAIN);
}

static gboolean
is_open_menu (GtkWidget *widget,
              gpointer   data)
{
  return GTK_IS_POPOVER_MENU (widget) && gtk_widget_get_mapped (widget);
}

static void
topics_are_ticked_off_and_counted (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  const TrellisReport   *report;
  GtkWidget             *page;

  app_fixture_show_page (fixture, "roadmaps");
  g_assert_nonnull (app_find_by_label (app_fixture_get_page (fixture), "Import Roadmap…"));
  add_roadmap (fixture);
  page = app_fixture_get_page (fixture);
  g_assert_nonnull (app_find_by_label (page, "0 of 3 done"));
  g_assert_nonnull (app_find_by_type (page, TRELLIS_TYPE_TOPIC_ROW));

  g_assert_true (gtk_widget_activate_action (page, "page.mark-done", NULL));
  app_spin (50);
  report = app_fixture_get_report (fixture);
  g_assert_cmpint (((TrellisRoadmapTopic *) report->roadmap_topics->pdata[0])->state, ==,
                   TRELLIS_TOPIC_DONE);
  g_assert_nonnull (app_find_by_label (page, "1 of 3 done"));
  app_fixture_activate (fixture, "win.undo");
  g_assert_nonnull (app_find_by_label (page, "0 of 3 done"));

  g_assert_true (gtk_widget_activate_action (page, "page.add-to-lack", NULL));
  app_spin (50);
  g_assert_nonnull (find_standing (fixture, "Topic 0"));
}

/* The name of a box is no topic: it is not counted, marked or a skill. */
static void
a_name_of_topics_is_no_topic (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkWidget             *page;

  app_fixture_show_page (fixture, "roadmaps");
  add_roadmap_with (fixture, TRELLIS_TOPIC_GROUP);
  page = app_fixture_get_page (fixture);
  g_assert_nonnull (app_find_by_label (page, "0 of 2 done"));
  g_assert_nonnull (app_find_by_label (page, "Topic 0"));

  g_assert_true (gtk_widget_activate_action (page, "page.mark-done", NULL));
  g_assert_true (gtk_widget_activate_action (page, "page.add-to-lack", NULL));
  app_spin (50);
  g_assert_nonnull (app_find_by_label (page, "0 of 2 done"));
  g_assert_null (find_standing (fixture, "Topic 0"));
}

/* The choice of roadmaps has a list and a search of its own. */
static gboolean
is_topic_list (GtkWidget *widget,
               gpointer   data)
{
  return GTK_IS_LIST_VIEW (widget) && gtk_widget_has_css_class (widget, "topics");
}

static guint
count_topics_shown (GtkWidget *page)
{
  GtkWidget *view = app_find_widget (page, is_topic_list, NULL);

  return g_list_model_get_n_items (
      G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view))));
}

static gboolean
is_topic_search (GtkWidget *widget,
                 gpointer   data)
{
  return GTK_IS_SEARCH_ENTRY (widget)
         && g_strcmp0 (gtk_search_entry_get_placeholder_text (GTK_SEARCH_ENTRY (widget)),
                       "Search Topics")
                == 0;
}

static void
a_search_opens_the_branches_to_what_it_finds (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkWidget             *page;
  GtkWidget             *search;

  app_fixture_show_page (fixture, "roadmaps");
  page = app_fixture_get_page (fixture);
  add_roadmap (fixture);
  g_assert_cmpuint (count_topics_shown (page), ==, 1);

  search = app_find_widget (page, is_topic_search, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "topic 2");
  app_spin (400);
  g_assert_cmpuint (count_topics_shown (page), ==, 2);
  g_signal_emit_by_name (search, "stop-search");
  app_spin (400);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  g_assert_cmpuint (count_topics_shown (page), ==, 3);
}

/* The keyboard is on the topic again when its menu is gone. */
static void
a_topic_has_a_menu (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkWidget             *page;
  GtkWidget             *row;
  GtkWidget             *menu;

  app_fixture_show_page (fixture, "roadmaps");
  page = app_fixture_get_page (fixture);
  add_roadmap (fixture);
  row = app_find_by_type (page, TRELLIS_TYPE_TOPIC_ROW);
  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (gtk_widget_activate_action (page, "page.topic-menu", NULL));
  app_spin (100);
  menu = app_find_widget (page, is_open_menu, NULL);
  g_assert_nonnull (menu);
  gtk_popover_popdown (GTK_POPOVER (menu));
  app_spin (100);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), row));
}

/* It is the same roadmap, perhaps a newer one, and not a second. */
static void
a_roadmap_that_is_there_is_brought_up_to_date (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkWidget             *page;

  app_fixture_show_page (fixture, "roadmaps");
  page = app_fixture_get_page (fixture);
  add_roadmap (fixture);
  g_assert_true (gtk_widget_activate_action (page, "page.mark-done", NULL));
  app_spin (50);
  add_roadmap (fixture);
  g_assert_cmpuint (app_fixture_get_report (fixture)->roadmaps->len, ==, 1);
  g_assert_cmpuint (app_fixture_get_report (fixture)->roadmap_topics->len, ==, 3);
  g_assert_nonnull (app_find_by_label (page, "1 of 3 done"));

  g_assert_true (gtk_widget_activate_action (page, "page.remove-roadmap", NULL));
  app_spin (50);
  g_assert_true (gtk_widget_get_mapped (app_find_by_label (page, "No Roadmap Yet")));
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  g_test_add_func ("/skills/a-skill-is-typed-and-gets-a-level", a_skill_is_typed_and_gets_a_level);
  g_test_add_func ("/skills/a-level-takes-the-place-of-its-old-words",
                   a_level_takes_the_place_of_its_old_words);
  g_test_add_func ("/skills/a-skill-moves-to-the-other-list-and-back",
                   a_skill_moves_to_the_other_list_and_back);
  g_test_add_func ("/skills/another-name-counts-as-the-skill", another_name_counts_as_the_skill);
  g_test_add_func ("/postings/a-pasted-posting-offers-what-its-text-names",
                   a_pasted_posting_offers_what_its_text_names);
  g_test_add_func ("/postings/what-is-dismissed-counts-nowhere",
                   what_is_dismissed_is_not_offered_again_and_counts_nowhere);
  g_test_add_func ("/postings/a-posting-that-is-there-is-not-added-twice",
                   a_posting_that_is_there_is_not_added_twice);
  g_test_add_func ("/demand/each-skill-opens-to-the-postings",
                   demand_shows_each_skill_and_opens_to_the_postings);
  g_test_add_func ("/demand/an-open-row-outlives-its-postings",
                   an_open_demand_row_outlives_its_postings);
  g_test_add_func ("/demand/a-demanded-skill-is-added-to-what-i-lack",
                   a_demanded_skill_is_added_to_what_i_lack);
  g_test_add_func ("/roadmaps/topics-are-ticked-off-and-counted",
                   topics_are_ticked_off_and_counted);
  g_test_add_func ("/roadmaps/a-name-of-topics-is-no-topic", a_name_of_topics_is_no_topic);
  g_test_add_func ("/roadmaps/a-search-opens-the-branches-to-what-it-finds",
                   a_search_opens_the_branches_to_what_it_finds);
  g_test_add_func ("/roadmaps/a-topic-has-a-menu", a_topic_has_a_menu);
  g_test_add_func ("/roadmaps/one-that-is-there-is-brought-up-to-date",
                   a_roadmap_that_is_there_is_brought_up_to_date);

  return g_test_run ();
}
