/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-check.h"
#include "trellis-check-links.h"

static TrellisCheck *
check_text (const char *text)
{
  g_autoptr (GPtrArray) outlines
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_outline_free);

  g_ptr_array_add (outlines, trellis_outline_new (text, "report.md"));
  return trellis_check_new (outlines, NULL, NULL, NULL);
}

static void
assert_lint (const char *text, const char *id, int line)
{
  g_autoptr (TrellisCheck) check = check_text (text);
  const TrellisLint       *found = NULL;

  g_test_message ("%s", text);
  for (guint i = 0; i < check->lints->len; i++)
    if (g_str_equal (((TrellisLint *) g_ptr_array_index (check->lints, i))->id, id))
      {
        found = g_ptr_array_index (check->lints, i);
        break;
      }
  if (line == 0)
    {
      g_assert_null (found);
      return;
    }
  g_assert_nonnull (found);
  g_assert_cmpint (found->line, ==, line);
  g_assert_cmpstr (found->file, ==, "report.md");
}

static void
test_lints (void)
{
  assert_lint ("### Skills I already have\n- ...\n", "placeholder", 2);
  assert_lint ("### Role\n<Your role>\n", "placeholder", 2);
  assert_lint ("### Role\nTODO\n", "placeholder", 2);
  assert_lint ("### Role\n<https://hh.ru/vacancy/129300117>\n", "placeholder", 0);
  assert_lint ("### Role\nTodor's helper\n", "placeholder", 0);
  assert_lint ("## Personal reflection\nWhich role did I choose and why?\n", "task-text", 2);
  assert_lint ("### Skills I already have\n\n### Role\nTester\n", "empty-section", 1);
  assert_lint ("### Skills I already have\n- Git\n### Skills I already have\n- C\n",
               "second-section", 3);
  assert_lint ("text\n<!-- open\n", "open-comment", 2);
  assert_lint ("text `<!--` code\n", "open-comment", 0);
  assert_lint ("## Job market snapshot\n- Tester https://hh.ru/vacancy/12345678\n", "invented-link",
               2);
  assert_lint ("## Job market snapshot\n- Tester https://hh.ru/search/vacancy\n", "listing-link",
               2);
  assert_lint ("## Job market snapshot\n- A https://hh.ru/vacancy/129300117\n- B "
               "https://hh.ru/vacancy/129300117\n",
               "repeated-link", 3);
}

static void
test_unknown_sections (void)
{
  assert_lint ("## Components and roles\n- A\n## Whom I envy\nTester\n", "unknown-section", 3);
  assert_lint ("# Quillbox\n\n## Parts and people\n- A\n", "unknown-section", 3);
  /* Titles, roles, entries and what stands within a section are none. */
  assert_lint ("# Quillbox\n\n## Components and roles\n- A\n", "unknown-section", 0);
  assert_lint ("## Components and roles\n### Storage\n- A\n### Role\nTester\n",
               "unknown-section", 0);
  assert_lint ("## Roles and responsibilities\n## Test engineer\nTests.\n", "unknown-section", 0);
  assert_lint ("## Components and roles\n## Web\n- A\n## Store\n- B\n## Search\n- C\n",
               "unknown-section", 0);
}

static void
test_unknown_section_names_what_is_missing (void)
{
  g_autoptr (TrellisCheck) check
      = check_text ("## Components and roles\n- A\n## Duties of the people\n- B\n"
                    "## Market as I saw it\n- C\n");
  const TrellisLint *first = g_ptr_array_index (check->lints, 0);
  const TrellisLint *second = g_ptr_array_index (check->lints, 1);

  g_assert_cmpstr (first->message, ==,
                   "“Duties of the people” is no heading of this template, and “Roles and "
                   "responsibilities” is missing: is it that?");
  g_assert_cmpstr (second->message, ==,
                   "“Market as I saw it” is no heading of this template, and “Job market "
                   "snapshot” is missing: is it that?");
}

static void
test_links_are_named (void)
{
  g_autoptr (TrellisCheck) check = check_text (
      "## Job market snapshot\n- Tester https://hh.ru/vacancy/12345678\n"
      "- Baker https://hh.ru/vacancy/129300117\n"
      "- Coder https://hh.ru/search/vacancy\n- Miner https://hh.ru/vacancy/11223344\n");

  for (guint i = 0; i < check->criteria->len; i++)
    {
      const TrellisCriterion *criterion = g_ptr_array_index (check->criteria, i);

      if (g_str_equal (criterion->id, "postings.links"))
        g_assert_cmpstr (criterion->message, ==,
                         "1 of 4 postings with a direct link: 3 more. Postings 1, 4 have invented "
                         "links. Posting 3 links to a search page.");
    }
}

static const char market[]
    = "## Job market snapshot\n"
      "1. Tester\n   - https://hh.ru/vacancy/129300117\n   - Git, SQL, C\n"
      "2. Coder\n   - https://hh.ru/vacancy/130811945\n   - Git, Rust, Linux\n";

