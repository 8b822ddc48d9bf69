/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-new-report.h"
#include "trellis-pages-table.h"

static TrellisReport *
create_report (void)
{
  TrellisReport  *report = trellis_new_report (trellis_template_get ("classic"), "en");
  TrellisSection *section = trellis_report_add (report, &trellis_section_type);

  section->kind = TRELLIS_SECTION_TEXT;
  g_set_str (&section->heading, "The *weather* & wind");
  trellis_report_add (report, &trellis_component_type);
  return report;
}

static const TrellisPageEntry *
find (GPtrArray  *entries,
      const char *title)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (((TrellisPageEntry *) entries->pdata[i])->title, title))
      return entries->pdata[i];

  return NULL;
}

static TrellisCheck *
create_check (TrellisCriterionStatus first,
              TrellisCriterionStatus second)
{
  const struct
  {
    const char            *id;
    TrellisSectionKind     section;
    TrellisCriterionStatus status;
  } criteria[] = {
    { "components.count", TRELLIS_SECTION_MATRIX, first },
    { "components.roles", TRELLIS_SECTION_MATRIX, second },
    { "components.reasonable", TRELLIS_SECTION_MATRIX, TRELLIS_CRITERION_JUDGE },
    { "reflection.sentences", TRELLIS_SECTION_REFLECTION, TRELLIS_CRITERION_UNMET },
    { "postings.count", TRELLIS_SECTION_POSTINGS, TRELLIS_CRITERION_UNMET },
  };
  TrellisCheck *check = g_new0 (TrellisCheck, 1);

  check->criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) trellis_criterion_free);
  check->contradictions = g_ptr_array_new ();
  check->lints = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++)
    {
      TrellisCriterion *criterion = g_new0 (TrellisCriterion, 1);

      criterion->id = criteria[i].id;
      criterion->section = criteria[i].section;
      criterion->status = criteria[i].status;
      criterion->message = g_strdup ("");
      g_ptr_array_add (check->criteria, criterion);
    }
  return check;
}

/* A section that could not become rows has a page of its own, under its own heading. */
static void
what_is_kept_as_text_has_a_page (void)
{
  g_autoptr (TrellisReport) report = create_report ();
  TrellisSection           *section = trellis_report_add (report, &trellis_section_type);
  g_autoptr (GPtrArray)     before = NULL;
  g_autoptr (GPtrArray)     after = NULL;

  section->kind = TRELLIS_SECTION_POSTINGS;
  g_set_str (&section->heading, "The market");
  before = trellis_page_entries (report, NULL);
  g_assert_null (find (before, "The market"));
  g_set_str (&section->text, "| a | table |");
  after = trellis_page_entries (report, NULL);
  g_assert_nonnull (find (after, "The market"));
  g_assert_cmpint (find (after, "The market")->group, ==, TRELLIS_GROUP_TEXT);
}

static void
pages_stand_in_the_order_of_the_report (void)
{
  static const char *const titles[]
      = { "Overview", "Components", "Matrix", "Roles", "Skills", "Roadmaps", "Postings", "Demand",
          "Reflection", "The weather & wind", "Report" };
  g_autoptr (TrellisReport) report = create_report ();
  g_autoptr (GPtrArray)     entries = trellis_page_entries (report, NULL);

  g_assert_cmpuint (entries->len, ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < entries->len; i++)
    g_assert_cmpstr (((TrellisPageEntry *) entries->pdata[i])->title, ==, titles[i]);
}

static void
a_page_counts_the_criteria_that_are_answered_on_it (void)
{
  g_autoptr (TrellisReport) report = create_report ();
  g_autoptr (TrellisCheck)  check = create_check (TRELLIS_CRITERION_MET, TRELLIS_CRITERION_UNMET);
  g_autoptr (GPtrArray)     entries = trellis_page_entries (report, check);

  g_assert_cmpuint (find (entries, "Components")->n_unmet, ==, 1);
  g_assert_false (find (entries, "Components")->all_met);
  g_assert_cmpuint (find (entries, "Reflection")->n_unmet, ==, 1);
  g_assert_cmpuint (find (entries, "Matrix")->n_unmet, ==, 0);
  g_assert_false (find (entries, "Matrix")->all_met);
}

