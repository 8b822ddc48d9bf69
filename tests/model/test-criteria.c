/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-criteria.h"

/* What a report that meets every rule of both templates counts. */
static TrellisFigures
complete (void)
{
  return (TrellisFigures) {
    .components = 6,
    .components_with_role = 6,
    .roles_described = 5,
    .roles_described_in_matrix = 5,
    .common_skills = 4,
    .role_stated = 1,
    .role_reason = 1,
    .role_reasons = 2,
    .skills_have = 4,
    .skills_have_with_level = 4,
    .skills_lack = 5,
    .skills_lack_with_reason = 5,
    .challenging_marked = 1,
    .postings = 5,
    .postings_with_title = 5,
    .postings_with_direct_link = 5,
    .postings_with_3_to_5_skills = 5,
    .recurring = 3,
    .recurring_counted = 3,
    .recurring_ranked = 1,
    .single = 2,
    .single_naming_posting = 2,
    .reflection_sentences = 8,
    .improve_skills = 1,
    .improve_with_reason = 1,
  };
}

static TrellisCriterion *
find (GPtrArray  *criteria,
      const char *id)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      TrellisCriterion *criterion = g_ptr_array_index (criteria, i);

      if (g_str_equal (criterion->id, id))
        return criterion;
    }

  g_error ("there is no criterion %s", id);
}

static void
assert_judged (const char            *layout,
               const TrellisFigures  *figures,
               const char            *id,
               TrellisCriterionStatus status,
               const char            *message)
{
  g_autoptr (GPtrArray)   criteria = trellis_criteria_evaluate (trellis_template_get (layout),
                                                                figures, NULL);
  const TrellisCriterion *criterion = find (criteria, id);

  g_assert_cmpstr (criterion->message, ==, message);
  g_assert_cmpint (criterion->status, ==, status);
}

static void
test_complete (void)
{
  const char *const *ids = trellis_template_list ();
  TrellisFigures     figures = complete ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) criteria
          = trellis_criteria_evaluate (trellis_template_get (ids[i]), &figures, NULL);
      guint n_judge = 0;

      for (guint j = 0; j < criteria->len; j++)
        {
          const TrellisCriterion *criterion = g_ptr_array_index (criteria, j);

          n_judge += criterion->status == TRELLIS_CRITERION_JUDGE;
          if (criterion->status == TRELLIS_CRITERION_UNMET)
            g_error ("%s, %s: %s", ids[i], criterion->id, criterion->message);
        }
      g_assert_cmpuint (n_judge, ==, 3);
    }
}

static void
test_empty (void)
{
  const char *const *ids = trellis_template_list ();
  TrellisFigures     figures = { 0 };

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) criteria
          = trellis_criteria_evaluate (trellis_template_get (ids[i]), &figures, NULL);

      /* Where nothing is, nothing is left over either. */
      for (guint j = 0; j < criteria->len; j++)
        {
          const TrellisCriterion *criterion = g_ptr_array_index (criteria, j);

          g_assert_true ((criterion->status == TRELLIS_CRITERION_MET)
                         == g_str_equal (criterion->id, "report.finished"));
        }
    }
}

static void
test_left_over (void)
{
  TrellisFigures        figures = { .placeholders = 3 };
  g_autoptr (GPtrArray) criteria
      = trellis_criteria_evaluate (trellis_template_get ("classic"), &figures, NULL);
  const TrellisCriterion *criterion = find (criteria, "report.finished");

  g_assert_cmpint (criterion->status, ==, TRELLIS_CRITERION_UNMET);
  g_assert_cmpstr (criterion->message, ==,
                   "Placeholders and lines of the task: 3; there must be none.");
}

