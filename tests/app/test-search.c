/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The search of a report in the real window: from the words to the place. */

#include "app-fixture.h"

#include "trellis-commands.h"
#include "trellis-search-results.h"
#include "trellis-text-field.h"

static GtkWidget *
get_results (AppFixture *fixture)
{
  return app_find_by_type (GTK_WIDGET (fixture->window), TRELLIS_TYPE_SEARCH_RESULTS);
}

static gboolean
is_entry_of_report (GtkWidget *widget,
                    gpointer   data)
{
  return GTK_IS_SEARCH_ENTRY (widget) && gtk_widget_get_mapped (widget);
}

static GtkWidget *
get_entry (AppFixture *fixture)
{
  return app_find_widget (GTK_WIDGET (fixture->window), is_entry_of_report, NULL);
}

static void
search (AppFixture *fixture,
        const char *words)
{
  app_fixture_activate (fixture, "win.search");
  app_spin (300);
  g_assert_nonnull (get_entry (fixture));
  gtk_editable_set_text (GTK_EDITABLE (get_entry (fixture)), words);
  app_spin (300);
}

static guint
count_results (AppFixture *fixture)
{
  GtkWidget *list = app_find_by_type (get_results (fixture), GTK_TYPE_LIST_BOX);
  guint      n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n) != NULL)
    n++;
  return n;
}

/* Returns: the field that has the focus, by its widget or one above it */
static gboolean
is_focused_field (AppFixture              *fixture,
                  const TrellisRecordType *type,
                  gint64                   id,
                  const char              *name)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  for (; focus != NULL; focus = gtk_widget_get_parent (focus))
    if (g_object_get_data (G_OBJECT (focus), "trellis-field") != NULL)
      return trellis_text_field_find (focus, type, id, name)
             == g_object_get_data (G_OBJECT (focus), "trellis-field");

  return FALSE;
}

static void
the_words_lead_to_the_field_that_has_them (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  TrellisComponent      *component = app_fixture_get_report (fixture)->components->pdata[2];
  gint64                 id = component->base.id;

  g_assert_true (trellis_commands_set_text (fixture->store, &trellis_component_type, id,
                                            "description", "Keeps the zeppelin\nin the hall.",
                                            NULL));
  app_spin (50);
  search (fixture, "ZEPPELIN hall");
  g_assert_cmpuint (count_results (fixture), ==, 1);
  g_assert_nonnull (app_find_by_label (get_results (fixture), "Components"));
  g_assert_nonnull (app_find_by_label (get_results (fixture), "Keeps the zeppelin"));

  g_signal_emit_by_name (get_entry (fixture), "activate");
  app_spin (400);
  g_assert_cmpstr (trellis_window_get_page_name (fixture->window), ==, "components");
  g_assert_true (is_focused_field (fixture, &trellis_component_type, id, "description"));
  g_assert_true (gtk_widget_get_mapped (get_results (fixture)));
}

static void
a_text_section_is_opened_at_the_word (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  const TrellisReport   *report = app_fixture_get_report (fixture);
  TrellisSection        *section = NULL;
  GtkTextBuffer         *buffer;
  GtkTextIter            start, end;
  g_autofree char       *chosen = NULL;
  gint64                 id;

  for (guint i = 0; section == NULL && i < report->sections->len; i++)
    if (((TrellisSection *) report->sections->pdata[i])->kind == TRELLIS_SECTION_REFLECTION)
      section = report->sections->pdata[i];
  g_assert_nonnull (section);
  id = section->base.id;
  g_assert_true (trellis_commands_set_text (fixture->store, &trellis_section_type, id, "text",
                                            "One day.\n\nThen came the Zeppelin again.", NULL));
  app_spin (50);
  search (fixture, "zeppelin");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  app_spin (400);

  g_assert_true (is_focused_field (fixture, &trellis_section_type, id, "text"));
  buffer = gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (gtk_root_get_focus (GTK_ROOT (fixture->window))));
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  chosen = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_cmpstr (chosen, ==, "Zeppelin");
}

