/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of postings and the one beside it: what a person does, what is stored, and where the
 * focus is. */

#include "app-fixture.h"

#include "trellis-commands.h"
#include "trellis-found-row.h"
#include "trellis-posting-row.h"
#include "trellis-posting-skill-row.h"
#include "trellis-posting-view.h"

#define WIDE 1100
#define NARROW 370

static GtkWidget *
open_page (AppFixture *fixture,
           int         width)
{
  app_fixture_resize (fixture, width, 720);
  app_fixture_show_page (fixture, "postings");
  app_spin (100);
  return app_fixture_get_page (fixture);
}

static TrellisPosting *
get_posting (AppFixture *fixture,
             guint       index)
{
  return app_fixture_get_report (fixture)->postings->pdata[index];
}

static TrellisStore *
get_store (AppFixture *fixture)
{
  return trellis_session_get_store (app_fixture_get_session (fixture));
}

static void
set_text (AppFixture *fixture,
          guint       index,
          const char *field,
          const char *text)
{
  g_assert_true (trellis_commands_set_text (get_store (fixture), &trellis_posting_type,
                                            get_posting (fixture, index)->base.id, field, text,
                                            NULL));
  app_spin (50);
}

static GtkWidget *
find_row (AppFixture *fixture,
          guint       index)
{
  GtkWidget *row
      = app_find_by_title (app_fixture_get_page (fixture), get_posting (fixture, index)->title);

  g_assert_true (TRELLIS_IS_POSTING_ROW (row));
  return row;
}

static void
activate_row (AppFixture *fixture,
              guint       index)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (find_row (fixture, index)), TRUE);
  app_spin (50);
}

static GtkWidget *
find_view (AppFixture *fixture)
{
  return app_find_by_type (app_fixture_get_page (fixture), TRELLIS_TYPE_POSTING_VIEW);
}

static const char *
get_entry (AppFixture *fixture,
           const char *title)
{
  return gtk_editable_get_text (GTK_EDITABLE (app_find_by_title (find_view (fixture), title)));
}

static gboolean
has_focus_in (AppFixture *fixture,
              GtkWidget  *widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static AdwNavigationSplitView *
find_split (AppFixture *fixture)
{
  return ADW_NAVIGATION_SPLIT_VIEW (
      app_find_by_type (app_fixture_get_page (fixture), ADW_TYPE_NAVIGATION_SPLIT_VIEW));
}

static void
a_posting_is_shown_beside_the_list (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();

  open_page (fixture, WIDE);
  g_assert_cmpstr (get_entry (fixture, "Title"), ==, get_posting (fixture, 0)->title);
  g_assert_true (gtk_widget_has_css_class (find_row (fixture, 0), "shown"));

  activate_row (fixture, 2);
  g_assert_cmpstr (get_entry (fixture, "Title"), ==, get_posting (fixture, 2)->title);
  g_assert_false (gtk_widget_has_css_class (find_row (fixture, 0), "shown"));
  g_assert_true (gtk_widget_has_css_class (find_row (fixture, 2), "shown"));
  g_assert_false (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (find_row (fixture, 2))));

  activate_row (fixture, 2);
  g_assert_true (has_focus_in (fixture, find_view (fixture)));
}

static void
where_there_is_little_room_a_posting_is_pushed_and_left (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkWidget             *page = open_page (fixture, NARROW);

  app_wait_until (adw_navigation_split_view_get_collapsed (find_split (fixture)));
  g_assert_false (adw_navigation_split_view_get_show_content (find_split (fixture)));
  activate_row (fixture, 1);
  app_wait_until (adw_navigation_split_view_get_show_content (find_split (fixture)));
  app_wait_until (has_focus_in (fixture, find_view (fixture)));

  g_assert_true (gtk_widget_activate_action (page, "page.back", NULL));
  app_wait_until (!adw_navigation_split_view_get_show_content (find_split (fixture)));
  app_wait_until (has_focus_in (fixture, find_row (fixture, 1)));
}

static void
what_is_typed_stays_with_its_posting (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();

  open_page (fixture, WIDE);
  gtk_editable_set_text (
      GTK_EDITABLE (app_find_by_title (find_view (fixture), "Employer")), "Lighthouse Bakery");
  activate_row (fixture, 1);
  g_assert_cmpstr (get_posting (fixture, 0)->employer, ==, "Lighthouse Bakery");
  g_assert_cmpstr (get_posting (fixture, 1)->employer, !=, "Lighthouse Bakery");
  g_assert_cmpstr (get_entry (fixture, "Employer"), ==, get_posting (fixture, 1)->employer);
}