/* The bounds of both templates, one figure at a time: what is met, and what stands next to it. */
static const struct
{
  const char *layout;
  const char *id;
  const char *figure;
  int         least, most; /* -1: none */
} bounds[] = {
  { "classic", "components.count", "components", 5, -1 },
  { "classic", "roles.count", "roles_described", 5, -1 },
  { "classic", "common.count", "common_skills", 1, -1 },
  { "classic", "role.stated", "role_stated", 1, -1 },
  { "classic", "role.reason", "role_reason", 1, -1 },
  { "classic", "have.count", "skills_have", 1, -1 },
  { "classic", "lack.count", "skills_lack", 4, 5 },
  { "classic", "postings.count", "postings", 5, 7 },
  { "classic", "recurring.count", "recurring", 3, 5 },
  { "classic", "single.count", "single", 2, 5 },
  { "classic", "reflection.sentences", "reflection_sentences", 5, 10 },
  { "two-file", "components.count", "components", 5, -1 },
  { "two-file", "roles.count", "roles_described", 5, -1 },
  { "two-file", "role.reason", "role_reasons", 1, 3 },
  { "two-file", "have.count", "skills_have", 3, 5 },
  { "two-file", "lack.count", "skills_lack", 4, 5 },
  { "two-file", "lack.challenging", "challenging_marked", 1, -1 },
  { "two-file", "postings.count", "postings", 5, 7 },
  { "two-file", "recurring.count", "recurring", 3, 5 },
  { "two-file", "recurring.ranked", "recurring_ranked", 1, -1 },
  { "two-file", "single.count", "single", 2, 5 },
  { "two-file", "reflection.sentences", "reflection_sentences", 5, 10 },
  { "two-file", "improve.count", "improve_skills", 1, 2 },
};

static gboolean
is_met_with (const char *layout,
             const char *id,
             const char *figure,
             int         value)
{
  TrellisFigures        figures = complete ();
  g_autoptr (GPtrArray) criteria = NULL;

  *(int *) (gpointer) ((char *) &figures + trellis_figure_find (figure)->offset) = value;
  criteria = trellis_criteria_evaluate (trellis_template_get (layout), &figures, NULL);
  g_assert_cmpint (find (criteria, id)->found, ==, value);
  return find (criteria, id)->status == TRELLIS_CRITERION_MET;
}

static void
test_bounds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      g_assert_false (
          is_met_with (bounds[i].layout, bounds[i].id, bounds[i].figure, bounds[i].least - 1));
      g_assert_true (
          is_met_with (bounds[i].layout, bounds[i].id, bounds[i].figure, bounds[i].least));
      if (bounds[i].most < 0)
        g_assert_true (is_met_with (bounds[i].layout, bounds[i].id, bounds[i].figure, 10000));
      else
        {
          g_assert_true (
              is_met_with (bounds[i].layout, bounds[i].id, bounds[i].figure, bounds[i].most));
          g_assert_false (
              is_met_with (bounds[i].layout, bounds[i].id, bounds[i].figure, bounds[i].most + 1));
        }
    }
}

/* What must be so for each of something. */
static const struct
{
  const char *layout;
  const char *id;
  const char *figure;
} alls[] = {
  { "classic", "components.roles", "components_with_role" },
  { "classic", "roles.in-matrix", "roles_described_in_matrix" },
  { "classic", "postings.titles", "postings_with_title" },
  { "classic", "postings.links", "postings_with_direct_link" },
  { "classic", "postings.skills", "postings_with_3_to_5_skills" },
  { "two-file", "have.levels", "skills_have_with_level" },
  { "two-file", "lack.reasons", "skills_lack_with_reason" },
  { "two-file", "postings.links", "postings_with_direct_link" },
  { "two-file", "recurring.counts", "recurring_counted" },
  { "two-file", "single.named", "single_naming_posting" },
  { "two-file", "improve.reasons", "improve_with_reason" },
};

static void
test_all (void)
{
  TrellisFigures figures = complete ();

  for (guint i = 0; i < G_N_ELEMENTS (alls); i++)
    {
      int all = trellis_figure_get (trellis_figure_find (alls[i].figure), &figures);

      g_assert_true (is_met_with (alls[i].layout, alls[i].id, alls[i].figure, all));
      g_assert_false (is_met_with (alls[i].layout, alls[i].id, alls[i].figure, all - 1));
    }
}

