/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Postings that come twice, by link or by nearly the same text, and those that only look so. */

#include "fixture.h"
#include "trellis-posting-index.h"
#include "trellis-posting-same.h"
#include "trellis-postings-import.h"

static TrellisPostingFound *
make (const char *title,
      const char *employer,
      const char *link,
      const char *text)
{
  TrellisPostingFound *found = trellis_posting_found_new ("text");

  trellis_posting_found_set_line (&found->title, title);
  trellis_posting_found_set_line (&found->employer, employer);
  trellis_posting_found_set_link (found, link);
  trellis_posting_found_set_text (found, text);
  return found;
}

/* Also by the index, which must say the same. */
static gboolean
is_same (TrellisPostingFound *a,
         TrellisPostingFound *b)
{
  g_autoptr (TrellisPostingIndex) index = trellis_posting_index_new ();
  gboolean                        same = trellis_posting_is_same (a, b);

  g_assert_true (trellis_posting_is_same (b, a) == same);
  trellis_posting_index_add (index, a);
  g_assert_cmpint (trellis_posting_index_find (index, b), ==, same ? 0 : -1);
  trellis_posting_found_free (b);
  return same;
}

#define FIRM                                                                                      \
  "The Yard has built and mended ships since the harbour was dug, and its boats sail on every "   \
  "sea that has a name and on some that have none. We offer a bunk, three meals a day, a share "  \
  "of every voyage, a doctor for the crew and their kin, a school for those who wish to learn, "  \
  "and thirty days on land each year. Whoever comes to us stays: half of the crew has been with " \
  "us "                                                                                           \
  "for ten years, and some for thirty, and their children learn to sail before they learn to "    \
  "read. "

static void
the_same_link_is_the_same_posting (void)
{
  static const char *const links[] = {
    "https://yard.org/jobs/7",
    "https://yard.org/jobs/7/?utm_source=x",
    "http://yard.org/jobs/7",
    "https://www.yard.org/jobs/7#apply",
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    g_assert_true (is_same (make ("Rigger", "", links[0], "We rig."),
                            make ("Rigger of ships", "", links[i], "We rig, and more.")));
  g_assert_false (is_same (make ("Rigger", "", links[0], "We rig."),
                           make ("Rigger", "", "https://yard.org/jobs/8", "We mend.")));
}

/* Copied in May and in June, from two sites: dates, counters and feet differ. */
static void
nearly_the_same_text_is_the_same_posting (void)
{
  g_assert_true (is_same (
      make ("Rigger", "Yard", "https://yard.org/jobs/7",
            FIRM "You splice rope and wire. Published on 4 May 2026. 12 people look at it."),
      make ("Rigger (Veles)", "The Yard", "https://jobs.harbour.org/112233",
            FIRM "You splice rope and wire. Published on 27 June 2026. 340 people look at it.")));
}

/* A firm says of itself the same under all its postings. */
static void
two_postings_of_one_firm_are_two (void)
{
  static const char *const titles[][2] = {
    { "Go developer", "Java developer" },
    { "Junior Go developer", "Senior Go developer" },
    { "Rigger", "Cook" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *one = g_strconcat (FIRM, "You are a good ", titles[i][0], ".", NULL);
      g_autofree char *two = g_strconcat (FIRM, "You are a good ", titles[i][1], ".", NULL);

      g_assert_false (is_same (make (titles[i][0], "Yard", "https://yard.org/jobs/7", one),
                               make (titles[i][1], "Yard", "https://yard.org/jobs/8", two)));
    }
}

/* One title, one firm, and yet another job. */
static void
the_same_title_alone_is_not_the_same (void)
{
  g_assert_false (is_same (
      make ("Developer", "Yard", "https://yard.org/jobs/7",
            FIRM "You write the program that weighs cargo: Rust, PostgreSQL, and a good deal of "
                 "statistics, in a crew of four who meet each morning on the north pier. You have "
                 "done so for three years, and tell us in the first letter where and with whom."),
      make ("Developer", "Yard", "https://yard.org/jobs/8",
            FIRM "You draw the charts that pilots read: TypeScript, maps, colours for the night "
                 "and for those who see them differently, from home if you like. We ask for no "
                 "years, only for something that you have drawn, and an hour to talk about it.")));
}

/* A site that gives them two addresses takes them for two; it takes more to say that it is wrong.
 */
static void
two_addresses_of_one_site_speak_for_two (void)
{
  static const char *const links[] = { "https://yard.org/jobs/8", "https://jobs.org/8" };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    g_assert_true (
        is_same (make ("Developer", "Yard", "https://yard.org/jobs/7",
                       FIRM "You write, alone, for the crew of the north pier: Rust and SQL."),
                 make ("Developer", "Yard", links[i],
                       FIRM "You draw, with others, for those of the south quay: Java and Git."))
        == (i == 1));
}

static void
short_texts_are_the_same_by_everything (void)
{
  g_assert_true (is_same (make ("Rigger", "Yard", "", "We rig."),
                          make ("rigger ", "YARD", "", "We  rig.")));
  g_assert_false (is_same (make ("Rigger", "Yard", "", "We rig."),
                           make ("Rigger", "Mill", "", "We rig.")));
  g_assert_false (is_same (make ("Rigger", "Yard", "", ""), make ("Rigger", "Yard", "", "")));
}

static char *
make_text (GRand *rand,
           int    seed)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < 60; i++)
    g_string_append_printf (text, "word%d ", seed * 1000 + i);
  /* Some words are others: of the copies, and of the near copies. */
  for (int i = g_rand_int_range (rand, 0, 30); i > 0; i--)
    g_string_append_printf (text, "other%d ", g_rand_int_range (rand, 0, 100000));
  return g_string_free_and_steal (text);
}

