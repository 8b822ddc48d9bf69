/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-contradictions.h"
#include "vocabulary-fixture.h"

static TrellisVocabulary *vocabulary;

static void
add_posting (TrellisReport *report,
             const char    *title,
             const char    *skill)
{
  TrellisPosting      *posting = trellis_report_add (report, &trellis_posting_type);
  TrellisPostingSkill *asked = trellis_report_add (report, &trellis_posting_skill_type);

  g_set_str (&posting->title, title);
  g_set_str (&asked->name, skill);
  asked->posting_id = posting->base.id;
}

static TrellisReport *
new_report (void)
{
  TrellisReport *report = trellis_report_new ();

  add_posting (report, "Kotlin developer", "Docker");
  add_posting (report, "Server engineer", "docker");
  add_posting (report, "Tester", "CI/CD");
  add_posting (report, "Tester", "Django");
  return report;
}

static void
claim (TrellisReport   *report,
       TrellisClaimList list,
       const char      *name,
       int              claimed)
{
  TrellisClaim *record = trellis_report_add (report, &trellis_claim_type);

  record->list = (int) list;
  record->claimed = claimed;
  record->base.file = g_intern_string ("a.md");
  record->base.line = 12;
  g_set_str (&record->name, name);
}

/* The one contradiction, or NULL; a claim at a time. */
static TrellisContradiction *
hold (TrellisClaimList list,
      const char      *name,
      int              claimed,
      int              several)
{
  g_autoptr (TrellisReport) report = new_report ();
  g_autoptr (GPtrArray)     found = NULL;

  claim (report, list, name, claimed);
  found = trellis_contradictions_find (report, several, vocabulary);
  g_assert_cmpuint (found->len, <=, 1);
  return found->len == 1 ? g_ptr_array_steal_index (found, 0) : NULL;
}

static void
assert_true (TrellisClaimList list,
             const char      *name,
             int              claimed,
             int              several)
{
  g_assert_null (hold (list, name, claimed, several));
}

static void
assert_wrong (TrellisClaimList list,
              const char      *name,
              int              claimed,
              int              several,
              int              actual,
              const char      *message)
{
  TrellisContradiction *contradiction = hold (list, name, claimed, several);

  g_assert_nonnull (contradiction);
  g_assert_cmpstr (contradiction->skill, ==, name);
  g_assert_cmpint (contradiction->list, ==, list);
  g_assert_cmpint (contradiction->claimed, ==, claimed);
  g_assert_cmpint (contradiction->actual, ==, actual);
  g_assert_cmpuint (contradiction->postings->len, ==, (guint) actual);
  g_assert_cmpstr (contradiction->message, ==, message);
  g_assert_cmpstr (contradiction->file, ==, "a.md");
  g_assert_cmpint (contradiction->line, ==, 12);
  trellis_contradiction_free (contradiction);
}

static void
test_recurring (void)
{
  assert_true (TRELLIS_CLAIM_RECURRING, "DOCKER", 0, 2);
  assert_true (TRELLIS_CLAIM_RECURRING, "Docker", 2, 2);
  assert_true (TRELLIS_CLAIM_RECURRING, "Tester", 2, 2);
  assert_wrong (TRELLIS_CLAIM_RECURRING, "Django", 0, 2, 1,
                "“Django” is listed as recurring, but is in 1 of 4 postings; at least 2 must "
                "ask for it. Named in posting 4.");
  assert_wrong (TRELLIS_CLAIM_RECURRING, "Docker", 0, 3, 2,
                "“Docker” is listed as recurring, but is in 2 of 4 postings; at least 3 must "
                "ask for it. Named in postings 1, 2.");
  assert_wrong (TRELLIS_CLAIM_RECURRING, "Docker", 2, 3, 2,
                "“Docker” is listed as recurring, but is in 2 of 4 postings; at least 3 must "
                "ask for it. Named in postings 1, 2.");
}

static void
test_count (void)
{
  assert_wrong (TRELLIS_CLAIM_RECURRING, "Docker", 3, 2, 2,
                "“Docker” is said to be in 3, but is in 2 of 4 postings. "
                "Named in postings 1, 2.");
}

static void
test_single (void)
{
  assert_true (TRELLIS_CLAIM_SINGLE, "Django", 0, 2);
  assert_true (TRELLIS_CLAIM_SINGLE, "Kotlin", 0, 2);
  assert_wrong (TRELLIS_CLAIM_SINGLE, "Docker", 0, 2, 2,
                "“Docker” is listed as specific to one posting, but is in 2 of 4 postings. "
                "Named in postings 1, 2.");
  assert_wrong (TRELLIS_CLAIM_SINGLE, "Rust", 0, 2, 0,
                "“Rust” is listed as specific to one posting, but is in 0 of 4 postings.");
}

static void
test_alternatives (void)
{
  assert_true (TRELLIS_CLAIM_SINGLE, "FastAPI / Django", 0, 2);
  assert_true (TRELLIS_CLAIM_RECURRING, "CI/CD / Django", 2, 2);
  assert_true (TRELLIS_CLAIM_SINGLE, "CI/CD", 0, 2);
}

static void
test_no_postings (void)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();
  g_autoptr (GPtrArray)     found = NULL;

  claim (report, TRELLIS_CLAIM_RECURRING, "Docker", 4);
  found = trellis_contradictions_find (report, 2, vocabulary);
  g_assert_cmpuint (found->len, ==, 0);
}