static void
what_a_person_judges_does_not_keep_the_tick_away (void)
{
  g_autoptr (TrellisReport) report = create_report ();
  g_autoptr (TrellisCheck)  check = create_check (TRELLIS_CRITERION_MET, TRELLIS_CRITERION_MET);
  g_autoptr (GPtrArray)     entries = trellis_page_entries (report, check);

  g_assert_true (find (entries, "Components")->all_met);
}

static void
an_entry_is_read_with_its_state (void)
{
  g_autoptr (TrellisReport) report = create_report ();
  g_autoptr (TrellisCheck)  check = create_check (TRELLIS_CRITERION_MET, TRELLIS_CRITERION_UNMET);
  g_autoptr (GPtrArray)     entries = trellis_page_entries (report, check);
  g_autofree char          *components = trellis_page_entry_describe (find (entries, "Components"));
  g_autofree char          *roles = trellis_page_entry_describe (find (entries, "Roles"));
  g_autofree char          *overview = trellis_page_entry_describe (find (entries, "Overview"));

  g_assert_cmpstr (components, ==, "Components, 1 criterion unmet");
  g_assert_cmpstr (roles, ==, "Roles, 0");
  g_assert_cmpstr (overview, ==, "Overview");
}

static void
assert_leads (const TrellisRecordType *type,
              gint64                   id,
              const char              *page)
{
  g_autoptr (TrellisReport) report = create_report ();
  g_autofree char          *name = trellis_page_name_for_record (report, type, id);

  g_assert_cmpstr (name, ==, page);
}

static void
each_record_leads_to_the_page_where_it_is_edited (void)
{
  assert_leads (&trellis_component_type, 1, "components");
  assert_leads (&trellis_involvement_type, 1, "matrix");
  assert_leads (&trellis_role_type, 1, "roles");
  assert_leads (&trellis_posting_type, 1, "postings");
  assert_leads (&trellis_standing_type, 1, "skills");
  assert_leads (&trellis_claim_type, 1, "demand");
  assert_leads (&trellis_roadmap_topic_type, 1, "roadmaps");
  assert_leads (&trellis_section_type, 9999, NULL);
}

static void
a_new_report_has_the_templates_sections_in_its_language (void)
{
  const char *const *ids = trellis_template_list ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const TrellisTemplate         *layout = trellis_template_get (ids[i]);
      g_autoptr (TrellisReport)      report = trellis_new_report (layout, "ru");
      const TrellisTemplateDocument *document = layout->documents->pdata[0];
      const TrellisTemplateSection  *first = document->sections->pdata[0];

      g_assert_cmpuint (report->sections->len, >, 5);
      g_assert_cmpstr (((TrellisSection *) report->sections->pdata[0])->heading, ==,
                       first->heading_ru);
      for (guint j = 0; j < report->sections->len; j++)
        g_assert_cmpint (((TrellisSection *) report->sections->pdata[j])->position, ==,
                         (int) j + 1);
    }
}

#define ADD(path, function) g_test_add_func ("/pages-table/" path, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-is-kept-as-text-has-a-page", what_is_kept_as_text_has_a_page);
  ADD ("pages-stand-in-the-order-of-the-report", pages_stand_in_the_order_of_the_report);
  ADD ("a-page-counts-the-criteria-that-are-answered-on-it",
       a_page_counts_the_criteria_that_are_answered_on_it);
  ADD ("what-a-person-judges-does-not-keep-the-tick-away",
       what_a_person_judges_does_not_keep_the_tick_away);
  ADD ("an-entry-is-read-with-its-state", an_entry_is_read_with_its_state);
  ADD ("each-record-leads-to-the-page-where-it-is-edited",
       each_record_leads_to_the_page_where_it_is_edited);
  ADD ("a-new-report-has-the-templates-sections-in-its-language",
       a_new_report_has_the_templates_sections_in_its_language);
  return g_test_run ();
}
