/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The postings' page in the real window: what is told of a posting, and how its sentences are
 * reached. */

#include "app-fixture.h"

#include "trellis-chip-row.h"
#include "trellis-commands.h"
#include "trellis-demand-row.h"
#include "trellis-posting-row.h"
#include "trellis-postings-adding.h"
#include "trellis-text-field.h"

#define TEXT                                                                     \
  "Ship builder\n\nRequirements:\n- You use Haskell in daily work at the quay\n" \
  "- You write letters to harbour masters and answer those that they write\n"    \
  "- You know which rope holds which ship, in any wind and with any crew\n"

static const TrellisPosting *
get_last (AppFixture *fixture)
{
  const GPtrArray *postings = app_fixture_get_report (fixture)->postings;

  return postings->pdata[postings->len - 1];
}

static void
paste (AppFixture *fixture,
       const char *text)
{
  guint n = app_fixture_get_report (fixture)->postings->len;

  app_fixture_show_page (fixture, "postings");
  trellis_postings_adding_paste (TRELLIS_PAGE (app_fixture_get_page (fixture)), text);
  app_wait_until (app_fixture_get_report (fixture)->postings->len == n + 1);
}

static gboolean
is_row_of (GtkWidget *widget,
           gpointer   id)
{
  return TRELLIS_IS_POSTING_ROW (widget)
         && trellis_record_row_get_id (TRELLIS_RECORD_ROW (widget)) == *(gint64 *) id;
}

static GtkWidget *
open_posting (AppFixture *fixture,
              gint64      id)
{
  GtkWidget *row;

  app_fixture_show_page (fixture, "postings");
  row = app_find_widget (app_fixture_get_page (fixture), is_row_of, &id);
  g_assert_nonnull (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  app_spin (50);
  return row;
}

static const TrellisPostingSkill *
find_skill (AppFixture *fixture,
            gint64      posting,
            const char *name)
{
  const GPtrArray *skills = app_fixture_get_report (fixture)->posting_skills;

  for (guint i = 0; i < skills->len; i++)
    {
      const TrellisPostingSkill *skill = skills->pdata[i];

      if (skill->posting_id == posting && g_str_equal (skill->name, name))
        return skill;
    }

  return NULL;
}

static void
a_skill_is_made_nice_to_have_and_a_must_again (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  gint64                 id = get_last (fixture)->base.id;
  GtkWidget             *row = open_posting (fixture, id);
  GtkWidget             *chips = app_find_by_type (row, TRELLIS_TYPE_CHIP_ROW);
  const char            *name = NULL;

  for (guint i = 0; name == NULL; i++)
    {
      const TrellisPostingSkill *skill = app_fixture_get_report (fixture)->posting_skills->pdata[i];

      if (skill->posting_id == id)
        name = g_intern_string (skill->name);
    }
  gtk_widget_activate_action (chips, "chips.mark", "(uu)", 0, 1);
  g_assert_cmpint (find_skill (fixture, id, name)->requirement, ==, TRELLIS_REQUIREMENT_NICE);
  app_fixture_activate (fixture, "win.undo");
  g_assert_cmpint (find_skill (fixture, id, name)->requirement, !=, TRELLIS_REQUIREMENT_NICE);
  app_fixture_activate (fixture, "win.redo");
  gtk_widget_activate_action (chips, "chips.mark", "(uu)", 0, 0);
  g_assert_cmpint (find_skill (fixture, id, name)->requirement, ==, TRELLIS_REQUIREMENT_MUST);
}

static gboolean
is_hint (GtkWidget *widget,
         gpointer   begin)
{
  return ADW_IS_ACTION_ROW (widget) && gtk_widget_get_mapped (widget)
         && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), begin);
}

static gboolean
is_labelled (GtkWidget *widget,
             gpointer   label)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static void