static void
what_is_nowhere_says_so_and_escape_ends (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  gboolean               handled;

  search (fixture, "zeppelinzeppelin");
  g_assert_cmpuint (count_results (fixture), ==, 0);
  g_assert_true (gtk_widget_get_mapped (app_find_by_label (get_results (fixture), "No Results")));

  g_signal_emit_by_name (get_entry (fixture), "stop-search", &handled);
  app_spin (400);
  g_assert_false (gtk_widget_get_mapped (get_results (fixture)));
  g_assert_nonnull (gtk_root_get_focus (GTK_ROOT (fixture->window)));
}

static void
results_follow_what_changes (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  TrellisComponent      *component = app_fixture_get_report (fixture)->components->pdata[0];
  gint64                 id = component->base.id;

  search (fixture, "zeppelin");
  g_assert_cmpuint (count_results (fixture), ==, 0);
  g_assert_true (trellis_commands_set_text (fixture->store, &trellis_component_type, id, "name",
                                            "Zeppelin", NULL));
  app_spin (100);
  g_assert_cmpuint (count_results (fixture), >=, 1);
  app_fixture_activate (fixture, "win.undo");
  app_spin (100);
  g_assert_cmpuint (count_results (fixture), ==, 0);
}

static void
a_narrow_window_shows_the_results_and_then_the_place (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  TrellisRole           *role = app_fixture_get_report (fixture)->roles->pdata[0];
  g_autofree char       *name = g_strdup (role->name);

  app_fixture_resize (fixture, 360, 640);
  app_fixture_show_page (fixture, "report");
  search (fixture, name);
  g_assert_true (gtk_widget_get_mapped (get_results (fixture)));
  g_assert_cmpuint (count_results (fixture), >=, 1);
  g_signal_emit_by_name (get_entry (fixture), "activate");
  app_spin (600);
  g_assert_nonnull (app_fixture_get_page (fixture));
  g_assert_cmpstr (trellis_window_get_page_name (fixture->window), !=, "report");
}

static void
a_long_report_is_searched_in_steps (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  g_autoptr (GPtrArray)  postings = g_ptr_array_new ();
  g_autofree char       *text = g_strnfill (30000, 'x');

  for (guint i = 0; i < 120; i++)
    {
      TrellisPosting *posting = trellis_record_new (&trellis_posting_type);

      g_set_str (&posting->title, "Airship rigger");
      g_set_str (&posting->text, text);
      g_ptr_array_add (postings, posting);
    }
  g_assert_true (trellis_commands_add_many (
      fixture->store, &trellis_posting_type,
      trellis_session_get_report_id (app_fixture_get_session (fixture)), postings, NULL));
  app_spin (300);
  search (fixture, "airship rigger");
  app_wait_until (count_results (fixture) == 100);
  g_assert_nonnull (app_find_by_label (get_results (fixture), "20 more: use more words."));

  for (guint i = 0; i < postings->len; i++)
    trellis_record_free (&trellis_posting_type, postings->pdata[i]);
}

static void
an_unmet_criterion_leads_to_the_field_that_is_empty (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_with_sample ();
  TrellisPosting        *posting = app_fixture_get_report (fixture)->postings->pdata[1];
  gint64                 id = posting->base.id;

  g_assert_true (trellis_commands_set_text (fixture->store, &trellis_posting_type, id, "link", "",
                                            NULL));
  app_spin (400);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-criterion",
                                             "s", "postings.links"));
  app_spin (400);
  g_assert_cmpstr (trellis_window_get_page_name (fixture->window), ==, "postings");
  g_assert_true (is_focused_field (fixture, &trellis_posting_type, id, "link"));
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

#define ADD(name, test) g_test_add_func ("/search/" name, test)
  ADD ("the-words-lead-to-the-field-that-has-them", the_words_lead_to_the_field_that_has_them);
  ADD ("a-text-section-is-opened-at-the-word", a_text_section_is_opened_at_the_word);
  ADD ("what-is-nowhere-says-so-and-escape-ends", what_is_nowhere_says_so_and_escape_ends);
  ADD ("results-follow-what-changes", results_follow_what_changes);
  ADD ("a-narrow-window-shows-the-results-and-then-the-place",
       a_narrow_window_shows_the_results_and_then_the_place);
  ADD ("a-long-report-is-searched-in-steps", a_long_report_is_searched_in_steps);
  ADD ("an-unmet-criterion-leads-to-the-field-that-is-empty",
       an_unmet_criterion_leads_to_the_field_that_is_empty);
#undef ADD

  return g_test_run ();
}
