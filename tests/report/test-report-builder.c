/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trellis-report-builder.h"

#include <string.h>

#include "trellis-criteria.h"
#include "trellis-markdown.h"

static TrellisSection *
add_section (TrellisReport     *report,
             TrellisSectionKind kind,
             int                level,
             const char        *heading)
{
  TrellisSection *section = trellis_report_add (report, &trellis_section_type);

  section->position = (int) report->sections->len;
  section->kind = kind;
  section->level = level;
  g_set_str (&section->heading, heading);
  g_set_str (&section->document, "report.md");
  return section;
}

static void
add_posting (TrellisReport *report,
             const char    *title,
             const char    *skills)
{
  TrellisPosting *posting = trellis_report_add (report, &trellis_posting_type);
  g_auto (GStrv)  names = g_strsplit (skills, ",", -1);

  posting->position = (int) report->postings->len;
  g_set_str (&posting->title, title);
  g_set_str (&posting->link, "https://jobs.lanternboard.org/vacancy/48317205");
  for (guint i = 0; names[i] != NULL; i++)
    {
      TrellisPostingSkill *skill = trellis_report_add (report, &trellis_posting_skill_type);

      skill->posting_id = posting->base.id;
      skill->position = (int) i + 1;
      g_set_str (&skill->name, names[i]);
    }
}

static TrellisReport *
new_market (void)
{
  TrellisReport *report = trellis_report_new ();

  add_posting (report, "Keeper", "Tides,Oil");
  add_posting (report, "Pilot", "Tides,Charts");
  add_posting (report, "Smith", "Tides,Oil");
  add_section (report, TRELLIS_SECTION_POSTINGS, 2, "Job market snapshot");
  add_section (report, TRELLIS_SECTION_RECURRING, 3, "Skills that appear in several postings");
  add_section (report, TRELLIS_SECTION_SINGLE, 3, "Skills specific to a single posting");
  return report;
}

static char *
write_report (const TrellisReport       *report,
              const TrellisBuildOptions *options)
{
  g_autoptr (TrellisNode) document = trellis_report_build (report, options);

  return trellis_markdown_write (document);
}

static void
assert_order (const char *text,
              const char *first,
              const char *second)
{
  const char *a = strstr (text, first);
  const char *b = a == NULL ? NULL : strstr (a, second);

  if (b == NULL)
    g_error ("“%s” does not stand before “%s” in\n%s", first, second, text);
}

static void
test_computed_lists (void)
{
  g_autoptr (TrellisReport) report = new_market ();
  g_autofree char          *written = write_report (report, NULL);

  assert_order (written, "3 of 3 postings", "2 of 3 postings");
  assert_order (written, "### Skills specific", "Charts");
  assert_order (written, "### Skills specific", "posting 2, “Pilot”");
}

static void
test_language (void)
{
  g_autoptr (TrellisReport) report = new_market ();
  TrellisBuildOptions       options = { .language = "ru" };
  g_autofree char          *written = write_report (report, &options);

  g_assert_nonnull (strstr (written, "3 из 3 вакансий"));
  g_assert_nonnull (strstr (written, "вакансия 2, «Pilot»"));
}

static void
test_authored_lists (void)
{
  g_autoptr (TrellisReport) report = new_market ();
  TrellisClaim             *claim = trellis_report_add (report, &trellis_claim_type);
  g_autofree char          *written = NULL;

  report->lists = TRELLIS_LISTS_AUTHORED;
  claim->list = TRELLIS_CLAIM_RECURRING;
  g_set_str (&claim->name, "Sails");
  g_set_str (&claim->note, "in **5 of 6** postings");
  written = write_report (report, NULL);
  g_assert_nonnull (strstr (written, "Sails"));
  g_assert_nonnull (strstr (written, "5 of 6"));
  g_assert_null (strstr (written, "3 of 3"));
}

static void
test_text_of_computed_list (void)
{
  g_autoptr (TrellisReport) report = new_market ();
  TrellisSection           *section = g_ptr_array_index (report->sections, 1);
  g_autofree char          *computed = NULL;
  g_autofree char          *authored = NULL;

  g_set_str (&section->text, "All by hand.");
  computed = write_report (report, NULL);
  report->lists = TRELLIS_LISTS_AUTHORED;
  authored = write_report (report, NULL);
  g_assert_null (strstr (computed, "All by hand."));
  g_assert_nonnull (strstr (authored, "All by hand."));
}

