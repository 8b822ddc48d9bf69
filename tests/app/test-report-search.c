/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-search.h"

#include <string.h>

static TrellisReport *
create_report (void)
{
  TrellisReport    *report = trellis_report_new ();
  TrellisComponent *component = trellis_report_add (report, &trellis_component_type);
  TrellisStanding  *standing = trellis_report_add (report, &trellis_standing_type);
  TrellisPosting   *posting = trellis_report_add (report, &trellis_posting_type);
  TrellisSection   *section = trellis_report_add (report, &trellis_section_type);

  g_set_str (&component->name, "Ticket Office");
  g_set_str (&component->description, "Sells tickets.\n\nTalks to the **payment** gateway.");
  g_set_str (&standing->name, "Тестирование");
  g_set_str (&standing->note, "Писал проверки для ЁЛКИ");
  g_set_str (&posting->title, "Backend Developer");
  g_set_str (&posting->employer, "Harbour Works");
  g_set_str (&posting->source, "ticket machine");
  g_set_str (&posting->text, "We sell ferry tickets.\nYou know payment systems and queues.");
  section->kind = TRELLIS_SECTION_REFLECTION;
  g_set_str (&section->heading, "Reflection");
  g_set_str (&section->text, "I was surprised.");
  return report;
}

static GPtrArray *
find (const char *words)
{
  g_autoptr (TrellisReport) report = create_report ();

  return trellis_report_search (report, words);
}

static void
nothing_is_found_without_words (void)
{
  static const char *const empty[] = { "", "  ", "\t\n", "\u200b" };

  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      g_autoptr (GPtrArray) hits = find (empty[i]);

      g_assert_cmpuint (hits->len, ==, 0);
    }
}

static void
case_and_width_do_not_matter (void)
{
  g_autoptr (GPtrArray) latin = find ("ｔＩＣＫＥＴ oFFice");
  g_autoptr (GPtrArray) cyrillic = find ("ёлки");

  g_assert_cmpuint (latin->len, ==, 1);
  g_assert_cmpstr (((TrellisHit *) latin->pdata[0])->title, ==, "Ticket Office");
  g_assert_null (((TrellisHit *) latin->pdata[0])->excerpt);
  g_assert_cmpuint (cyrillic->len, ==, 1);
  g_assert_cmpstr (((TrellisHit *) cyrillic->pdata[0])->field, ==, "note");
  g_assert_nonnull (strstr (((TrellisHit *) cyrillic->pdata[0])->excerpt, "ЁЛКИ"));
}

static void
all_words_must_stand_in_the_record_though_not_together (void)
{
  g_autoptr (GPtrArray) both = find ("queues harbour");
  g_autoptr (GPtrArray) one = find ("queues lighthouse");

  g_assert_cmpuint (both->len, ==, 1);
  g_assert_true (((TrellisHit *) both->pdata[0])->type == &trellis_posting_type);
  g_assert_cmpstr (((TrellisHit *) both->pdata[0])->field, ==, "text");
  g_assert_cmpuint (one->len, ==, 0);
}

static void
hits_come_in_the_order_of_the_pages (void)
{
  g_autoptr (GPtrArray) hits = find ("payment");

  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_true (((TrellisHit *) hits->pdata[0])->type == &trellis_component_type);
  g_assert_true (((TrellisHit *) hits->pdata[1])->type == &trellis_posting_type);
}

static void
what_nobody_wrote_is_not_searched (void)
{
  g_autoptr (GPtrArray) hits = find ("machine");

  g_assert_cmpuint (hits->len, ==, 0);
}

static void
a_posting_is_found_by_its_skills_but_once (void)
{
  g_autoptr (TrellisReport) report = create_report ();
  TrellisPosting           *posting = report->postings->pdata[0];
  g_autoptr (GPtrArray)     by_skill = NULL;
  g_autoptr (GPtrArray)     by_both = NULL;
  static const char *const  names[] = { "Rust", "Rust macros", "Queues" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      TrellisPostingSkill *skill = trellis_report_add (report, &trellis_posting_skill_type);

      skill->posting_id = posting->base.id;
      g_set_str (&skill->name, names[i]);
    }

  by_skill = trellis_report_search (report, "rust");
  by_both = trellis_report_search (report, "queues");
  g_assert_cmpuint (by_skill->len, ==, 1);
  g_assert_true (((TrellisHit *) by_skill->pdata[0])->type == &trellis_posting_type);
  g_assert_cmpint (((TrellisHit *) by_skill->pdata[0])->id, ==, posting->base.id);
  g_assert_cmpstr (((TrellisHit *) by_skill->pdata[0])->excerpt, ==, "Rust");
  g_assert_cmpuint (by_both->len, ==, 1);
}

