/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The facts beside the reflection, and the reflection's page in the real window. */

#include "app-fixture.h"

#include "trellis-commands.h"
#include "trellis-facts-pane.h"
#include "trellis-facts.h"

#include <string.h>

static void
add_standing (TrellisReport *report,
              const char    *name,
              int            list)
{
  TrellisStanding *standing = trellis_report_add (report, &trellis_standing_type);

  g_set_str (&standing->name, name);
  standing->list = list;
}

static void
add_posting (TrellisReport *report,
             const char    *title,
             const char    *skill)
{
  TrellisPosting      *posting = trellis_report_add (report, &trellis_posting_type);
  TrellisPostingSkill *asked = trellis_report_add (report, &trellis_posting_skill_type);

  g_set_str (&posting->title, title);
  asked->posting_id = posting->base.id;
  g_set_str (&asked->name, skill);
}

static GPtrArray *
list (const TrellisReport *report)
{
  g_autoptr (TrellisVocabulary) vocabulary = trellis_alias_extend_vocabulary (
      NULL, TRELLIS_ALIAS_SKILL);
  g_autoptr (TrellisDemandIndex) demand = trellis_demand_index_new (report, vocabulary);

  return trellis_facts_list (report, demand);
}

static void
without_postings_there_are_no_facts (void)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();
  g_autoptr (GPtrArray)     facts = NULL;

  add_standing (report, "Rust", TRELLIS_STANDING_HAVE);
  facts = list (report);
  g_assert_cmpuint (facts->len, ==, 0);
}

static void
what_is_most_asked_for_comes_first (void)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();
  g_autoptr (GPtrArray)     facts = NULL;
  const TrellisFact        *first;

  add_standing (report, "Sextant", TRELLIS_STANDING_HAVE);
  add_standing (report, "Rust", TRELLIS_STANDING_LACK);
  add_standing (report, "Knots", TRELLIS_STANDING_HAVE);
  add_posting (report, "Deckhand", "Rust");
  add_posting (report, "Cook", "Rust");
  add_posting (report, "Pilot", "Knots");
  facts = list (report);
  g_assert_cmpuint (facts->len, ==, 3);
  first = facts->pdata[0];
  g_assert_cmpstr (first->skill, ==, "Rust");
  g_assert_false (first->have);
  g_assert_cmpstr (first->text, ==, "Rust (2 of 3 postings)");
  g_assert_cmpstr (((TrellisFact *) facts->pdata[2])->text, ==, "Sextant (0 of 3 postings)");
}

static void
facts_speak_the_language_of_the_report (void)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();
  g_autoptr (GPtrArray)     facts = NULL;

  g_set_str (&report->language, "ru");
  add_standing (report, "Rust", TRELLIS_STANDING_HAVE);
  add_posting (report, "Юнга", "Rust");
  facts = list (report);
  g_assert_cmpstr (((TrellisFact *) facts->pdata[0])->text, ==, "Rust (1 из 1 вакансии)");
}

/* Opens the reflection, emptied. */
static GtkTextBuffer *
open_reflection (AppFixture *fixture)
{
  const TrellisReport *report = app_fixture_get_report (fixture);
  gint64               id = 0;
  g_autofree char     *page = NULL;

  for (guint i = 0; i < report->sections->len; i++)
    if (((TrellisSection *) report->sections->pdata[i])->kind == TRELLIS_SECTION_REFLECTION)
      id = ((TrellisSection *) report->sections->pdata[i])->base.id;
  g_assert_cmpint (id, !=, 0);
  g_assert_true (trellis_commands_set_text (fixture->store, &trellis_section_type, id, "text", "",
                                            NULL));
  trellis_store_end_merge (fixture->store);
  page = g_strdup_printf ("text-%" G_GINT64_FORMAT, id);
  app_fixture_show_page (fixture, page);
  return gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (app_find_by_type (app_fixture_get_page (fixture), GTK_TYPE_TEXT_VIEW)));
}

static gboolean
has_start (GtkWidget *widget,
           gpointer   start)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), start);
}

static gboolean
says (AppFixture *fixture,
      const char *start)
{
  return app_find_widget (app_fixture_get_page (fixture), has_start, (gpointer) start) != NULL;
}

static void
questions_guide_and_sentences_count_at_once (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkTextBuffer         *buffer = open_reflection (fixture);

  g_assert_true (says (fixture, "Why did you choose this role"));
  g_assert_true (says (fixture, "0 of "));
  gtk_text_buffer_set_text (buffer, "I chose the quiet work. It suits me well.", -1);
  g_assert_true (says (fixture, "Why did you choose this role"));
  g_assert_true (says (fixture, "2 of "));
}

static void
a_narrow_page_has_the_facts_on_a_sheet (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkTextBuffer         *buffer;
  GtkWidget             *sheet, *pane;
  g_autofree char       *text = NULL;

  app_fixture_resize (fixture, 370, 720);
  buffer = open_reflection (fixture);
  g_assert_true (says (fixture, "Why did you choose this role"));
  gtk_text_buffer_set_text (buffer, "One.", -1);
  g_assert_false (says (fixture, "Why did you choose this role"));
  g_assert_true (says (fixture, "1 of "));

  sheet = app_find_by_type (app_fixture_get_page (fixture), ADW_TYPE_BOTTOM_SHEET);
  g_assert_nonnull (sheet);
  adw_bottom_sheet_set_open (ADW_BOTTOM_SHEET (sheet), TRUE);
  app_wait_until (says (fixture, "Why did you choose this role"));
  pane = app_find_by_type (app_fixture_get_page (fixture), TRELLIS_TYPE_FACTS_PANE);
  g_signal_emit_by_name (pane, "insert", "Docker (4 of 6 postings)");
  g_object_get (buffer, "text", &text, NULL);
  g_assert_nonnull (strstr (text, "Docker (4 of 6 postings)"));
  g_assert_false (adw_bottom_sheet_get_open (ADW_BOTTOM_SHEET (sheet)));
}

static void
a_fact_goes_into_the_text_by_return (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  GtkTextBuffer         *buffer = open_reflection (fixture);
  GtkWidget             *pane, *rows;
  GtkTextIter            start, end;
  g_autofree char       *text = NULL;

  pane = app_find_by_type (app_fixture_get_page (fixture), TRELLIS_TYPE_FACTS_PANE);
  g_assert_true (gtk_widget_get_mapped (pane));
  rows = app_find_by_type (pane, GTK_TYPE_LIST_BOX);
  gtk_text_buffer_set_text (buffer, "Asked for:", -1);
  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (rows), 0)));
  app_spin (50);

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_true (g_str_has_prefix (text, "Asked for: "));
  g_assert_nonnull (strstr (text, " of "));
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_root_get_focus (GTK_ROOT (fixture->window))));

  app_fixture_activate (fixture, "win.undo");
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

#define ADD(name, test) g_test_add_func ("/facts/" name, test)
  ADD ("without-postings-there-are-no-facts", without_postings_there_are_no_facts);
  ADD ("what-is-most-asked-for-comes-first", what_is_most_asked_for_comes_first);
  ADD ("facts-speak-the-language-of-the-report", facts_speak_the_language_of_the_report);
  ADD ("questions-guide-and-sentences-count-at-once", questions_guide_and_sentences_count_at_once);
  ADD ("a-narrow-page-has-the-facts-on-a-sheet", a_narrow_page_has_the_facts_on_a_sheet);
  ADD ("a-fact-goes-into-the-text-by-return", a_fact_goes_into_the_text_by_return);
#undef ADD

  return g_test_run ();
}