/* Django is a kind of Python: to count it, or only those that say Python, are both right. */
static void
test_kinds (void)
{
  static const struct
  {
    TrellisClaimList list;
    int              claimed;
    guint            n_contradictions;
  } cases[] = {
    { TRELLIS_CLAIM_SINGLE, 0, 0 },
    { TRELLIS_CLAIM_RECURRING, 2, 0 },
    { TRELLIS_CLAIM_RECURRING, 3, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrellisReport) report = new_report ();
      g_autoptr (GPtrArray)     found = NULL;

      add_posting (report, "Tester", "Python");
      claim (report, cases[i].list, "Python", cases[i].claimed);
      found = trellis_contradictions_find (report, 2, NULL);
      g_assert_cmpuint (found->len, ==, cases[i].n_contradictions);
    }
}

/* The message about a claim that has @note behind it, or NULL. */
static char *
message_of (TrellisClaimList list,
            const char      *name,
            int              claimed,
            const char      *note)
{
  g_autoptr (TrellisReport) report = new_report ();
  g_autoptr (GPtrArray)     found = NULL;

  claim (report, list, name, claimed);
  g_set_str (&((TrellisClaim *) g_ptr_array_index (report->claims, 0))->note, note);
  found = trellis_contradictions_find (report, 2, vocabulary);
  g_assert_cmpuint (found->len, <=, 1);
  return found->len == 1
             ? g_strdup (((TrellisContradiction *) g_ptr_array_index (found, 0))->message)
             : NULL;
}

static void
test_named (void)
{
  static const struct
  {
    TrellisClaimList list;
    const char      *name;
    int              claimed;
    const char      *note;
    const char      *message;
  } cases[] = {
    { TRELLIS_CLAIM_SINGLE, "Django", 0, "posting 4", NULL },
    { TRELLIS_CLAIM_SINGLE, "Django", 0, "posting 3",
      "“Django” is said to be in posting 3, which does not ask for it. Named in posting 4." },
    { TRELLIS_CLAIM_SINGLE, "Django", 0, "Server engineer",
      "“Django” is said to be in posting 2, which does not ask for it. Named in posting 4." },
    { TRELLIS_CLAIM_SINGLE, "Django", 0, "posting 7",
      "“Django” is said to be in posting 7, but there are 4 postings. Named in posting 4." },
    { TRELLIS_CLAIM_RECURRING, "Docker", 2, "2 of 4: postings 1 and 2", NULL },
    { TRELLIS_CLAIM_RECURRING, "Docker", 2, "2 of 4: postings 1 and 3",
      "“Docker” is said to be in posting 3, which does not ask for it. Named in postings 1, 2." },
    { TRELLIS_CLAIM_RECURRING, "Docker", 2, "2 of 5",
      "“Docker” is said to be in 2 of 5, but there are 4 postings. Named in postings 1, 2." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message
          = message_of (cases[i].list, cases[i].name, cases[i].claimed, cases[i].note);

      g_assert_cmpstr (message, ==, cases[i].message);
    }
}

/* Python may be counted with Django or without, but not in both ways in one report. */
static void
test_both_lists (void)
{
  g_autoptr (TrellisReport) report = new_report ();
  g_autoptr (GPtrArray)     found = NULL;

  add_posting (report, "Tester", "Python");
  claim (report, TRELLIS_CLAIM_RECURRING, "Python", 0);
  claim (report, TRELLIS_CLAIM_SINGLE, "python", 0);
  found = trellis_contradictions_find (report, 2, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (((TrellisContradiction *) g_ptr_array_index (found, 0))->list, ==,
                   TRELLIS_CLAIM_SINGLE);
}

/* Docker and Tester are in two postings each. */
static void
test_several_on_a_line (void)
{
  assert_true (TRELLIS_CLAIM_RECURRING, "Docker, Tester", 0, 2);
  assert_true (TRELLIS_CLAIM_SINGLE, "Django; Kotlin", 0, 2);
  assert_wrong (TRELLIS_CLAIM_SINGLE, "Rust, Scala", 0, 2, 0,
                "“Rust, Scala” is listed as specific to one posting, but is in 0 of 4 postings.");
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  vocabulary = vocabulary_fixture_new ();

  g_test_add_func ("/contradictions/recurring-means-in-several", test_recurring);
  g_test_add_func ("/contradictions/a-stated-count-is-held-against-the-postings", test_count);
  g_test_add_func ("/contradictions/single-means-in-exactly-one", test_single);
  g_test_add_func ("/contradictions/kinds-of-a-skill-may-count-or-not", test_kinds);
  g_test_add_func ("/contradictions/one-of-several-names-is-enough", test_alternatives);
  g_test_add_func ("/contradictions/the-postings-named-are-looked-into", test_named);
  g_test_add_func ("/contradictions/a-skill-is-not-on-both-lists", test_both_lists);
  g_test_add_func ("/contradictions/several-skills-on-a-line-are-each-judged",
                   test_several_on_a_line);
  g_test_add_func ("/contradictions/without-postings-nothing-is-held-against-them",
                   test_no_postings);

  result = g_test_run ();
  trellis_vocabulary_unref (vocabulary);
  return result;
}