static void
test_words (void)
{
  TrellisFigures figures = complete ();

  assert_judged ("classic", &figures, "postings.count", TRELLIS_CRITERION_MET,
                 "5 of 5–7 postings.");
  assert_judged ("classic", &figures, "components.count", TRELLIS_CRITERION_MET,
                 "6 of at least 5 components.");
  assert_judged ("classic", &figures, "postings.links", TRELLIS_CRITERION_MET,
                 "5 of 5 postings with a direct link.");
  assert_judged ("classic", &figures, "recurring.true", TRELLIS_CRITERION_MET,
                 "3 skills, borne out by the postings.");
  assert_judged ("classic", &figures, "role.stated", TRELLIS_CRITERION_MET,
                 "There: the chosen role.");
  assert_judged ("classic", &figures, "reflection.genuine", TRELLIS_CRITERION_JUDGE,
                 "A genuine reflection.");

  figures.postings = 4;
  figures.postings_with_direct_link = 1;
  figures.reflection_sentences = 12;
  figures.role_stated = 0;
  assert_judged ("classic", &figures, "postings.count", TRELLIS_CRITERION_UNMET,
                 "4 of 5–7 postings: 1 more.");
  assert_judged ("classic", &figures, "postings.links", TRELLIS_CRITERION_UNMET,
                 "1 of 4 postings with a direct link: 3 more.");
  assert_judged ("classic", &figures, "reflection.sentences", TRELLIS_CRITERION_UNMET,
                 "12 of 5–10 sentences: 2 too many.");
  assert_judged ("classic", &figures, "role.stated", TRELLIS_CRITERION_UNMET,
                 "Missing: the chosen role.");

  figures.postings = figures.postings_with_direct_link = 0;
  assert_judged ("classic", &figures, "postings.links", TRELLIS_CRITERION_UNMET,
                 "Missing: a direct link for every posting.");
}

static void
test_contradiction (void)
{
  g_autoptr (GPtrArray) contradictions
      = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_contradiction_free);
  g_autoptr (GPtrArray) criteria = NULL;
  TrellisContradiction *contradiction = g_new0 (TrellisContradiction, 1);
  TrellisFigures        figures = complete ();

  contradiction->list = TRELLIS_CLAIM_SINGLE;
  contradiction->postings = g_array_new (FALSE, FALSE, sizeof (int));
  g_ptr_array_add (contradictions, contradiction);
  criteria = trellis_criteria_evaluate (trellis_template_get ("two-file"), &figures,
                                        contradictions);

  g_assert_cmpint (find (criteria, "single.true")->status, ==, TRELLIS_CRITERION_UNMET);
  g_assert_cmpstr (find (criteria, "single.true")->message, ==, "The postings contradict 1 skill.");
  g_assert_cmpint (find (criteria, "single.count")->status, ==, TRELLIS_CRITERION_MET);
  g_assert_cmpint (find (criteria, "recurring.true")->status, ==, TRELLIS_CRITERION_MET);
}

/* A list that nothing can contradict is not borne out either. */
static void
test_no_evidence (void)
{
  TrellisFigures figures = complete ();

  figures.postings = 0;
  assert_judged ("classic", &figures, "recurring.true", TRELLIS_CRITERION_UNMET,
                 "Missing: skills that 2 postings or more really ask for.");
}

/* Every sentence of both templates, for nothing, for all that is asked, and for too much. */
static void
test_languages (void)
{
  const char *const *ids = trellis_template_list ();
  TrellisFigures     figures[] = { { 0 }, complete (), complete (), { .postings = 3 } };

  figures[2].postings = figures[2].skills_have = 40;
  for (guint i = 0; ids[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (figures); j++)
      {
        g_autoptr (GPtrArray) criteria
            = trellis_criteria_evaluate (trellis_template_get (ids[i]), &figures[j], NULL);

        for (guint k = 0; k < criteria->len; k++)
          {
            g_autofree char *english = trellis_criterion_word (criteria->pdata[k], "en-GB");
            g_autofree char *russian = trellis_criterion_word (criteria->pdata[k], "ru");
            g_autofree char *german = trellis_criterion_word (criteria->pdata[k], "de");

            g_assert_cmpstr (english, ==, german);
            g_assert_cmpstr (english, ==, ((TrellisCriterion *) criteria->pdata[k])->message);
            g_assert_true (g_str_has_suffix (russian, "."));
            for (const char *p = english; *p != '\0'; p = g_utf8_next_char (p))
              g_assert_cmpint (g_unichar_get_script (g_utf8_get_char (p)), !=,
                               G_UNICODE_SCRIPT_CYRILLIC);
            for (const char *p = russian; *p != '\0'; p++)
              g_assert_false (g_ascii_isalpha (*p));
          }
      }
}

static void
test_russian_plurals (void)
{
  static const struct
  {
    int         n;
    const char *noun;
  } counts[] = {
    { 1, "1 навык." },
    { 2, "2 навыка." },
    { 4, "4 навыка." },
    { 5, "5 навыков." },
    { 11, "11 навыков." },
    { 14, "14 навыков." },
    { 21, "21 навык." },
    { 22, "22 навыка." },
  };
  TrellisFigures        figures = complete ();
  g_autoptr (GPtrArray) criteria
      = trellis_criteria_evaluate (trellis_template_get ("classic"), &figures, NULL);
  TrellisCriterion *criterion = find (criteria, "recurring.true");

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *sentence = NULL;

      criterion->found = counts[i].n;
      sentence = trellis_criterion_word (criterion, "ru");
      g_assert_true (g_str_has_prefix (sentence, "Вакансии подтверждают "));
      g_assert_true (g_str_has_suffix (sentence, counts[i].noun));
    }
}