static void
the_index_finds_what_a_look_at_each_finds (void)
{
  g_autoptr (GRand)               rand = g_rand_new_with_seed (20260504);
  g_autoptr (TrellisPostingIndex) index = trellis_posting_index_new ();
  g_autoptr (GPtrArray)           known = g_ptr_array_new ();
  guint                           n_same = 0;

  for (int i = 0; i < 300; i++)
    {
      g_autofree char     *text = make_text (rand, i % 60);
      TrellisPostingFound *found = trellis_posting_found_new ("text");
      int                  expected = -1;

      trellis_posting_found_set_text (found, text);
      for (guint j = 0; j < known->len && expected < 0; j++)
        if (trellis_posting_is_same (found, known->pdata[j]))
          expected = (int) j;

      g_assert_true ((trellis_posting_index_find (index, found) >= 0) == (expected >= 0));
      n_same += expected >= 0;
      g_ptr_array_add (known, found);
      trellis_posting_index_add (index, found);
    }
  g_assert_cmpuint (n_same, >, 20);
  g_assert_cmpuint (n_same, <, 280);
}

static void
the_postings_of_a_report_are_compared (void)
{
  static const char *const texts[]
      = { "We keep the ferry timetable. You write Rust for the ticket gates, care for the "
          "database of crossings, and answer the harbour's radio when the tide is late again.",
          "A quiet archive looks for somebody who likes old maps, and who would rather write "
          "a good test than a long letter; Python, a scanner and patience are what it takes.",
          "We keep the ferry timetable. You write Rust for the ticket gates, care for the "
          "database of crossings, and answer the harbour's radio when the tide is late again!" };
  g_autoptr (TrellisReport) report = trellis_report_new ();
  TrellisPosting           *postings[3];

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      postings[i] = trellis_report_add (report, &trellis_posting_type);
      postings[i]->position = (int) i + 1;
      g_set_str (&postings[i]->text, texts[i]);
    }
  g_assert_true (trellis_postings_find_same (report, postings[0]) == postings[2]);
  g_assert_true (trellis_postings_find_same (report, postings[2]) == postings[0]);
  g_assert_null (trellis_postings_find_same (report, postings[1]));

  g_set_str (&postings[1]->link, "https://jobs.lanternboard.org/vacancy/48317205?from=mail");
  g_set_str (&postings[0]->link, "https://jobs.lanternboard.org/vacancy/48317205");
  g_assert_true (trellis_postings_find_same (report, postings[1]) == postings[0]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/posting/same/the-same-link-is-the-same-posting",
                   the_same_link_is_the_same_posting);
  g_test_add_func ("/posting/same/nearly-the-same-text-is-the-same-posting",
                   nearly_the_same_text_is_the_same_posting);
  g_test_add_func ("/posting/same/two-postings-of-one-firm-are-two",
                   two_postings_of_one_firm_are_two);
  g_test_add_func ("/posting/same/the-same-title-alone-is-not-the-same",
                   the_same_title_alone_is_not_the_same);
  g_test_add_func ("/posting/same/two-addresses-of-one-site-speak-for-two",
                   two_addresses_of_one_site_speak_for_two);
  g_test_add_func ("/posting/same/short-texts-are-the-same-by-everything",
                   short_texts_are_the_same_by_everything);
  g_test_add_func ("/posting/same/the-index-finds-what-a-look-at-each-finds",
                   the_index_finds_what_a_look_at_each_finds);

  g_test_add_func ("/posting/same/the-postings-of-a-report-are-compared",
                   the_postings_of_a_report_are_compared);

  return g_test_run ();
}