static void
test_layout (void)
{
  g_autoptr (TrellisReport) report = new_market ();
  TrellisBuildOptions       options = { .layout = trellis_template_get ("two-file") };
  g_auto (GStrv)            documents = trellis_report_documents (report, options.layout);
  TrellisSection           *extra = add_section (report, TRELLIS_SECTION_TEXT, 2, "Thanks");
  g_autofree char          *written = NULL;

  g_set_str (&extra->text, "To the keeper.");
  written = write_report (report, &options);
  assert_order (written, "# My role and skills", "## Market snapshot");
  assert_order (written, "## Skills specific to a single posting", "## Thanks");
  assert_order (written, "## Thanks", "To the keeper.");
  g_assert_null (strstr (written, "Components and roles"));
  g_assert_cmpuint (g_strv_length (documents), ==, 1);
  g_assert_cmpstr (documents[0], ==, "me-and-market.md");
}

static void
test_groups_of_layout (void)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();
  TrellisBuildOptions       options = { .layout = trellis_template_get ("classic") };
  TrellisSection           *role = add_section (report, TRELLIS_SECTION_ROLE, 2, "My role");
  g_autofree char          *written = NULL;

  g_set_str (&role->text, "Keeper");
  written = write_report (report, &options);
  assert_order (written, "## My chosen role", "### Role");
  assert_order (written, "### Role", "Keeper");
  g_assert_null (strstr (written, "Skills I already have"));
}

static void
test_missing_for_the_advisor (void)
{
  g_autoptr (TrellisReport) report = new_market ();
  TrellisBuildOptions       options = {
          .layout = trellis_template_get ("classic"),
          .advisor = TRUE,
  };
  g_autoptr (TrellisNode) document = trellis_report_build (report, &options);
  g_autofree char        *dump = trellis_node_dump (document);

  g_assert_cmpint (document->first_child->type, ==, TRELLIS_NODE_COVER);
  g_assert_nonnull (strstr (dump, "Not written yet."));
  g_assert_nonnull (strstr (dump, "Components and roles"));
}

static void
test_matrix_columns (void)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();
  TrellisComponent         *component = trellis_report_add (report, &trellis_component_type);
  TrellisRole              *idle = trellis_report_add (report, &trellis_role_type);
  TrellisRole              *role = trellis_report_add (report, &trellis_role_type);
  TrellisInvolvement       *cell = trellis_report_add (report, &trellis_involvement_type);
  g_autoptr (TrellisNode)   document = NULL;
  TrellisNode              *matrix;

  add_section (report, TRELLIS_SECTION_MATRIX, 2, "Components and roles");
  g_set_str (&component->name, "Lamp");
  g_set_str (&idle->name, "Idle");
  g_set_str (&role->name, "Keeper");
  cell->component_id = component->base.id;
  cell->role_id = role->base.id;
  g_set_str (&cell->wording, "Keeper (night)");
  document = trellis_report_build (report, NULL);
  matrix = document->last_child;
  g_assert_cmpint (matrix->type, ==, TRELLIS_NODE_MATRIX);
  g_assert_cmpuint (trellis_node_n_values (matrix), ==, 1);
  g_assert_cmpstr (trellis_node_value (matrix, 0), ==, "Keeper");
  g_assert_cmpstr (
      trellis_node_get (matrix->first_child->first_child->first_child, TRELLIS_ATTRIBUTE_NAME), ==,
      "Keeper (night)");
}

static void
test_empty (void)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();
  g_autofree char          *written = write_report (report, NULL);

  g_assert_cmpstr (g_strstrip (written), ==, "");
}

static void
test_untitled (void)
{
  g_autoptr (TrellisReport) report = new_market ();
  TrellisBuildOptions       options = { .advisor = TRUE };
  g_autofree char          *english = write_report (report, &options);
  g_autofree char          *russian = NULL;

  options.language = "ru";
  russian = write_report (report, &options);
  g_assert_true (g_str_has_prefix (english, "# IT roles and skills: a report\n"));
  g_assert_true (g_str_has_prefix (russian, "# ИТ-роли и навыки: отчёт\n"));
}