static void
test_links (void)
{
  TrellisFigures        figures = complete ();
  g_autoptr (GPtrArray) criteria = NULL;
  TrellisCriterion     *criterion;
  g_autofree char      *russian = NULL;

  figures.postings_with_direct_link = figures.postings - 3;
  criteria = trellis_criteria_evaluate (trellis_template_get ("classic"), &figures, NULL);
  criterion = find (criteria, "postings.links");
  trellis_criterion_set_links (criterion, TRELLIS_LINK_FAULT_NONE, g_strdup ("2"));
  trellis_criterion_set_links (criterion, TRELLIS_LINK_FAULT_LISTING, g_strdup ("1, 4"));
  russian = trellis_criterion_word (criterion, "ru");
  g_assert_true (g_str_has_suffix (criterion->message,
                                   " Postings 1, 4 link to search pages. Posting 2 has no link."));
  g_assert_true (g_str_has_suffix (
      russian, " Ссылки на страницы поиска: вакансии 1, 4. Без ссылки: вакансия 2."));
}

static void
test_place (void)
{
  TrellisFigures          figures = complete ();
  g_autoptr (GPtrArray)   criteria = NULL;
  const TrellisCriterion *criterion;

  figures.files[TRELLIS_SECTION_POSTINGS] = g_intern_string ("me.md");
  figures.lines[TRELLIS_SECTION_POSTINGS] = 40;
  criteria = trellis_criteria_evaluate (trellis_template_get ("classic"), &figures, NULL);

  criterion = find (criteria, "postings.count");
  g_assert_cmpstr (criterion->file, ==, "me.md");
  g_assert_cmpint (criterion->line, ==, 40);
  g_assert_cmpint (criterion->min, ==, 5);
  g_assert_cmpint (criterion->max, ==, 7);
  criterion = find (criteria, "components.count");
  g_assert_null (criterion->file);
  g_assert_cmpint (criterion->line, ==, 0);
}

/* The names that scripts read, in their order. */
static void
test_figures (void)
{
  static const char *const printed[] = {
    "components",
    "roles_described",
    "common_skills",
    "role_stated",
    "role_reason",
    "skills_have",
    "skills_have_with_level",
    "skills_lack",
    "skills_lack_with_reason",
    "postings",
    "postings_with_title",
    "postings_with_3_skills",
    "postings_with_invented_link",
    "postings_with_listing_link",
    "recurring",
    "recurring_with_counts",
    "single",
    "single_naming_posting",
    "reflection_sentences",
  };

  for (guint i = 0; i < G_N_ELEMENTS (printed); i++)
    {
      g_assert_cmpstr (trellis_figures_table[i].name, ==, printed[i]);
      g_assert_true (trellis_figures_table[i].printed);
    }
  for (guint i = G_N_ELEMENTS (printed); trellis_figures_table[i].name != NULL; i++)
    g_assert_false (trellis_figures_table[i].printed);
  g_assert_null (trellis_figure_find ("lines"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/criteria/a-complete-report-meets-both-templates", test_complete);
  g_test_add_func ("/criteria/an-empty-report-meets-none", test_empty);
  g_test_add_func ("/criteria/nothing-may-be-left-over", test_left_over);
  g_test_add_func ("/criteria/bounds-are-the-courses", test_bounds);
  g_test_add_func ("/criteria/all-means-all", test_all);
  g_test_add_func ("/criteria/a-sentence-says-what-is-short", test_words);
  g_test_add_func ("/criteria/a-contradiction-makes-its-own-criterion-unmet", test_contradiction);
  g_test_add_func ("/criteria/lists-need-postings", test_no_evidence);
  g_test_add_func ("/criteria/a-sentence-is-in-one-language", test_languages);
  g_test_add_func ("/criteria/russian-counts-agree-with-their-noun", test_russian_plurals);
  g_test_add_func ("/criteria/links-are-told-by-number", test_links);
  g_test_add_func ("/criteria/each-carries-its-place-and-bounds", test_place);
  g_test_add_func ("/figures/the-printed-ones-are-the-contract", test_figures);

  return g_test_run ();
}