a_link_that_leads_to_no_posting_is_told (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  gint64                 id = get_last (fixture)->base.id;
  GtkWidget             *row = open_posting (fixture, id);

  g_assert_null (app_find_widget (row, is_hint, (gpointer) "This is a search page"));
  trellis_commands_set_text (fixture->store, &trellis_posting_type, id, "link",
                             "https://jobs.quayworks.com/search?text=crane", NULL);
  app_wait_until (app_find_widget (row, is_hint, (gpointer) "This is a search page") != NULL);
  app_fixture_activate (fixture, "win.undo");
  app_wait_until (app_find_widget (row, is_hint, (gpointer) "This is a search page") == NULL);
}

static void
a_posting_that_looks_like_another_leads_to_it (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  gint64                 first, second;
  GtkWidget             *row, *hint, *focus;

  paste (fixture, TEXT);
  first = get_last (fixture)->base.id;
  paste (fixture, "Baker\n\nRequirements:\n- Bread\n- Python, and an oven\n");
  second = get_last (fixture)->base.id;
  row = open_posting (fixture, second);
  g_assert_null (app_find_widget (row, is_hint, (gpointer) "This looks like"));

  trellis_commands_set_text (fixture->store, &trellis_posting_type, second, "text", TEXT, NULL);
  app_wait_until (app_find_widget (row, is_hint, (gpointer) "This looks like “Ship builder”")
                  != NULL);
  hint = app_find_widget (row, is_hint, (gpointer) "This looks like");
  g_signal_emit_by_name (app_find_widget (hint, is_labelled, (gpointer) "Show It"), "clicked");
  app_spin (100);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (is_row_of (gtk_widget_get_ancestor (focus, TRELLIS_TYPE_POSTING_ROW), &first));
}

static gboolean
is_quote (GtkWidget *widget,
          gpointer   words)
{
  return ADW_IS_ACTION_ROW (widget)
         && strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (widget)), words) != NULL;
}

static gboolean
is_demand_of (GtkWidget *widget,
              gpointer   skill)
{
  return TRELLIS_IS_DEMAND_ROW (widget)
         && g_str_equal (trellis_demand_row_get_skill (TRELLIS_DEMAND_ROW (widget)), skill);
}

static void
what_demand_quotes_leads_to_the_sentence (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  g_autoptr (GPtrArray)  skills = g_ptr_array_new ();
  TrellisPostingSkill    skill = { .name = (char *) "Haskell" };
  GtkWidget             *row, *focus;
  GtkTextBuffer         *buffer;
  GtkTextIter            begin, end;
  g_autofree char       *selected = NULL;

  paste (fixture, TEXT);
  g_ptr_array_add (skills, &skill);
  trellis_commands_add_posting_skills (fixture->store, get_last (fixture)->base.id, skills, NULL);
  app_fixture_show_page (fixture, "demand");
  row = app_find_widget (app_fixture_get_page (fixture), is_demand_of, (gpointer) "Haskell");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  g_signal_emit_by_name (app_find_widget (row, is_quote, (gpointer) "at the quay"), "activated");
  app_wait_until (g_str_equal (trellis_window_get_page_name (fixture->window), "postings"));
  app_spin (100);

  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (GTK_IS_TEXT_VIEW (focus));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &begin, &end));
  selected = gtk_text_buffer_get_text (buffer, &begin, &end, FALSE);
  g_assert_nonnull (strstr (selected, "You use Haskell in daily work at the quay"));
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

#define ADD(name, test) g_test_add_func ("/postings-page/" name, test)
  ADD ("a-skill-is-made-nice-to-have-and-a-must-again",
       a_skill_is_made_nice_to_have_and_a_must_again);
  ADD ("a-link-that-leads-to-no-posting-is-told", a_link_that_leads_to_no_posting_is_told);
  ADD ("a-posting-that-looks-like-another-leads-to-it",
       a_posting_that_looks_like_another_leads_to_it);
  ADD ("what-demand-quotes-leads-to-the-sentence", what_demand_quotes_leads_to_the_sentence);
#undef ADD

  return g_test_run ();
}