static void
test_own_title (void)
{
  g_autoptr (TrellisReport) report = new_market ();
  TrellisSection           *opening = g_ptr_array_index (report->sections, 0);
  TrellisBuildOptions       options = { .advisor = TRUE };
  g_autofree char          *own = NULL, *same = NULL, *other = NULL, *two = NULL;

  g_set_str (&opening->before, "# The *lamp* room\n\nOf keepers.\n");
  opening->level = 0;
  own = write_report (report, &options);
  g_assert_true (g_str_has_prefix (own, "# The lamp room\n"));
  g_assert_null (strstr (own + 1, "amp* room"));
  g_assert_nonnull (strstr (own, "Of keepers."));

  g_set_str (&report->title, "The lamp room");
  same = write_report (report, &options);
  g_assert_cmpstr (same, ==, own);

  /* Both are told when the report was called otherwise; and several H1 are no title. */
  g_set_str (&report->title, "Of lamps");
  other = write_report (report, &options);
  g_assert_true (g_str_has_prefix (other, "# Of lamps\n"));
  g_assert_nonnull (strstr (other, "The *lamp* room\n"));

  g_set_str (&report->title, "");
  g_set_str (&opening->before, "# The lamp room\n\nOf keepers.\n\n# The stair\n");
  two = write_report (report, &options);
  g_assert_true (g_str_has_prefix (two, "# IT roles and skills: a report\n"));
  g_assert_nonnull (strstr (two, "# The lamp room\n"));
}

static const TrellisNode *
get_cover (TrellisNode *document)
{
  g_assert_cmpint (document->first_child->type, ==, TRELLIS_NODE_COVER);
  return document->first_child;
}

static void
set_captured (TrellisReport *report,
              guint          posting,
              const char    *day)
{
  g_set_str (&((TrellisPosting *) g_ptr_array_index (report->postings, posting))->captured, day);
}

static void
test_cover (void)
{
  g_autoptr (TrellisReport) report = new_market ();
  TrellisBuildOptions       options = { .advisor = TRUE };
  g_autoptr (TrellisNode)   bare = trellis_report_build (report, &options);
  g_autoptr (TrellisNode)   full = NULL;
  const TrellisNode        *cover = get_cover (bare);

  g_assert_cmpstr (trellis_node_get (cover, TRELLIS_ATTRIBUTE_AUTHOR), ==, "");
  g_assert_cmpuint (trellis_node_n_values (cover), ==, 0);

  g_set_str (&report->author, "Ida Lund");
  g_set_str (&report->course, "Lamps I");
  g_set_str (&report->advisor, "O. Berg");
  g_set_str (&report->edited, "2026-03-09T08:15:00Z");
  set_captured (report, 0, "2026-03-05");
  set_captured (report, 1, "2026-02-28");
  full = trellis_report_build (report, &options);
  cover = get_cover (full);
  g_assert_cmpstr (trellis_node_get (cover, TRELLIS_ATTRIBUTE_AUTHOR), ==, "Ida Lund");
  g_assert_cmpstr (trellis_node_get (cover, TRELLIS_ATTRIBUTE_COURSE), ==, "Lamps I");
  g_assert_cmpstr (trellis_node_get (cover, TRELLIS_ATTRIBUTE_ADVISOR), ==, "O. Berg");
  g_assert_cmpstr (trellis_node_get (cover, TRELLIS_ATTRIBUTE_DATE), ==, "2026-03-09");
  g_assert_cmpuint (trellis_node_n_values (cover), ==, 3);
  g_assert_cmpstr (trellis_node_value (cover, 0), ==, "2026-02-28");
  g_assert_cmpstr (trellis_node_value (cover, 1), ==, "2026-03-05");
  g_assert_cmpstr (trellis_node_value (cover, 2), ==, "1 of 3 postings without a date");
}