static TrellisPostingSkill *
get_skill (AppFixture *fixture,
           gint64      id)
{
  return trellis_report_find (app_fixture_get_report (fixture), &trellis_posting_skill_type, id);
}

static void
a_skill_is_a_must_or_nice_to_have (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkWidget             *row;
  gint64                 id;

  open_page (fixture, WIDE);
  row = app_find_by_type (find_view (fixture), TRELLIS_TYPE_POSTING_SKILL_ROW);
  id = trellis_posting_skill_row_get_id (TRELLIS_POSTING_SKILL_ROW (row));
  g_assert_cmpint (get_skill (fixture, id)->requirement, ==, TRELLIS_REQUIREMENT_MUST);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), TRELLIS_REQUIREMENT_NICE);
  app_spin (50);
  g_assert_cmpint (get_skill (fixture, id)->requirement, ==, TRELLIS_REQUIREMENT_NICE);

  app_fixture_activate (fixture, "win.undo");
  app_spin (50);
  g_assert_cmpint (get_skill (fixture, id)->requirement, ==, TRELLIS_REQUIREMENT_MUST);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  g_assert_true (has_focus_in (fixture, row));
}

/* The keyboard stays where it is: on the skill that takes its place. */
static void
a_skill_is_removed_and_comes_back (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkWidget             *row;
  gint64                 id;

  open_page (fixture, WIDE);
  row = app_find_by_type (find_view (fixture), TRELLIS_TYPE_POSTING_SKILL_ROW);
  id = trellis_posting_skill_row_get_id (TRELLIS_POSTING_SKILL_ROW (row));
  gtk_widget_grab_focus (row);
  g_assert_true (gtk_widget_activate_action (row, "skill.remove", NULL));
  app_spin (50);
  g_assert_null (get_skill (fixture, id));
  g_assert_true (has_focus_in (fixture, row));
  g_assert_cmpint (trellis_posting_skill_row_get_id (TRELLIS_POSTING_SKILL_ROW (row)), !=, id);
  app_fixture_activate (fixture, "win.undo");
  app_spin (50);
  g_assert_nonnull (get_skill (fixture, id));
}

static void
a_row_says_what_is_still_to_confirm (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();

  open_page (fixture, WIDE);
  set_text (fixture, 0, "employer", "Lighthouse Bakery");
  set_text (fixture, 0, "text", "Requirements:\n- Kubernetes\n- Terraform\n");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (find_row (fixture, 0))), ==,
                   "Lighthouse Bakery · 2 to confirm");
  g_signal_emit_by_name (app_find_by_type (find_view (fixture), TRELLIS_TYPE_FOUND_ROW), "added",
                         -1);
  app_spin (50);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (find_row (fixture, 0))), ==,
                   "Lighthouse Bakery");
}

static void
a_link_to_a_search_page_is_explained (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  const char            *sentence
      = "This link opens a search page. Paste the posting’s own address.";

  open_page (fixture, WIDE);
  g_assert_null (app_find_by_label (find_view (fixture), sentence));
  set_text (fixture, 0, "link", "https://jobs.lanternboard.org/search?text=python");
  g_assert_nonnull (app_find_by_label (find_view (fixture), sentence));
  app_fixture_activate (fixture, "win.undo");
  app_spin (50);
  g_assert_null (app_find_by_label (find_view (fixture), sentence));
}

static AdwBanner *
find_banner (AppFixture *fixture)
{
  return ADW_BANNER (app_find_by_type (find_view (fixture), ADW_TYPE_BANNER));
}

static void
a_posting_that_is_there_twice_leads_to_the_other (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  g_autofree char       *expected = NULL;

  open_page (fixture, WIDE);
  g_assert_false (adw_banner_get_revealed (find_banner (fixture)));
  set_text (fixture, 3, "link", get_posting (fixture, 0)->link);
  g_assert_true (adw_banner_get_revealed (find_banner (fixture)));
  expected = g_strdup_printf ("This looks like “%s”.", get_posting (fixture, 3)->title);
  g_assert_cmpstr (adw_banner_get_title (find_banner (fixture)), ==, expected);

  g_signal_emit_by_name (find_banner (fixture), "button-clicked");
  app_spin (50);
  g_assert_cmpstr (get_entry (fixture, "Title"), ==, get_posting (fixture, 3)->title);
  g_assert_true (has_focus_in (fixture, find_row (fixture, 3)));
}