static void
an_excerpt_is_the_line_around_the_word (void)
{
  g_autoptr (TrellisReport) report = create_report ();
  TrellisSection           *section = report->sections->pdata[0];
  g_autoptr (GPtrArray)     hits = NULL;
  const char               *excerpt;

  g_set_str (&section->text, "First line.\n"
                             "It took me a long time to see that a harbour pilot needs a lamp.\n"
                             "Last line.");
  hits = trellis_report_search (report, "PILOT");
  g_assert_cmpuint (hits->len, ==, 1);
  excerpt = ((TrellisHit *) hits->pdata[0])->excerpt;
  g_assert_true (g_str_has_prefix (excerpt, "…"));
  g_assert_true (g_str_has_suffix (excerpt, "pilot needs a lamp."));
  g_assert_cmpuint (strlen (excerpt), <, 60);
}

static char *
create_random_text (void)
{
  static const char *const bits[] = {
    "a", "b ", "ё", "\n", "ﬁ", "İ", "Ж", "…", "é", "\u00ad", " "
  };
  GString *text = g_string_new (NULL);
  int      n = g_test_rand_int_range (0, 80);

  for (int i = 0; i < n; i++)
    g_string_append (text, bits[g_test_rand_int_range (0, G_N_ELEMENTS (bits))]);
  return g_string_free_and_steal (text);
}

/* Whatever the letters: excerpts are whole characters, and steps of any size find the same. */
static void
steps_of_any_size_find_the_same_in_any_text (void)
{
  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (TrellisReport)       report = create_report ();
      TrellisSection                 *section = report->sections->pdata[0];
      g_autofree char                *words = create_random_text ();
      g_autoptr (GPtrArray)           whole = NULL;
      g_autoptr (TrellisReportSearch) search = NULL;

      g_free (section->text);
      section->text = create_random_text ();
      words[MIN (strlen (words), 1)] = '\0';
      if (!g_utf8_validate (words, -1, NULL))
        continue;

      whole = trellis_report_search (report, words);
      search = trellis_report_search_new (report, words, 1);
      while (trellis_report_search_step (search, 1))
        ;
      g_assert_cmpuint (trellis_report_search_get_n_found (search), ==, whole->len);
      g_assert_cmpuint (trellis_report_search_get_hits (search)->len, ==, MIN (whole->len, 1));
      for (guint j = 0; j < whole->len; j++)
        if (((TrellisHit *) whole->pdata[j])->excerpt != NULL)
          g_assert_true (g_utf8_validate (((TrellisHit *) whole->pdata[j])->excerpt, -1, NULL));
    }
}

/* Twice the text takes about twice the time: here only that a long line ends at all. */
static void
a_very_long_line_is_searched_at_once (void)
{
  g_autoptr (TrellisReport) report = create_report ();
  TrellisPosting           *posting = report->postings->pdata[0];
  g_autofree char          *text = g_strnfill (4 * 1024 * 1024, 'x');
  g_autoptr (GPtrArray)     hits = NULL;
  gint64                    start = g_get_monotonic_time ();

  memcpy (text + 3 * 1024 * 1024, " lantern ", 9);
  g_free (posting->text);
  posting->text = g_steal_pointer (&text);
  hits = trellis_report_search (report, "lantern");
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add_func ("/report-search/" name, test)
  ADD ("nothing-is-found-without-words", nothing_is_found_without_words);
  ADD ("case-and-width-do-not-matter", case_and_width_do_not_matter);
  ADD ("all-words-must-stand-in-the-record-though-not-together",
       all_words_must_stand_in_the_record_though_not_together);
  ADD ("hits-come-in-the-order-of-the-pages", hits_come_in_the_order_of_the_pages);
  ADD ("what-nobody-wrote-is-not-searched", what_nobody_wrote_is_not_searched);
  ADD ("a-posting-is-found-by-its-skills-but-once", a_posting_is_found_by_its_skills_but_once);
  ADD ("an-excerpt-is-the-line-around-the-word", an_excerpt_is_the_line_around_the_word);
  ADD ("steps-of-any-size-find-the-same-in-any-text", steps_of_any_size_find_the_same_in_any_text);
  ADD ("a-very-long-line-is-searched-at-once", a_very_long_line_is_searched_at_once);
#undef ADD

  return g_test_run ();
}