/* The window may speak another language than the report. */
static void
test_criteria_language (void)
{
  g_autoptr (TrellisReport) report = new_market ();
  TrellisFigures            figures = { .postings = 3 };
  g_autoptr (GPtrArray)     criteria
      = trellis_criteria_evaluate (trellis_template_get ("classic"), &figures, NULL);
  TrellisBuildOptions options = { .advisor = TRUE, .criteria = criteria };
  g_autofree char    *english = write_report (report, &options);
  g_autofree char    *russian = NULL;

  options.language = "ru";
  russian = write_report (report, &options);
  g_assert_nonnull (strstr (english, "3 of 5–7 postings: 2 more."));
  g_assert_nonnull (strstr (russian, "Вакансии: 3 из 5–7, не хватает 2."));
  g_assert_null (strstr (strstr (russian, "## Критерии"), "postings"));
}

static void
add_component (TrellisReport *report,
               const char    *grouping,
               const char    *name)
{
  TrellisComponent *component = trellis_report_add (report, &trellis_component_type);

  component->position = (int) report->components->len;
  g_set_str (&component->grouping, grouping);
  g_set_str (&component->name, name);
}

static void
involve (TrellisReport *report,
         guint          component,
         guint          role)
{
  TrellisInvolvement *involvement = trellis_report_add (report, &trellis_involvement_type);

  involvement->component_id = ((TrellisComponent *) report->components->pdata[component])->base.id;
  involvement->role_id = ((TrellisRole *) report->roles->pdata[role])->base.id;
  involvement->position = 1;
}

/* A heading over names alone would read as a component over its roles. */
static void
test_groups_wait_for_roles (void)
{
  g_autoptr (TrellisReport) report = trellis_report_new ();
  TrellisRole              *keeper = trellis_report_add (report, &trellis_role_type);
  g_autofree char          *without = NULL, *few = NULL, *half = NULL;

  keeper->position = 1;
  g_set_str (&keeper->name, "Keeper");
  add_section (report, TRELLIS_SECTION_MATRIX, 2, "Components and roles");
  add_component (report, "Tower", "Lamp");
  add_component (report, "Tower", "Lens");
  add_component (report, "Shore", "Foghorn");
  add_component (report, "Shore", "Jetty");

  without = write_report (report, &(TrellisBuildOptions) { 0 });
  g_assert_cmpstr (without, ==,
                   "## Components and roles\n\n- Lamp\n- Lens\n- Foghorn\n- Jetty\n");
  involve (report, 0, 0);
  few = write_report (report, &(TrellisBuildOptions) { 0 });
  g_assert_null (strstr (few, "###"));
  involve (report, 2, 0);
  half = write_report (report, &(TrellisBuildOptions) { 0 });
  g_assert_cmpstr (half, ==,
                   "## Components and roles\n\n### Tower\n\n- Lamp\n  - Keeper\n- Lens\n\n"
                   "### Shore\n\n- Foghorn\n  - Keeper\n- Jetty\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/builder/computed-lists-follow-the-postings", test_computed_lists);
  g_test_add_func ("/report/builder/computed-wording-speaks-the-reports-language", test_language);
  g_test_add_func ("/report/builder/authored-lists-are-printed-as-they-are", test_authored_lists);
  g_test_add_func ("/report/builder/an-authors-text-gives-way-to-the-computed-list",
                   test_text_of_computed_list);
  g_test_add_func ("/report/builder/a-layout-orders-and-names-the-sections", test_layout);
  g_test_add_func ("/report/builder/a-layouts-grouping-headings-come-with-their-sections",
                   test_groups_of_layout);
  g_test_add_func ("/report/builder/a-report-without-a-title-gets-a-plain-one", test_untitled);
  g_test_add_func ("/report/builder/a-reports-own-title-stands-on-the-cover-only", test_own_title);
  g_test_add_func ("/report/builder/the-cover-tells-who-when-and-what-is-undated", test_cover);
  g_test_add_func ("/report/builder/criteria-speak-the-reports-language", test_criteria_language);
  g_test_add_func ("/report/builder/the-advisor-sees-what-is-missing",
                   test_missing_for_the_advisor);
  g_test_add_func ("/report/builder/a-role-without-cells-is-no-column", test_matrix_columns);
  g_test_add_func ("/report/builder/an-empty-report-is-an-empty-document", test_empty);
  g_test_add_func ("/report/builder/groups-of-components-wait-for-roles",
                   test_groups_wait_for_roles);

  return g_test_run ();
}