static void
the_next_is_shown_when_one_is_deleted (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  g_autofree char       *deleted = NULL;
  g_autofree char       *next = NULL;

  open_page (fixture, WIDE);
  deleted = g_strdup (get_posting (fixture, 1)->title);
  next = g_strdup (get_posting (fixture, 2)->title);
  activate_row (fixture, 1);
  g_assert_true (gtk_widget_activate_action (find_row (fixture, 1), "row.delete", NULL));
  app_spin (50);
  g_assert_cmpstr (get_entry (fixture, "Title"), ==, next);
  app_fixture_activate (fixture, "win.undo");
  app_spin (50);
  g_assert_cmpstr (get_entry (fixture, "Title"), ==, deleted);
}

static void
when_the_last_is_deleted_the_page_says_how_to_begin (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkWidget             *page = open_page (fixture, WIDE);
  GtkWidget             *empty = app_find_by_label (page, "No Postings Yet");

  activate_row (fixture, 0);
  while (app_fixture_get_report (fixture)->postings->len > 0)
    g_assert_true (gtk_widget_activate_action (find_row (fixture, 0), "row.delete", NULL));
  app_wait_until (gtk_widget_get_mapped (empty));
  app_wait_until (has_focus_in (fixture, page));
  app_fixture_activate (fixture, "win.undo");
  app_wait_until (!gtk_widget_get_mapped (empty));
}

static gboolean
is_scrolled (GtkWidget *widget,
             gpointer   data)
{
  return GTK_IS_SCROLLED_WINDOW (widget)
         && gtk_adjustment_get_value (
                gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget)))
                > 0;
}

/* A long text: what is quoted is far below. */
static void
a_quote_leads_to_its_sentence (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  g_autoptr (GString)    text = g_string_new ("Requirements:\n");
  g_autofree char       *selected = NULL;
  GtkWidget             *focus;
  GtkTextBuffer         *buffer;
  GtkTextIter            begin, end;

  for (int i = 0; i < 80; i++)
    g_string_append_printf (text, "- Calm weather, day %d\n", i);
  g_string_append (text, "- Rust on the ferry’s engine\n");
  open_page (fixture, WIDE);
  set_text (fixture, 4, "text", text->str);
  app_fixture_show_page (fixture, "demand");
  g_assert_true (gtk_widget_activate_action (
      app_fixture_get_page (fixture), "win.show-place", "(sxss)", trellis_posting_type.name,
      get_posting (fixture, 4)->base.id, "text", "Rust on the ferry’s engine"));

  g_assert_cmpstr (trellis_window_get_page_name (fixture->window), ==, "postings");
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (GTK_IS_TEXT_VIEW (focus));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &begin, &end));
  selected = gtk_text_buffer_get_text (buffer, &begin, &end, TRUE);
  g_assert_cmpstr (selected, ==, "Rust on the ferry’s engine");
  app_wait_until (app_find_widget (find_view (fixture), is_scrolled, NULL) != NULL);
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

#define ADD(name, func) g_test_add_func ("/postings-page/" name, func)
  ADD ("a-posting-is-shown-beside-the-list", a_posting_is_shown_beside_the_list);
  ADD ("where-there-is-little-room-a-posting-is-pushed-and-left",
       where_there_is_little_room_a_posting_is_pushed_and_left);
  ADD ("what-is-typed-stays-with-its-posting", what_is_typed_stays_with_its_posting);
  ADD ("a-skill-is-a-must-or-nice-to-have", a_skill_is_a_must_or_nice_to_have);
  ADD ("a-skill-is-removed-and-comes-back", a_skill_is_removed_and_comes_back);
  ADD ("a-row-says-what-is-still-to-confirm", a_row_says_what_is_still_to_confirm);
  ADD ("a-link-to-a-search-page-is-explained", a_link_to_a_search_page_is_explained);
  ADD ("a-posting-that-is-there-twice-leads-to-the-other",
       a_posting_that_is_there_twice_leads_to_the_other);
  ADD ("the-next-is-shown-when-one-is-deleted", the_next_is_shown_when_one_is_deleted);
  ADD ("when-the-last-is-deleted-the-page-says-how-to-begin",
       when_the_last_is_deleted_the_page_says_how_to_begin);
  ADD ("a-quote-leads-to-its-sentence", a_quote_leads_to_its_sentence);

  return g_test_run ();
}