static void
test_contradictions (void)
{
  g_autofree char *text = g_strconcat (
      market,
      "### Skills that appear in several postings\n- Git (2 of 2)\n- SQL (2 of 2)\n"
      "### Skills specific to a single posting\n- Rust (posting 2)\n- Git (posting 1)\n",
      NULL);
  g_autoptr (TrellisCheck)    check = check_text (text);
  const TrellisContradiction *first;
  const TrellisContradiction *second;

  g_assert_cmpuint (check->contradictions->len, ==, 2);
  first = g_ptr_array_index (check->contradictions, 0);
  second = g_ptr_array_index (check->contradictions, 1);
  g_assert_cmpstr (first->skill, ==, "SQL");
  g_assert_cmpint (first->claimed, ==, 2);
  g_assert_cmpint (first->actual, ==, 1);
  g_assert_cmpint (first->line, ==, 10);
  g_assert_cmpstr (first->file, ==, "report.md");
  g_assert_cmpstr (second->skill, ==, "Git");
  g_assert_cmpint (second->list, ==, TRELLIS_CLAIM_SINGLE);
}

static void
test_sample (void)
{
  static const char *const files[] = { "roles-and-skills.md", "me-and-market.md" };
  static const char *const templates[] = { "two-file", "classic" };
  g_autoptr (GPtrArray)    outlines
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_outline_free);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path
          = g_test_build_filename (G_TEST_DIST, "..", "resources", "sample", files[i], NULL);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_ptr_array_add (outlines, trellis_outline_new (text, files[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_autoptr (TrellisCheck) check
          = trellis_check_new (outlines, trellis_template_get (templates[i]), NULL, NULL);

      g_assert_cmpuint (check->contradictions->len, ==, 0);
      g_assert_cmpuint (check->lints->len, ==, 0);
      for (guint j = 0; j < check->criteria->len; j++)
        {
          const TrellisCriterion *criterion = g_ptr_array_index (check->criteria, j);

          g_test_message ("%s: %s", templates[i], criterion->message);
          g_assert_cmpint (criterion->status, !=, TRELLIS_CRITERION_UNMET);
        }
    }
}

static void
test_empty (void)
{
  g_autoptr (TrellisCheck) check = check_text ("");

  g_assert_cmpstr (check->layout->id, ==, "classic");
  g_assert_cmpint (check->figures.components, ==, 0);
  g_assert_cmpuint (check->criteria->len, >, 0);
}

/* One long line, or many short ones, of what is most work: ten times the text, far from a hundred
 * times the time. */
static void
test_linear (void)
{
  static const char *const patterns[] = {
    "- a\n",
    "**a**\n",
    "# a\n",
    "| a | b |\n",
    "a. ",
    "1/",
    "[a](b ",
    "https://hh.ru/vacancy/129300117\n",
    " \u2014 ",
    "(",
    "a, ",
    "- Git (posting 1)\n",
  };
  static const char *const headings[] = {
    "## Components and roles\n",
    "## Roles and responsibilities\n",
    "## Job market snapshot\n",
    "### Skills specific to a single posting\n",
    "## Personal reflection\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      double seconds[2];

      for (guint size = 0; size < 2; size++)
        {
          g_autoptr (GString)      text = g_string_new (NULL);
          g_autoptr (TrellisCheck) check = NULL;

          for (guint j = 0; j < G_N_ELEMENTS (headings); j++)
            {
              g_string_append (text, headings[j]);
              for (gsize n = 0; n < (size == 0 ? 1500u : 15000u); n += strlen (patterns[i]))
                g_string_append (text, patterns[i]);
              g_string_append_c (text, '\n');
            }
          g_test_timer_start ();
          check = check_text (text->str);
          seconds[size] = g_test_timer_elapsed ();
        }
      g_test_message ("%s: %f s, %f s", patterns[i], seconds[0], seconds[1]);
      g_assert_cmpfloat (seconds[1], <, MAX (seconds[0], 0.01) * 40);
    }
}

static void
test_links_are_explained (void)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();
  TrellisPosting           *posting = trellis_report_add (report, &trellis_posting_type);

  g_assert_null (trellis_check_explain_link (report, posting));
  g_set_str (&posting->link, "https://jobs.lanternboard.org/vacancy/48317205");
  g_assert_null (trellis_check_explain_link (report, posting));
  g_set_str (&posting->link, "https://jobs.lanternboard.org/search?text=rust");
  g_assert_nonnull (strstr (trellis_check_explain_link (report, posting), "search page"));
  g_set_str (&posting->link, "https://jobs.lanternboard.org/vacancy/123456789");
  g_assert_nonnull (strstr (trellis_check_explain_link (report, posting), "made up"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/notes-what-is-worth-a-look", test_lints);
  g_test_add_func ("/check/postings-without-a-direct-link-are-named", test_links_are_named);
  g_test_add_func ("/check/a-link-that-is-not-direct-is-explained", test_links_are_explained);
  g_test_add_func ("/check/notes-headings-that-no-section-has", test_unknown_sections);
  g_test_add_func ("/check/an-unknown-heading-is-told-what-is-missing",
                   test_unknown_section_names_what_is_missing);
  g_test_add_func ("/check/lists-are-held-against-the-postings", test_contradictions);
  g_test_add_func ("/check/the-sample-meets-every-criterion", test_sample);
  g_test_add_func ("/check/an-empty-report-is-judged-too", test_empty);
  g_test_add_func ("/check/time-is-linear", test_linear);
  return g_test_run ();
}
